"""A plan as it is read: its goals and actions in one language, and how far each is.

Everything that shows a plan asks this module: the page, the PDF, the open data, the feeds, the reminders.
It costs a constant number of queries, however many actions there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from wagtail.models import Locale

from core import languages
from core.models import in_language
from people.models import ContactPerson, Organisation
from plans.choice import key_in
from plans.models import PlanPage, ProgressReport, RegionalPlanPage

State = ProgressReport.State
#: The order in which states are counted and drawn: what is done first.
ORDER = (State.DONE, State.UNDER_WAY, State.DELAYED, State.NOT_STARTED, State.DROPPED)


@dataclass(frozen=True)
class Told:
    """What was told of an action on one day; ``note_lang`` is empty for the page's own language."""

    state: State
    reported_on: date
    value: Decimal | None = None
    note: str = ""
    note_lang: str = ""

    @property
    def label(self) -> str | Promise:
        """Return the state in words."""
        return self.state.label


@dataclass(frozen=True)
class Tally:
    """How many actions are in which state."""

    counts: dict[State, int]

    @classmethod
    def of(cls, actions: Iterable[Action]) -> Tally:
        """Count ``actions``; one of which nothing was told has not started."""
        counted = Counter(action.state for action in actions)
        return cls({state: counted[state] for state in ORDER if counted[state]})

    @property
    def total(self) -> int:
        """Return the number of actions."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Return the number of actions that are done."""
        return self.counts.get(State.DONE, 0)


@dataclass(frozen=True)
class Action:
    """One action: what the plan says of it, and what was told since, newest first."""

    id: UUID
    number: str
    title: str
    text: Any
    responsible: Organisation | None
    contact: ContactPerson | None
    starts_on: date | None
    ends_on: date | None
    measure: str
    baseline: Decimal | None
    target: Decimal | None
    #: The BCP 47 tags of title, description and measure where not in the page's language, else empty.
    lang: str = ""
    text_lang: str = ""
    measure_lang: str = ""
    history: list[Told] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Return the id of its element, the same in all languages."""
        return f"action-{self.id.hex[:8]}"

    @property
    def latest(self) -> Told | None:
        """Return what was told of it last."""
        return self.history[0] if self.history else None

    @property
    def state(self) -> State:
        """Return how far it is."""
        return self.latest.state if self.latest else State.NOT_STARTED

    def is_late(self, day: date) -> bool:
        """Tell whether it should have been done before ``day`` and is neither done nor dropped."""
        open_still = self.state not in (State.DONE, State.DROPPED)
        return open_still and self.ends_on is not None and self.ends_on < day


@dataclass(frozen=True)
class Goal:
    """One goal with its actions; ``lang`` is empty where its title is in the page's language.

    ``is_mixed`` tells that only a part of its description is.
    """

    id: UUID
    number: int
    title: str
    text: Any
    lang: str
    is_mixed: bool
    actions: list[Action]
    #: The BCP 47 tag of its description where it is not in the page's language, else empty.
    text_lang: str = ""

    @property
    def anchor(self) -> str:
        """Return the id of its element, the same in all languages."""
        return f"goal-{self.id.hex[:8]}"

    @property
    def tally(self) -> Tally:
        """Count its actions by state."""
        return Tally.of(self.actions)


@dataclass(frozen=True)
class Outline:
    """The goals of a plan; for a regional plan those chosen, and its own actions."""

    goals: list[Goal]
    #: Actions without a goal: those of a regional plan.
    actions: list[Action] = field(default_factory=list)
    #: How many chosen goals the programme no longer has.
    lost: int = 0
    #: Of a regional plan: the programme it stands under, live or not.
    programme: PlanPage | None = None
    #: The bodies asked for, in the page's language, by translation key: those of the actions and others.
    bodies: dict[UUID, Organisation] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Action]:
        """Go through all actions, in their order."""
        for goal in self.goals:
            yield from goal.actions
        yield from self.actions

    @property
    def tally(self) -> Tally:
        """Count all actions by state."""
        return Tally.of(self)


def outline_of(
    page: PlanPage, *, with_history: bool = True, also: Iterable[Organisation | None] = ()
) -> Outline:
    """Return the goals and actions of ``page`` in its own language, with what was told of them.

    ``also`` are further bodies to put into the page's language at the same query. Costs at most eight
    queries, and one more for the programme of a regional plan.
    """
    history = told_of(page) if with_history else {}
    if isinstance(page, RegionalPlanPage):
        actions = [block for block in page.actions if block.block_type == "action"]
        bodies = _bodies((block.value for block in actions), also, page.locale)
        chosen = page.chosen_keys
        programme = programme_of(page)
        goals = {goal.id: goal for goal in goals_of(programme)}
        return Outline(
            [goal for key, goal in goals.items() if key in chosen],
            [
                _action(
                    key,
                    str(number),
                    block.value,
                    bodies,
                    history,
                    page,
                    f"actions.{block.id}",
                )
                for number, block in enumerate(actions, start=1)
                if (key := key_in(block.id)) is not None
            ],
            lost=len([key for key in chosen if key not in goals]),
            programme=programme,
            bodies=bodies,
        )
    blocks = [block for block in page.goals if block.block_type == "goal"]
    values = (action for block in blocks for action in block.value["actions"])
    bodies = _bodies(values, also, page.locale)
    return Outline(
        [
            _goal(page, number, block, bodies, history)
            for number, block in enumerate(blocks, start=1)
        ],
        bodies=bodies,
    )


def programme_of(page: RegionalPlanPage) -> PlanPage | None:
    """Return the programme a regional plan stands under, in the language of the plan; one query."""
    path = page.path[: -page.steplen]
    found: PlanPage | None = PlanPage.objects.filter(path=path).select_related("locale").first()
    return found


def goals_of(programme: PlanPage | None) -> list[Goal]:
    """Return the goals of ``programme`` without their actions; no query."""
    if programme is None:
        return []
    blocks = [block for block in programme.goals if block.block_type == "goal"]
    return [
        _goal(programme, number, block, None, {}) for number, block in enumerate(blocks, start=1)
    ]


def told_of(page: PlanPage) -> dict[UUID, list[Told]]:
    """Return what was told of the actions of a plan, newest first, by action; one query.

    A note stands in the page's language, else in whichever language it was written in, marked.
    """
    rows = (
        ProgressReport.objects.filter(plan_key=page.translation_key)
        .order_by("-reported_on", "-pk", "notes__pk")
        .values_list(
            *("pk", "action_id", "state", "reported_on", "value"),
            *("notes__text", "notes__locale__language_code"),
        )
    )
    found: dict[UUID, dict[int, Told]] = {}
    for pk, action_id, state, reported_on, value, note, code in rows:
        told = found.setdefault(action_id, {})
        is_own = code == page.language_code
        if pk not in told or is_own:
            lang = languages.html_lang(code) if code and not is_own else ""
            told[pk] = Told(State(state), reported_on, value, note or "", lang)
    return {action_id: list(told.values()) for action_id, told in found.items()}


def _bodies(
    values: Iterable[Any], also: Iterable[Organisation | None], locale: Locale
) -> dict[UUID, Organisation]:
    """Return the responsible bodies of actions, and others, in one language by translation key."""
    bodies = [value["responsible"] for value in values if value["responsible"] is not None]
    shown = in_language([*bodies, *(body for body in also if body is not None)], locale)
    prefetch_related_objects(shown, "locale")
    return {body.translation_key: body for body in shown}


def _goal(
    page: PlanPage,
    number: int,
    block: Any,
    bodies: dict[UUID, Organisation] | None,
    history: dict[UUID, list[Told]],
) -> Goal:
    path = f"goals.{block.id}"
    items = block.value["actions"].bound_blocks if bodies is not None else ()
    actions = [
        _action(
            key,
            f"{number}.{place}",
            item.value,
            bodies or {},
            history,
            page,
            f"{path}.actions.{item.id}",
        )
        for place, item in enumerate(items, start=1)
        if (key := key_in(item.id)) is not None
    ]
    return Goal(
        key_in(block.id) or UUID(int=number),
        number,
        block.value["title"],
        block.value["text"],
        _foreign(page, f"{path}.title"),
        page.is_mixed(f"{path}.text"),
        actions,
        _foreign(page, f"{path}.text"),
    )


def _foreign(page: PlanPage, path: str) -> str:
    """Return the BCP 47 tag of the text at ``path`` where it is not in the page's language."""
    code = page.lang_of(path)
    return languages.html_lang(code) if code != page.language_code else ""


def _action(
    key: UUID,
    number: str,
    value: Any,
    bodies: dict[UUID, Organisation],
    history: dict[UUID, list[Told]],
    page: PlanPage,
    path: str,
) -> Action:
    body = value["responsible"]
    return Action(
        key,
        number,
        value["title"],
        value["text"],
        bodies.get(body.translation_key) if body is not None else None,
        value["contact"],
        value["starts_on"],
        value["ends_on"],
        value["measure"] or "",
        value["baseline"],
        value["target"],
        _foreign(page, f"{path}.title"),
        _foreign(page, f"{path}.text"),
        _foreign(page, f"{path}.measure"),
        history.get(key, []),
    )

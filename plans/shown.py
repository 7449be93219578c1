"""What the page of a plan shows of its outline: texts as HTML, bars, what is late, its addresses."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch
from django.utils.safestring import SafeString

from core.freshness import start_of
from plans.outline import Action, Goal, Outline, State, Told
from plans.progress_bar import Piece, pieces_of
from plans.texts import rendered

if TYPE_CHECKING:
    from plans.models import PlanPage

#: The addresses below a plan's that its page leads to, as the mixins of ``plans.routes`` name them.
ROUTES = ("pdf", "data_json", "data_csv", "changes_atom")


@dataclass(frozen=True)
class Progress:
    """How many actions are in which state, with the bar drawn of them."""

    total: int
    done: int
    under_way: int
    delayed: int
    not_started: int
    dropped: int
    pieces: list[Piece]

    @classmethod
    def of(cls, counted: Outline | Goal) -> Progress:
        """Count the actions of a plan or of a goal."""
        tally = counted.tally
        counts = tally.counts
        return cls(
            tally.total,
            tally.done,
            counts.get(State.UNDER_WAY, 0),
            counts.get(State.DELAYED, 0),
            counts.get(State.NOT_STARTED, 0),
            counts.get(State.DROPPED, 0),
            pieces_of(tally),
        )


@dataclass(frozen=True)
class ShownAction:
    """An action with its description as HTML; ``is_late``: it should have been done before today."""

    action: Action
    text: SafeString
    is_late: bool

    @property
    def figure(self) -> Told | None:
        """Return what was told last with a figure of the measure."""
        return next((told for told in self.action.history if told.value is not None), None)

    @property
    def older(self) -> list[Told]:
        """Return what was told before the last, newest first."""
        return self.action.history[1:]


@dataclass(frozen=True)
class ShownGoal:
    """A goal with its description as HTML, its actions and how far it is."""

    goal: Goal
    text: SafeString
    actions: list[ShownAction]
    progress: Progress
    #: How many areas have chosen it, where it is a programme's.
    areas: int = 0


@dataclass(frozen=True)
class ShownOutline:
    """All that the page shows of the goals, the actions and the spearheads."""

    goals: list[ShownGoal]
    actions: list[ShownAction]
    #: Each spearhead's block with its text as HTML.
    spearheads: list[tuple[Any, SafeString]]
    progress: Progress


def show(page: PlanPage, outline: Outline, day: date, areas: Sequence[int] = ()) -> ShownOutline:
    """Return ``outline`` as ``page`` shows it on ``day``; no query, a few where its texts hold links.

    ``areas`` tells how many areas have chosen each goal.
    """
    spearheads = list(page.spearheads)
    in_goals = [action for goal in outline.goals for action in goal.actions]
    texts = iter(
        rendered(
            [
                *(goal.text for goal in outline.goals),
                *(action.text for action in (*in_goals, *outline.actions)),
                *(block.value["text"] for block in spearheads),
            ],
            page,
        )
    )
    goal_texts = [next(texts) for _goal in outline.goals]
    shown = {
        action.id: ShownAction(action, next(texts), action.is_late(day))
        for action in (*in_goals, *outline.actions)
    }
    counts = list(areas) or [0] * len(outline.goals)
    return ShownOutline(
        [
            ShownGoal(
                goal, text, [shown[action.id] for action in goal.actions], Progress.of(goal), count
            )
            for goal, text, count in zip(outline.goals, goal_texts, counts, strict=True)
        ],
        [shown[action.id] for action in outline.actions],
        [(block, next(texts)) for block in spearheads],
        Progress.of(outline),
    )


def next_late(outline: Outline, day: date) -> datetime | None:
    """Return when the next action that is neither done nor dropped will be late."""
    open_still = (
        action.ends_on
        for action in outline
        if action.ends_on is not None and action.state not in (State.DONE, State.DROPPED)
    )
    ends = [end for end in open_still if day <= end < date.max]
    return start_of(min(ends) + timedelta(days=1)) if ends else None


def addresses_of(page: PlanPage, base: str) -> dict[str, str]:
    """Return the addresses below ``base``, the page's own, of the routes there are, by their names."""
    found: dict[str, str] = {}
    for name in ROUTES:
        with suppress(NoReverseMatch):
            found[name] = f"{base}{page.reverse_subpage(name).rstrip('/')}"
    return found

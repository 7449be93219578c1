"""Actions of which nothing was told for long: what is reminded of, and what the report shows.

An action is silent when its plan is public and in force, it is neither done nor dropped, and nothing
was told of it for as many days as the plan says (``PlanPage.reminder_days``). The days are counted from
the last report; where there is none, from the day on which plan, page and action had all begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_date
from wagtail.models import Page

from core.freshness import today
from people.models import ContactPerson
from plans.chain import Chain
from plans.choice import key_in
from plans.models import PlanPage, ProgressReport, RegionalPlanPage, ReminderSent
from plans.sources import sources_of
from plans.state import PlanState, Standing

State = ProgressReport.State
OVER = frozenset({State.DONE, State.DROPPED})


@dataclass(frozen=True)
class SilentAction:
    """An action nothing was told of since a day, of a plan in the language it was written in."""

    plan: PlanPage
    action_id: UUID
    number: str
    title: str
    state: State
    since: date
    days: int
    contact: ContactPerson | None = None
    reminded_at: datetime | None = None

    @property
    def key(self) -> tuple[UUID, UUID]:
        """Return what names the action in the database."""
        return self.plan.translation_key, self.action_id

    @property
    def state_label(self) -> str:
        """Return the state in words."""
        return str(self.state.label)

    @property
    def recipients(self) -> list[str]:
        """Return the addresses of those to remind, each once."""
        own = self.contact.email if self.contact is not None else ""
        both = (own.strip(), self.plan.reminder_email.strip())
        return list({address.casefold(): address for address in both if address}.values())


@dataclass(frozen=True)
class _Raw:
    """An action as the stream keeps it: nothing is looked up in the database for it."""

    plan: PlanPage
    action_id: UUID
    number: str
    title: str
    contact: int | None
    starts_on: date | None


def silent_since(
    told_on: date | None, plan_starts: date, published: date | None, action_starts: date | None
) -> date:
    """Return the day from which the silence about an action is counted: a pure function."""
    if told_on is not None:
        return told_on
    return max(day for day in (plan_starts, published, action_starts) if day is not None)


def silent_actions(
    pages: Iterable[Page] | None = None, day: date | None = None
) -> list[SilentAction]:
    """Return all silent actions, the longest silence first; of ``pages`` only, where they are given.

    Costs a number of queries that grows neither with the plans nor with their actions.
    """
    day = day or today()
    plans = plans_to_follow(day)
    if pages is not None:
        wanted = {page.translation_key for page in pages}
        plans = [plan for plan in plans if plan.translation_key in wanted]
    raw = [one for plan in plans for one in _actions(plan)]
    last = _last_reports(plans)
    persons = ContactPerson.objects.current(day).in_bulk(
        {one.contact for one in raw if one.contact}
    )
    reminded = _reminders(plans)
    found = []
    for one in raw:
        report = last.get((one.plan.translation_key, one.action_id))
        state = State(report.state) if report else State.NOT_STARTED
        since = silent_since(
            report.reported_on if report else None,
            one.plan.starts_on,
            _day_of(one.plan.first_published_at),
            one.starts_on,
        )
        days = (day - since).days
        if state in OVER or days < one.plan.reminder_days:
            continue
        person = persons.get(one.contact) if one.contact else None
        key = (one.plan.translation_key, one.action_id)
        found.append(
            SilentAction(
                *(one.plan, one.action_id, one.number, one.title, state, since, days, person),
                reminded.get(key),
            )
        )
    return sorted(found, key=lambda one: (one.since, one.plan.path, one.number))


def plans_to_follow(day: date) -> list[PlanPage]:
    """Return the public plans in force on ``day``, each in the language it was written in."""
    rows = PlanPage.objects.live().filter(
        stage=PlanPage.Stage.ADOPTED, starts_on__lte=day, alias_of=None
    )
    sources = sources_of(rows.defer("body", "spearheads").select_related("locale").order_by("path"))
    regional = RegionalPlanPage.objects.filter(pk__in=[page.pk for page in sources])
    by_key = {page.pk: page for page in regional.defer("body", "goals").select_related("locale")}
    chain = Chain.load()
    plans: list[PlanPage] = [by_key.get(page.pk, page) for page in sources]
    return [
        plan
        for plan in plans
        if Standing(
            plan.stage,
            plan.starts_on,
            plan.ends_on,
            plan.comments_until,
            chain.replaced_from(plan.translation_key),
        ).on(day)
        == PlanState.IN_FORCE
    ]


def _actions(plan: PlanPage) -> Iterator[_Raw]:
    if isinstance(plan, RegionalPlanPage):
        blocks = [one for one in _raw(plan.actions) if one.get("type") == "action"]
        for number, block in enumerate(blocks, start=1):
            yield from _action(plan, str(number), block)
        return
    goals = [one for one in _raw(plan.goals) if one.get("type") == "goal"]
    for place, goal in enumerate(goals, start=1):
        items = (goal.get("value") or {}).get("actions") or []
        for number, item in enumerate(items, start=1):
            yield from _action(plan, f"{place}.{number}", item)


def _raw(stream: Any) -> Sequence[Any]:
    return [one for one in stream.raw_data if isinstance(one, dict)]


def _action(plan: PlanPage, number: str, block: Any) -> Iterator[_Raw]:
    key, value = key_in(block.get("id")), block.get("value")
    if key is None or not isinstance(value, dict):
        return
    contact = value.get("contact")
    starts_on = value.get("starts_on")
    yield _Raw(
        plan,
        key,
        number,
        str(value.get("title") or ""),
        contact if isinstance(contact, int) else None,
        parse_date(str(starts_on)) if starts_on else None,
    )


def _last_reports(plans: Sequence[PlanPage]) -> dict[tuple[UUID, UUID], ProgressReport]:
    keys = [plan.translation_key for plan in plans]
    found: dict[tuple[UUID, UUID], ProgressReport] = {}
    for row in ProgressReport.objects.filter(plan_key__in=keys):  # the latest day first
        found.setdefault((row.plan_key, row.action_id), row)
    return found


def _reminders(plans: Sequence[PlanPage]) -> dict[tuple[UUID, UUID], datetime]:
    rows = ReminderSent.objects.filter(plan_key__in=[plan.translation_key for plan in plans])
    return {(row.plan_key, row.action_id): row.sent_at for row in rows}


def _day_of(moment: datetime | None) -> date | None:
    """Return the day ``moment`` falls on where the site is."""
    return timezone.localdate(moment, timezone.get_default_timezone()) if moment else None

"""Plans for tests: a programme with goals, a regional plan under it, workshops, progress."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from plans.models import (
    Area,
    PlanContact,
    PlanIndexPage,
    PlanPage,
    ProgressNote,
    ProgressReport,
    RegionalPlanPage,
    Workshop,
    WorkshopIndexPage,
)
from tests import factories
from tests.scene import Town

GOALS = ("Rakenteet näkyviksi", "Moninainen työelämä", "Osaavat viranomaiset", "Turvallinen arki")
SWEDISH = {
    "index": "Planer",
    "workshops": "Verkstäder",
    "programme": "Program för goda relationer",
    "regional": "Kajanaland",
}


def action(title: str, action_id: str | UUID | None = None, **values: Any) -> dict[str, Any]:
    """Return an action of a goal, as the list of the block keeps it."""
    value = {"title": title, "text": "", "measure": "", **values}
    return {"type": "item", "id": str(action_id or uuid4()), "value": value}


def goal(
    title: str, actions: list[dict[str, Any]] | None = None, goal_id: str | UUID | None = None
) -> dict[str, Any]:
    """Return a goal, as the stream keeps it."""
    value = {"title": title, "text": "<p>Kaikille.</p>", "actions": actions or []}
    return {"type": "goal", "id": str(goal_id or uuid4()), "value": value}


def goals_of_size(goals: int, actions: int, **values: Any) -> list[dict[str, Any]]:
    """Return ``goals`` goals with ``actions`` actions altogether, as evenly as it goes."""
    made: list[list[dict[str, Any]]] = [[] for _goal in range(goals)]
    for number in range(actions):
        made[number % goals].append(action(f"Teko {number}", **values))
    return [goal(f"Tavoite {number}", row) for number, row in enumerate(made)]


def tell(
    plan: PlanPage, action_id: str | UUID, state: str, day: date | None = None, note: str = ""
) -> ProgressReport:
    """Tell how far an action is, in the language of ``plan``."""
    report = ProgressReport.objects.create(
        plan_key=plan.translation_key,
        action_id=action_id,
        state=state,
        reported_on=day or timezone.localdate(),
    )
    if note:
        ProgressNote.objects.create(report=report, locale=plan.locale, text=note)
    return report


def workshop(plan: PlanPage, title: str, starts_at: datetime, **values: Any) -> Workshop:
    """Add a workshop of two hours to ``plan``."""
    values = {"town": "Kajaani", "ends_at": starts_at + timedelta(hours=2), **values}
    return Workshop.objects.create(
        page=plan, locale=plan.locale, title=title, starts_at=starts_at, **values
    )


@dataclass
class Office:
    """The pages by language code (``fi``, ``sv``), and the ids that are the same in both."""

    town: Town
    indexes: dict[str, PlanIndexPage] = field(default_factory=dict)
    workshop_indexes: dict[str, WorkshopIndexPage] = field(default_factory=dict)
    programmes: dict[str, PlanPage] = field(default_factory=dict)
    regionals: dict[str, RegionalPlanPage] = field(default_factory=dict)
    goal_ids: list[str] = field(default_factory=list)
    action_ids: list[str] = field(default_factory=list)
    area: Area = None  # type: ignore[assignment]


def build_office(town: Town) -> Office:
    """Add plans to ``town`` in Finnish and Swedish: live, as if published by hand."""
    office = Office(town, goal_ids=[str(uuid4()) for _ in GOALS])
    office.action_ids = [str(uuid4()) for _ in range(3)]
    index = factories.PlanIndexPageFactory(parent=town.homes["fi"])
    office.indexes = _versions(index, town, "index")
    workshops = factories.WorkshopIndexPageFactory(parent=index)
    office.workshop_indexes = _versions(workshops, town, "workshops")
    first, second, third = office.action_ids
    programme = factories.PlanPageFactory(
        parent=index,
        title="Hyvien väestösuhteiden ohjelma",
        kind=PlanPage.Kind.PROGRAMME,
        responsible_unit=town.organisation,
        adopted_by="Kunnanhallitus",
        adopted_on=date(2024, 3, 4),
        section="12",
        goals=[
            goal(
                GOALS[0],
                [
                    action("Kartoitus", first, responsible=town.organisation.pk, target="30"),
                    action("Koulutus", second, contact=town.person.pk, ends_on="2025-06-30"),
                ],
                office.goal_ids[0],
            ),
            goal(GOALS[1], [action("Mentorointi", third)], office.goal_ids[1]),
            goal(GOALS[2], goal_id=office.goal_ids[2]),
            goal(GOALS[3], goal_id=office.goal_ids[3]),
        ],
    )
    PlanContact.objects.create(page=programme, person=town.person)
    office.programmes = _versions(programme, town, "programme")
    office.area = Area.objects.filter(locale=town.locales["fi"], code="18").first() or (
        Area.objects.create(name="Kainuu", code="18", locale=town.locales["fi"])
    )
    regional = factories.RegionalPlanPageFactory(
        parent=programme,
        title="Kainuu",
        area=office.area,
        chosen_goals=office.goal_ids[:2],
        funding_from=7000,
        funding_to=10000,
        actions=[
            {"type": "action", "id": str(uuid4()), "value": {"title": "Torikahvit", "text": ""}}
        ],
    )
    now = timezone.now()
    workshop(regional, "Tuleva työpaja", now + timedelta(days=9))
    workshop(regional, "Mennyt työpaja", now - timedelta(days=30), town="Oulu")
    office.regionals = _versions(regional, town, "regional")
    return office


def _versions(page: Any, town: Town, name: str) -> dict[str, Any]:
    """Return ``page`` and its live Swedish version, by language code."""
    version = page.copy_for_translation(town.locales["sv"])
    version.title, version.live = SWEDISH[name], True
    version.latest_revision, version.has_unpublished_changes = None, False
    version.save()
    now = timezone.now()
    type(page).objects.filter(pk=version.pk).update(first_published_at=now, last_published_at=now)
    return {"fi": page, "sv": type(page).objects.get(pk=version.pk)}

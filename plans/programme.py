"""The areas of a programme: which of its goals each has chosen, as a table and as a map of tiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from wagtail.models import Locale

from core.models import foreign_lang
from plans.models import Area, PlanPage, RegionalPlanPage
from plans.outline import Goal
from plans.tiles import Place, place_of


@dataclass(frozen=True)
class AreaRow:
    """One area with a plan: its name, the goals of the programme, and which of them it has chosen."""

    plan: RegionalPlanPage
    name: str
    #: The BCP 47 tag of the name where it is not in the page's language, else empty.
    lang: str
    marks: list[bool]


@dataclass(frozen=True)
class Tile:
    """One area on the map; without a plan it is only a name."""

    name: str
    lang: str
    place: Place | None
    plan: RegionalPlanPage | None


@dataclass(frozen=True)
class TileMap:
    """The areas of one kind, from north to south."""

    kind: str
    tiles: list[Tile]


@dataclass(frozen=True)
class AreaTable:
    """The areas of a programme × its goals; empty where no area has a plan yet."""

    goals: list[Goal]
    rows: list[AreaRow] = field(default_factory=list)
    #: How many areas have chosen each goal, in the order of the goals.
    counts: list[int] = field(default_factory=list)
    maps: list[TileMap] = field(default_factory=list)

    @property
    def goals_with_counts(self) -> list[tuple[Goal, int]]:
        """Return each goal with the number of areas that have chosen it."""
        return list(zip(self.goals, self.counts, strict=True))

    def count_of(self, goal: Goal) -> int:
        """Return how many areas have chosen ``goal``."""
        return next((count for one, count in self.goals_with_counts if one.id == goal.id), 0)


def regional_plans_of(page: PlanPage) -> list[RegionalPlanPage]:
    """Return the live regional plans under ``page`` that its readers may read; one query, or none."""
    if page.pk is None or not page.numchild:
        return []
    # What restricts the programme itself was asked of the reader before it was shown to her.
    plans = RegionalPlanPage.objects.child_of(page).live().filter(view_restrictions__isnull=True)
    return list(
        plans.defer("body", "spearheads", "goals", "actions", "draft_title")
        .select_related("area__locale", "locale")
        .order_by("path")
    )


def area_table(page: PlanPage, goals: Sequence[Goal]) -> AreaTable:
    """Return which of ``goals`` the areas of the programme ``page`` have chosen; two queries at most."""
    plans = regional_plans_of(page)
    if not plans:
        return AreaTable(list(goals))
    used = [plan.area for plan in plans if plan.area is not None]
    kinds = {area.kind for area in used}
    areas = _areas(kinds, used, page.locale)
    rows = [_row(plan, goals, areas, page.locale) for plan in plans]
    rows.sort(key=lambda row: row.name.casefold())
    counts = [sum(row.marks[place] for row in rows) for place in range(len(goals))]
    by_area = {plan.area.translation_key: plan for plan in plans if plan.area is not None}
    maps = [
        TileMap(kind, _tiles([a for a in areas.values() if a.kind == kind], by_area, page.locale))
        for kind in sorted(kinds)
    ]
    return AreaTable(list(goals), rows, counts, maps)


def _areas(kinds: set[str], used: Sequence[Area], locale: Locale) -> dict[UUID, Area]:
    """Return all areas of ``kinds`` by translation key, in one language; one query.

    One that has no name in the language is shown in the site's main language, and without that as it
    was chosen (``used``).
    """
    if not kinds:
        return {}
    found = {area.translation_key: area for area in used}
    own = Q(locale=locale) | Q(locale__language_code=settings.LANGUAGE_CODE)
    rows = Area.objects.filter(own, kind__in=kinds).select_related("locale")
    for area in sorted(rows, key=lambda area: area.locale_id == locale.pk):
        found[area.translation_key] = area
    return found


def _row(
    plan: RegionalPlanPage, goals: Sequence[Goal], areas: dict[UUID, Area], locale: Locale
) -> AreaRow:
    area = areas.get(plan.area.translation_key) if plan.area is not None else None
    chosen = set(plan.chosen_keys)
    return AreaRow(
        plan,
        area.name if area is not None else plan.title,
        foreign_lang(area, locale),
        [goal.id in chosen for goal in goals],
    )


def _tiles(
    areas: Sequence[Area], plans: dict[UUID, RegionalPlanPage], locale: Locale
) -> list[Tile]:
    tiles = [
        Tile(
            area.name,
            foreign_lang(area, locale),
            place_of(area.code),
            plans.get(area.translation_key),
        )
        for area in areas
    ]
    # Read aloud from north to south, and from west to east; what is nowhere on the map comes last.
    nowhere = Place(0, 99)
    return sorted(
        tiles, key=lambda tile: ((tile.place or nowhere).row, (tile.place or nowhere).column)
    )

"""The plans of one language as a resident browses them: by state, kind, responsible unit and year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest

from core import languages
from core.freshness import today
from core.listing import FIRST_YEAR, LAST_YEAR, Choice, chosen_row, chosen_year, page_links
from core.models import foreign_lang, in_language
from people.models import Organisation
from plans.state import EARLIER, PlanState, Standing
from plans.wording import said

if TYPE_CHECKING:
    from plans.models import PlanIndexPage, PlanPage

ITEMS_A_PAGE = 12


@dataclass(frozen=True)
class Entry:
    """What the list is made of: enough of a plan to know where it belongs."""

    pk: int
    kind: str
    unit: UUID | None
    standing: Standing
    state: PlanState

    def covers(self, year: int) -> bool:
        """Tell whether the period of the plan, or a part of it, is in ``year``."""
        end = self.standing.ends_on
        return self.standing.starts_on.year <= year and (end is None or year <= end.year)


@dataclass
class Listing:
    """What the list shows, and how it was narrowed. Plans that no longer hold come in pages."""

    in_force: list[PlanPage]
    out_for_comment: list[PlanPage]
    coming: list[PlanPage]
    drafts: list[PlanPage]
    items: PageOfItems[int]
    earlier: list[PlanPage]
    count: int
    kinds: list[Choice]
    organisations: list[Choice]
    years: list[Choice]
    query: dict[str, str]

    @classmethod
    def from_request(cls, index: PlanIndexPage, request: HttpRequest) -> Listing:
        """Return the list for the query string of ``request``.

        A page number that is none, or out of range, gives the nearest page. Raises Http404 for an
        unknown kind, unit or year: such an address names nothing.
        """
        entries = index.entries
        kind = _chosen_kind(request.GET.get("kind", ""))
        unit: Organisation | None = chosen_row(
            Organisation, index.locale, request.GET.get("organisation", "")
        )
        year = chosen_year(request.GET.get("year", ""))
        query: dict[str, str] = {}
        tests: list[Callable[[Entry], bool]] = []
        if kind:
            query["kind"] = kind
            tests.append(lambda entry: entry.kind == kind)
        if unit is not None:
            query["organisation"] = unit.slug
            tests.append(lambda entry: entry.unit == unit.translation_key)
        if year is not None:
            query["year"] = str(year)
            tests.append(lambda entry: entry.covers(year))
        found = [entry for entry in entries if all(test(entry) for test in tests)]
        earlier = [entry.pk for entry in found if entry.state in EARLIER]
        items = Paginator(earlier, ITEMS_A_PAGE).get_page(request.GET.get("page"))
        current = [entry for entry in found if entry.state not in EARLIER]
        if items.number > 1:
            current = []
        plans = index.cards([*(entry.pk for entry in current), *items.object_list])

        def those(state: PlanState) -> list[PlanPage]:
            return [plans[entry.pk] for entry in current if entry.state == state]

        return cls(
            in_force=those(PlanState.IN_FORCE),
            out_for_comment=those(PlanState.COMMENT),
            # What begins next comes first.
            coming=those(PlanState.COMING)[::-1],
            drafts=those(PlanState.DRAFT),
            items=items,
            earlier=[plans[pk] for pk in items.object_list],
            count=len(found),
            kinds=_kinds(entries, kind, index.language_code),
            organisations=_units(entries, unit, index),
            years=_years(entries, year),
            query=query,
        )

    @property
    def is_narrowed(self) -> bool:
        """Tell whether any filter is in use."""
        return bool(self.query)

    @property
    def sections(self) -> list[tuple[str, list[PlanPage]]]:
        """Return the groups that have plans, in the order they are shown, by name."""
        groups = {
            "in_force": self.in_force,
            "comment": self.out_for_comment,
            "coming": self.coming,
            "draft": self.drafts,
            "earlier": self.earlier,
        }
        return [(name, plans) for name, plans in groups.items() if plans]

    @property
    def page_links(self) -> list[int | None]:
        """Return the page numbers to link to; None stands for a gap."""
        return page_links(self.items)


def _chosen_kind(written: str) -> str:
    from plans.models import PlanPage

    written = written.strip()
    if written and written not in PlanPage.Kind.values:
        raise Http404
    return written


def _kinds(entries: Iterable[Entry], chosen: str, code: str) -> list[Choice]:
    from plans.models import PlanPage

    used = {entry.kind for entry in entries}
    choices = []
    for kind in PlanPage.Kind:
        if kind in used:
            label = said(kind.label, code)
            lang = "" if label.lang == languages.html_lang(code) else label.lang
            choices.append(Choice(str(kind), label, lang, kind == chosen))
    return choices


def _units(
    entries: Iterable[Entry], chosen: Organisation | None, index: PlanIndexPage
) -> list[Choice]:
    used = {entry.unit for entry in entries if entry.unit is not None}
    if not used:
        return []
    rows = list(Organisation.objects.filter(translation_key__in=used).select_related("locale"))
    own = {row.translation_key for row in rows if row.locale_id == index.locale_id}
    shown = in_language(
        [row for row in rows if row.locale_id == index.locale_id or row.translation_key not in own],
        index.locale,
    )
    return [
        Choice(
            row.slug,
            row.name,
            foreign_lang(row, index.locale),
            chosen is not None and chosen.translation_key == row.translation_key,
        )
        for row in sorted(shown, key=lambda row: row.name.casefold())
    ]


def _years(entries: Iterable[Entry], chosen: int | None) -> list[Choice]:
    """Return the years that are in the period of any plan, newest first."""
    days = [
        day
        for entry in entries
        for day in (entry.standing.starts_on, entry.standing.ends_on)
        if day
    ]
    if not days:
        return []
    first = max(min(days).year, FIRST_YEAR)
    # A plan without an end holds this year too.
    last = min(max(today(), *days).year, LAST_YEAR)
    return [
        Choice(str(year), str(year), "", year == chosen)
        for year in range(last, first - 1, -1)
        if any(entry.covers(year) for entry in entries)
    ]

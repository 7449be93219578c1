"""A list of news as one request asks for it: filtered, paginated, never broken by a bad address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest

from core.models import foreign_lang, in_language
from people.models import Organisation, Theme

if TYPE_CHECKING:
    from news.models import CallPage, NewsIndexPage, NewsPage, NewsPageQuerySet

ITEMS_A_PAGE = 12
FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass
class Choice:
    """One value of a filter: what to show, what to send, whether it is the one chosen."""

    value: str
    label: str
    lang: str
    is_chosen: bool


@dataclass
class Listing:
    """What the list shows, and how it was narrowed."""

    items: PageOfItems[NewsPage]
    themes: list[Choice]
    organisations: list[Choice]
    years: list[Choice]
    theme: Theme | None
    query: dict[str, str]
    #: What one can take part in now or soon; on the first page only.
    calls: list[CallPage] = field(default_factory=list)
    has_calls: bool = False

    @classmethod
    def from_request(cls, index: NewsIndexPage, request: HttpRequest) -> Listing:
        """Return the list for the query string of ``request``.

        A page number that is none, or out of range, gives the nearest page. Raises Http404 for an
        unknown theme, organisation or year: such an address names nothing.
        """
        items = index.items()
        theme = chosen_theme(index, request.GET.get("theme", ""))
        organisation = _chosen(Organisation, index, request.GET.get("organisation", ""))
        year = _chosen_year(request.GET.get("year", ""))
        query: dict[str, str] = {}
        narrowed = items
        if theme is not None:
            narrowed, query["theme"] = narrowed.about(theme), theme.slug
        if organisation is not None:
            narrowed, query["organisation"] = (
                narrowed.of_organisation(organisation),
                organisation.slug,
            )
        if year is not None:
            narrowed, query["year"] = narrowed.filter(published_on__year=year), str(year)
        shown = Paginator(narrowed.for_cards(), ITEMS_A_PAGE).get_page(request.GET.get("page"))
        return cls(
            items=shown,
            themes=_choices(Theme, items, "themes__theme", theme, index),
            organisations=_choices(Organisation, items, "organisation", organisation, index),
            years=_years(items, year),
            theme=theme,
            query=query,
            calls=_calls(index, theme, organisation) if shown.number == 1 and not year else [],
            has_calls=bool(index.current_calls) or index.calls().exists(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Tell whether any filter is in use."""
        return bool(self.query)

    @property
    def page_links(self) -> list[int | None]:
        """Return the page numbers to link to; None stands for a gap."""
        numbers = self.items.paginator.get_elided_page_range(
            self.items.number, on_each_side=1, on_ends=1
        )
        return [number if isinstance(number, int) else None for number in numbers]


def _calls(
    index: NewsIndexPage, theme: Theme | None, organisation: Organisation | None
) -> list[CallPage]:
    """Return the open and coming calls that the chosen theme and organisation leave."""
    return [
        call
        for call in index.current_calls
        if (theme is None or theme.translation_key in _theme_keys(call))
        and (
            organisation is None
            or (
                call.organisation is not None
                and call.organisation.translation_key == organisation.translation_key
            )
        )
    ]


def _theme_keys(call: CallPage) -> set[UUID]:
    return {link.theme.translation_key for link in call.themes.all()}


def chosen_theme(index: NewsIndexPage, slug: str) -> Theme | None:
    """Return the theme a query string names, or None for no theme; raise Http404 for an unknown one."""
    theme: Theme | None = _chosen(Theme, index, slug)
    return theme


def _chosen(model: Any, index: NewsIndexPage, slug: str) -> Any:
    """Return the row with ``slug``: of the list's language first, else of any, in that language."""
    slug = slug.strip()
    if not slug:
        return None
    if "\x00" in slug:
        raise Http404
    rows = list(model.objects.filter(slug=slug).select_related("locale"))
    rows.sort(key=lambda row: row.locale_id != index.locale_id)
    if not rows:
        raise Http404
    return in_language(rows[:1], index.locale)[0]


def _chosen_year(written: str) -> int | None:
    written = written.strip()
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) == 4):
        raise Http404
    year = int(written)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year


def _choices(
    model: Any, items: NewsPageQuerySet, relation: str, chosen: Any, index: NewsIndexPage
) -> list[Choice]:
    used = items.order_by().values(f"{relation}__translation_key")
    rows = list(model.objects.filter(translation_key__in=used).select_related("locale"))
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


def _years(items: NewsPageQuerySet, chosen: int | None) -> list[Choice]:
    years = (
        items.order_by()
        .annotate(year=ExtractYear("published_on"))
        .values_list("year", flat=True)
        .distinct()
    )
    return [Choice(str(y), str(y), "", y == chosen) for y in sorted(set(years), reverse=True)]

"""A list of news as one request asks for it: filtered, paginated, never broken by a bad address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.db.models.functions import ExtractYear
from django.http import HttpRequest

from core.listing import Choice, chosen_row, chosen_year, page_links
from core.models import foreign_lang, in_language
from people.models import Organisation, Theme

if TYPE_CHECKING:
    from news.models import CallPage, NewsIndexPage, NewsPage, NewsPageQuerySet

ITEMS_A_PAGE = 12


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
        organisation = chosen_row(Organisation, index.locale, request.GET.get("organisation", ""))
        year = chosen_year(request.GET.get("year", ""))
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
        return page_links(self.items)


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
    theme: Theme | None = chosen_row(Theme, index.locale, slug)
    return theme


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

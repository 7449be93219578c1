"""Wagtail's page explorer says of each page how its language versions are, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Locale, Page

from translations.matrix.cells import Cell
from translations.matrix.queries import ORIGINAL, SEPARATE, instances, row_address
from translations.models import LanguageVersion, State

#: What is counted of an original, the worst first; what is as it should be comes last.
COUNTED: Final = (
    *(State.OUTDATED, State.FALLBACK, State.MACHINE, State.MISSING),
    *(State.IN_WORK, State.IN_REVIEW, State.UP_TO_DATE, SEPARATE),
)
KEPT_AS: Final = "language_versions"


@dataclass(frozen=True)
class Count:
    """How many versions of a page are in one state."""

    cell: Cell
    number: int


@dataclass
class Versions:
    """What the explorer says of one page: of an original how its versions are, of a version how it is."""

    href: str
    #: The page itself, where it is a translation.
    cell: Cell | None = None
    #: Of an original: how many versions are in which state.
    counts: list[Count] = field(default_factory=list)


def versions_of(pages: Iterable[Page]) -> dict[int, Versions]:
    """Return what to say of ``pages``, by primary key; two queries, none for no pages.

    Nothing is said of an alias, which is no version, nor of the root of the tree. Asked is the state
    that is stored.
    """
    shown = [page for page in pages if page.alias_of_id is None and page.depth > 1]
    if not shown:
        return {}
    locales = {locale.pk: locale for locale in Locale.objects.all()}
    states: dict[UUID, dict[int, tuple[str, int]]] = {}
    for key, locale, state, outdated in _rows({page.translation_key for page in shown}):
        states.setdefault(key, {})[locale] = state, outdated
    return {page.pk: _said_of(page, states[page.translation_key], locales) for page in shown}


def _rows(keys: set[UUID]) -> Iterable[tuple[UUID, int, str, int]]:
    """Return the pages with ``keys`` and their stored states: ``ORIGINAL`` for what has no record."""
    record = LanguageVersion.objects.filter(
        translation_key=OuterRef("translation_key"), locale=OuterRef("locale")
    )
    rows = (
        instances(Page)
        .filter(translation_key__in=keys)
        .order_by()
        .values_list(
            "translation_key",
            "locale_id",
            Subquery(record.values("state")),
            Subquery(record.values("outdated")),
        )
    )
    for key, locale, state, outdated in rows:
        yield key, locale, state or ORIGINAL, outdated or 0


def _said_of(
    page: Page, states: dict[int, tuple[str, int]], locales: dict[int, Locale]
) -> Versions:
    said = Versions(row_address(page.translation_key))
    state, outdated = states[page.locale_id]
    if state != ORIGINAL:
        said.cell = Cell(locales[page.locale_id], state, outdated=outdated)
        return said
    others = Counter(
        states.get(locale, (State.MISSING, 0))[0] for locale in locales if locale != page.locale_id
    )
    # Beside an original, what has no record is a text of its own.
    others[SEPARATE] = others.pop(ORIGINAL, 0)
    said.counts = [
        Count(Cell(locales[page.locale_id], state), others[state])
        for state in COUNTED
        if others[state]
    ]
    return said


class VersionsColumn(BaseColumn):
    """The language versions of the pages listed, read once for the whole list."""

    cell_template_name = "translations/matrix/explorer_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        """Return what to say of the page ``instance``."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        table = context["table"]
        if not hasattr(table, KEPT_AS):
            setattr(table, KEPT_AS, versions_of(table.data))
        versions: Versions | None = getattr(table, KEPT_AS).get(instance.pk)
        return {**context, "page": instance, "versions": versions}


class ExplorerView(ExplorableIndexView):
    """Wagtail's list of the pages under a page, with their language versions before the last column."""

    base_columns = (
        *ExplorableIndexView.base_columns,
        VersionsColumn("language_versions", label=_("Language versions"), width="16%"),
    )


class ExplorerViewSet(PageViewSet):
    """Wagtail's own views of pages, but for the list."""

    index_view_class = ExplorerView

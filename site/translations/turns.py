"""Two who do something to one page at the same moment: the second waits, and goes on from what is there.

A deed on a page reads and writes the rows of all its language versions. Whoever begins one takes her
turn: the rows are locked in one order, pages before records, each by primary key, before a release and
before a workflow. So nobody decides by what another is changing, and no two wait for each other.
SQLite has one writer at a time, and needs no locks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail.models import Page

from core.facts.families import family
from translations.models import LanguageVersion

#: Where a page stands: columns that its row has from the tree and not from what is written on it.
STANDING = ("path", "depth", "numchild", "url_path")


@dataclass(frozen=True)
class Turn:
    """What is locked: the pages by primary key, aliases too, and the records of versions by language."""

    pages: dict[int, Page]
    versions: dict[int, LanguageVersion]

    def in_language(self, locale: int) -> Page | None:
        """Return the page in a language, which is no alias."""
        found = (
            page
            for page in self.pages.values()
            if page.locale_id == locale and page.alias_of_id is None
        )
        return next(found, None)

    def source_of(self, version: LanguageVersion) -> Page | None:
        """Return the page that ``version`` follows, or None where it is gone; one query."""
        leader = family(version.translation_key).get(version.locale_id)
        return self.in_language(leader) if leader is not None else None

    def is_here(self, page: Page) -> bool:
        """Tell whether ``page`` is there still, and let it stand where its row stands now.

        Saving it as it was read would put it back where it was, and break the tree.
        """
        row = self.pages.get(page.pk)
        if row is not None:
            stand_as(page, row)
        return row is not None


def take_turn(*keys: UUID) -> Turn:
    """Lock all versions of the pages ``keys`` until the transaction ends; two queries."""
    pages = Page.objects.filter(translation_key__in=keys).order_by("pk")
    versions = LanguageVersion.objects.filter(translation_key__in=keys).order_by("pk")
    locked = {page.pk: page for page in pages.select_for_update(no_key=True)}
    return Turn(
        locked,
        {
            row.locale_id: row
            for row in versions.select_related("translation").select_for_update(
                of=("self",), no_key=True
            )
        },
    )


def take_tree(*pages: Page) -> None:
    """Lock the order of the tree until the transaction ends, and read anew where ``pages`` stand.

    Two who move at once would give two pages one place. Take it before a turn.
    """
    list(Page.objects.filter(depth=1).order_by("pk").select_for_update(no_key=True).values("pk"))
    rows = Page.objects.in_bulk([page.pk for page in pages])
    for page in pages:
        if page.pk in rows:
            stand_as(page, rows[page.pk])


def stand_as(page: Page, row: Page) -> None:
    """Let ``page`` stand in memory where ``row`` stands."""
    for name in STANDING:
        setattr(page, name, getattr(row, name))
    page.__dict__.pop("_cached_parent_obj", None)


def keys_of(pages: Iterable[Any]) -> list[UUID]:
    """Return what the turns of ``pages`` are taken by, each once."""
    return sorted({page.translation_key for page in pages})

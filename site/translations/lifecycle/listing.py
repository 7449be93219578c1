"""The versions that a deed would be carried to, for the lists that an editor confirms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import languages
from translations.lifecycle.decisions import Deed
from translations.models import LanguageVersion, LeftOut


@dataclass
class Row:
    """What one page has in one language: its version, and the versions of the pages below it."""

    source: Page
    version: LanguageVersion
    target: Page | None = None
    below: int = 0
    #: Pages below the version that are translations of nothing below the source.
    own_below: int = 0
    deed: str = ""

    @property
    def key(self) -> str:
        """Return what tells the row from others in a form."""
        return f"{self.source.pk}-{self.version.locale_id}"

    @property
    def language(self) -> str:
        """Return the name of the language in itself."""
        return languages.endonym(self.version.locale.language_code)

    @property
    def lang(self) -> str:
        """Return the code of the language for ``lang``."""
        return languages.html_lang(self.version.locale.language_code)

    @property
    def direction(self) -> str:
        """Return how the language is written."""
        return languages.direction(self.version.locale.language_code)

    @property
    def title(self) -> str:
        """Return the title of the version, or nothing where only pages below have versions."""
        return str(self.target.draft_title or self.target.title) if self.target else ""

    @property
    def state(self) -> str | Promise:
        """Return how true the version is, or that it is a draft."""
        if self.target is None:
            return ""
        return self.version.get_state_display() if self.target.live else _("draft")

    @property
    def decision(self) -> LeftOut | None:
        """Return what was decided earlier about this version and deed."""
        found = [row for row in self.version.left_out.all() if row.deed == self.deed]
        return found[0] if found and self.target else None


def rows_of(pages: Sequence[Page], deed: str, *, with_subpages: bool = False) -> list[Row]:
    """Return what follows ``pages`` in ``deed``, by page and language; a constant number of queries.

    Only what is public can be withdrawn. ``with_subpages`` also counts versions of the pages below.
    """
    pages = [page for page in pages if not page.alias_of_id]
    if not pages:
        return []
    scope = Q(pk__in=[page.pk for page in pages])
    if with_subpages:
        for page in pages:
            scope |= Q(path__startswith=page.path)
    within = list(
        Page.objects.filter(scope, alias_of=None).values_list(
            "path", "translation_key", "locale_id"
        )
    )
    keys = {key for _path, key, _locale in within}
    versions = _versions(keys)
    if not versions:
        return []
    targets = {
        (page.translation_key, page.locale_id): page
        for page in Page.objects.filter(translation_key__in=keys, alias_of=None).order_by("path")
        if deed != Deed.LIVE or page.live
    }
    rows: dict[str, Row] = {}
    for page in pages:
        for path, key, locale in within:
            if not path.startswith(page.path):
                continue
            for version in _following(versions[key], locale):
                target = targets.get((key, version.locale_id))
                if target is not None:
                    row = Row(page, version, deed=deed)
                    row = rows.setdefault(row.key, row)
                    if path == page.path:
                        row.target, row.version = target, version
                    else:
                        row.below += 1
    if deed == Deed.DELETION:
        _count_own(rows.values(), set(targets))
    return sorted(rows.values(), key=lambda row: (row.source.path, row.language))


def _versions(keys: Iterable[UUID]) -> dict[UUID, list[LanguageVersion]]:
    found: dict[UUID, list[LanguageVersion]] = defaultdict(list)
    for version in (
        LanguageVersion.objects.filter(translation_key__in=keys, translation__enabled=True)
        .select_related("locale")
        .prefetch_related("left_out__decided_by")
    ):
        found[version.translation_key].append(version)
    return found


def _following(versions: Sequence[LanguageVersion], locale: int) -> list[LanguageVersion]:
    """Return those of the versions of one page that follow ``locale``, at first or second hand."""
    found: list[LanguageVersion] = []
    above = {locale}
    while True:
        new = [
            version
            for version in versions
            if version.source_locale_id in above and version.locale_id not in above
        ]
        if not new:
            return found
        found += new
        above |= {version.locale_id for version in new}


def _count_own(rows: Iterable[Row], going: set[tuple[UUID, int]]) -> None:
    """Count below each version the pages that go with it, though they follow no page that goes."""
    own = [row for row in rows if row.target is not None and row.target.numchild]
    if not own:
        return
    scope = Q()
    for row in own:
        scope |= Q(path__startswith=row.target.path if row.target else "")
    below = list(Page.objects.filter(scope).values_list("path", "translation_key", "locale_id"))
    for row in own:
        path: Any = row.target.path if row.target else ""
        row.own_below = sum(
            one.startswith(path) and one != path and (key, locale) not in going
            for one, key, locale in below
        )

"""Who may see a page: what is restricted on it, and on the pages above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef
from wagtail.models import Page, PageViewRestriction

from translations.models import LanguageVersion, LeftOut

#: What a restriction says: its kind, its password, and the groups.
Said = tuple[str, str, frozenset[int]]
#: Nothing is asked of anybody.
OPEN: frozenset[Said] = frozenset()


@dataclass
class Restrictions:
    """All restrictions of the site, by the path of the page they are set on."""

    by_path: dict[str, frozenset[Said]] = field(default_factory=dict)

    def on(self, path: str) -> frozenset[Said]:
        """Return what is set on the page itself."""
        return self.by_path.get(path, OPEN)

    def above(self, path: str) -> frozenset[Said]:
        """Return what the page has from the pages above it."""
        steps = range(Page.steplen, len(path), Page.steplen)
        return frozenset().union(*(self.on(path[:step]) for step in steps))


def restrictions() -> Restrictions:
    """Read all restrictions; one query, two where there are some."""
    found: dict[str, frozenset[Said]] = {}
    rows = PageViewRestriction.objects.select_related("page").prefetch_related("groups")
    for row in rows:
        found[row.page.path] = found.get(row.page.path, OPEN) | {said(row)}
    return Restrictions(found)


def said(row: PageViewRestriction) -> Said:
    """Return what one restriction says."""
    return row.restriction_type, row.password, frozenset(group.pk for group in row.groups.all())


def agree(
    source: tuple[frozenset[Said], frozenset[Said]], target: tuple[frozenset[Said], frozenset[Said]]
) -> bool:
    """Tell whether a version is seen by nobody who may not see its source, and keeps nobody else out.

    Each is what is set on the page, and what is set above it. Where a version stands under pages that
    more is asked of, that is theirs.
    """
    (own, above), (its_own, its_above) = source, target
    return own | above <= its_own | its_above and its_own <= own | above


def paths_left_out() -> list[str]:
    """Return the paths of versions that were left out of a restriction, with all below them; one query."""
    decided = LeftOut.objects.filter(
        deed=LeftOut.Deed.RESTRICTION,
        version__translation_key=OuterRef("translation_key"),
        version__locale=OuterRef("locale"),
    )
    pages = Page.objects.filter(Exists(decided), alias_of=None)
    return list(pages.values_list("path", flat=True))


def is_below(path: str, above: Iterable[str]) -> bool:
    """Tell whether ``path`` is one of ``above`` or below one."""
    return path.startswith(tuple(above))


def torn(keys: Iterable[UUID], found: Restrictions) -> set[UUID]:
    """Return which of the pages ``keys`` have a version that does not agree in who may see it.

    Two queries.
    """
    keys = list(keys)
    paths = {
        (key, locale): path
        for key, locale, path in Page.objects.filter(
            translation_key__in=keys, alias_of=None
        ).values_list("translation_key", "locale_id", "path")
    }
    versions = LanguageVersion.objects.filter(
        translation_key__in=keys, translation__enabled=True
    ).values_list("translation_key", "source_locale_id", "locale_id")
    return {
        key
        for key, leader, locale in versions
        if (source := paths.get((key, leader)))
        and (target := paths.get((key, locale)))
        and not agree(
            (found.on(source), found.above(source)), (found.on(target), found.above(target))
        )
    }

"""The versions of a page as the lifecycle sees them: who follows whom, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from wagtail.models import Page

from core.facts.families import family, followers
from translations.models import LanguageVersion

#: What is being carried at the moment, as pairs of deed and translation key.
_carrying: ContextVar[frozenset[tuple[str, UUID]]] = ContextVar(
    "kohtaamo-carrying", default=frozenset()
)


@dataclass
class Member:
    """One version of a page; ``leader`` is the language of the version it follows, if it follows one."""

    pk: int
    locale_id: int
    leader: int | None
    live: bool
    expired: bool
    expire_at: datetime | None
    version: LanguageVersion | None
    path: str = ""

    @property
    def decided(self) -> set[str]:
        """Return what an editor decided earlier that this version does not follow."""
        return {row.deed for row in self.version.left_out.all()} if self.version else set()

    @property
    def page(self) -> Any:
        """Return the page itself, as the database has it."""
        return Page.objects.get(pk=self.pk).specific

    @property
    def awaited(self) -> LanguageVersion | None:
        """Return the record of the version if it is to be public as soon as its source is."""
        version = self.version
        if version is None or version.is_withdrawn:
            return version
        return version if getattr(version, "waiting", None) is not None else None


def members(key: UUID) -> dict[int, Member]:
    """Return by language the versions that are pages of their own; those others follow come first.

    Aliases are none: Wagtail keeps them. Four queries, one where nothing is translated.
    """
    leaders = family(key)
    if not leaders:
        return {}
    versions = {
        version.locale_id: version
        for version in LanguageVersion.objects.filter(translation_key=key)
        .select_related("waiting__revision", "waiting__asked_by")
        .prefetch_related("left_out")
    }
    found = {
        page.locale_id: Member(
            page.pk,
            page.locale_id,
            leaders.get(page.locale_id),
            page.live,
            page.expired,
            page.expire_at,
            versions.get(page.locale_id),
            page.path,
        )
        for page in Page.objects.filter(translation_key=key, alias_of=None)
    }
    steps = {
        locale: sum(locale in followers(leader, leaders) for leader in {*leaders.values()})
        for locale in found
    }
    return {locale: found[locale] for locale in sorted(found, key=lambda one: (steps[one], one))}


def stand_ins(key: UUID) -> list[Page]:
    """Return the aliases in other languages than their page: they stand where a translation is missing.

    wagtail-localize makes them of the pages above a translation, asking nobody.
    """
    aliases = Page.objects.filter(translation_key=key, alias_of__isnull=False)
    others = aliases.exclude(locale=F("alias_of__locale"))
    return list(others.select_related("alias_of").order_by("path"))


def is_carrying(deed: str, key: UUID) -> bool:
    """Tell whether ``deed`` is being carried to the versions of ``key``; who does looks at the rows after."""
    return (deed, key) in _carrying.get()


@contextmanager
def carrying(deed: str, key: UUID) -> Iterator[bool]:
    """Say within the block that a deed is being carried; yield False if that was said around it.

    What carrying does to the versions is seen by the same signals, which must not begin anew.
    """
    around = _carrying.get()
    if (deed, key) in around:
        yield False
        return
    token = _carrying.set(around | {(deed, key)})
    try:
        yield True
    finally:
        _carrying.reset(token)

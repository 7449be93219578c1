"""The public versions of a plan, and the plans before and after it, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F, Max, Q
from wagtail.models import Page

from plans.models import PlanPage, ProgressReport

#: An alias across languages shows a text under the address of another language: no version of it.
IN_ANOTHER_LANGUAGE = Q(alias_of__isnull=False) & ~Q(alias_of__locale=F("locale"))


@dataclass(frozen=True)
class Relatives:
    """Pages that belong to a plan; of the plans beside it, the version its readers understand best."""

    #: The public versions, in the order of the site's languages.
    versions: list[Page]
    previous: Page | None = None
    following: Page | None = None


def relatives_of(page: PlanPage) -> Relatives:
    """Return the relatives of ``page``, at a query or two."""
    chain = page.chain
    older, newer = chain.older.get(page.translation_key), chain.successor(page.translation_key)
    keys = [page.translation_key, *([older] if older else []), *([newer.key] if newer else [])]
    rows = page.publicly(Page.objects.live().filter(translation_key__in=keys))
    found: dict[UUID, dict[str, Page]] = {key: {} for key in keys}
    for row in rows.exclude(IN_ANOTHER_LANGUAGE).select_related("locale").order_by("pk"):
        found[row.translation_key].setdefault(row.locale.language_code, row)
    versions = found[page.translation_key]
    return Relatives(
        [versions[code] for code, _name in settings.LANGUAGES if code in versions],
        best(found[older].values(), page.language_code) if older else None,
        best(found[newer.key].values(), page.language_code) if newer else None,
    )


def best(pages: Iterable[Page], code: str) -> Page | None:
    """Return of the versions of one page that in the language ``code``, or else the site's, or any."""
    by_code = {page.locale.language_code: page for page in pages}
    for wanted in (code, settings.LANGUAGE_CODE):
        if wanted in by_code:
            return by_code[wanted]
    return next(iter(by_code.values()), None)


def facts_changed_at(page: PlanPage, versions: Iterable[Page]) -> datetime | None:
    """Return when the facts last changed: published in any language, or told of an action; one query.

    Facts are one for all languages (ADR 0019), and so is this moment.
    """
    told: dict[str, Any] = ProgressReport.objects.filter(plan_key=page.translation_key).aggregate(
        last=Max("made_at")
    )
    moments = [page.last_published_at, told["last"], *(each.last_published_at for each in versions)]
    return max((moment for moment in moments if moment is not None), default=None)

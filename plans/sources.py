"""Which language version of a plan the others follow: whose editors answer for its facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from django.conf import settings
from wagtail.models import Page
from wagtail_localize.models import Translation

P = TypeVar("P", bound=Page)


def source_among(versions: Sequence[P], following: Collection[int]) -> P:
    """Return of the ``versions`` of one plan the one that the others follow.

    ``following`` are the locales whose versions are translations of another. Where several follow
    nobody, that in the site's main language counts, and else the oldest. No query if the locales are
    there.
    """
    free = [page for page in versions if page.locale_id not in following] or list(versions)
    return min(
        free,
        key=lambda page: (page.locale.language_code != settings.LANGUAGE_CODE, page.pk),
    )


def sources_of(versions: Iterable[P]) -> list[P]:
    """Return of the ``versions`` of many plans the one of each that the others follow; one query."""
    by_key: dict[UUID, list[P]] = {}
    for page in versions:
        by_key.setdefault(page.translation_key, []).append(page)
    pairs = Translation.objects.filter(source__object_id__in=by_key, enabled=True)
    following: dict[UUID, set[int]] = {}
    for key, locale in pairs.values_list("source__object_id", "target_locale_id"):
        following.setdefault(key, set()).add(locale)
    return [source_among(pages, following.get(key, ())) for key, pages in by_key.items()]

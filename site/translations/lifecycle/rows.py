"""Whether the rows of all versions of a page agree: asked at one query, whenever one is written."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from core.facts.families import family
from translations.lifecycle.decisions import Deed
from translations.lifecycle.expiry import carry_expiry
from translations.lifecycle.live import carry_live
from translations.models import LanguageVersion


def carry_rows(key: UUID) -> None:
    """Carry what the rows of the versions of a page do not agree in. One query where they do agree.

    Two where a version is a draft that nobody waits for.
    """
    restless = LanguageVersion.objects.filter(
        Q(is_withdrawn=True) | Q(waiting__isnull=False) | Q(left_out__deed=Deed.LIVE),
        translation_key=OuterRef("translation_key"),
        locale=OuterRef("locale"),
    )
    rows = list(
        Page.objects.filter(translation_key=key, alias_of=None)
        .annotate(is_restless=Exists(restless))
        .values_list("locale_id", "live", "expire_at", "is_restless")
    )
    if len(rows) < 2:
        return
    if len({expire_at for _locale, _live, expire_at, _restless in rows}) > 1:
        carry_expiry(key)
    lives = {locale: live for locale, live, _expire_at, _restless in rows}
    if any(is_restless for *_row, is_restless in rows) or _is_any_alone(key, lives):
        carry_live(key)


def _is_any_alone(key: UUID, lives: dict[int, bool]) -> bool:
    """Tell whether a version is public while what it follows is not."""
    if len(set(lives.values())) < 2:
        return False
    return any(
        lives.get(locale, False) and not lives.get(leader, True)
        for locale, leader in family(key).items()
    )

"""Which language version of a page follows which: what wagtail-localize's translations say.

A version follows the version that it is a translation of, while the translation is enabled. One whose
translation was stopped, or that never was one, follows nobody.
"""

from __future__ import annotations

from uuid import UUID

from wagtail_localize.models import Translation


def family(key: UUID) -> dict[int, int]:
    """Return by locale id the id of the locale whose version it follows; at one query.

    Where wagtail-localize has two translations into one language, or two that follow each other, the
    one that was there first counts.
    """
    pairs = (
        Translation.objects.filter(source__object_id=key, enabled=True)
        .order_by("pk")
        .values_list("target_locale_id", "source__locale_id")
    )
    leaders: dict[int, int] = {}
    for target, source in pairs:
        if target not in leaders and target not in (source, *_above(source, leaders)):
            leaders[target] = source
    return leaders


def followers(locale_id: int, leaders: dict[int, int]) -> list[int]:
    """Return the locales whose versions follow that of ``locale_id``, at first or second hand."""
    return [one for one in leaders if locale_id in _above(one, leaders)]


def leading(leaders: dict[int, int]) -> list[int]:
    """Return the locales whose versions others follow; those that follow nobody first."""
    return sorted(set(leaders.values()), key=lambda one: (len(_above(one, leaders)), one))


def _above(locale_id: int, leaders: dict[int, int]) -> list[int]:
    found = []
    leader = leaders.get(locale_id)
    while leader is not None:
        found.append(leader)
        leader = leaders.get(leader)
    return found

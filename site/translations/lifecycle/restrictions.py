"""Who may see a page is one for all its versions."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from wagtail.models import PageViewRestriction

from translations import acting
from translations.freshness import refresh
from translations.lifecycle.decisions import Deed, is_left_out
from translations.lifecycle.members import carrying, members, stand_ins

#: What a restriction says: its kind, its password, and the groups.
Said = tuple[str, str, frozenset[int]]


def carry_restrictions(key: UUID) -> int:
    """Put on each version the restriction of what it follows, or none; return how many had another.

    It is the restriction of the page itself; what it inherits from the pages above it, its versions
    inherit from the versions of those, and from aliases that stand in for them.
    """
    changed = 0
    with transaction.atomic(), carrying(Deed.RESTRICTION, key) as is_first:
        found = members(key) if is_first else {}
        aliases = stand_ins(key) if is_first else []
        shown = [pk for alias in aliases for pk in (alias.pk, alias.alias_of_id)]
        rows = _rows([*(member.pk for member in found.values()), *shown])
        for member in found.values():
            leader = found.get(member.leader) if member.leader is not None else None
            if leader is None:
                continue
            own, wanted = rows.get(member.pk), rows.get(leader.pk)
            if _said(own) == _said(wanted) or is_left_out(member, Deed.RESTRICTION):
                continue
            rows[member.pk] = _write(member.pk, own, wanted)
            changed += 1
        for alias in aliases:
            own, wanted = rows.get(alias.pk), rows.get(alias.alias_of_id)
            if _said(own) != _said(wanted):
                _write(alias.pk, own, wanted)
                changed += 1
        if changed:
            refresh([key])
    return changed


def _rows(pages: list[int]) -> dict[int, PageViewRestriction]:
    """Return by page its restriction; the first one counts, as in Wagtail's own form."""
    found: dict[int, PageViewRestriction] = {}
    for row in (
        PageViewRestriction.objects.filter(page__in=pages).prefetch_related("groups").order_by("pk")
    ):
        found.setdefault(row.page_id, row)
    return found


def _said(row: PageViewRestriction | None) -> Said | None:
    if row is None:
        return None
    return row.restriction_type, row.password, frozenset(group.pk for group in row.groups.all())


def _write(
    page: int, own: PageViewRestriction | None, wanted: PageViewRestriction | None
) -> PageViewRestriction | None:
    user = acting.current().user
    if wanted is None:
        for row in PageViewRestriction.objects.filter(page=page):
            row.delete(user=user)
        return None
    row = own or PageViewRestriction(page_id=page)
    row.restriction_type, row.password = wanted.restriction_type, wanted.password
    row.save(user=user)
    row.groups.set(wanted.groups.all())
    found: PageViewRestriction = PageViewRestriction.objects.prefetch_related("groups").get(
        pk=row.pk
    )
    return found

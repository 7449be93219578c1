"""Who may see a page is one for all its versions."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from translations import acting
from translations.freshness import AT_ONCE, refresh
from translations.lifecycle.decisions import Deed, is_left_out
from translations.lifecycle.members import carrying, members, stand_ins
from translations.models import LanguageVersion
from translations.readers import (
    Restrictions,
    Said,
    agree,
    is_below,
    paths_left_out,
    restrictions,
    said,
    torn,
)


def carry_restrictions(key: UUID) -> int:
    """Put on each version the restrictions of what it follows; return how many had others.

    What a page inherits from the pages above it, its versions inherit from the versions of those, and
    from aliases that stand in for them. A version that stands elsewhere has it on itself. The same is seen
    to for all pages below. One query where nothing on the site is restricted.
    """
    with transaction.atomic(), carrying(Deed.RESTRICTION, key) as is_first:
        found = restrictions() if is_first else Restrictions()
        if not found.by_path:
            return 0
        changed = _carry(key, found)
        if changed:
            refresh([key])
        _carry_below(key, restrictions() if changed else found)
    return changed


def _carry(key: UUID, found: Restrictions) -> int:
    """Carry the restrictions of one page; ``found`` is brought up to what is written."""
    changed, left_out = 0, None
    versions = members(key)
    for member in versions.values():
        leader = versions.get(member.leader) if member.leader is not None else None
        if leader is None:
            continue
        own, above = found.on(leader.path), found.above(leader.path)
        its_above = found.above(member.path)
        if agree((own, above), (found.on(member.path), its_above)):
            continue
        left_out = paths_left_out() if left_out is None else left_out
        if is_below(member.path, left_out) or is_left_out(member, Deed.RESTRICTION):
            continue
        found.by_path[member.path] = own | (above - its_above)
        _write(member.pk, found.by_path[member.path])
        changed += 1
    for alias in stand_ins(key):
        wanted = found.on(alias.alias_of.path)
        if found.on(alias.path) != wanted:
            found.by_path[alias.path] = wanted
            _write(alias.pk, wanted)
            changed += 1
    return changed


def _carry_below(key: UUID, found: Restrictions) -> None:
    """See to the pages below all versions of a page: they inherit what was set or lifted there."""
    above = Page.objects.filter(translation_key=key, numchild__gt=0).values_list("path", flat=True)
    is_child = Q()
    for path in above:
        is_child |= Q(path__startswith=path) & ~Q(path=path)
    if not is_child:
        return
    keys = list(
        LanguageVersion.objects.filter(
            translation_key__in=Page.objects.filter(is_child).values("translation_key")
        )
        .order_by("translation_key")
        .values_list("translation_key", flat=True)
        .distinct()
    )
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        unequal = torn(some, found)
        for one in unequal:
            with carrying(Deed.RESTRICTION, one) as is_first:
                if is_first:
                    _carry(one, found)
        told = LanguageVersion.objects.filter(translation_key__in=some).exclude(disagreements=[])
        unequal |= set(told.values_list("translation_key", flat=True))
        if unequal:
            refresh(unequal)


def _write(page: int, wanted: Iterable[Said]) -> None:
    """Let ``page`` have the restrictions ``wanted`` and no other."""
    user = acting.current().user
    rows = PageViewRestriction.objects.filter(page=page).prefetch_related("groups").order_by("pk")
    lacking, surplus = set(wanted), []
    for row in rows:
        if said(row) in lacking:
            lacking.remove(said(row))
        else:
            surplus.append(row)
    for kind, password, groups in sorted(lacking, key=str):
        row = surplus.pop(0) if surplus else PageViewRestriction(page_id=page)
        row.restriction_type, row.password = kind, password
        row.save(user=user)
        row.groups.set(groups)
    for row in surplus:
        row.delete(user=user)

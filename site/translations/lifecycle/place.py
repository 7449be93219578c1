"""A page that is moved takes its versions along, each in the tree of its own language."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from core.facts.families import family, followers
from translations import acting
from translations.freshness import refresh
from translations.lifecycle.decisions import Deed, is_left_out
from translations.lifecycle.expiry import rewrite
from translations.lifecycle.members import Member, carrying, members
from translations.models import LeftOut


def carry_place(page: Page, parent: Page) -> int:
    """Put the versions of ``page`` under the versions of ``parent``, where it stands; return how many moved.

    One whose language has no version of the parent stays where it is. Old addresses lead to the new
    ones, as for every moved page.
    """
    key, moved = page.translation_key, 0
    leaders = family(key)
    with transaction.atomic(), carrying(Deed.PLACE, key) as is_first:
        found = members(key) if is_first and leaders else {}
        staying: set[int] = set()
        places = _versions_of(parent) if found else {}
        for locale in followers(page.locale_id, leaders):
            member, target = found.get(locale), places.get(locale)
            if member is None:
                continue
            if leaders[locale] in staying or (
                _is_elsewhere(member, target) and is_left_out(member, Deed.PLACE)
            ):
                staying.add(locale)
            elif target is not None and _move(member, target):
                moved += 1
        if found:
            _forget_settled(page, found, places)
            refresh([key])
    return moved


def carry_order(page: Page) -> int:
    """Put the versions of ``page`` among their siblings as it stands among its own; return how many moved.

    Only the page that was moved is: each version comes right after the version of what the page comes
    after now, or before that of what it comes before. Where that is so already, and where a version
    stands elsewhere or was left out, nothing is done. Two queries for each language, and the move.
    """
    key, moved = page.translation_key, 0
    leaders = family(key)
    if not leaders:
        return 0
    with transaction.atomic(), carrying(Deed.PLACE, key) as is_first:
        found = members(key) if is_first else {}
        parent = page.get_parent(update=True)
        order = list(parent.get_children().values_list("translation_key", flat=True))
        for locale in followers(page.locale_id, leaders):
            member = found.get(locale)
            if member is None or Deed.PLACE in member.decided:
                continue
            version = member.page
            beside = version.get_parent()
            if beside.translation_key == parent.translation_key:
                moved += _put_in_order(version, order, list(beside.get_children()))
    return moved


def _put_in_order(version: Page, order: list[UUID], siblings: list[Page]) -> bool:
    """Move ``version`` among ``siblings`` to where ``order`` has it; those it does not name do not count."""
    place = order.index(version.translation_key)
    earlier, later = set(order[:place]), set(order[place + 1 :])
    own = next(nr for nr, one in enumerate(siblings) if one.pk == version.pk)
    before = [one for one in siblings if one.translation_key in earlier]
    after = [one for one in siblings if one.translation_key in later]
    if not ({*siblings[:own]} & {*after} or {*siblings[own + 1 :]} & {*before}):
        return False
    if before:
        neighbour = max(before, key=lambda one: order.index(one.translation_key))
        pos = "right"
    else:
        neighbour = min(after, key=lambda one: order.index(one.translation_key))
        pos = "left"
    move = MovePageAction(version, neighbour, pos=pos, user=acting.current().user)
    move.execute(skip_permission_checks=True)  # who may move the source was asked
    return True


def _versions_of(parent: Page) -> dict[int, Page]:
    """Return by language the versions of ``parent``; an alias only where there is no other."""
    rows = Page.objects.filter(translation_key=parent.translation_key)
    found: dict[int, Page] = {}
    for row in sorted(rows, key=lambda one: (one.alias_of_id is not None, one.pk)):
        found.setdefault(row.locale_id, row)
    return found


def _is_elsewhere(member: Member, target: Page | None) -> bool:
    return target is not None and member.page.get_parent().pk != target.pk


def _move(member: Member, target: Page) -> bool:
    page = member.page
    if page.get_parent().pk == target.pk or page.pk == target.pk or target.is_descendant_of(page):
        return False
    slug = find_available_slug(target, page.slug, ignore_page_id=page.pk)
    if slug != page.slug:
        page.slug = slug
        page.save(clean=False)
        rewrite(page, "slug", slug)
    move = MovePageAction(page, target, pos="last-child", user=acting.current().user)
    move.execute(skip_permission_checks=True)  # who may move the source was asked
    return True


def _forget_settled(page: Page, found: dict[int, Member], places: dict[int, Page]) -> None:
    """Forget the decision about a version that stands by its source again."""
    for member in found.values():
        if member.leader is None or Deed.PLACE not in member.decided:
            continue
        if not _is_elsewhere(member, places.get(member.locale_id)):
            LeftOut.objects.filter(version=member.version, deed=Deed.PLACE).delete()

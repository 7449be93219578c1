"""A page that is deleted takes along what follows it; what is left out stands on its own from then on."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from core.facts.families import family, followers
from translations import acting
from translations.freshness import refresh
from translations.lifecycle.decisions import Deed, note
from translations.lifecycle.members import members, stand_ins


def followers_of(page: Page) -> list[int]:
    """Return the ids of the pages that follow ``page`` at first hand; theirs follow when they go."""
    if page.alias_of_id:
        return []
    found = members(page.translation_key).values()
    return [one.pk for one in found if one.leader == page.locale_id and one.pk != page.pk]


def stand_ins_of(page: Page) -> list[int]:
    """Return the ids of the aliases of ``page`` that stand in for translations of it."""
    if page.alias_of_id:
        return []
    return [one.pk for one in stand_ins(page.translation_key) if one.alias_of_id == page.pk]


def clear_away(pks: list[int]) -> None:
    """Delete the aliases that stood in for a page that is gone; hide those that bear other pages.

    Wagtail would leave them as pages of their own, with the texts of another language.
    """
    user = acting.current().user
    for alias in Page.objects.filter(pk__in=pks):
        if alias.numchild:
            alias.specific.unpublish(user=None)
        else:
            DeletePageAction(alias.specific, user=user).execute(skip_permission_checks=True)


def all_followers_of(page: Page) -> list[int]:
    """Return the ids of the pages that follow ``page`` at first or second hand: all that would go with it."""
    leaders = family(page.translation_key)
    found = members(page.translation_key)
    return [found[one].pk for one in followers(page.locale_id, leaders) if one in found]


def carry_deletion(page: Page, pks: list[int]) -> int:
    """Delete the pages ``pks`` that followed ``page``, unless left out; return how many went.

    wagtail-localize has taken away their translation records with the page: one that is left out
    follows nobody any more.
    """
    user, reasons, gone = acting.current().user, acting.current().left_out, 0
    with transaction.atomic():
        for pk in pks:
            follower: Any = Page.objects.filter(pk=pk).first()
            if follower is None:
                continue  # it went with a page above it
            reason = reasons.get(follower.locale_id, "").strip()
            if reason:
                note(follower.specific, Deed.DELETION, reason)
            else:
                # Who may delete the source was asked.
                DeletePageAction(follower.specific, user=user).execute(skip_permission_checks=True)
                gone += 1
        refresh([page.translation_key])
    return gone

"""Sees what is done to pages, by whichever door, and has it carried to their versions."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move
from wagtail_localize.models import Translation

from translations.acting import acting
from translations.lifecycle.decisions import Deed
from translations.lifecycle.deletion import carry_deletion, clear_away, followers_of, stand_ins_of
from translations.lifecycle.expiry import carry_expiry
from translations.lifecycle.live import carry_live, note_expired
from translations.lifecycle.members import is_carrying
from translations.lifecycle.place import carry_order, carry_place
from translations.lifecycle.restrictions import carry_restrictions
from translations.lifecycle.rows import carry_rows

#: The columns of a page that are carried when its row is written.
CARRIED = frozenset({"live", "expire_at", "expired"})


def note_row(
    sender: type[Model],
    instance: Any,
    raw: bool = False,
    created: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Carry what the row of a page says now. One query where all versions agree.

    A new alias in another language is seen by whom its page is.
    """
    if created and instance.alias_of_id and not raw:
        carry_restrictions(instance.translation_key)
    if raw or instance.alias_of_id or (update_fields is not None and not update_fields & CARRIED):
        return
    if not is_carrying(Deed.LIVE, instance.translation_key):
        carry_rows(instance.translation_key)
    if instance.expired and not instance.live:
        note_expired(instance)


def note_move(sender: type[Page], instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Carry a move among siblings, or to another parent, where others may see the page."""
    if instance.alias_of_id or is_carrying(Deed.PLACE, instance.translation_key):
        return
    if kwargs.get("parent_page_before") == parent_page_after:
        carry_order(instance)
        return
    carry_place(instance, parent_page_after)
    with acting(left_out={}):  # what was left out of the move was not asked about this
        carry_restrictions(instance.translation_key)


def note_restriction(
    sender: type[Model],
    instance: PageViewRestriction,
    raw: bool = False,
    origin: Any = None,
    **kwargs: Any,
) -> None:
    """Carry a restriction that was set, changed or lifted; not one that goes with its page."""
    model = getattr(origin, "model", type(origin))
    if raw or (origin is not None and not issubclass(model, PageViewRestriction)):
        return
    if not instance.page.alias_of_id:
        carry_restrictions(instance.page.translation_key)


def note_groups(
    sender: type[Model], instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any
) -> None:
    """Carry a change in the groups of a restriction."""
    if not action.startswith("post_"):
        return
    if not reverse:
        note_restriction(sender, instance)
        return
    for row in PageViewRestriction.objects.filter(pk__in=pk_set or ()).select_related("page"):
        note_restriction(sender, row)


def note_translation(
    sender: type[Translation],
    instance: Translation,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Let a version that begins, or begins again, to follow agree with what it follows."""
    if raw or not instance.enabled or (update_fields and "enabled" not in update_fields):
        return
    key = instance.source.object_id
    if Page.objects.filter(translation_key=key, locale_id=instance.target_locale_id).exists():
        carry_expiry(key)
        carry_restrictions(key)
        carry_live(key)


def remember_followers(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Note what follows a page before wagtail-localize forgets it."""
    instance._going_along = followers_of(instance)
    instance._standing_in = stand_ins_of(instance)


def note_deletion(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Delete what followed a page that is gone."""
    going: list[int] = getattr(instance, "_going_along", [])
    if going:
        carry_deletion(instance, going)
    standing: list[int] = getattr(instance, "_standing_in", [])
    if standing:
        clear_away(standing)


def watch() -> None:
    """Listen to pages of every type, to where they stand, and to who may see them."""
    for model in apps.get_models():
        if issubclass(model, Page):
            post_save.connect(note_row, sender=model, dispatch_uid=f"life-{model._meta.label}")
    post_page_move.connect(note_move, dispatch_uid="life-move")
    post_save.connect(note_restriction, sender=PageViewRestriction, dispatch_uid="life-restricted")
    post_delete.connect(note_restriction, sender=PageViewRestriction, dispatch_uid="life-lifted")
    m2m_changed.connect(
        note_groups, sender=PageViewRestriction.groups.through, dispatch_uid="life-groups"
    )
    post_save.connect(note_translation, sender=Translation, dispatch_uid="life-translation")
    pre_delete.connect(remember_followers, sender=Page, dispatch_uid="life-going")
    post_delete.connect(note_deletion, sender=Page, dispatch_uid="life-gone")

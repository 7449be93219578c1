"""What happens by itself when a page begins to follow another."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.facts import carry_facts
from core.models import BasePage


@receiver(post_save, sender=Translation)
def begin_to_follow(
    sender: type,
    instance: Translation,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Put the facts of the source on a version that begins, or begins again, to follow it (ADR 0019)."""
    if raw or not instance.enabled or (update_fields and "enabled" not in update_fields):
        return
    source = Page.objects.live().filter(
        translation_key=instance.source.object_id, locale_id=instance.source.locale_id
    )
    page = source.specific().first()
    if isinstance(page, BasePage):
        carry_facts(page)

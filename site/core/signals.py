"""What happens by itself when a page goes out."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from core.models import BasePage
from core.untranslated import note_untranslated


@receiver(page_published)
def remember_untranslated_texts(sender: type, instance: Any, **kwargs: Any) -> None:
    """Note on a published translation which of its texts are still in the source language."""
    if isinstance(instance, BasePage):
        note_untranslated(instance)

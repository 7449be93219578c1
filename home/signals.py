"""What happens by itself when a front door goes out."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from home.models import HomePage
from home.set_up import open_front_door


@receiver(page_published, sender=HomePage)
def open_the_language(sender: type, instance: HomePage, **kwargs: Any) -> None:
    """Let editors, publishers and the language's translators in under a front door, once."""
    open_front_door(instance)

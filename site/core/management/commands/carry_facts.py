"""``carry_facts``: puts the facts of every published page on its translations."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.facts import carry_facts, family
from core.facts.families import leading
from core.models import BasePage


class Command(BaseCommand):
    """Mend translations whose facts are not those of the page they follow.

    There are none, unless somebody wrote past the site (SQL, ``QuerySet.update()``, an import), or a
    page type has got a new fact. Each page is a transaction of its own; safe to run again.
    """

    help = "Put the facts of every published page on its translations, and say how many had others."

    def handle(self, *_args: str, **_options: Any) -> None:
        """Carry, and report."""
        drifted = 0
        enabled = Translation.objects.filter(enabled=True).order_by("source__object_id")
        for key in list(enabled.values_list("source__object_id", flat=True).distinct()):
            leaders = family(key)
            for locale_id in leading(leaders):
                live = Page.objects.live().filter(translation_key=key, locale_id=locale_id)
                page = live.specific().first()
                if isinstance(page, BasePage):
                    drifted += carry_facts(page, leaders)
        self.stdout.write(f"{drifted} translations had other facts than the page they follow")

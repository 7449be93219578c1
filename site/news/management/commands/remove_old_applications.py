"""Remove applications whose time is over: run it every day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from core.freshness import today
from news.retention import remove_old


class Command(BaseCommand):
    """``kohtaamo remove_old_applications``: may be run at any time and again."""

    help = "Remove applications to calls, and their files, whose time is over."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them and say how many."""
        removed = remove_old(today())
        self.stdout.write(
            f"{removed.applications} application(s) and {removed.files} file(s) removed, "
            f"{removed.leftovers} file(s) without a row."
        )

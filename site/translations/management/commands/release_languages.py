"""``kohtaamo release_languages``: publish together what is due."""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from translations.review import releases

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Publish the languages that wait for a time, all of a page or none."""

    help = (
        "Publish the pages whose languages are held together until a time that has come. Each release "
        "is one transaction: the command may be run twice, by two at once, or killed at any point."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Try each of them once; one that fails keeps none of the others from going out."""
        failed = 0
        for release in releases.due():
            try:
                is_out = releases.try_release(release)
            except Exception:
                logger.exception("release %s", release.pk)
                failed += 1
                continue
            release.refresh_from_db()
            if is_out:
                self.stdout.write(f"Published together: {release.source.title}.")
            elif release.refusals:
                self.stderr.write(
                    f"Not published: {release.source.title}. {' '.join(release.refusals)}"
                )
        if failed:
            raise CommandError(f"{failed} releases failed, and are tried again; see the log.")

"""Publish what is due, and take back the schedule of what may no longer go out."""

from __future__ import annotations

import logging
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand
from wagtail.models import Revision

from core.doors import REFUSED, blocking_problems
from core.publishing import PublicationRefused

logger = logging.getLogger(__name__)


class Command(WagtailCommand):
    """Wagtail's command, which one refused page would otherwise stop for all the others.

    A page was in order when it was scheduled, or it could not have been; since then a consent ended or
    captions were taken away. It stays as it is, a draft or the version that is live, its schedule is
    cleared, and its history says why: a page that came out days later, when a film is mended and
    nobody is looking, would be published by accident.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        """Withdraw what is refused, then let Wagtail publish the rest."""
        due = Revision.objects.page_revisions().filter(approved_go_live_at__lt=timezone.now())
        for revision in due.order_by("approved_go_live_at"):
            page = revision.as_object()
            problems = blocking_problems(page)
            if not problems:
                continue
            refused = PublicationRefused(page, problems)
            self.stderr.write(str(refused))
            if not options["dryrun"]:
                self._withdraw(revision, refused)
        super().handle(*args, **options)

    @staticmethod
    def _withdraw(revision: Revision, refused: PublicationRefused) -> None:
        logger.warning("%s (page %s)", refused, refused.page.pk)
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(
            instance=refused.page,
            action=REFUSED,
            revision=revision,
            data={"problems": [str(problem.message) for problem in refused.problems]},
        )

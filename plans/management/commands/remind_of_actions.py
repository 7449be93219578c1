"""``kohtaamo remind_of_actions``: mail those who have told nothing of their actions for long."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plans.reminders import remind


class Command(BaseCommand):
    """Meant for every morning; running it twice sends nothing twice."""

    help = (
        "Reminds contact persons, by e-mail, of actions of plans that nothing was told of for long."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Send the reminders; fail where a mail could not be sent, or a run before this one died."""
        done = remind()
        if options["verbosity"]:
            self.stdout.write(
                f"Mails: {done.mails}, actions: {done.actions}, "
                f"without anybody to remind: {done.without_anybody}."
            )
        if done.uncertain:
            self.stderr.write(
                f"{done.uncertain} reminders of an earlier run that was interrupted may not have been "
                "sent. They are not sent again in this period."
            )
        if done.failed:
            raise CommandError(f"{done.failed} mails could not be sent; the next run tries again.")

"""``kohtaamo seed_demo``: fill a site with the demo's content and its sign-ins."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo import seed


class Command(BaseCommand):
    """Make the demo's content; what is there already is left alone."""

    help = "Loads the demo's content and sign-ins (password: demo); may be run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the site's address, and the consent to public passwords."""
        parser.add_argument("--hostname", default="127.0.0.1", help="the default site's host name")
        parser.add_argument("--port", type=int, default=8000, help="the default site's port")
        parser.add_argument(
            "--yes-insecure-passwords",
            action="store_true",
            help="make users whose password is “demo”, although this is not the demo",
        )
        parser.add_argument(
            "--without-pictures",
            action="store_true",
            help="plain areas instead of drawn pictures, and films as small as a stamp",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where strangers could sign in; else load."""
        if not (settings.KOHTAAMO_DEMO or options["yes_insecure_passwords"]):
            raise CommandError(
                "The demo's users all have the password “demo”, and one of them may do everything. "
                "Load it with the settings config.settings.dev (kohtaamo demo), or say "
                "--yes-insecure-passwords on a machine nobody else can reach."
            )
        if not 0 < options["port"] < 65536:
            raise CommandError(f"{options['port']} is not a port number (1 to 65535).")
        seed(
            pictures=not options["without_pictures"],
            hostname=options["hostname"],
            port=options["port"],
            say=self._say if options["verbosity"] else None,
        )

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()

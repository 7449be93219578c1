"""``kohtaamo set_up_site``: languages, front door, groups, workflow and areas of an empty site."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.set_up import set_up_site
from plans.areas import ensure_areas


class Command(BaseCommand):
    """Make, or complete, a site one can work in."""

    help = "Makes the site's languages, front door, groups and workflow; may be run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address the site answers to."""
        parser.add_argument("--hostname", help="the default site's host name, as www.example.org")
        parser.add_argument("--port", type=int, help="the default site's port (443 for https)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Set up the site, and the areas that regional plans are made for."""
        port = options["port"]
        if port is not None and not 0 < port < 65536:
            raise CommandError(f"{port} is not a port number (1 to 65535).")
        home = set_up_site(hostname=options["hostname"], port=port)
        ensure_areas()
        if options["verbosity"]:
            self.stdout.write(f"The site is set up; its front door is “{home.title}”.")

"""The command ``kohtaamo``: Django's commands, with safe settings chosen for each."""

from __future__ import annotations

import os
import sys

#: Commands that work without a configured site. Everything else wants production settings, and
#: production wants a secret key: a forgotten variable must never give a site with known passwords.
WITHOUT_A_SITE = {"demo", "check", "messages", "help", "version", "--help", "--version"}


def main() -> None:
    """Run the command line. Settings: ``DJANGO_SETTINGS_MODULE``, else by the command."""
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    relaxed = command in WITHOUT_A_SITE and not os.environ.get("KOHTAAMO_SECRET_KEY")
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE",
        "config.settings.dev" if relaxed or command == "demo" else "config.settings.production",
    )
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)

"""``kohtaamo refresh_translations``: compute how true every language version is, and mend drift."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from translations.mending import mend
from translations.roles.publishing import publishing_groups


class Command(BaseCommand):
    """Report and repair what is kept of freshness."""

    help = (
        "Compute the freshness of all language versions. Reports those whose stored state was wrong, "
        "and mends them; with --check it writes nothing and fails if there are any."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Add ``--check``."""
        parser.add_argument("--check", action="store_true", help="Only report; fail on any drift.")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        """Mend, and say in numbers what was found."""
        found = mend(is_check=check)
        self.stdout.write(
            f"{found.versions} language versions: {found.begun} without a record, "
            f"{found.rows} texts of one language without one, "
            f"{found.sources} sources not as recorded, {found.drifted} with a wrong state."
        )
        for group in publishing_groups():
            self.stdout.write(
                f"The group “{group.name}” ({', '.join(group.codes)}) publishes its translations "
                "without a review (Settings > Groups); docs/operations.md says more."
            )
        if check and found.is_drift:
            raise CommandError("There is drift; run the command without --check to mend it.")

"""``messages``: the catalogues of the site, without GNU gettext."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import to_locale

from core.messages import catalogues, check, cldr, upstream
from core.messages.project import Project, checkout


class Command(BaseCommand):
    """Find the texts of the code and the templates and bring the .po files up to date."""

    help = "Bring the message catalogues up to date with the code (no GNU gettext needed)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the other things the command can do instead, one at a time."""
        group = parser.add_mutually_exclusive_group()
        for name, text in (
            ("compile", "compile every .po that is newer than its .mo"),
            ("check", "fail, and say why, if a catalogue is out of date or incomplete"),
            ("cldr", "write calendar and language names for languages that Django lacks"),
            ("upstream", "list the texts of Wagtail that have no Finnish or Swedish"),
        ):
            group.add_argument(
                f"--{name}", dest="task", action="store_const", const=name, help=text
            )

    def handle(self, *_args: str, **options: object) -> None:
        """Do what was asked; CommandError when --check finds a fault."""
        task = options["task"]
        if task == "compile":
            written = catalogues.compile_all()
            self.stdout.write(f"{len(written)} catalogues compiled")
            return
        project = checkout()
        if project is None:
            raise CommandError("only --compile works outside a checkout: there is no source here")
        if task == "check":
            self.check_catalogues(project)
        elif task == "cldr":
            self.write_cldr(project)
        elif task == "upstream":
            self.list_upstream(project)
        else:
            for path in catalogues.write_all(project):
                self.stdout.write(f"wrote {project.relative(path)}")

    def check_catalogues(self, project: Project) -> None:
        """Print every fault and fail if there is one."""
        faults = [*check.check(project), *upstream.overruled(project)]
        if faults:
            listed = "\n".join(faults)
            raise CommandError(f"{listed}\n{len(faults)} faults in the catalogues")
        self.stdout.write("the catalogues are complete and up to date")

    def write_cldr(self, project: Project) -> None:
        """Write the catalogues generated from CLDR."""
        for code in cldr.lacking():
            path = project.catalogue(upstream.SUPPLEMENTS, to_locale(code))
            catalogues.write(path, str(cldr.catalogue(code)).encode())
            self.stdout.write(f"wrote {project.relative(path)}")

    def list_upstream(self, project: Project) -> None:
        """Print the share of translated texts and each that is missing."""
        for locale in catalogues.COMPLETE:
            report = upstream.coverage(project, locale)
            self.stdout.write(f"{locale}: {report.percent:.1f} % of {report.total} texts")
            for package, domain, (_context, msgid, _plural) in report.missing:
                self.stdout.write(f"  {package} ({domain}): {msgid!r}")

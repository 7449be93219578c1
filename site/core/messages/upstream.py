"""How much of the interface of the packages we stand on is translated.

Wagtail's Finnish and Swedish are volunteers' work and not complete. What is missing or wrong is
supplied in ``config/locale``, which outranks the packages' own catalogues. An entry there names
the packages it belongs to where our own entries name files: ``#: wagtail/admin``.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from core.messages.catalogues import COMPLETE, Key, entry_key, is_supplement
from core.messages.project import Project

DISTRIBUTIONS = ("wagtail", "wagtail_localize", "wagtailmedia")
DOMAINS = ("django", "djangojs")
SUPPLEMENTS = "config"

SKIPPED = {
    "wagtail/contrib/styleguide": "a page for Wagtail's own developers, not installed here",
}
"""Packages nobody who works on this site meets, and why."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The texts of the packages in one language: how many there are, and which say nothing."""

    total: int
    missing: list[tuple[str, str, Key]]

    @property
    def percent(self) -> float:
        """The share of texts that resolve, 0 to 100."""
        return 100 * (1 - len(self.missing) / self.total) if self.total else 100.0


def coverage(project: Project, locale: str) -> Coverage:
    """Return how much of the packages resolves in ``locale``, from their .po files and ours."""
    total = 0
    missing: list[tuple[str, str, Key]] = []
    for domain in DOMAINS:
        ours = set(translated(project.catalogue(SUPPLEMENTS, locale, domain)))
        for package, folder in packages():
            source = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
            wanted = [entry_key(entry) for entry in read(source) if not entry.obsolete]
            have = ours | set(translated(folder / locale / "LC_MESSAGES" / f"{domain}.po"))
            total += len(wanted)
            missing += [(package, domain, key) for key in wanted if key not in have]
    return Coverage(total, missing)


def overruled(project: Project) -> Iterator[str]:
    """Yield each text of ours that says it otherwise than an installed package does.

    gettext knows a text by its words alone: a "Title" of ours translated as a job title would
    stand over every page's title in Wagtail too. Such a text needs a context of its own.
    """
    for locale in COMPLETE:
        theirs = {
            entry_key(entry): (_said(entry), package)
            for package, folder in packages((*DISTRIBUTIONS, "django"))
            for entry in read(folder / locale / "LC_MESSAGES" / "django.po")
            if entry.translated()
        }
        supplied = read(project.catalogue(SUPPLEMENTS, locale))
        theirs |= {entry_key(entry): (_said(entry), SUPPLEMENTS) for entry in supplied}
        for name in project.packages():
            path = project.catalogue(name, locale)
            for entry in read(path):
                said, package = theirs.get(entry_key(entry), ("", ""))
                if (
                    said
                    and entry.translated()
                    and not is_supplement(entry)
                    and _said(entry) != said
                ):
                    yield (
                        f"{project.relative(path)}: {entry.msgid!r} is {said!r} in {package}; "
                        "say the same, or give the text a context (pgettext)"
                    )


def _said(entry: polib.POEntry) -> str:
    """Return a translation as one string, its plural forms side by side."""
    return entry.msgstr or " | ".join(entry.msgstr_plural.values())


def packages(distributions: Iterable[str] = DISTRIBUTIONS) -> Iterator[tuple[str, Path]]:
    """Yield each package with catalogues that staff may meet: its name and its locale folder."""
    for distribution in distributions:
        spec = importlib.util.find_spec(distribution)
        if spec is None or spec.origin is None:
            continue
        root = Path(spec.origin).parent
        for folder in sorted(root.rglob("locale")):
            name = folder.parent.relative_to(root.parent).as_posix()
            if name not in SKIPPED and (folder / "en").is_dir():
                yield name, folder


def translated(path: Path) -> Iterator[Key]:
    """Yield the keys of a catalogue's translated entries; none if there is no such file."""
    for entry in read(path):
        if entry.translated():
            yield entry_key(entry)


def read(path: Path) -> polib.POFile:
    """Return a catalogue, empty if there is no such file."""
    return polib.pofile(str(path)) if path.exists() else polib.POFile()

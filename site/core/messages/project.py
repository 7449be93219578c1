"""Where the packages of the project, their templates and their catalogues are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import core

DISTRIBUTION = "kohtaamo"
SHARED = "core"
"""The package whose catalogue holds the texts of templates that belong to no single app."""

NOT_PACKAGES = {"templates", "tests"}


@dataclass(frozen=True, slots=True)
class Project:
    """A tree with the layout of the house: packages in ``root`` and ``root/site``."""

    root: Path

    def packages(self) -> dict[str, Path]:
        """Return the Python packages that may hold texts, name to folder, sorted by name."""
        found = {
            init.parent.name: init.parent
            for folder in (self.root, self.root / "site")
            for init in folder.glob("*/__init__.py")
            if init.parent.name not in NOT_PACKAGES
        }
        return dict(sorted(found.items()))

    def python_files(self, package: str) -> Iterator[Path]:
        """Yield the Python files of one package, in order, migrations left out."""
        for path in sorted(self.packages()[package].rglob("*.py")):
            if "migrations" not in path.parts:
                yield path

    def template_files(self, package: str) -> Iterator[Path]:
        """Yield the templates whose texts go into the catalogue of ``package``, in order.

        ``templates/<package>/`` belongs to that package, every other folder to ``core``.
        """
        templates = self.root / "templates"
        packages = self.packages()
        for path in sorted(templates.rglob("*")):
            if path.suffix not in {".html", ".txt", ".xml"} or not path.is_file():
                continue
            folder = path.relative_to(templates).parts[0]
            if (folder if folder in packages else SHARED) == package:
                yield path

    def catalogues(self) -> list[Path]:
        """Return every .po file of the project, sorted."""
        return sorted(
            po
            for folder in self.packages().values()
            for po in folder.glob("locale/*/LC_MESSAGES/*.po")
        )

    def catalogue(self, package: str, locale: str, domain: str = "django") -> Path:
        """Return the path of one catalogue, whether it exists or not."""
        folder = self.packages()[package] / "locale" / locale / "LC_MESSAGES"
        return folder / f"{domain}.po"

    def relative(self, path: Path) -> str:
        """Return ``path`` as it is written in a catalogue: from the root, with slashes."""
        return path.relative_to(self.root).as_posix()


def checkout() -> Project | None:
    """Return the tree this code runs from, or None if it was installed from a wheel.

    In a checkout ``core`` lies in the source root ``site/``; a wheel spreads the packages among
    everybody else's in site-packages, where a folder tells nothing about who owns it.
    """
    source_root = Path(core.__file__).resolve().parents[1]
    return Project(source_root.parent) if source_root.name == "site" else None


def own_catalogues() -> list[Path]:
    """Return every .po file of this project, in a checkout or in an installed wheel."""
    project = checkout()
    if project is not None:
        return project.catalogues()
    files = metadata.distribution(DISTRIBUTION).files or []
    return sorted(Path(str(file.locate())) for file in files if file.suffix == ".po")

"""Sets a document as a PDF: Typst, in a folder of its own, with the fonts of the repository alone."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import typst

from plans.pdf.document import Document
from plans.pdf.letters import FONTS, WEIGHTS

TEMPLATE: Final = Path(__file__).with_name("plan.typ")
#: ISO 14289-1: tagged, with language, title and text alternatives; Typst refuses to write what is not.
STANDARD: Final = "ua-1"


class PdfError(Exception):
    """Typst could not set a document; says why, in its words."""


@lru_cache(maxsize=1)
def edition() -> str:
    """Return a digest of all that decides how a document looks: template, fonts, Typst itself."""
    digest = hashlib.sha256(version("typst").encode())
    for path in (TEMPLATE, *(FONTS / f"kohtaamo-sans-{name}.ttf" for name in WEIGHTS)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def fingerprint(document: Document) -> str:
    """Return a digest of all that stands in a document, and of how it looks."""
    text = json.dumps(document.data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{edition()}\n{text}".encode()).hexdigest()


def pressed(document: Document, made_at: datetime | None = None) -> bytes:
    """Return the PDF of ``document``. Raises PdfError where Typst finds a fault in it.

    The folder is the root of what Typst may read: the template, the data, the pictures.
    """
    moment = made_at or datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="kohtaamo-pdf-") as name:
        folder = Path(name)
        shutil.copy(TEMPLATE, folder / TEMPLATE.name)
        text = json.dumps(document.data, ensure_ascii=False)
        (folder / "data.json").write_text(text, "utf-8")
        for picture, content in document.pictures.read().items():
            (folder / picture).write_bytes(content)
        try:
            return typst.compile(
                str(folder / TEMPLATE.name),
                root=str(folder),
                format="pdf",
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                pdf_standards=[STANDARD],
                timestamp=int(moment.timestamp()),
            )
        except (RuntimeError, ValueError) as error:  # typst.TypstError is a RuntimeError
            raise PdfError(str(error)) from error

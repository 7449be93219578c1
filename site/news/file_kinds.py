"""What an applicant may send: known by its content, not only by its name.

A document that carries macros, a program called ``cv.pdf`` and a file that breaks off are refused.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
import zipfile
from pathlib import PurePath
from typing import IO, Final

from PIL import Image

MEGABYTE: Final = 1024 * 1024
MOST_BYTES: Final = 5 * MEGABYTE
#: Of one question; and of a whole application, in bytes: what the web server in front must let through.
MOST_FILES: Final = 3
MOST_BYTES_TOGETHER: Final = 20 * MEGABYTE
MOST_FILE_QUESTIONS: Final = 5
MOST_PIXELS: Final = 100_000_000

#: Kind to media type.
KINDS: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "jpg": "image/jpeg",
    "png": "image/png",
}
SUFFIXES: Final = {".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".jpg": "jpg", ".jpeg": "jpg"} | {
    ".png": "png"
}
LONGEST_NAME: Final = 100
_MACROS: Final = re.compile(r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml)$|^(?:basic|scripts)/", re.I)


def kind_of_name(name: str) -> str:
    """Return the kind that a file's name claims; an empty string for none of ours."""
    return SUFFIXES.get(PurePath(name).suffix.lower(), "")


def kind_of_content(file: IO[bytes]) -> str:
    """Return what ``file`` really is, one of ``KINDS``; an empty string for anything else.

    The file is left at its beginning.
    """
    file.seek(0)
    head = file.read(8)
    file.seek(0)
    try:
        if head.startswith(b"%PDF-"):
            return "pdf" if _ends_like_pdf(file) else ""
        if head.startswith(b"\xff\xd8\xff"):
            return "jpg" if _is_image(file, "JPEG") else ""
        if head == b"\x89PNG\r\n\x1a\n":
            return "png" if _is_image(file, "PNG") else ""
        if head.startswith(b"PK\x03\x04"):
            return _kind_of_package(file)
    finally:
        file.seek(0)
    return ""


def shown_name(name: str) -> str:
    """Return a file's name without what could deceive or do harm where it is shown or saved.

    No folder, no control sign, nothing that turns the direction of what follows.
    """
    name = PurePath(name.replace("\\", "/")).name
    name = re.sub(r'[<>:"/|?*\s]+', " ", name)
    kept = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C").strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    if not dot:
        return kept[:LONGEST_NAME] or "file"
    return f"{stem[: LONGEST_NAME - len(suffix) - 1] or 'file'}.{suffix}"


def _ends_like_pdf(file: IO[bytes]) -> bool:
    """Tell whether the end of a PDF is there: half of one is nobody's attachment."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - 2048))
    return b"%%EOF" in file.read()


def _is_image(file: IO[bytes], form: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=[form]) as image:
                if image.width * image.height > MOST_PIXELS:
                    return False
                image.verify()
    except Exception:
        return False
    return True


def _kind_of_package(file: IO[bytes]) -> str:
    """Return ``odt`` or ``docx`` for an intact package without macros (ODF 1.3, part 2; ECMA-376)."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            if any(_MACROS.search(name) for name in names):
                return ""
            if "mimetype" in names:
                info = package.getinfo("mimetype")
                is_text = (
                    info.file_size < 100 and package.read(info).strip() == KINDS["odt"].encode()
                )
                return "odt" if is_text and "content.xml" in names else ""
            is_word = {"[Content_Types].xml", "word/document.xml"} <= set(names)
            return "docx" if is_word else ""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return ""

"""The style sheet as one file: read once, in the order ``css/order.txt`` gives, named by its content.

A page on a slow line should not wait for twenty small files, and a small site should not need a
bundler: the files stay one for each component, and are joined when the process starts.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

CSS = Path(__file__).parent / "static" / "core" / "css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANKS = re.compile(r"\s+")
AROUND = re.compile(r"\s*([{};,>])\s*")


@dataclass(frozen=True)
class Sheet:
    """The joined style sheet and the digest it is named by."""

    text: str
    digest: str


def minified(css: str) -> str:
    """Return ``css`` without comments and needless blanks; blanks inside values stay single."""
    return AROUND.sub(r"\1", BLANKS.sub(" ", COMMENT.sub("", css))).replace(";}", "}").strip()


def _read() -> Sheet:
    names = [line.strip() for line in (CSS / "order.txt").read_text("utf-8").splitlines()]
    text = "\n".join(
        minified((CSS / name).read_text("utf-8"))
        for name in names
        if name and not name.startswith("#")
    )
    return Sheet(text, hashlib.sha256(text.encode()).hexdigest()[:12])


@lru_cache(maxsize=1)
def _kept() -> Sheet:
    return _read()


def sheet() -> Sheet:
    """Return the style sheet; read afresh each time while debugging.

    Raises FileNotFoundError when ``order.txt`` names a file that is not there.
    """
    return _read() if settings.DEBUG else _kept()

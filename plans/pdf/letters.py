"""Text as the fonts can set it: PDF/UA-1 allows no sign without a glyph, and nothing that is none.

Text never becomes markup: it reaches Typst as data (``press``), so there is nothing to escape.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Final

import core

FONTS: Final = Path(core.__file__).resolve().parent / "fonts"
#: What stands for a sign the fonts lack, an emoji for example.
REPLACEMENT: Final = "\ufffd"
#: Signs that our fonts lack and that editors paste: set in DejaVu Sans Mono, which is part of Typst.
SIGNS: Final = frozenset("→←↑↓⇒✓✔✗✘☐☑☒■□●○▪▫◆◇★☆≥≤≠≈‰₽‡‒―")
#: Signs that show nothing and steer the setting: breaks, joiners, hyphens, isolates, directions.
STEERING: Final = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"
)


@lru_cache(maxsize=1)
def glyphs() -> frozenset[int]:
    """Return the code points that can be shown: those of both fonts of the repository, and ``SIGNS``."""
    found = [code_points((FONTS / f"kohtaamo-sans-{name}.ttf").read_bytes()) for name in WEIGHTS]
    return frozenset.intersection(*found) | {ord(sign) for sign in SIGNS}


WEIGHTS: Final = ("regular", "bold")


def code_points(font: bytes) -> frozenset[int]:
    """Return the code points of a TrueType font's ``cmap`` table.

    Reads the formats 4 and 12 (OpenType 1.9, “cmap”). Raises ValueError for a font without either.
    """
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[12 + 16 * i : 16 + 16 * i]: 12 + 16 * i for i in range(count)}
    if b"cmap" not in tables:
        raise ValueError("a font without a table of characters")
    start = struct.unpack_from(">I", font, tables[b"cmap"] + 8)[0]
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">I", font, start + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 4:
            found |= _of_segments(font, at)
        elif kind == 12:
            groups = struct.unpack_from(">I", font, at + 12)[0]
            for group in range(groups):
                first, last = struct.unpack_from(">II", font, at + 16 + 12 * group)
                found.update(range(first, last + 1))
    if not found:
        raise ValueError("a font without a table of characters that we can read")
    return frozenset(found)


def _of_segments(font: bytes, at: int) -> set[int]:
    """Return the code points of a subtable of format 4 at ``at``, those without a glyph left out."""
    double = struct.unpack_from(">H", font, at + 6)[0]
    ends, starts = at + 14, at + 16 + double
    deltas, offsets = starts + double, starts + 2 * double
    found: set[int] = set()
    for place in range(0, double, 2):
        first = struct.unpack_from(">H", font, starts + place)[0]
        last = struct.unpack_from(">H", font, ends + place)[0]
        delta = struct.unpack_from(">H", font, deltas + place)[0]
        offset = struct.unpack_from(">H", font, offsets + place)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                where = offsets + place + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, where)[0]
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                found.add(code)
    return found


def settable(text: object) -> str:
    """Return ``text`` with nothing in it that cannot be set, its blanks made single.

    Composed (NFC); control characters and what would turn the order of the letters go, other signs
    without a glyph become ``REPLACEMENT``. Safe to call twice.
    """
    return " ".join(running(text).split())


def running(text: object) -> str:
    """Return ``text`` as ``settable`` does, but with the blanks at its ends kept: a part of a sentence."""
    composed = unicodedata.normalize("NFC", str(text))
    return "".join(_shown(sign) for sign in composed)


@lru_cache(maxsize=4096)
def _shown(sign: str) -> str:
    """Return what is set for one character."""
    if sign in STEERING:
        return sign
    if sign.isspace():
        return sign if sign == "\u00a0" else " "
    category = unicodedata.category(sign)
    if category in {"Cc", "Cf", "Cs"} or "\ufe00" <= sign <= "\ufe0f":
        return "" if category != "Cc" else " "
    return sign if ord(sign) in glyphs() else REPLACEMENT

"""Tables for other programs: CSV (RFC 4180) that a spreadsheet opens rightly and cannot be harmed by."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

#: What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection): blanks before it
#: do not help, and some programs read the wide forms of the signs as well.
FORMULA: Final = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|\t\r]")
#: What no spreadsheet may hold (XML 1.0, 2.2).
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: Tells Excel that the file is UTF-8; other readers know it as ``utf-8-sig``.
BYTE_ORDER_MARK: Final = "\ufeff"


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet program runs as a formula or chokes on.

    One that would be read as a formula gets an apostrophe before it: “this is text”.
    """
    text = CONTROL.sub("", text)
    return f"'{text}" if FORMULA.match(text) else text


def cell(value: Any) -> str:
    """Return any value as a safe cell; numbers and days are written plainly (``-1``, ISO 8601)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return safe_cell(str(value))


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as CSV: a byte order mark, lines that end in CR LF, every cell safe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([cell(value) for value in row])
    return f"{BYTE_ORDER_MARK}{out.getvalue()}"

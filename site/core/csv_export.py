"""Tables for other programs: CSV (RFC 4180) that a spreadsheet opens rightly and cannot be harmed by."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

#: What makes a spreadsheet take a cell for a formula (OWASP, “CSV Injection”); blanks before it do not
#: help, and some programs read the wide forms of the signs as well.
DANGEROUS: Final = frozenset("=+-@\t\r\n＝＋－＠")
#: Tells Excel that the file is UTF-8; other readers know it as ``utf-8-sig``.
BYTE_ORDER_MARK: Final = "\ufeff"


def safe_cell(value: Any) -> str:
    """Return ``value`` as the text of a cell that no spreadsheet takes for a formula.

    Numbers and dates are written plainly (ISO 8601; ``-1`` stays ``-1``). A text that would be read as
    a formula gets an apostrophe before it, which spreadsheets know as “this is text”.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    text = str(value).replace("\x00", "")
    is_formula = text[:1] in DANGEROUS or text.lstrip()[:1] in DANGEROUS
    return f"'{text}" if text and is_formula else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as CSV: a byte order mark, lines that end in CR LF, every cell safe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
    return f"{BYTE_ORDER_MARK}{out.getvalue()}"

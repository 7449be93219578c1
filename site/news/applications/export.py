"""All applications to a call as one table, for spreadsheet programs: nothing in it is ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]

from core.csv_export import csv_text, safe_cell

if TYPE_CHECKING:
    from news.models import Application, CallPage

#: What no cell of a workbook may exceed (ECMA-376).
LONGEST_CELL = 32_767


def columns_of(call: CallPage, applications: Iterable[Application]) -> dict[str, str]:
    """Return the questions by key: those of the form as it is now, then those it has lost since."""
    columns = {question.key: question.label for question in call.questions.all()}
    for application in applications:
        for row in application.answers:
            columns.setdefault(row["key"], row["label"])
    return columns


def table(call: CallPage, applications: list[Application]) -> Iterator[list[str]]:
    """Return the rows of the table, the first of which names its columns."""
    columns = columns_of(call, applications)
    yield [_("Reference"), _("Received"), _("Language"), *columns.values()]
    for application in applications:
        received = timezone.localtime(application.received_at)
        answers = {row["key"]: shown(row["value"]) for row in application.answers}
        yield [
            application.reference,
            received.strftime("%Y-%m-%d %H:%M:%S"),
            application.language,
            *(answers.get(key, "") for key in columns),
        ]


def shown(value: Any) -> str:
    """Return an answer as text."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return "" if value is None else str(value)


def as_csv(rows: Iterable[list[str]]) -> bytes:
    """Return the table as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows that it is."""
    header, *rest = rows
    return csv_text(header, rest).encode()


def write_xlsx(rows: Iterable[list[str]], file: IO[bytes]) -> None:
    """Write the table as a workbook whose cells are all texts, and stay texts when edited."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title=_("Applications")[:31])
    sheet.freeze_panes = "A2"
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, safe_cell(text)[:LONGEST_CELL])
            cell.data_type = "s"
            cell.quotePrefix = True
            cells.append(cell)
        sheet.append(cells)
    book.save(file)

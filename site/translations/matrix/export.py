"""The matrix as a table for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.db.models import Model
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core import languages
from core.csv_export import csv_text
from translations.matrix.cells import Cell
from translations.matrix.rows import Row, rows_of

#: Rows read together: a bound for memory and for the parameters of a query.
AT_ONCE: Final = 2_000


def csv_of(model: type[Model], keys: Sequence[int], locales: Sequence[Locale]) -> HttpResponse:
    """Return the rows of the originals ``keys`` as a file; four queries for each ``AT_ONCE`` of them."""
    day = timezone.localdate().isoformat()
    return HttpResponse(
        csv_text(_header(locales), _lines(model, keys, locales)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="language-versions-{day}.csv"'},
    )


def _header(locales: Iterable[Locale]) -> list[str]:
    columns = [_("Name"), _("Type"), _("Original language"), _("Owner")]
    for locale in locales:
        name = languages.endonym(locale.language_code)
        columns += [
            f"{name}: {word}"
            for word in (_("State"), _("outdated texts"), _("outdated since"), _("changed by"))
        ]
    return columns


def _lines(
    model: type[Model], keys: Sequence[int], locales: Sequence[Locale]
) -> Iterator[list[Any]]:
    for first in range(0, len(keys), AT_ONCE):
        for row in rows_of(model, keys[first : first + AT_ONCE], locales):
            yield _line(row)


def _line(row: Row) -> list[Any]:
    line: list[Any] = [row.title, row.kind, row.code, row.owner]
    for cell in row.cells:
        line += _columns(cell)
    return line


def _columns(cell: Cell) -> list[Any]:
    since = timezone.localdate(cell.since) if cell.since else None
    words = [str(cell.word), *(str(word) for word in cell.unlike)]
    return ["; ".join(words), cell.outdated or None, since, cell.changed_by]

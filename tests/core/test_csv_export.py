"""Tables that a spreadsheet opens rightly, and that cannot harm whoever opens them."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.csv_export import BYTE_ORDER_MARK, CONTROL, cell, csv_text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+358 40 000 0001", "'+358 40 000 0001"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("|calc", "'|calc"),
        ("a\x07b", "ab"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("– ei kaava", "– ei kaava"),
        ("", ""),
        (None, ""),
        (-1, "-1"),
        (Decimal("-0.50"), "-0.50"),
        (date(2025, 3, 1), "2025-03-01"),
        (True, "true"),
    ],
)
def test_a_cell_is_a_text_a_number_or_a_date_and_never_a_formula(value, written):
    assert cell(value) == written


@given(st.lists(st.text().map(lambda text: CONTROL.sub("", text)), min_size=2, max_size=4))
def test_every_cell_is_read_back_and_none_begins_as_a_formula(cells):
    text = csv_text(["a"] * len(cells), [cells])
    assert text.startswith(BYTE_ORDER_MARK)
    assert text.endswith("\r\n")
    (_header, row) = csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""))
    for given_text, read in zip(cells, row, strict=True):
        assert read.removeprefix("'") == given_text.removeprefix("'")
        assert read.lstrip()[:1] not in {"=", "+", "-", "@"}

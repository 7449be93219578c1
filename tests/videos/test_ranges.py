"""HTTP Range: what is asked for, and how it is read (RFC 9110, section 14)."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videos.ranges import CHUNK, Piece, Span, UnsatisfiableError, asked_span, if_range_holds

WHOLE = None
REFUSED = "416"
TAG = '"abc"'
#: Fri, 02 Jan 2026 03:04:05 GMT
MODIFIED = 1767323045


def answer(header: str, size: int):
    try:
        span = asked_span(header, size)
    except UnsatisfiableError:
        return REFUSED
    return span and (span.start, span.stop)


@pytest.mark.parametrize(
    ("header", "size", "expected"),
    [
        # One range.
        ("bytes=0-0", 100, (0, 1)),
        ("bytes=0-99", 100, (0, 100)),
        ("bytes=10-19", 100, (10, 20)),
        ("bytes=90-", 100, (90, 100)),
        ("bytes=0-", 100, (0, 100)),
        ("bytes=-10", 100, (90, 100)),
        # More than there is.
        ("bytes=90-500", 100, (90, 100)),
        ("bytes=-500", 100, (0, 100)),
        ("bytes=0-999999999999999999999999999999", 100, (0, 100)),
        # How it may be written.
        ("BYTES=1-2", 100, (1, 3)),
        ("  bytes=1-2\t", 100, (1, 3)),
        ("bytes= 1-2 ", 100, (1, 3)),
        ("bytes=001-0002", 100, (1, 3)),
        ("bytes=,1-2", 100, (1, 3)),
        ("bytes=1-2, ,", 100, (1, 3)),
        # Behind the end.
        ("bytes=100-", 100, REFUSED),
        ("bytes=100-200", 100, REFUSED),
        ("bytes=999999999999999999999999999999-", 100, REFUSED),
        ("bytes=-0", 100, REFUSED),
        # An empty file has no byte to begin with.
        ("bytes=0-", 0, REFUSED),
        ("bytes=0-0", 0, REFUSED),
        ("bytes=-0", 0, REFUSED),
        ("bytes=-5", 0, WHOLE),
        # Several, other units, and nothing that is a range.
        ("bytes=0-1,5-6", 100, WHOLE),
        ("bytes=0-1,200-", 100, WHOLE),
        ("bytes=0-1,bytes=5-6", 100, WHOLE),
        ("seconds=0-1", 100, WHOLE),
        ("bytes 0-1", 100, WHOLE),
        ("bytes", 100, WHOLE),
        ("bytes=", 100, WHOLE),
        ("bytes=-", 100, WHOLE),
        ("bytes=--5", 100, WHOLE),
        ("bytes=5", 100, WHOLE),
        ("bytes=5-4", 100, WHOLE),
        ("bytes=500-400", 100, WHOLE),
        ("bytes=+1-2", 100, WHOLE),
        ("bytes=1 -2", 100, WHOLE),
        ("bytes=1-2x", 100, WHOLE),
        ("bytes=0x1-2", 100, WHOLE),
        ("bytes=1.0-2", 100, WHOLE),
        ("bytes=١-٢", 100, WHOLE),
        ("bytes=²-³", 100, WHOLE),
        ("bytes=1-2\n", 100, WHOLE),
        ("bytes=" + "9" * 5000 + "-", 100, WHOLE),
        ("", 100, WHOLE),
    ],
)
def test_the_range_asked_for(header, size, expected):
    assert answer(header, size) == expected


@pytest.mark.parametrize(
    ("header", "holds"),
    [
        (TAG, True),
        (f" {TAG} ", True),
        (f"W/{TAG}", False),
        ('"other"', False),
        ("abc", False),
        ("*", False),
        ("", False),
        ("Fri, 02 Jan 2026 03:04:05 GMT", True),
        ("Friday, 02-Jan-26 03:04:05 GMT", True),
        ("Fri Jan  2 03:04:05 2026", True),
        ("Fri, 02 Jan 2026 03:04:06 GMT", False),
        ("Fri, 02 Jan 2026 03:04:04 GMT", False),
        ("yesterday", False),
    ],
)
def test_if_range_must_name_the_file_as_it_is(header, holds):
    assert if_range_holds(header, TAG, MODIFIED) is holds


def test_without_a_tag_of_its_own_no_tag_names_the_file():
    assert not if_range_holds(TAG, None, MODIFIED)
    assert not if_range_holds('""', None, MODIFIED)


def test_the_span_says_where_it_lies():
    assert Span(10, 20).content_range(100) == "bytes 10-19/100"
    assert len(Span(10, 20)) == 10


@given(st.text(max_size=40), st.integers(0, 10**12))
def test_no_header_breaks_it_and_a_span_lies_within_the_file(header, size):
    for text in (header, f"bytes={header}"):
        found = answer(text, size)
        assert found in (WHOLE, REFUSED) or 0 <= found[0] < found[1] <= size


@given(st.binary(max_size=400), st.integers(0, 500), st.integers(0, 500))
def test_a_range_is_a_slice(content, first, last):
    """Python's own slices are the second opinion."""
    size = len(content)

    def bytes_of(header: str):
        found = answer(header, size)
        return content[found[0] : found[1]] if isinstance(found, tuple) else found

    if last < first:
        assert bytes_of(f"bytes={first}-{last}") is WHOLE
    else:
        assert bytes_of(f"bytes={first}-{last}") == (content[first : last + 1] or REFUSED)
    assert bytes_of(f"bytes={first}-") == (content[first:] or REFUSED)
    suffix = (content[-last:] or WHOLE) if last else REFUSED
    assert bytes_of(f"bytes=-{last}") == suffix


@pytest.mark.parametrize(
    ("size", "span"),
    [
        (0, Span(0, 0)),
        (1, Span(0, 1)),
        (CHUNK, Span(0, CHUNK)),
        (CHUNK + 1, Span(0, CHUNK + 1)),
        (3 * CHUNK, Span(5, 2 * CHUNK + 7)),
    ],
)
def test_a_piece_is_read_in_chunks_and_the_file_closed_behind_it(size, span):
    content = bytes(range(256)) * (size // 256 + 1)
    file = io.BytesIO(content[:size])
    chunks = list(Piece(file, span))
    assert b"".join(chunks) == content[:size][span.start : span.stop]
    assert all(0 < len(chunk) <= CHUNK <= 256 * 1024 for chunk in chunks)
    assert file.closed


def test_a_piece_that_is_dropped_closes_its_file():
    file = io.BytesIO(b"0123456789")
    piece = Piece(file, Span(0, 10))
    piece.close()
    piece.close()
    assert file.closed
    assert list(piece) == []


def test_a_file_that_has_become_shorter_ends_the_piece():
    file = io.BytesIO(b"0123")
    assert b"".join(Piece(file, Span(2, 10))) == b"23"
    assert file.closed

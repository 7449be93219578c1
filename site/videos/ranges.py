"""HTTP Range: which bytes of a file are asked for, and how they are read without holding the file.

One range of bytes is answered as one. Several ranges in one request, a unit other than bytes and a
header that is not understood are answered with the whole file: a server may always ignore ``Range``,
and no player asks for several. Source: RFC 9110, sections 13.1.5 (If-Range), 14.1.2 and 14.2.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import IO

from asgiref.sync import sync_to_async
from django.utils.http import parse_http_date_safe

#: Bytes held in memory at a time while a file is sent.
CHUNK = 256 * 1024
#: No file has a size of more digits; a longer number is not understood.
_DIGITS = r"[0-9]{0,30}"
_UNIT = re.compile(r"bytes=", re.IGNORECASE)
_RANGE = re.compile(rf"({_DIGITS})-({_DIGITS})")
_BLANKS = " \t"


class UnsatisfiableError(ValueError):
    """A range that begins behind the end of the file, or that asks for its last 0 bytes."""


@dataclass(frozen=True)
class Span:
    """The bytes from ``start`` up to, and without, ``stop``."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def content_range(self, size: int) -> str:
        """Return the span as ``Content-Range`` of a file of ``size`` bytes says it."""
        return f"bytes {self.start}-{self.stop - 1}/{size}"


def asked_span(header: str, size: int) -> Span | None:
    """Return the one span that ``header`` asks for of ``size`` bytes; None for the whole file.

    Raises UnsatisfiableError where the answer is 416.
    """
    unit = _UNIT.match(header.strip(_BLANKS))
    if unit is None:
        return None
    # Empty members of a list mean nothing (RFC 9110, 5.6.1.2).
    members = [part.strip(_BLANKS) for part in header.strip(_BLANKS)[unit.end() :].split(",")]
    ranges = [part for part in members if part]
    found = _RANGE.fullmatch(ranges[0]) if len(ranges) == 1 else None
    if found is None or found[0] == "-":
        return None
    return _suffix(int(found[2]), size) if not found[1] else _span(found[1], found[2], size)


def _suffix(length: int, size: int) -> Span | None:
    """Return the last ``length`` bytes; of an empty file the whole, for which 206 has no words."""
    if length == 0:
        raise UnsatisfiableError
    return Span(max(size - length, 0), size) if size else None


def _span(first: str, last: str, size: int) -> Span | None:
    start = int(first)
    stop = int(last) + 1 if last else size
    if last and stop <= start:
        return None  # ends before it begins: invalid, so ignored
    if start >= size:
        raise UnsatisfiableError
    return Span(start, min(stop, size))


def if_range_holds(header: str, etag: str | None, modified: int) -> bool:
    """Tell whether ``If-Range`` names the file as it is now, so that the range may be answered.

    ``modified`` is in seconds since 1970. A weak tag never matches; a date must be the very same. Our
    files are written once, so a date names one content (RFC 9110, 8.8.2.2).
    """
    header = header.strip(_BLANKS)
    if header.startswith(('"', "W/")):
        return header == etag and not header.startswith("W/")
    return parse_http_date_safe(header) == modified


class Piece:
    """A span of an open file, in chunks. The file is closed at its end, or by ``close``."""

    def __init__(self, file: IO[bytes], span: Span) -> None:
        self.file = file
        self.left = len(span)
        file.seek(span.start)

    def read(self) -> bytes:
        """Return the next chunk; nothing at the end, or where the file ends sooner than it should."""
        if self.file.closed:
            return b""
        chunk = self.file.read(min(CHUNK, self.left)) if self.left else b""
        self.left -= len(chunk)
        if not chunk:
            self.close()
        return chunk

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self.read():
            yield chunk

    async def in_turn(self) -> AsyncIterator[bytes]:
        """Yield the chunks under ASGI, where Django would first gather those of a plain iterator."""
        while chunk := await sync_to_async(self.read)():
            yield chunk

    def close(self) -> None:
        """Close the file; may be called again."""
        self.file.close()

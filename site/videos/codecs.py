"""The ``codecs`` parameter of a file's media type, read from the file itself.

A browser that knows the exact profile and level can say beforehand whether it plays the file.

Sources: RFC 6381; ISO/IEC 14496-15 (``avcC``); AV1 Codec ISO Media File Format Binding (``av1C``, which
Matroska keeps as CodecPrivate); RFC 8794 (EBML) and RFC 9559 (Matroska).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

#: No header of ours is larger, in bytes.
_MOST: Final = 16 * 1024 * 1024
#: Boxes of MP4 on the way to a codec's configuration, with the bytes before their first child.
_BOXES: Final = {
    **dict.fromkeys((b"moov", b"trak", b"mdia", b"minf", b"stbl"), 0),
    b"stsd": 8,
    b"avc1": 78,
    b"mp4a": 28,
}
#: Elements of Matroska: Segment, Tracks, TrackEntry; CodecID, CodecPrivate.
_SEGMENT, _TRACKS, _ENTRY, _CODEC, _PRIVATE = 0x18538067, 0x1654AE6B, 0xAE, 0x86, 0x63A2


class NoCodecsError(ValueError):
    """The file does not say what is in it."""


def codecs(path: Path) -> str:
    """Return for an MP4 or WebM file of ours the codecs as RFC 6381 names them, picture first.

    Raises NoCodecsError for a file that is neither, or has other codecs than ours.
    """
    with path.open("rb") as file:
        is_webm = file.read(4) == b"\x1a\x45\xdf\xa3"
        file.seek(0)
        found = _webm(file) if is_webm else _mp4(file)
    if not found or not found[0].startswith(("avc1", "av01")):
        raise NoCodecsError(f"{path.name}: {found}")
    return ", ".join(found)


def _mp4(file: BinaryIO) -> list[str]:
    while head := file.read(8):
        if len(head) < 8:
            break
        size, kind = int.from_bytes(head[:4], "big"), head[4:]
        size = int.from_bytes(file.read(8), "big") - 8 if size == 1 else size
        if kind == b"moov":
            return sorted(set(_in_boxes(file.read(min(size - 8, _MOST)))))
        if size < 8:
            break
        file.seek(size - 8, 1)
    return []


def _in_boxes(data: bytes) -> Iterator[str]:
    """Yield the codecs configured in ``data``, a row of boxes."""
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size < 8:
            return
        body = data[at + 8 : at + size]
        if kind == b"avcC":
            yield f"avc1.{body[1:4].hex()}"
        elif kind == b"esds":
            yield _mpeg4_audio(body)
        elif kind in _BOXES:
            yield from _in_boxes(body[_BOXES[kind] :])
        at += size


def _mpeg4_audio(esds: bytes) -> str:
    """Return ``mp4a.OO.A`` of an ``esds``: object type indication, audio object type (ISO/IEC 14496-1)."""
    # Descriptors in one another: version, ES (3: number, flags), decoder configuration (4), specific (5).
    at, parts = 4, {}
    for tag, own in ((3, 3), (4, 13), (5, 0)):
        if esds[at : at + 1] != bytes([tag]):
            break
        at += 1
        while esds[at] & 0x80:  # the length, seven bits a byte
            at += 1
        at += 1
        parts[tag], at = esds[at:], at + own
    if 5 not in parts:
        raise NoCodecsError("esds is incomplete")
    return f"mp4a.{parts[4][0]:02x}.{parts[5][0] >> 3}"


def _webm(file: BinaryIO) -> list[str]:
    data = file.read(_MOST)
    segment = next((body for name, body in _elements(data) if name == _SEGMENT), b"")
    tracks = next((body for name, body in _elements(segment) if name == _TRACKS), b"")
    found: list[str] = []
    for name, entry in _elements(tracks):
        if name == _ENTRY:
            parts = dict(_elements(entry))
            if parts.get(_CODEC) == b"V_AV1":
                found.insert(0, _av1(parts.get(_PRIVATE, b"")))
            elif parts.get(_CODEC) == b"A_OPUS":
                found.append("opus")
    return found


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield name and content of the EBML elements in ``data``; the last one may be cut."""
    at = 0
    while at < len(data):
        name, at = _number(data, at, keep_marker=True)
        size, at = _number(data, at, keep_marker=False)
        yield name, data[at : at + size]
        at += size


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """Return a number of variable length, and where it ends; one of only ones means “to the end”."""
    length = 9 - data[at].bit_length() if at < len(data) and data[at] else 8
    value = int.from_bytes(data[at : at + length], "big")
    if not keep_marker:
        value &= (1 << 7 * length) - 1
        if value == (1 << 7 * length) - 1:
            value = len(data)
    return value, at + length


def _av1(config: bytes) -> str:
    """Return ``av01.P.LLT.DD`` of an av1C: profile, level, tier, depth in bits."""
    if len(config) < 4:
        raise NoCodecsError("av1C is missing")
    profile, level = config[1] >> 5, config[1] & 0x1F
    tier = "H" if config[2] & 0x80 else "M"
    depth = (12 if config[2] & 0x20 else 10) if config[2] & 0x40 else 8
    return f"av01.{profile}.{level:02}{tier}.{depth:02}"

"""Films that are damaged, disguised, or merely uncommon, made from good ones."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from tests import films


@lru_cache
def made(name: str, *arguments: str) -> Path:
    """Return the path of a file that ffmpeg makes with ``arguments``, once in a process."""
    digest = hashlib.sha256("\0".join(arguments).encode()).hexdigest()[:8]
    path = films.FOLDER / f"{digest}-{name}"
    films._ffmpeg(*arguments, str(path))
    return path


def written(name: str, content: bytes) -> Path:
    """Return the path of a file with this content."""
    path = films.FOLDER / f"{hashlib.sha256(content).hexdigest()[:8]}-{name}"
    path.write_bytes(content)
    return path


def anamorphic() -> Path:
    """Return a film of 320 × 240 stored pixels, each twice as wide as high."""
    return made("wide.mp4", "-i", str(films.film(1, (320, 240))), "-vf", "setsar=2/1")


def as_container(suffix: str) -> Path:
    """Return the plain film of two seconds in another container."""
    copied = ("-c", "copy") if suffix in ("mkv", "mov", "ts") else ()
    return made(f"film.{suffix}", "-i", str(films.film()), *copied)


def with_cover() -> Path:
    """Return a film with a cover picture attached before its own picture track."""
    mapped = ("-map", "1", "-map", "0", "-c", "copy", "-disposition:v:0", "attached_pic")
    return made("cover.mp4", "-i", str(films.film()), "-i", str(picture()), *mapped)


def sound_with_cover() -> Path:
    """Return a song with the picture of its record."""
    mapped = ("-map", "0:a", "-map", "1", "-c", "copy", "-disposition:v:0", "attached_pic")
    return made("song.mp4", "-i", str(films.film()), "-i", str(picture()), *mapped)


def sound() -> Path:
    """Return a file with sound alone."""
    return made("sound.mp4", "-i", str(films.film()), "-vn", "-c", "copy")


def picture(suffix: str = "png") -> Path:
    """Return a still picture."""
    return made(f"picture.{suffix}", "-i", str(films.film()), "-frames:v", "1")


def without_faststart() -> Path:
    """Return the plain film with its table of contents at its end."""
    return made("slow.mp4", "-i", str(films.film()), "-c", "copy")


def hdr() -> Path:
    """Return a film of ten bits marked as HDR (PQ, BT.2020)."""
    marked = "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc"
    coded = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le")
    return made("hdr.mp4", "-i", str(films.film(1)), "-vf", f"format=yuv420p10le,{marked}", *coded)


def changed(source: Path, change: Callable[[bytes], bytes], name: str = "changed.mp4") -> Path:
    """Return a copy whose bytes went through ``change``."""
    return written(name, change(source.read_bytes()))


def huge() -> Path:
    """Return a film whose headers claim a picture of 65,535 × 65,535 pixels."""

    def claim(data: bytes) -> bytes:
        at = data.index(b"avc1", data.index(b"stsd")) + 4 + 24
        assert struct.unpack(">HH", data[at : at + 4]) == (320, 180)
        return data[:at] + struct.pack(">HH", 65535, 65535) + data[at + 4 :]

    return changed(films.film(), claim, "huge.mp4")


def truly_huge() -> Path:
    """Return a film whose pictures are coded with more pixels than we decode: 8,192 × 8,192."""
    drawn = ("-f", "lavfi", "-i", "color=size=8192x8192:rate=2:duration=1")
    return made("square.mp4", *drawn, "-c:v", "libx264", "-preset", "ultrafast")


def referring(to: str, kind: str) -> Path:
    """Return an MP4 whose samples are said to lie elsewhere (``dref``).

    ``kind`` is ``url`` for an address as the standard has it, ``alis`` for an alias of QuickTime's,
    which is the form that ffmpeg would follow if it were allowed to.
    """
    if kind == "url":
        entry = b"url \0\0\0\0" + to.encode() + b"\0"
    else:
        path = to.replace("/", ":").encode()
        path += b"\0" * (len(path) % 2)
        fixed = b"\0" * 10 + b"\0" + b"\0" * 27 + b"\0" * 12 + b"\0" + b"\0" * 63 + b"\0" * 16
        levels = struct.pack(">HH", 1, 1) + b"\0" * 16
        entry = b"alis\0\0\0\0" + fixed + levels
        entry += struct.pack(">HH", 2, len(path)) + path + b"\xff\xff\0\0"

    def refer(data: bytes) -> bytes:
        box = b"\0\0\0\x0curl \0\0\0\x01"  # “in this file”
        assert box in data
        return _grown(data, box, struct.pack(">I", len(entry) + 4) + entry)

    return changed(without_faststart(), refer, "referring.mp4")


def _grown(data: bytes, old: bytes, new: bytes) -> bytes:
    """Replace boxes inside moov, and make the boxes around them longer by the difference."""
    while (at := data.find(old)) >= 0:
        more = len(new) - len(old)
        parts = bytearray(data[:at] + new + data[at + len(old) :])
        place, end = 0, len(data)
        while True:  # from the outermost box that holds the place to the innermost
            size, kind = struct.unpack(">I4s", data[place : place + 8])
            if not place <= at < place + size:
                place += size
            else:
                if place == at:
                    break
                struct.pack_into(">I", parts, place, size + more)
                end = place + size
                place += 16 if kind == b"dref" else 8
            assert place < end
        data = bytes(parts)
    return data

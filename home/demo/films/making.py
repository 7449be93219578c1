"""Film the scripts: pictures and sound go into ffmpeg, and a film comes out.

A film and the sample made of it are drawn once and filmed together.
"""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO

from PIL import Image

from home.demo.films.reel import frames
from home.demo.films.samples import Described, Overlay, Signed
from home.demo.films.script import RATE, SIZE, Film
from home.demo.films.sound import SAMPLES, write_sound
from videos import ffmpeg

PLAIN, SIGNED, DESCRIBED = "plain", "signed", "described"
#: Told how much of a film is drawn, 0 to 100.
Told = Callable[[int], None]


@dataclass(frozen=True)
class Format:
    """How large a film is drawn, in pixels, and how many pictures and samples a second it has."""

    size: tuple[int, int] = SIZE
    rate: int = RATE
    samples: int = SAMPLES


#: For tests, which look at pages and not at films.
TINY = Format((160, 90), 2, 4_000)


class FilmingError(RuntimeError):
    """ffmpeg could not make a film; the message is what it wrote."""


def film_to(
    film: Film,
    targets: Mapping[str, Path],
    form: Format | None = None,
    told: Told = lambda percent: None,
) -> None:
    """Film ``film`` once for all ``targets``: the path of an MP4 by kind (plain, signed, described).

    Raises FilmingError; what is at the paths then is worth nothing.
    """
    form = form or Format()
    total = round(film.length * form.rate)
    with tempfile.TemporaryDirectory(prefix="kohtaamo-film-") as folder, ExitStack() as stack:
        cameras = [
            stack.enter_context(_camera(film, kind, path, Path(folder), form))
            for kind, path in targets.items()
        ]
        told_at = 0
        for number, picture in enumerate(frames(film, form.size, form.rate), 1):
            for take in cameras:
                take(picture, (number - 1) / form.rate)
            percent = 100 * number // total // 20 * 20
            if percent > told_at:
                told_at = percent
                told(percent)


OVERLAYS: Mapping[str, Callable[[Film, tuple[int, int]], Overlay]] = MappingProxyType(
    {SIGNED: Signed, DESCRIBED: Described}
)


@contextlib.contextmanager
def _camera(
    film: Film, kind: str, path: Path, folder: Path, form: Format
) -> Iterator[Callable[[Image.Image, float], None]]:
    """Give something to show pictures to; at the end the film is at ``path``."""
    sound = folder / f"{kind}.wav"
    write_sound(film, sound, described=kind == DESCRIBED, samples=form.samples)
    overlay = OVERLAYS[kind](film, form.size) if kind in OVERLAYS else None
    with (folder / f"{kind}.log").open("w+b") as log:
        process = subprocess.Popen(  # noqa: S603 -- a program of ours, arguments of ours
            [ffmpeg.program(), *_arguments(sound, path, form)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
        pipe = process.stdin
        assert pipe is not None  # noqa: S101 -- for the types: it was asked for
        held: tuple[Image.Image | None, bytes] = (None, b"")

        def take(picture: Image.Image, time: float) -> None:
            nonlocal held
            shown = overlay(picture, time) if overlay else picture
            if shown is not held[0]:
                held = (shown, shown.tobytes())
            pipe.write(held[1])

        try:
            yield take
            pipe.close()
            status = process.wait(timeout=120)
        except BrokenPipeError:
            status = process.wait(timeout=10)
            raise FilmingError(_words(log) or f"ffmpeg ended with {status}") from None
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if status:
            raise FilmingError(_words(log) or f"ffmpeg ended with {status}")


def _words(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read()[-2000:].decode("utf-8", "replace").strip()


def _arguments(sound: Path, path: Path, form: Format) -> list[str]:
    """Return ffmpeg's arguments: pictures from the pipe, sound from a file, a good original out."""
    return [
        *("-hide_banner", "-loglevel", "error", "-nostdin", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{form.size[0]}x{form.size[1]}"),
        *("-r", str(form.rate), "-i", "pipe:0", "-i", ffmpeg.named(sound)),
        # What the pictures' colours mean is said in the file, and they are turned into it the same way.
        *("-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"),
        *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"),
        *("-c:v", "libx264", "-preset", "superfast", "-crf", "17"),
        *("-g", str(form.rate * 2), "-c:a", "aac", "-b:a", "96k"),
        *("-movflags", "+faststart", "-f", "mp4", ffmpeg.named(path)),
    ]

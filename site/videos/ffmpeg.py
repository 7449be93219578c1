"""The program ffmpeg: found once, and never let loose on what somebody has uploaded.

A film is foreign code's favourite disguise. So ffmpeg gets its arguments as a list, a clean environment,
a file of ours named so that it can be neither option nor address, and may open real film containers only,
from files only: no playlist, no network, no picture. It runs niced inside limits of time, memory and
written bytes (``videos.launcher``), and is killed with its process group when time is up, when the work
is stopped, and when whoever started it dies.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings

from videos import launcher

#: Containers ffmpeg may open, as its demuxers call them. Not here: playlists (hls, dash, concat), single
#: pictures (image2, png_pipe), and whatever else would lead to another file.
FORMATS: Final = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts"
#: Pixels of the largest picture it may decode: 8K.
MAX_PIXELS: Final = 7680 * 4320
#: Encoders without which no file is made.
ENCODERS: Final = ("libx264", "libsvtav1", "libopus", "aac")
#: More threads cost memory and make nothing faster that has to be nice to others.
THREADS: Final = min(os.cpu_count() or 1, 8)
GIGABYTE: Final = 1024**3
_ENVIRONMENT: Final = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "AV_LOG_FORCE_NOCOLOR": "1"}
_TICK: Final = 0.5  # seconds


class FFmpegMissingError(RuntimeError):
    """There is no ffmpeg on this machine that can make our files."""


class TimedOutError(RuntimeError):
    """ffmpeg took longer than it may; ``log`` is what it wrote."""

    def __init__(self, log: str) -> None:
        super().__init__("ffmpeg took too long")
        self.log = log


@dataclass(frozen=True)
class Bounds:
    """How much ffmpeg may take: seconds of time, bytes of address space and of a file it writes."""

    seconds: float
    memory: int = 4 * GIGABYTE
    written: int = 0
    nice: int = 10

    def __str__(self) -> str:
        processor = int(self.seconds * THREADS) + 1
        return f"{os.getpid()},{self.nice},{processor},{self.memory},{self.written}"


@dataclass(frozen=True)
class Outcome:
    """What a run left behind. ``status`` as a shell tells it, negative for a signal."""

    status: int
    output: str
    log: str
    cpu_seconds: float


@dataclass
class _Kept:
    """The beginning and the end of what a program writes, however much it is."""

    most: int = 64 * 1024
    head: bytes = b""
    tail: bytes = b""

    def __call__(self, data: bytes) -> None:
        room = self.most - len(self.head)
        self.head, data = self.head + data[:room], data[room:]
        self.tail = (self.tail + data)[-self.most :]

    def __str__(self) -> str:
        return (self.head + self.tail).decode("utf-8", "replace")

    @property
    def end(self) -> str:
        """Return the last few lines."""
        return (self.tail or self.head)[-2048:].decode("utf-8", "replace")


#: Told of what ffmpeg reports with ``-progress pipe:1``, twice a second; stops the work by raising.
Watch = Callable[[dict[str, str]], None]


def program() -> str:
    """Return the path of ffmpeg: the setting, else the system's if it can do all, else the wheel's.

    Raises FFmpegMissingError, with what to do, where none of them is there.
    """
    return _program(settings.KOHTAAMO_FFMPEG)


@lru_cache
def _program(chosen: str) -> str:
    if chosen:
        if lacking := _lacks(chosen):
            raise FFmpegMissingError(f"KOHTAAMO_FFMPEG={chosen}: {lacking}")
        return chosen
    system = shutil.which("ffmpeg")
    if system and not _lacks(system):
        return system
    try:
        import imageio_ffmpeg

        wheel: str = imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError) as error:
        raise FFmpegMissingError(
            f"there is no ffmpeg: install one, or imageio-ffmpeg ({error})"
        ) from None
    if lacking := _lacks(wheel):
        raise FFmpegMissingError(f"{wheel}: {lacking}")
    return wheel


def _lacks(path: str) -> str:
    """Return what keeps a program from being our ffmpeg; empty if nothing does."""
    listed = _listing(path, "-encoders")
    missing = [name for name in ENCODERS if f" {name} " not in listed]
    if not listed:
        return "cannot be started"
    return f"cannot encode with {', '.join(missing)}" if missing else ""


@lru_cache
def has_filters(*names: str) -> bool:
    """Tell whether ffmpeg was built with the filters of these names."""
    listed = _listing(program(), "-filters")
    return all(f" {name} " in listed for name in names)


def _listing(path: str, what: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 -- a program the operator chose, arguments of ours
            [path, "-hide_banner", what],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


def reading(path: Path, *options: str) -> list[str]:
    """Return the arguments that open ``path``, and nothing that it may name."""
    return [
        *("-protocol_whitelist", "file", "-format_whitelist", FORMATS),
        *("-max_pixels", str(MAX_PIXELS), "-threads", str(THREADS)),
        *options,
        *("-i", named(path)),
    ]


def named(path: Path) -> str:
    """Return ``path`` as ffmpeg cannot mistake it for an option or an address."""
    return f"file:{path.resolve()}"


def run(arguments: list[str], bounds: Bounds, watch: Watch | None = None) -> Outcome:
    """Run ffmpeg to its end and return what came of it.

    ``watch`` is called twice a second; whatever it raises stops ffmpeg and is passed on, as is an
    interruption. Raises TimedOutError when ``bounds.seconds`` are over, FFmpegMissingError.
    """
    command = [_python(), "-I", "-S", launcher.__file__, str(bounds), program()]
    command += ["-nostdin", "-hide_banner", *arguments]
    process = subprocess.Popen(  # noqa: S603 -- no shell; see ``reading`` for what it may open
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_ENVIRONMENT,
        cwd="/",
        start_new_session=True,
    )
    running = _Running(process)
    try:
        running.follow(time.monotonic() + bounds.seconds, watch)
        return running.outcome()
    finally:
        running.end()


@dataclass
class _Running:
    """An ffmpeg that runs: what it has written so far, and its end."""

    process: subprocess.Popen[bytes]
    output: _Kept = field(default_factory=_Kept)
    log: _Kept = field(default_factory=_Kept)

    def follow(self, deadline: float, watch: Watch | None) -> None:
        """Keep what is written until both pipes are closed."""
        with selectors.DefaultSelector() as selector:
            for pipe, kept in ((self.process.stdout, self.output), (self.process.stderr, self.log)):
                assert pipe is not None  # noqa: S101 -- for the types: they were asked for
                selector.register(pipe, selectors.EVENT_READ, kept)
            while selector.get_map():
                for key, _events in selector.select(_TICK):
                    if data := os.read(key.fd, 65536):
                        key.data(data)
                    else:
                        selector.unregister(key.fileobj)
                if time.monotonic() > deadline:
                    raise TimedOutError(str(self.log))
                if watch is not None:
                    watch(progress(self.output.end))

    def outcome(self) -> Outcome:
        """Wait for the end and count the processor time."""
        _pid, status, used = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return Outcome(
            self.process.returncode, str(self.output), str(self.log), used.ru_utime + used.ru_stime
        )

    def end(self) -> None:
        """Kill the process group if it still runs, and close the pipes."""
        if self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


def progress(output: str) -> dict[str, str]:
    """Return the latest of what ``-progress`` wrote: later lines overwrite earlier ones."""
    pairs = (line.partition("=") for line in output.splitlines())
    return {name: value.strip() for name, equals, value in pairs if equals}


def seconds(report: dict[str, str]) -> float:
    """Return the time of the film a progress report has come to, in seconds; 0 where it says none."""
    try:
        return max(int(report.get("out_time_us", "0")) / 1_000_000, 0.0)
    except ValueError:  # "N/A", before the first frame
        return 0.0


def _python() -> str:
    """Return the Python interpreter, also where the site is embedded in another server program."""
    if Path(sys.executable or "").name.startswith("python"):
        return sys.executable
    return str(Path(sys.prefix) / "bin" / "python3")

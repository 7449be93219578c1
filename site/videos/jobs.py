"""Who makes which file now. The rows are the truth: the queue of tasks only wakes a worker.

A worker claims a row in one transaction, and only while no other row is being made: one film at a time,
however many workers there are. While it works it shows its heartbeat in the row. A row whose heartbeat is
old, or whose worker is known to be dead, was left behind: it goes back to waiting, three times at most.
"""

from __future__ import annotations

import hashlib
import logging
import os
import platform
import secrets
import threading
import time
from contextlib import suppress
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.db import OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from videos import ffmpeg, files, presets
from videos.models import VideoRendition

logger = logging.getLogger(__name__)

#: A heartbeat older than this is no heartbeat any more.
STALE_AFTER = timedelta(seconds=60)
#: How often a file is begun before we believe that making it kills the worker.
MOST_ATTEMPTS: Final = 3
#: Seconds between two heartbeats, and without progress before ffmpeg is taken to hang.
BEAT: Final = 1.0
STALLED_AFTER = 300.0
_STOP = threading.Event()


class Busy(Exception):  # noqa: N818 -- no error: a state of affairs
    """Another file is being made."""


class Stopped(Exception):  # noqa: N818
    """The worker was asked to stop."""


class Superseded(Exception):  # noqa: N818
    """The row is not ours any more: deleted, replaced, or given to another worker."""


def stop() -> None:
    """Ask the work in this process to stop at its next heartbeat."""
    _STOP.set()


def is_stopping() -> bool:
    """Tell whether the work was asked to stop."""
    return _STOP.is_set()


# Workers ------------------------------------------------------------------------------------------


def identity() -> str:
    """Return who this process is, in at most 40 characters: machine, process, and when it started."""
    return f"{_machine()}-{os.getpid()}-{_started(os.getpid())}"


def is_dead(worker: str) -> bool:
    """Tell whether a worker is surely dead; one on another machine is never surely so."""
    machine, _, rest = worker.partition("-")
    number, _, rest = rest.partition("-")
    if machine != _machine() or not number.isdigit():
        return False
    started = rest.partition("-")[0]
    if Path("/proc/self/stat").exists():
        return _started(int(number)) != started
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


@lru_cache
def _machine() -> str:
    """Return a name of this machine as far as process numbers mean the same: a container is its own."""
    parts = [platform.node()]
    with suppress(OSError):
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text("ascii"))
    with suppress(OSError):
        parts.append(str(Path("/proc/self/ns/pid").readlink()))
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]


def _started(process: int) -> str:
    """Return when a process started, as the kernel counts; empty if it does not run."""
    try:
        fields = (
            Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        )
    except OSError:
        return ""
    return "" if fields[0] in ("Z", "X") else fields[19]


# Claiming and giving back -------------------------------------------------------------------------


def claim(only: int | None = None) -> VideoRendition | None:
    """Claim the next file to make, of the film ``only`` if given; None if nothing waits.

    Raises Busy while another file is being made.
    """
    with transaction.atomic():
        # All unfinished rows are locked in one order, so that two workers take turns in here. SQLite
        # has no row locks; its transactions begin with the database's one lock.
        unfinished = VideoRendition.objects.waiting() | VideoRendition.objects.running()
        rows = list(unfinished.select_for_update().order_by("pk"))
        if any(row.state == VideoRendition.RUNNING for row in rows):
            raise Busy
        waiting = [row for row in rows if only is None or row.video_id == only]
        if not waiting:
            return None
        # A file of each film first, on which it can be watched; then the better ones.
        row = min(waiting, key=lambda row: (presets.RANK.get(row.preset, 99), row.pk))
        VideoRendition.objects.waiting().filter(pk=row.pk).update(
            state=VideoRendition.RUNNING,
            worker=f"{identity()}-{secrets.token_hex(4)}",
            heartbeat_at=timezone.now(),
            attempts=F("attempts") + 1,
            progress=0,
            error="",
            log="",
        )
        row.refresh_from_db()
        return row


def give_back(row: VideoRendition) -> None:
    """Put a claimed row back to waiting as if it had never been begun."""
    VideoRendition.objects.held_by(row).update(
        state=VideoRendition.WAITING,
        worker="",
        heartbeat_at=None,
        progress=0,
        attempts=max(row.attempts - 1, 0),
    )


def fail(row: VideoRendition, code: str, log: str) -> None:
    """Record that a file could not be made, why, and the last of what ffmpeg wrote."""
    logger.error("%s: %s\n%s", row, code, log[-2000:])
    VideoRendition.objects.held_by(row).update(
        state=VideoRendition.FAILED,
        worker="",
        error=code,
        log=log[-8000:],
        finished_at=timezone.now(),
    )


def finish(row: VideoRendition, **made: Any) -> None:
    """Record a finished file; raise Superseded if it is not wanted any more."""
    with transaction.atomic():
        mine = VideoRendition.objects.held_by(row).select_for_update().first()
        if mine is None or mine.video.checksum != mine.source_checksum:
            raise Superseded
        for name, value in made.items():
            setattr(mine, name, value)
        mine.state, mine.progress, mine.worker = VideoRendition.DONE, 100, ""
        mine.finished_at = timezone.now()
        mine.save()  # with its signals: from now on the player offers it


def recover() -> int:
    """Put back to waiting what dead workers left behind, and delete their parts; tell how many."""
    lost: list[VideoRendition] = []
    with transaction.atomic():
        for row in VideoRendition.objects.running().select_for_update().order_by("pk"):
            if not _is_lost(row):
                continue
            given_up = row.attempts >= MOST_ATTEMPTS
            lost += [row] * VideoRendition.objects.held_by(row).update(
                state=VideoRendition.FAILED if given_up else VideoRendition.WAITING,
                error="crashed" if given_up else "",
                worker="",
                heartbeat_at=None,
                progress=0,
            )
    for row in lost:
        logger.warning("%s was left behind by a worker that died; attempt %d", row, row.attempts)
        files.sweep(row)
    return len(lost)


def _is_lost(row: VideoRendition) -> bool:
    if row.heartbeat_at is None or timezone.now() - row.heartbeat_at > STALE_AFTER:
        return True
    return is_dead(row.worker)


class Pulse:
    """The heartbeat of a row in work, and its progress as the editor sees it."""

    def __init__(self, row: VideoRendition, duration: float) -> None:
        self.row, self.duration, self.progress = row, duration, 0
        self._beaten = 0.0
        self._at: tuple[str, float] = ("", time.monotonic())

    def beat(self, report: dict[str, str] | None = None) -> None:
        """Show that we live, at most once a second; raise Stopped, Superseded, or TimedOutError.

        ``report`` is ffmpeg's progress while it makes the file; it counts as hanging when that stays
        the same for minutes.
        """
        if is_stopping():
            raise Stopped
        now = time.monotonic()
        if report is not None:
            self._check_moving(report, now)
            self.progress = min(99, int(100 * ffmpeg.seconds(report) / max(self.duration, 0.1)))
        if now - self._beaten < BEAT:
            return
        try:
            held = VideoRendition.objects.held_by(self.row).update(
                heartbeat_at=timezone.now(), progress=self.progress
            )
        except OperationalError:  # a database that is busy for a moment; the next beat tells
            logger.warning("No heartbeat for %s: the database did not answer", self.row)
            return
        if not held:
            raise Superseded
        self._beaten = now

    def _check_moving(self, report: dict[str, str], now: float) -> None:
        place = f"{report.get('frame')} {report.get('out_time_us')} {report.get('progress')}"
        if place != self._at[0]:
            self._at = (place, now)
        elif now - self._at[1] > STALLED_AFTER:
            raise ffmpeg.TimedOutError("ffmpeg made no progress any more")

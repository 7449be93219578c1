"""Makes of an uploaded film the files that residents play (ADR 0013).

What is to be made is written down as rows (``plan``); a worker makes one after another (``work``), and
whoever wants the files at once makes them here and now (``encode_all``). Each result is looked into
before it is offered: a file that is not what its row says is thrown away.
"""

from __future__ import annotations

import errno
import logging
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from videos import codecs, ffmpeg, files, jobs, presets, probing, stills
from videos.jobs import recover
from videos.models import Video, VideoRendition
from videos.presets import PRESETS, ladder
from videos.probing import Facts, ProbeError
from videos.stills import choose_still

__all__ = [
    "choose_still",
    "describe",
    "encode_all",
    "make_stills",
    "plan",
    "recover",
    "retry",
    "retry_all",
    "status",
    "work",
]
logger = logging.getLogger(__name__)

#: Seconds a file may take: so many, and so many for each second of film.
LONGEST, LONGEST_PER_SECOND = 600.0, 60.0
MEMORY: Final = 12 * ffmpeg.GIGABYTE

ERRORS: Final[dict[str, Promise]] = {
    "source_missing": _("The uploaded film is not on the server any more. Upload it again."),
    "source_unreadable": _(
        "The uploaded film cannot be read to its end. Export it anew and replace it."
    ),
    "timeout": _(
        "Making the file took too long and was stopped. Try again when the server is less busy."
    ),
    "no_space": _("The server's disk is full. Tell the administrator, then try again."),
    "killed": _("The system stopped the work, perhaps because memory ran out. Try again."),
    "crashed": _("The work broke off three times. Tell the administrator, then try again."),
    "mismatch": _("What was made did not match the film, and was thrown away. Try again."),
    "no_ffmpeg": _("The server lacks the program that makes the files. Tell the administrator."),
    "failed": _(
        "The program that makes the files stopped with an error. Its last lines are below."
    ),
}


def describe(code: str) -> Promise | str:
    """Return what the error ``code`` of a rendition means, for the editor; empty for no error."""
    return ERRORS.get(code, ERRORS["failed"]) if code else ""


# What is to be made -------------------------------------------------------------------------------


def plan(video: Video) -> list[VideoRendition]:
    """Write down what is to be made of a film, and wake a worker after the commit; may be repeated.

    Rows made of another film, which this one has replaced, go with their files and stills. A film whose
    facts are not known yet is looked into first. Raises ProbeError if it is none.
    """
    _know(video)
    with transaction.atomic():
        Video.objects.select_for_update().get(
            pk=video.pk
        )  # two plans at a time would be one too many
        wanted = [preset.name for preset in ladder(video.width or 0, video.height or 0)]
        kept: set[str] = set()
        for row in video.renditions.all():
            if row.source_checksum != video.checksum:
                video.stills.all().delete()  # they show the film that was replaced
            elif row.preset in wanted:
                kept.add(row.preset)
                continue
            row.delete()
        for name in wanted:
            if name not in kept:
                VideoRendition.objects.create(
                    video=video, preset=name, source_checksum=video.checksum
                )
        transaction.on_commit(partial(_wake, video.pk))
    return list(video.renditions.all())


def retry(rendition: VideoRendition) -> bool:
    """Put a failed file back to waiting; tell whether it was failed."""
    with transaction.atomic():
        put_back = (
            VideoRendition.objects.failed()
            .filter(pk=rendition.pk)
            .update(
                state=VideoRendition.WAITING,
                error="",
                log="",
                attempts=0,
                progress=0,
                finished_at=None,
            )
        )
        if put_back:
            transaction.on_commit(partial(_wake, rendition.video_id))
    return bool(put_back)


def retry_all(video: Video) -> int:
    """Put every failed file of a film back to waiting; tell how many."""
    return sum(retry(row) for row in video.renditions.failed())


def status(video: Video) -> list[dict[str, Any]]:
    """Return how far each file of a film is, in the order they are made, for the editor's page."""
    rows = sorted(video.renditions.all(), key=lambda row: presets.RANK.get(row.preset, 99))
    return [
        {
            "id": row.pk,
            "preset": row.preset,
            "label": PRESETS[row.preset].label if row.preset in PRESETS else row.preset,
            "state": row.state,
            "state_label": row.get_state_display(),
            "progress": row.progress,
            "error": describe(row.error),
            "log": row.log,
            "size": row.size,
            "width": row.width,
            "height": row.height,
            "can_retry": row.state == VideoRendition.FAILED,
        }
        for row in rows
    ]


def _wake(video_id: int) -> None:
    from videos.tasks import wake  # tasks stand on this module

    wake(video_id)


# Making -------------------------------------------------------------------------------------------

Say = Callable[[str], None]


class Failure(Exception):  # noqa: N818
    """A file could not be made; ``code`` is a key of ``ERRORS``."""

    def __init__(self, code: str, log: str) -> None:
        super().__init__(code)
        self.code = code
        self.log = log


def work() -> int:
    """Make one waiting file after another until none waits; return how many were begun.

    Returns at once while another worker is at it: that one goes on to what waits here.
    """
    begun = 0
    while not jobs.is_stopping():
        recover()
        try:
            row = jobs.claim()
        except jobs.Busy:
            break
        if row is None:
            break
        begun += 1
        make(row)
    return begun


def encode_all(video: Video, say: Say | None = None) -> list[VideoRendition]:
    """Make every file of a film, here and now, and return the rows; ``say`` is told how far it is.

    Failed rows are returned like the others, with their errors.
    """
    plan(video)
    while True:
        recover()
        try:
            row = jobs.claim(video.pk)
        except jobs.Busy:
            time.sleep(jobs.BEAT)
            continue
        if row is None:
            break
        make(row, say)
    video.refresh_from_db()
    return list(video.renditions.all())


def make(row: VideoRendition, say: Say | None = None) -> None:
    """Make the file of a claimed row, and record what came of it.

    An interruption gives the row back; Stopped, and what is no error of the film's, is passed on.
    """
    begun = time.monotonic()
    logger.info("%s is being made", row)
    try:
        _make(row, say or (lambda text: None))
    except jobs.Superseded:
        logger.info("%s is not wanted any more", row)
    except jobs.Stopped:
        jobs.give_back(row)
        logger.info("%s was stopped, and waits again", row)
        _wake(row.video_id)
    except Failure as failure:
        jobs.fail(row, failure.code, failure.log)
    except ffmpeg.TimedOutError as error:
        jobs.fail(row, "timeout", error.log)
    except ffmpeg.FFmpegMissingError as error:
        jobs.fail(row, "no_ffmpeg", str(error))
    except OSError as error:
        jobs.fail(row, _code_of(error), traceback.format_exc())
    except Exception:
        jobs.fail(row, "failed", traceback.format_exc())
    except BaseException:
        jobs.give_back(row)
        raise
    else:
        logger.info("%s was made in %.0f s", row, time.monotonic() - begun)


def make_stills(video: Video) -> int:
    """Make the poster candidates of a film, unless there are some; return how many there are."""
    with files.workshop(video) as shop:
        return stills.make_stills(video, _know(video), shop.source)


def _make(row: VideoRendition, say: Say) -> None:
    preset = PRESETS[row.preset]
    video = row.video
    with files.workshop(video) as shop:
        pulse = jobs.Pulse(row, video.duration)
        pulse.beat()
        facts = _known_or_unreadable(video, pulse)
        pulse.duration = facts.duration
        stills.make_stills(video, facts, shop.source, lambda report: pulse.beat())
        part = shop.part(row.pk, preset.extension)
        try:
            cpu_seconds = _encode(preset, facts, shop.source, part, _Telling(pulse, row, say))
            made = _look_into(preset, facts, part, pulse)
            name = (
                f"{files.folder_of(video)}/{preset.name}-{made['checksum'][:12]}.{preset.extension}"
            )
            name = shop.publish(part, name)
        finally:
            part.unlink(missing_ok=True)
    try:
        jobs.finish(row, file=name, mime_type=preset.mime_type, cpu_seconds=cpu_seconds, **made)
    except BaseException:
        files.delete(shop.storage, name)
        raise
    finally:
        files.forget_folder_of_deleted(video)
    say(f"{video}: {preset.label} is ready")


@dataclass
class _Telling:
    """Beats the pulse with ffmpeg's reports, and says each further tenth."""

    pulse: jobs.Pulse
    row: VideoRendition
    say: Say
    said: int = 0

    def __call__(self, report: dict[str, str]) -> None:
        self.pulse.beat(report)
        if self.pulse.progress >= self.said + 10:
            self.said = self.pulse.progress
            self.say(f"{self.row.video}: {PRESETS[self.row.preset].label} {self.said} %")


def _encode(
    preset: presets.Preset, facts: Facts, source: Path, part: Path, watch: ffmpeg.Watch
) -> float:
    """Run ffmpeg to the end; return its processor seconds. Raises Failure with what ffmpeg wrote."""
    bounds = ffmpeg.Bounds(
        seconds=LONGEST + LONGEST_PER_SECOND * facts.duration,
        memory=MEMORY,
        # Twice what the capped rates can come to; more is an encoder gone mad.
        written=int(2 * (preset.peak + 128) * 125 * facts.duration) + 64 * probing.MEGABYTE,
    )
    done = ffmpeg.run(presets.arguments(preset, facts, source, part), bounds, watch)
    if done.status == 0:
        return round(done.cpu_seconds, 2)
    if "No space left on device" in done.log:
        raise Failure("no_space", done.log)
    if done.status < 0:
        raise Failure("killed", f"{done.log}\nsignal {-done.status}")
    raise Failure("failed", done.log)


def _look_into(
    preset: presets.Preset, facts: Facts, part: Path, pulse: jobs.Pulse
) -> dict[str, Any]:
    """Return what the finished file is, read from itself; raise Failure if it is not as planned."""
    try:
        found = probing.probe(part, limits=False, watch=lambda report: pulse.beat())
        named = codecs.codecs(part)
    except (ProbeError, codecs.NoCodecsError) as error:
        raise Failure("mismatch", f"{type(error).__name__}: {error}") from error
    size = presets.size(preset, facts.width, facts.height)
    wrong = []
    if (found.width, found.height) != size:
        wrong.append(f"{found.width} × {found.height} instead of {size[0]} × {size[1]} pixels")
    if abs(found.duration - facts.duration) > max(1.0, facts.duration / 50):
        wrong.append(f"{found.duration} s instead of {facts.duration} s")
    if found.has_audio != facts.has_audio:
        wrong.append("sound" if found.has_audio else "no sound")
    if wrong:
        raise Failure("mismatch", ", ".join(wrong))
    bytes_of_it = part.stat().st_size
    return {
        "codecs": named,
        "width": found.width,
        "height": found.height,
        "duration": found.duration,
        "size": bytes_of_it,
        "bitrate": round(bytes_of_it * 8 / found.duration),
        "checksum": files.checksum(part, pulse.beat),
    }


# What is known of the film ------------------------------------------------------------------------


def _know(video: Video, watch: ffmpeg.Watch | None = None) -> Facts:
    """Return the film's facts as its row keeps them; look into the film if it keeps none."""
    if video.facts and video.checksum and video.width and video.height:
        return Facts.of(video.facts)
    with files.workshop(video) as shop:
        facts = probing.probe(shop.source, limits=False, watch=watch)
        record(video, facts, files.checksum(shop.source), shop.source.stat().st_size)
    video.save(
        update_fields=[
            *("duration", "width", "height", "has_audio", "facts", "checksum", "file_size"),
            "updated_at",
        ]
    )
    return facts


def record(video: Video, facts: Facts, checksum: str, size: int) -> None:
    """Set what is known of a film's file on its row, without saving it."""
    video.duration, video.width, video.height = facts.duration, facts.width, facts.height
    video.has_audio, video.facts = facts.has_audio, facts.as_dict()
    video.checksum, video.file_size = checksum, size


def _known_or_unreadable(video: Video, pulse: jobs.Pulse) -> Facts:
    try:
        return _know(video, lambda report: pulse.beat())
    except ProbeError as error:
        raise Failure("source_unreadable", f"{error.code}: {error.message}") from error


def _code_of(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "no_space"
    return "source_missing" if isinstance(error, FileNotFoundError) else "failed"

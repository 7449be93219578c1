"""Looks into a film before anything is done with it: is it one, is it whole, what is in it.

There is no ffprobe in the wheel we ship, so ffmpeg itself looks, three times: it decodes the first
pictures, and they come out as they are shown, turned as the phone was held; it decodes the first sound;
and it reads all of the file, which tells its true duration and whether its end is there. What it prints
for machines (``-f framecrc``, ``-progress``) is believed; what it prints for people, which repeats texts
from within the file, is used only where a lie does no harm.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from videos import ffmpeg

#: Pixels. No screen shows more on a side, and no encoder takes less.
MAX_SIDE: Final = 8192
MIN_SIDE: Final = 64
#: Seconds. Shorter is no film.
MIN_DURATION: Final = 0.2
MEGABYTE: Final = 1024 * 1024
_FIRST_LOOK: Final = ffmpeg.Bounds(seconds=60)
_READ_THROUGH: Final = ffmpeg.Bounds(seconds=300)

#: A container's names: as the first of ffmpeg's, ours, what it is called, and the endings it may have.
CONTAINERS: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "mov": ("mp4", "MP4/MOV", ("mp4", "m4v", "mov")),
    "matroska": ("matroska", "Matroska/WebM", ("mkv", "webm")),
    "avi": ("avi", "AVI", ("avi",)),
    "mpeg": ("mpeg", "MPEG", ("mpg", "mpeg")),
    "mpegts": ("mpegts", "MPEG-TS", ("ts", "mpg", "mpeg")),
}
#: Transfer functions of films with high dynamic range (ITU-R BT.2100).
_HDR: Final = ("smpte2084", "arib-std-b67")

_INPUT = re.compile(r"^Input #0, (\w+)", re.MULTILINE)
_DECLARED = re.compile(r"^  Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)", re.MULTILINE)
_STREAM = re.compile(r"^  Stream #0:\d+.*?: (Video|Audio): (.*)$", re.MULTILINE)
_PICTURE = re.compile(r", (\w+)(?:\(([^)]*)\))?, (\d+)x(\d+)")
_RATE = re.compile(r", (\d+(?:\.\d+)?)(k?) fps\b")
_ROTATION = re.compile(r"display ?matrix: rotation of (-?\d+(?:\.\d+)?) degrees", re.IGNORECASE)
_DIMENSIONS = re.compile(r"^#dimensions 0: (\d+)x(\d+)$", re.MULTILINE)
_ASPECT = re.compile(r"^#sar 0: (\d+)/(\d+)$", re.MULTILINE)
_FRAME = re.compile(r"^0, ", re.MULTILINE)
_CUT_OFF = re.compile(
    r"partial file|packet corrupt|corrupt input packet|file ended prematurely|truncat",
    re.IGNORECASE,
)
_TOO_MANY_PIXELS = re.compile(
    r"exceeds (?:specified )?max(?:imum)? pixel count|picture size \S+ is invalid", re.IGNORECASE
)


class ProbeError(ValueError):
    """A film that cannot be used. ``code`` for programs, ``message`` for the editor, in her language."""

    def __init__(self, code: str, message: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Facts:
    """What is in a film. Seconds, pixels as shown, degrees clockwise, frames and bits a second."""

    duration: float
    width: int
    height: int
    rotation: int
    video_codec: str
    audio_codec: str
    has_audio: bool
    frame_rate: float
    container: str
    bitrate: int
    pixel_format: str
    transfer: str
    interlaced: bool

    @property
    def is_hdr(self) -> bool:
        """Tell whether the colours need mapping for ordinary screens."""
        return self.transfer in _HDR

    def as_dict(self) -> dict[str, Any]:
        """Return the facts as ``Video.facts`` keeps them."""
        return asdict(self)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Facts:
        """Return the facts kept in ``Video.facts``; raise TypeError if they are not complete."""
        return cls(**kept)


def probe(path: Path, *, limits: bool = True, watch: ffmpeg.Watch | None = None) -> Facts:
    """Return the facts of the film at ``path``; raise ProbeError for anything that is none.

    ``limits`` off admits any size and duration, for files we made ourselves. ``watch``: see ``ffmpeg.run``.
    """
    size = path.stat().st_size
    check_size(size, limits=limits)
    try:
        shown = ffmpeg.run(_first(path, "0:V:0", "-frames:v", "5"), _FIRST_LOOK, watch)
        head = _head(shown.log)
        container = _container(head, path)
        width, height = _size(shown, head)
        _check_declared(head, limits=limits)
        has_audio = _has_sound(path, head, watch)
        through = ffmpeg.run(_through(path, has_audio=has_audio), _READ_THROUGH, watch)
    except ffmpeg.TimedOutError:
        raise ProbeError(
            "slow", _("Reading the film took too long. Export it as H.264 MP4 and try again.")
        ) from None
    except (ffmpeg.FFmpegMissingError, OSError):
        raise ProbeError(
            "unavailable",
            _(
                "Films cannot be checked just now. Tell the administrator that ffmpeg does not start."
            ),
        ) from None
    duration = _duration(through, container, _declared(head), limits=limits)
    report = ffmpeg.progress(through.output)
    picture, sound = _streams(head)
    found = _PICTURE.search(picture)
    colours = [word.strip() for word in (found[2] or "" if found else "").split(",")]
    rate = _RATE.search(picture)
    turned = _ROTATION.search(head)
    return Facts(
        duration=round(duration, 3),
        width=width,
        height=height,
        rotation=round(-float(turned[1])) % 360 if turned else 0,
        video_codec=_word(picture),
        audio_codec=_word(sound) if has_audio else "",
        has_audio=has_audio,
        frame_rate=_frame_rate(rate, report, duration),
        container=container,
        bitrate=round(size * 8 / duration),
        pixel_format=found[1] if found else "",
        transfer=next((name for name in _HDR if any(name in word for word in colours)), ""),
        interlaced=any("first" in word for word in colours),
    )


def check_size(size: int, *, limits: bool = True) -> None:
    """Refuse an empty file, and one larger than the setting allows; ``size`` in bytes."""
    if size == 0:
        raise ProbeError("empty", _("The file is empty. Perhaps it was not copied to its end."))
    most = settings.KOHTAAMO_VIDEO_MAX_MB * MEGABYTE
    if limits and size > most:
        raise ProbeError(
            "too_large",
            _("The film is too large, %(size)s. At most %(limit)s may be uploaded.")
            % {"size": filesizeformat(size), "limit": filesizeformat(most)},
        )


def check_name(suffix: str, facts: Facts) -> None:
    """Refuse a file whose ending (``mp4``) belongs to another container than is in it."""
    names = next(entry for entry in CONTAINERS.values() if entry[0] == facts.container)
    if suffix.lower() not in names[2]:
        raise ProbeError(
            "wrong_ending",
            _(
                "The file's name ends in .%(suffix)s, but it holds %(container)s. Name it .%(right)s."
            )
            % {"suffix": suffix[:10], "container": names[1], "right": names[2][0]},
        )


# The three runs -----------------------------------------------------------------------------------


def _first(path: Path, stream: str, *count: str) -> list[str]:
    """Decode the first of a stream. ``0:V:0`` leaves out cover pictures attached to the file."""
    return [*ffmpeg.reading(path), "-map", stream, *count, "-f", "framecrc", "pipe:1"]


def _through(path: Path, *, has_audio: bool) -> list[str]:
    """Read the whole file without decoding it."""
    sound = ["-map", "0:a:0"] if has_audio else []
    copied = ["-map", "0:V:0", *sound, "-c", "copy", "-f", "null", "-progress", "pipe:1"]
    return [*ffmpeg.reading(path), *copied, "-"]


def _head(log: str) -> str:
    """Return what ffmpeg tells of the input, and not what it tells of its own output."""
    return log.partition("\nOutput #0")[0]


def _container(head: str, path: Path) -> str:
    """Return our name of the container; refuse what ffmpeg was not allowed, or able, to open."""
    found = _INPUT.search(head)
    if found is None:
        if _begins_like_a_film(path):
            raise _cut_off()
        raise ProbeError(
            "not_a_film",
            _(
                "This is not a film that can be read. Upload an MP4, MOV, MKV, WebM, AVI or MPEG file."
            ),
        )
    return CONTAINERS[found[1]][0]


def _begins_like_a_film(path: Path) -> bool:
    """Tell a film without its end, whose table of contents was there, from what never was a film."""
    with path.open("rb") as file:
        return file.read(12)[4:8] in (b"ftyp", b"mdat", b"moov", b"wide", b"free", b"skip")


def _size(shown: ffmpeg.Outcome, head: str) -> tuple[int, int]:
    """Return width and height as shown: turned, and with square pixels."""
    picture, sound = _streams(head)
    if not picture:
        if sound:
            raise ProbeError("no_picture", _("There is only sound in the file, no moving picture."))
        raise ProbeError("no_film", _("There is no moving picture in the file."))
    written = _PICTURE.search(picture)
    if written and _is_too_large(int(written[3]), int(written[4])):
        raise _too_wide(int(written[3]), int(written[4]))
    if _TOO_MANY_PIXELS.search(shown.log):
        raise _too_wide()
    dimensions, frames = _DIMENSIONS.search(shown.output), len(_FRAME.findall(shown.output))
    if dimensions is None or frames == 0:
        raise _cut_off() if _CUT_OFF.search(shown.log) else _unreadable()
    if frames == 1:
        raise ProbeError("still_picture", _("There is a single picture in the file, not a film."))
    width, height = int(dimensions[1]), int(dimensions[2])
    aspect = _ASPECT.search(shown.output)
    if aspect and int(aspect[1]) and int(aspect[2]):
        ratio = int(aspect[1]) / int(aspect[2])
        # Some programs write “almost square” after rounding a side; those pixels are square.
        width = width if abs(ratio - 1) < 0.005 else round(width * ratio)
    if _is_too_large(width, height):
        raise _too_wide(width, height)
    if min(width, height) < MIN_SIDE:
        raise ProbeError(
            "too_narrow",
            _("The picture is too small, %(width)s × %(height)s pixels.")
            % {"width": width, "height": height},
        )
    return width, height


def _has_sound(path: Path, head: str, watch: ffmpeg.Watch | None) -> bool:
    """Tell whether there is sound, and not only an empty track for it; refuse one that is damaged."""
    if not _streams(head)[1]:
        return False
    heard = ffmpeg.run(_first(path, "0:a:0", "-frames:a", "3"), _FIRST_LOOK, watch)
    if _FRAME.search(heard.output):
        return True
    if heard.status == 0:
        return False
    raise ProbeError(
        "unreadable_sound",
        _(
            "The sound of the film is damaged, or coded in a way that cannot be read. Export it as H.264 MP4."
        ),
    )


def _duration(through: ffmpeg.Outcome, container: str, declared: float, *, limits: bool) -> float:
    """Return the true duration; refuse a film whose end is missing, or that is too short or too long."""
    found = ffmpeg.seconds(ffmpeg.progress(through.output))
    # Broadcasts recorded as MPEG begin in the middle: there, a damaged packet means nothing.
    is_cut = container in ("mp4", "matroska", "avi") and _CUT_OFF.search(through.log)
    if is_cut or declared - found > max(2.0, declared / 10):
        raise _cut_off()
    if through.status != 0:
        raise _unreadable()
    if found < MIN_DURATION:
        raise ProbeError("too_short", _("The film has no duration. Export it again."))
    if limits:
        _check_length(found)
    return found


# Parts of what ffmpeg tells -----------------------------------------------------------------------


def _streams(head: str) -> tuple[str, str]:
    """Return what is told of the first film and of the first sound; empty for none."""
    picture = sound = ""
    for kind, told in _STREAM.findall(head):
        if kind == "Audio":
            sound = sound or told
        elif "(attached pic)" not in told and "(timed thumbnails)" not in told:
            picture = picture or told
    return picture, sound


def _declared(head: str) -> float:
    """Return the duration the file claims, in seconds; 0 for none."""
    found = _DECLARED.search(head)
    return int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) if found else 0.0


def _check_declared(head: str, *, limits: bool) -> None:
    if limits:
        _check_length(_declared(head))


def _check_length(seconds: float) -> None:
    most = settings.KOHTAAMO_VIDEO_MAX_MINUTES
    if seconds > most * 60:
        raise ProbeError(
            "too_long",
            _("The film is too long, %(length)s min. At most %(limit)s min may be uploaded.")
            % {"length": round(seconds / 60), "limit": most},
        )


def _frame_rate(told: re.Match[str] | None, report: dict[str, str], duration: float) -> float:
    """Return the average rate: as told, else as counted."""
    if told:
        return float(told[1]) * (1000 if told[2] else 1)
    frames = report.get("frame", "0")
    return round(int(frames) / duration, 3) if frames.isdigit() else 0.0


def _word(told: str) -> str:
    """Return the codec: the first word."""
    return re.split(r"\W", told, maxsplit=1)[0]


def _is_too_large(width: int, height: int) -> bool:
    return max(width, height) > MAX_SIDE or width * height > ffmpeg.MAX_PIXELS


def _too_wide(*size: int) -> ProbeError:
    told = f"{size[0]} × {size[1]}" if size else "?"
    return ProbeError(
        "too_many_pixels",
        _("The picture is too large, %(size)s pixels. Export it with at most 3840 × 2160.")
        % {"size": told},
    )


def _cut_off() -> ProbeError:
    return ProbeError(
        "cut_off",
        _("The end of the film is missing. Copy or export it again, and wait until it is done."),
    )


def _unreadable() -> ProbeError:
    return ProbeError(
        "unreadable",
        _("The film is damaged, or coded in a way that cannot be read. Export it as H.264 MP4."),
    )

"""The files that are made of a film: which, how large, and what ffmpeg is told for each.

A ladder of few rungs: H.264 and AAC in MP4 plays everywhere, AV1 and Opus in WebM is the smaller file
for new devices. Sizes go by the short side, so a film held upright counts as what it is. Nothing is
enlarged: a small film is made once, at its own size.

Sources: RFC 6381 names the codecs (``videos.codecs``); WCAG asks nothing of a codec, but a resident on a
slow line does: the rate is capped, and a picture to seek to comes every two seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from videos import ffmpeg
from videos.probing import Facts

#: Seconds from one picture that can be sought to, to the next.
SEEK_STEP: Final = 2
#: Pictures a second; what is faster is halved, or divided further.
MOST_RATE: Final = 60
#: A source reaches a rung with this part of its short side: cropped films are a little lower.
_REACHES: Final = 0.9


@dataclass(frozen=True)
class Preset:
    """One rung of the ladder. ``short_side`` in pixels; ``peak`` in kilobits a second."""

    name: str
    label: str
    codec: Literal["h264", "av1"]
    short_side: int
    crf: int
    peak: int

    @property
    def extension(self) -> str:
        """Return the ending of its files."""
        return "mp4" if self.codec == "h264" else "webm"

    @property
    def mime_type(self) -> str:
        """Return the media type of its files."""
        return f"video/{self.extension}"


#: In the order they are made: what plays everywhere on a slow line comes first.
LADDER: Final = (
    Preset("480p", "480p, H.264", "h264", 480, crf=24, peak=2000),
    Preset("720p", "720p, H.264", "h264", 720, crf=23, peak=4500),
    Preset("av1-720p", "720p, AV1", "av1", 720, crf=35, peak=4000),
    Preset("1080p", "1080p, H.264", "h264", 1080, crf=23, peak=9000),
)
PRESETS: Final = {preset.name: preset for preset in LADDER}
RANK: Final = {preset.name: rank for rank, preset in enumerate(LADDER)}


def ladder(width: int, height: int) -> list[Preset]:
    """Return the presets for a film of ``width`` by ``height`` pixels as shown; always the first."""
    reached = min(width, height) / _REACHES
    return [preset for preset in LADDER if preset is LADDER[0] or reached >= preset.short_side]


def size(preset: Preset, width: int, height: int) -> tuple[int, int]:
    """Return the size of the preset's file in even pixels: fitted by the short side, never enlarged."""
    scale = preset.short_side / min(width, height)
    if scale >= 1:
        return width - width % 2, height - height % 2
    return _even(width * scale), _even(height * scale)


def _even(length: float) -> int:
    return max(2, 2 * round(length / 2))


def rate(facts: Facts) -> float:
    """Return the pictures a second of the files: the source's, or an even part of it."""
    found = facts.frame_rate or 25.0
    part = 1
    while found / part > MOST_RATE + 0.1:
        part += 1
    return round(found / part, 3)


def filters(facts: Facts, width: int, height: int) -> str:
    """Return the filters from the source to ``width`` by ``height``: square pixels, ordinary colours.

    ffmpeg has turned the picture upright before them.
    """
    steps = []
    if facts.interlaced:
        steps.append("bwdif=mode=send_frame:deint=interlaced")
    if rate(facts) < facts.frame_rate:
        steps.append(f"fps={rate(facts)}")
    steps += [f"scale={width}:{height}:flags=lanczos", "setsar=1"]
    if facts.is_hdr and ffmpeg.has_filters("zscale", "tonemap"):
        steps += [
            "zscale=transfer=linear:npl=100",
            "format=gbrpf32le",
            "zscale=primaries=bt709",
            "tonemap=tonemap=hable:desat=0",
            "zscale=transfer=bt709:matrix=bt709:range=tv",
        ]
    return ",".join([*steps, "format=yuv420p"])


def arguments(preset: Preset, facts: Facts, source: Path, part: Path) -> list[str]:
    """Return ffmpeg's arguments to make the preset's file ``part`` of ``source``."""
    sound = ["-map", "0:a:0"] if facts.has_audio else []
    return [
        *ffmpeg.reading(source),
        *("-map", "0:V:0", *sound, "-sn", "-dn"),
        # Nothing of the source's notes goes out: not the place where it was filmed, not the phone.
        *("-map_metadata", "-1", "-map_chapters", "-1"),
        *("-vf", filters(facts, *size(preset, facts.width, facts.height)), "-fps_mode", "vfr"),
        *(_h264(preset, facts) if preset.codec == "h264" else _av1(preset, facts)),
        *(_sound(preset) if facts.has_audio else ()),
        *("-progress", "pipe:1", "-y", ffmpeg.named(part)),
    ]


def _h264(preset: Preset, facts: Facts) -> list[str]:
    return [
        *("-c:v", "libx264", "-preset", "medium", "-profile:v", "high", "-crf", str(preset.crf)),
        *("-maxrate", f"{preset.peak}k", "-bufsize", f"{preset.peak * 2}k"),
        *_common(facts),
        *("-movflags", "+faststart", "-f", "mp4"),
    ]


def _av1(preset: Preset, facts: Facts) -> list[str]:
    return [
        *("-c:v", "libsvtav1", "-preset", "10", "-crf", str(preset.crf)),
        *("-svtav1-params", f"mbr={preset.peak}"),
        *_common(facts),
        *("-f", "webm"),
    ]


def _common(facts: Facts) -> list[str]:
    colours = ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"]
    pictures = max(1, round(rate(facts) * SEEK_STEP))
    return [
        *("-pix_fmt", "yuv420p", "-g", str(pictures), "-threads", str(ffmpeg.THREADS)),
        *(colours if facts.is_hdr and ffmpeg.has_filters("zscale", "tonemap") else ()),
    ]


def _sound(preset: Preset) -> list[str]:
    codec = ("aac", "128k") if preset.codec == "h264" else ("libopus", "96k")
    # Sound that begins late, or has holes, stays where it belongs to the picture.
    steady = ("-af", "aresample=async=1:first_pts=0")
    return [*steady, "-c:a", codec[0], "-b:a", codec[1], "-ac", "2", "-ar", "48000"]

"""Small real films, drawn by ffmpeg once in a process and used again."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
import uuid
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import imageio_ffmpeg
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

if TYPE_CHECKING:
    from videos.models import Video, VideoRendition

FOLDER = Path(tempfile.mkdtemp(prefix="kohtaamo-films-"))


@lru_cache
def film(
    seconds: int = 2,
    size: tuple[int, int] = (320, 180),
    *,
    audio: bool = True,
    rotate: int = 0,
    suffix: str = "mp4",
    rate: int = 25,
) -> Path:
    """Return the path of a film of a moving test picture; ``rotate`` marks it as a phone would."""
    path = FOLDER / f"film-{seconds}-{size[0]}x{size[1]}-{audio}-{rotate}-{rate}.{suffix}"
    picture = [
        "-f",
        "lavfi",
        "-i",
        f"testsrc2=size={size[0]}x{size[1]}:rate={rate}:duration={seconds}",
    ]
    sound = ["-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}"] if audio else []
    codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    if audio:
        codecs += ["-c:a", "aac", "-b:a", "64k"]
    plain = path if not rotate else FOLDER / f"plain-{path.name}"
    _ffmpeg(*picture, *sound, *codecs, "-movflags", "+faststart", str(plain))
    if rotate:
        _ffmpeg("-display_rotation", str(rotate), "-i", str(plain), "-c", "copy", str(path))
    return path


def _ffmpeg(*arguments: str) -> None:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run(  # noqa: S603 -- a program of ours, arguments of ours
        [program, "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *arguments], check=True
    )


def upload(path: Path | None = None, name: str = "") -> SimpleUploadedFile:
    """Return a film as a form receives it; the plain one of two seconds unless told otherwise."""
    path = path or film()
    return SimpleUploadedFile(name or path.name, path.read_bytes(), content_type="video/mp4")


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def with_rendition(video: Video, path: Path | None = None, preset: str = "480p") -> VideoRendition:
    """Give ``video`` a finished file that browsers play, without making it through the queue."""
    from videos.models import VideoRendition

    path = path or film(10)
    row = VideoRendition(
        video=video,
        preset=preset,
        state=VideoRendition.DONE,
        progress=100,
        source_checksum=video.checksum,
        mime_type="video/mp4",
        codecs="avc1.42c00d, mp4a.40.2",
        width=320,
        height=180,
        duration=10.0,
        size=path.stat().st_size,
        checksum=checksum(path),
    )
    row.file.save(f"{preset}-test.mp4", ContentFile(path.read_bytes()), save=False)
    row.save()
    video.refresh_from_db(fields=["manifest"])
    return row


def encounter(video: Video, *, block_id: str = "", **words: Any) -> dict[str, Any]:
    """Return an encounter with ``video`` as a campaign's StreamField keeps it."""
    value = {
        "title": "Koulussa",
        "people": "Opiskelija tapaa rehtorin",
        "place": "Lukion aula",
        "video": video.pk,
        "text": "<p>Opiskelija kertoo, millä nimellä toivoo itseään kutsuttavan.</p>",
        "questions": "<ul><li>Mitä sinä olisit vastannut?</li></ul>",
        **words,
    }
    return {"type": "encounter", "value": value, "id": block_id or str(uuid.uuid4())}

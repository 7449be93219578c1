"""Still pictures of a film, offered to the editor as its poster."""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageStat

from core.models import Photograph
from videos import ffmpeg, files, presets
from videos.models import Video, VideoStill
from videos.probing import Facts

logger = logging.getLogger(__name__)

#: Pixels. A poster is never shown larger.
MAX_WIDTH: Final = 1280
#: Where in the film we look: past the fade-in, before the credits.
PLACES: Final = (0.06, 0.22, 0.38, 0.54, 0.7, 0.86)
#: Luminance (0 to 255) below which a picture is dark, and spread below which there is nothing on it.
_DARK, _EMPTY = 16, 6
#: Seconds further on where another is tried instead of a black one.
_FURTHER: Final = (0.0, 0.7, 1.7)
_BOUNDS: Final = ffmpeg.Bounds(seconds=60, written=20 * 1024 * 1024)


def make_stills(video: Video, facts: Facts, source: Path, watch: ffmpeg.Watch | None = None) -> int:
    """Make the stills of a film that has none; return how many there are.

    A moment at which the film is black is looked for again a little later, and else left out.
    """
    if existing := video.stills.count():
        return int(existing)
    pictures: list[tuple[float, bytes]] = []
    for second in seconds(facts.duration):
        found = _picture(source, facts, second, watch)
        if found is not None:
            pictures.append(found)
    files.sweep_stills(video)
    with transaction.atomic():
        # Another worker may have been here: whoever comes second finds them.
        Video.objects.select_for_update().get(pk=video.pk)
        if not video.stills.exists():
            for number, (second, data) in enumerate(pictures):
                still = VideoStill(video=video, second=round(second, 2))
                still.file.save(f"still-{number}-{files.token()}.jpg", ContentFile(data), save=True)
    return int(video.stills.count())


def seconds(duration: float) -> list[float]:
    """Return the moments looked at: six, fewer in a film of a few seconds."""
    found: list[float] = []
    for place in PLACES:
        if not found or place * duration - found[-1] >= 0.25:
            found.append(place * duration)
    return found


def choose_still(still: VideoStill, user: Any = None) -> Photograph:
    """Make a still the poster of its film, as an image of the site in the film's collection."""
    video = still.video
    with still.file.open("rb") as file:
        content = ContentFile(file.read(), name=f"poster-{video.key.hex[:8]}-{still.pk}.jpg")
    photograph = Photograph(
        title=_("%(film)s – poster") % {"film": video.title},
        file=content,
        collection=video.collection,
        uploaded_by_user=user,
    )
    try:
        with transaction.atomic():
            photograph.save()
            video.poster = photograph
            video.save(update_fields=["poster", "updated_at"])
    except BaseException:
        if photograph.file._committed:
            photograph.file.storage.delete(photograph.file.name)
        raise
    return photograph


def _picture(
    source: Path, facts: Facts, second: float, watch: ffmpeg.Watch | None
) -> tuple[float, bytes] | None:
    """Return a picture at about ``second`` as JPEG, with its moment; None if all is black there."""
    for further in _FURTHER:
        moment = second + further
        if moment >= facts.duration:
            break
        data = _grab(source, facts, moment, watch)
        if data and not is_black(data):
            return moment, data
    return None


def _grab(source: Path, facts: Facts, second: float, watch: ffmpeg.Watch | None) -> bytes:
    scale = min(1.0, MAX_WIDTH / facts.width)
    width, height = (max(2, 2 * round(side * scale / 2)) for side in (facts.width, facts.height))
    with files.temporary_file("jpg") as part:
        arguments = [
            *ffmpeg.reading(source, "-ss", f"{second:.3f}"),
            *("-map", "0:V:0", "-frames:v", "1", "-vf", presets.filters(facts, width, height)),
            *("-map_metadata", "-1", "-q:v", "3", "-f", "image2", "-update", "1"),
            *("-y", ffmpeg.named(part)),
        ]
        try:
            ffmpeg.run(arguments, _BOUNDS, watch)
        except ffmpeg.TimedOutError:
            logger.warning("A still at %s s of %s took too long", second, source.name)
        return part.read_bytes() if part.exists() else b""


def is_black(data: bytes) -> bool:
    """Tell whether a picture shows nothing: all dark, or all of one colour."""
    with Image.open(BytesIO(data)) as picture:
        statistics = ImageStat.Stat(picture.convert("L"))
    return statistics.mean[0] < _DARK or statistics.stddev[0] < _EMPTY

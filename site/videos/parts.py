"""All that belongs to films, fetched together: the gate and the report ask for it at constant cost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch
from django.db.models.functions import Length

from videos.models import Video, VideoRendition, VideoText, VideoTrack, VideoVersion

#: The name in a WebVTT voice tag: who speaks.
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")

#: What is asked of tracks: everything but their words.
_OF_TRACKS = (
    *("video_id", "kind", "language", "origin", "reviewed_at"),
    *("translated_from_id", "source_digest"),
)


@dataclass(frozen=True)
class Parts:
    """A film with its rows; ``texts`` by language code, ``versions`` with the parts of each."""

    video: Video
    tracks: list[Any] = field(default_factory=list)
    texts: dict[str, VideoText] = field(default_factory=dict)
    renditions: list[VideoRendition] = field(default_factory=list)
    versions: list[tuple[VideoVersion, Parts]] = field(default_factory=list)

    @property
    def has_files(self) -> bool:
        """Tell whether there is a finished file of the film as it is now."""
        return any(
            row.state == VideoRendition.DONE and bool(row.file) for row in self.current_renditions
        )

    @property
    def current_renditions(self) -> list[VideoRendition]:
        """Return the files made, or being made, of the film as it is now."""
        return [row for row in self.renditions if row.source_checksum == self.video.checksum]

    def written(self, *kinds: str) -> list[Any]:
        """Return the tracks of these kinds that have a text."""
        return [track for track in self.tracks if track.kind in kinds and track.length]

    @property
    def speakers(self) -> set[str]:
        """Return the names of those who speak, as the captions say; one query, asked seldom."""
        captions = VideoTrack.objects.filter(video_id=self.video.pk, kind=VideoTrack.CAPTIONS)
        return {
            name.strip().casefold()
            for content in captions.values_list("content", flat=True)
            for name in _VOICE.findall(content)
        }


def gather(videos: Iterable[Video]) -> dict[int, Parts]:
    """Return the parts of ``videos``, by key, at a constant number of queries.

    A film changed in memory is taken as it is, and so are its texts and versions where a form holds
    them; the rest is read from the database. The words of tracks stay there.
    """
    films = {video.pk: video for video in videos}
    versions = _versions(films)
    others = {row.version_id: row.version for rows in versions.values() for row in rows}
    everything = {**others, **films}
    keys = list(everything)
    tracks = _by_video(
        VideoTrack.objects.filter(video_id__in=keys)
        .only(*_OF_TRACKS)
        .annotate(length=Length("content"))
        .prefetch_related(
            Prefetch("translated_from", queryset=VideoTrack.objects.only("content")),
        )
    )
    renditions = _by_video(VideoRendition.objects.filter(video_id__in=keys).defer("log"))
    texts = _texts(everything)
    plain = {
        key: Parts(video, tracks[key], texts[key], renditions[key])
        for key, video in everything.items()
    }
    return {
        key: Parts(
            video,
            tracks[key],
            texts[key],
            renditions[key],
            [(row, plain[row.version_id]) for row in versions[key] if row.version_id in plain],
        )
        for key, video in films.items()
    }


def _by_video(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.video_id].append(row)
    return found


def _held(video: Video, name: str) -> list[Any] | None:
    """Return the child rows a form holds in memory, None where it holds none."""
    if name not in getattr(video, "_cluster_related_objects", {}):
        return None
    return list(getattr(video, name).all())


def _versions(films: dict[int, Video]) -> defaultdict[int, list[Any]]:
    found = _by_video(
        VideoVersion.objects.filter(video_id__in=list(films))
        .select_related("version")
        .defer("version__manifest")
    )
    for key, video in films.items():
        held = _held(video, "versions")
        if held is not None:
            found[key] = [row for row in held if row.version_id]
    return found


def _texts(films: dict[int, Video]) -> defaultdict[int, dict[str, VideoText]]:
    found: defaultdict[int, dict[str, VideoText]] = defaultdict(dict)
    rows = VideoText.objects.filter(video_id__in=list(films)).select_related("locale")
    for row in rows:
        found[row.video_id][row.locale.language_code] = row
    for key, video in films.items():
        held = _held(video, "texts")
        if held is not None:
            found[key] = {row.locale.language_code: row for row in held if row.locale_id}
    return found

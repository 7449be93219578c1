"""What the player and the machines are told of a film, gathered once and kept on its row.

A page with films reads them with the rows it fetches anyway, at no query more. The manifest is made
anew whenever something of the film changes (``videos.signals``), in the same transaction; the command
``video_manifests`` makes all of them anew and tells of those that were wrong.
"""

from __future__ import annotations

from typing import Any, TypedDict

from videos import cues
from videos.models import Video, VideoRendition, VideoTrack


class Source(TypedDict):
    """A file to play: smallest effort first for the browser, AV1 before H.264."""

    preset: str
    url: str
    type: str
    width: int
    height: int
    size: int
    duration: float


class Line(TypedDict):
    """One cue, for the transcript; times in seconds."""

    start: float
    end: float
    text: str
    speaker: str


class Track(TypedDict):
    """A timed text."""

    id: int
    kind: str
    language: str
    url: str
    origin: str
    reviewed: bool
    outdated: bool
    lines: list[Line]


class Text(TypedDict):
    """What is written of the film in one language."""

    title: str
    summary: str
    poster_alt: str
    transcript: str


class Version(TypedDict):
    """Another film that stands in for this one."""

    kind: str
    language: str
    video: int
    key: str
    duration: float
    ends_on: str
    sources: list[Source]
    tracks: list[Track]


class Manifest(TypedDict):
    """Everything; ``texts`` by language code."""

    key: str
    sources: list[Source]
    tracks: list[Track]
    texts: dict[str, Text]
    versions: list[Version]


#: The order the browser is offered the files in: it plays the first it can.
ORDER = ("av1-720p", "1080p", "720p", "480p")


def make(video: Video) -> Manifest:
    """Return the manifest of ``video`` as its rows are now."""
    return Manifest(
        key=str(video.key),
        sources=_sources(video),
        tracks=_tracks(video),
        texts={
            text.locale.language_code: Text(
                title=text.title,
                summary=text.summary,
                poster_alt=text.poster_alt,
                transcript=text.transcript,
            )
            for text in video.texts.model.objects.filter(video_id=video.pk).select_related("locale")
        },
        versions=[
            Version(
                kind=row.kind,
                language=row.language,
                video=row.version_id,
                key=str(row.version.key),
                duration=row.version.duration,
                ends_on=str(row.version.ends_on() or ""),
                sources=_sources(row.version),
                tracks=_tracks(row.version),
            )
            for row in video.versions.model.objects.filter(video_id=video.pk).select_related(
                "version"
            )
        ],
    )


def refresh(video_id: int) -> bool:
    """Make the manifest of a film and of those it is a version of; tell whether any was wrong."""
    changed = False
    parents = Video.objects.filter(versions__version_id=video_id)
    for video in {v.pk: v for v in [*Video.objects.filter(pk=video_id), *parents]}.values():
        manifest: Any = make(video)
        if manifest != video.manifest:
            Video.objects.filter(pk=video.pk).update(manifest=manifest)
            changed = True
    return changed


def _sources(video: Video) -> list[Source]:
    done = video.renditions.filter(
        state=VideoRendition.DONE, source_checksum=video.checksum
    ).exclude(file="")
    found = sorted(done, key=lambda row: ORDER.index(row.preset) if row.preset in ORDER else 99)
    return [
        Source(
            preset=row.preset,
            url=row.url,
            type=f'{row.mime_type}; codecs="{row.codecs}"' if row.codecs else row.mime_type,
            width=row.width,
            height=row.height,
            size=row.size,
            duration=row.duration,
        )
        for row in found
    ]


def _tracks(video: Video) -> list[Track]:
    rows = VideoTrack.objects.filter(video=video).exclude(content="")
    return [
        Track(
            id=row.pk,
            kind=row.kind,
            language=row.language,
            url=row.url,
            origin=row.origin,
            reviewed=row.reviewed_at is not None,
            outdated=row.is_outdated,
            lines=[
                Line(start=cue.start, end=cue.end, text=cue.text, speaker=cue.speaker)
                for cue in cues.parse(row.content)
            ],
        )
        for row in rows.select_related("translated_from")
    ]

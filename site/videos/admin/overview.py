"""What the page of a film lists: its files, its timed texts, its uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from videos import cues, transcoding
from videos.admin.rights import may_change, may_translate, may_write
from videos.admin.states import Making
from videos.cues import Advice
from videos.languages import lang_of_name, name_of
from videos.models import Video, VideoRendition, VideoTrack
from videos.wording import written_code

#: Remarks about captions that are shown in one list; more are counted only.
MOST_REMARKS = 8


@dataclass(frozen=True)
class Files:
    """The files made, or being made, of a film."""

    rows: list[dict[str, Any]]
    making: Making
    has_retry: bool


def files_of(video: Video) -> Files:
    """Return the files of ``video`` with their states."""
    rows = transcoding.status(video)
    for row in rows:
        row["retry_url"] = reverse("videos:retry", args=[row["id"]])
    current = VideoRendition.objects.filter(video=video, source_checksum=video.checksum)
    return Files(rows, Making.of(current), any(row["can_retry"] for row in rows))


@dataclass(frozen=True)
class Target:
    """A language a timed text can be translated into, and how far that is."""

    name: str
    lang: str
    url: str
    begun: bool


@dataclass(frozen=True)
class TrackLine:
    """A timed text as the film's page lists it."""

    track: VideoTrack
    language: str
    lang: str
    count: int
    may_write: bool
    may_delete: bool
    advice: list[Advice] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    @property
    def remarks(self) -> list[str | Promise]:
        """Return the first remarks about the captions."""
        return [remark.message for remark in self.advice[:MOST_REMARKS]]

    @property
    def further(self) -> int:
        """Return how many remarks are not shown."""
        return max(0, len(self.advice) - MOST_REMARKS)

    @property
    def needs_review(self) -> bool:
        """Tell whether a machine made it and nobody has checked it."""
        return self.track.origin == VideoTrack.MACHINE and self.track.reviewed_at is None


def tracks_of(video: Video, user: Any) -> list[TrackLine]:
    """Return the timed texts of ``video``, those in the spoken language first."""
    rows = list(
        VideoTrack.objects.filter(video=video).select_related("reviewed_by", "translated_from")
    )
    spoken = written_code(video.spoken_language)
    rows.sort(key=lambda row: (row.language != spoken, row.kind, row.language))
    deletable = may_change(user, video)
    return [_line(row, rows, video, user, deletable) for row in rows]


def _line(
    track: VideoTrack, rows: list[VideoTrack], video: Video, user: Any, may_delete: bool
) -> TrackLine:
    found = cues.parse(track.content) if track.content else []
    writable = may_write(user, video, track.language)
    return TrackLine(
        track,
        name_of(track.language),
        lang_of_name(track.language),
        len(found),
        writable,
        may_delete and writable,
        cues.advice(found, video.duration) if track.kind != VideoTrack.CHAPTERS else [],
        list(_targets(track, rows, video, user)),
    )


def _targets(
    track: VideoTrack, rows: list[VideoTrack], video: Video, user: Any
) -> Iterable[Target]:
    """Yield the languages ``user`` may translate the captions into: those in the spoken language only."""
    from django.conf import settings

    if track.kind != VideoTrack.CAPTIONS or not track.content:
        return
    if track.language != written_code(video.spoken_language):
        return
    begun = {row.language for row in rows if row.pk != track.pk and row.kind != VideoTrack.CHAPTERS}
    for code, _name in settings.LANGUAGES:
        if code != track.language and may_translate(user, code, video):
            url = reverse("videos:track_translate", args=[track.pk, code])
            yield Target(name_of(code), lang_of_name(code), url, code in begun)


@dataclass(frozen=True)
class Use:
    """Something that refers to a film."""

    title: str
    kind: str
    url: str
    is_live: bool


def uses_of(video: Video, user: Any) -> list[Use]:
    """Return the pages and films that refer to ``video``; without an address where the user has no right."""
    finder = AdminURLFinder(user)
    found = []
    for source, references in ReferenceIndex.get_references_to(video).group_by_source_object():
        page = source.specific_deferred if isinstance(source, Page) else source
        found.append(
            Use(
                str(page),
                str(capfirst(references[0].model_name)),
                finder.get_edit_url(source) or "",
                bool(getattr(page, "live", False)),
            )
        )
    return found


def shown_tracks(video: Video) -> list[dict[str, Any]]:
    """Return the captions and subtitles for the preview's player, those in the spoken language on."""
    spoken = written_code(video.spoken_language)
    words = (VideoTrack.CAPTIONS, VideoTrack.SUBTITLES)
    found = [track for track in video.manifest.get("tracks", []) if track["kind"] in words]
    first = next((track["id"] for track in found if track["language"] == spoken), None)
    return [
        {
            "kind": track["kind"],
            "url": track["url"],
            "lang": lang_of_name(track["language"]),
            "label": name_of(track["language"]),
            "default": track["id"] == first,
        }
        for track in found
    ]

"""The gate: a page with a film that excludes somebody does not go out, and one that is out keeps its film.

What a film must have is in ``videos.shortcomings``; which doors ask, in ``core.doors`` (ADR 0016).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.models import BasePage
from core.publishing import Problem
from core.registry import register_publication_check
from videos.models import Video, VideoTrack
from videos.pages import is_translation, live_pages_of, videos_of
from videos.parts import Parts, gather
from videos.shortcomings import Shortcoming, shortcomings

__all__ = [
    "Shortcoming",
    "may_remove_track",
    "pages_held_by",
    "problems_of",
    "shortcomings",
    "videos_of",
]

#: The rule of the checks panel (``core.content_checks``).
KIND = "video"


@register_publication_check
def problems_of(page: BasePage) -> list[Problem]:
    """Return what the films of ``page`` lack, in the field each stands in.

    A page without films costs nothing but the look at its own rows; one with films, the same number of
    queries whether they are three or thirty.
    """
    fields = videos_of(page)
    if not fields:
        return []
    videos = Video.objects.in_bulk(list(fields))
    parts = gather(videos.values())
    is_version = is_translation(page)
    return [
        Problem(field, lacking.message, lacking.blocks, lacking.href, KIND)
        for key, field in fields.items()
        if key in parts
        for lacking in shortcomings(
            videos[key], page.language_code, is_translation=is_version, parts=parts[key]
        )
    ]


# The way back: what holds a film in its present state --------------------------------------------


def pages_held_by(video: Video) -> list[Any]:
    """Return the live pages that show ``video``, itself or as a version of another film."""
    found = live_pages_of([video.pk, *(main.pk for main in _mains_of(video))])
    return list({page.pk: page for pages in found.values() for page in pages}.values())


def may_remove_track(track: VideoTrack) -> list[Any]:
    """Return the live pages that lose what the law asks if ``track`` goes; empty if it may go."""
    video = Video.objects.get(pk=track.video_id)
    parts = gather([video])[video.pk]
    left = [row for row in parts.tracks if row.pk != track.pk]
    return _broken(video, replace(parts, tracks=left))


def _mains_of(video: Video) -> list[Video]:
    return list(Video.objects.filter(versions__version_id=video.pk).distinct())


def _broken(video: Video, after: Parts) -> list[Any]:
    films = [Video.objects.get(pk=video.pk), *_mains_of(video)]
    now, pages = gather(films), live_pages_of([film.pk for film in films])
    broken = {}
    for film in films:
        before = now[film.pk]
        then = after
        if film.pk != video.pk:
            versions = [
                (row, after if row.version_id == video.pk else its) for row, its in before.versions
            ]
            then = replace(before, versions=versions)
        for page in pages[film.pk]:
            if _blocking(then, page) - _blocking(before, page):
                broken[page.pk] = page
    return list(broken.values())


def _blocking(parts: Parts, page: Any) -> set[tuple[str, str]]:
    found = shortcomings(
        parts.video, page.language_code, is_translation=is_translation(page), parts=parts
    )
    return {(lacking.code, str(lacking.message)) for lacking in found if lacking.blocks}

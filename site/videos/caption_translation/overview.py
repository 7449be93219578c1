"""What a translator has to do: the films with captions, and how far each is in her language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from videos.caption_translation import workbench
from videos.caption_translation.alignment import Alignment, State
from videos.caption_translation.rights import languages_of
from videos.models import TranslatedCue, Video, VideoTrack


class Standing(StrEnum):
    """How far a translation is. The order is the order of the list: what waits comes first."""

    OUTDATED = "outdated"
    BEGUN = "begun"
    UNCHECKED = "unchecked"
    MISSING = "missing"
    READY = "ready"


@dataclass
class Job:
    """One track of a film to be translated into one language, and how far that is."""

    source: VideoTrack
    code: str
    target: VideoTrack | None
    standing: Standing
    #: Given only for the jobs that are shown (``measure``).
    alignment: Alignment | None = None

    @property
    def changed(self) -> int:
        """Return how many captions have changed or come since the translation was finished."""
        found = self.alignment
        return found.count(State.CHANGED) + found.count(State.MISSING) if found else 0

    @property
    def percent(self) -> int:
        """Return how much is done."""
        found = self.alignment
        return round(100 * found.done / found.total) if found and found.total else 0


def jobs_of(user: Any, code: str, among: Iterable[int] | None = None) -> list[Job]:
    """Return what ``user`` may translate into the language ``code``: what waits first, newest film first.

    ``among`` narrows it to films by their ids. Films that may not be shown any more are left out.
    Four queries, however many films there are.
    """
    tracks: dict[tuple[int, str], list[VideoTrack]] = defaultdict(list)
    for track in _tracks(user, code, among):
        tracks[(track.video_id, track.kind)].append(track)
    jobs: list[Job] = []
    unfinished = _unfinished([track.pk for group in tracks.values() for track in group], code)
    for group in tracks.values():
        source = workbench.original_of(group, group[0].video.spoken_language)
        if source is None or not workbench.may_be_target(source, code):
            continue
        target = next((track for track in group if track.language == code), None)
        jobs.append(Job(source, code, target, _standing(source, target, unfinished)))
    order = list(Standing)
    return sorted(jobs, key=lambda job: order.index(job.standing))


def _tracks(user: Any, code: str, among: Iterable[int] | None) -> Iterable[VideoTrack]:
    """Return all tracks of the films that ``user`` may translate into ``code``, newest film first."""
    today = timezone.localdate()
    tracks = VideoTrack.objects.exclude(
        Q(video__rights_until__lt=today) | Q(video__consent_until__lt=today)
    )
    if among is not None:
        tracks = tracks.filter(video__in=list(among))
    if code not in languages_of(user):
        policy = policy_registry.get_by_type(Video)
        films = policy.instances_user_has_permission_for(user, "change")
        tracks = tracks.filter(video__in=films.order_by().values("pk"))
    found: Iterable[VideoTrack] = (
        tracks.select_related("video")
        .defer("video__manifest", "video__facts")
        .order_by("-video__created_at", "-video_id", "kind", "language")
    )
    return found


def _unfinished(tracks: Collection[int], code: str) -> set[int]:
    """Return which tracks hold something that residents are not shown yet."""
    rows = TranslatedCue.objects.not_shown_yet().filter(track__language=code, track__in=tracks)
    return set(rows.values_list("track", flat=True))


def _standing(
    source: VideoTrack, target: VideoTrack | None, unfinished: Collection[int]
) -> Standing:
    if target is None:
        return Standing.MISSING
    if workbench.is_outdated(source, target):
        return Standing.OUTDATED
    if target.pk in unfinished:
        return Standing.BEGUN
    if not target.is_ready:
        return Standing.MISSING
    if target.origin == VideoTrack.MACHINE and target.reviewed_at is None:
        return Standing.UNCHECKED
    return Standing.READY


def measure(jobs: Sequence[Job]) -> None:
    """Count for each of the jobs shown how far it is: one query."""
    rows: dict[int, list[TranslatedCue]] = defaultdict(list)
    targets = [job.target.pk for job in jobs if job.target is not None]
    found = TranslatedCue.objects.filter(track__in=targets).select_related("saved_by")
    for row in found.order_by("pk"):
        rows[row.track_id].append(row)
    for job in jobs:
        written = rows[job.target.pk] if job.target is not None else []
        job.alignment = workbench.align_track(job.source, job.target, written)


def films_of(page: Page) -> list[int]:
    """Return the ids of the films that ``page`` shows, as it was last saved."""
    kinds = ContentType.objects.get_for_models(Page, Video, for_concrete_models=False)
    references = ReferenceIndex.objects.filter(
        base_content_type=kinds[Page], object_id=str(page.pk), to_content_type=kinds[Video]
    )
    return sorted({int(pk) for pk in references.values_list("to_object_id", flat=True)})

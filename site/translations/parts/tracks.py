"""How true the captions and other tracks of films are, as the translators' workbench knows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.urls import reverse_lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.languages import html_lang
from videos.caption_translation import workbench
from videos.models import Video, VideoTrack

#: Kinds that say the same: either is enough.
SPOKEN = frozenset({VideoTrack.CAPTIONS, VideoTrack.SUBTITLES})


def track_states(
    videos: Mapping[int, Video], codes: Mapping[int, str]
) -> dict[tuple[int, int], dict[str, Any]]:
    """Return what the tracks of ``videos`` lack in the languages ``codes``, by video and locale; one query.

    ``outdated`` are the tracks made of others than there are now, ``fallback`` those that readers get in
    another language.
    """
    tracks: dict[int, dict[str, list[VideoTrack]]] = defaultdict(lambda: defaultdict(list))
    rows = VideoTrack.objects.filter(video__in=list(videos)).order_by("pk") if videos else ()
    for track in rows:
        track.video = videos[track.video_id]
        tracks[track.video_id][track.kind].append(track)
    found = {}
    for pk, kinds in tracks.items():
        for locale, code in codes.items():
            lack = _lack(videos[pk], kinds, code)
            if lack:
                found[pk, locale] = lack
    return found


def _lack(video: Video, kinds: Mapping[str, list[VideoTrack]], code: str) -> dict[str, Any] | None:
    """Return what the tracks of one film lack in one language."""
    lang = html_lang(code)
    read = {
        kind: {html_lang(t.language) for t in rows if t.is_ready} for kind, rows in kinds.items()
    }
    spoken = set().union(*(read.get(kind, ()) for kind in SPOKEN))
    outdated: list[VideoTrack] = []
    missing: dict[str, VideoTrack] = {}
    for kind, rows in kinds.items():
        source = workbench.original_of(rows, video.spoken_language)
        if source is None or not workbench.may_be_target(source, code):
            continue
        target = next((track for track in rows if track.language == code), None)
        if target is not None and target.is_ready:
            if workbench.is_outdated(source, target):
                outdated.append(source)
        elif lang not in (spoken if kind in SPOKEN else read[kind]):
            missing.setdefault("spoken" if kind in SPOKEN else kind, source)
    if not outdated and not missing:
        return None
    first = [*outdated, *missing.values()][0]
    moments = [source.updated_at for source in outdated]
    return {
        "label": format_lazy("{}: {}", _("Captions"), video.title),
        "href": reverse_lazy("videos:track_translate", args=[first.pk, code]),
        "outdated": len(outdated),
        "fallback": len(missing),
        "since": min(moments, default=None),
        "latest": max(moments, default=None),
    }

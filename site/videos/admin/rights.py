"""Who may do what with films in the admin. Whoever is not named here may not.

Adding and changing follow Wagtail's collections: whoever may add films may change her own, whoever may
change films may change and delete any in that collection. Captions in a language may also be written by
whoever translates into it (``videos.caption_translation.rights``).
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.permissions import policy_registry

from core.registry import may_write_language
from videos.caption_translation.rights import languages_of, may_change, may_translate
from videos.languages import track_choices
from videos.models import Video, VideoText, VideoTrack

__all__ = [
    "film_to_change",
    "languages_to_write",
    "may_add",
    "may_change",
    "may_delete",
    "may_look",
    "may_translate",
    "may_write",
]


def may_add(user: Any) -> bool:
    """Tell whether ``user`` may upload a film into some collection."""
    return bool(policy_registry.get_by_type(Video).user_has_permission(user, "add"))


def may_look(user: Any) -> bool:
    """Tell whether ``user`` may see the list of films and their pages: who keeps or translates them."""
    policy = policy_registry.get_by_type(Video)
    if not (user.is_active and user.has_perm("wagtailadmin.access_admin")):
        return False
    return bool(policy.user_has_any_permission(user, ["add", "change", "choose"])) or bool(
        languages_of(user)
    )


def may_write(user: Any, video: Video, code: str) -> bool:
    """Tell whether ``user`` may write a timed text of ``video`` in the language ``code``."""
    if not may_write_language(user, code):
        return False
    return may_change(user, video) or may_translate(user, code, video)


def languages_to_write(user: Any, video: Video) -> list[tuple[str, str]]:
    """Return the languages ``user`` may write timed texts of ``video`` in, by their own names."""
    if may_change(user, video):
        return [choice for choice in track_choices() if may_write_language(user, choice[0])]
    return [(code, name) for code, name in track_choices() if may_translate(user, code, video)]


def may_delete(user: Any, video: Video) -> bool:
    """Tell whether ``user`` may delete the film, and with it all that is written of it in any language."""
    codes = {
        *VideoTrack.objects.filter(video=video).values_list("language", flat=True),
        *VideoText.objects.filter(video=video).values_list("locale__language_code", flat=True),
    }
    return may_change(user, video) and all(may_write_language(user, code) for code in codes)


def film_to_change(request: HttpRequest, pk: int) -> Video:
    """Return the film with this key; raise Http404 or PermissionDenied."""
    video = get_object_or_404(Video, pk=pk)
    if not may_change(request.user, video):
        raise PermissionDenied
    return video


def track_to_write(request: HttpRequest, pk: int) -> VideoTrack:
    """Return the timed text with this key; raise Http404 or PermissionDenied."""
    track = get_object_or_404(VideoTrack.objects.select_related("video", "translated_from"), pk=pk)
    if not may_write(request.user, track.video, track.language):
        raise PermissionDenied
    return track

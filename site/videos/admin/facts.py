"""What was read from a film's file, in words."""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from videos.models import Video
from videos.player import clock

Fact = tuple[str | Promise, str]


def of(video: Video) -> list[Fact]:
    """Return names and values of the facts, those that are known only."""
    told: dict[str, Any] = video.facts or {}
    size = f"{video.width} × {video.height}" if video.width and video.height else ""
    found: list[Fact] = [
        (_("Length"), clock(video.duration) if video.duration else ""),
        (_("Picture"), size),
        (_("Sound"), _("yes") if video.has_audio else _("none")),
        (_("File size"), filesizeformat(video.file_size) if video.file_size else ""),
        (_("Format"), ", ".join(str(told[key]) for key in _CODECS if told.get(key))),
        (_("Uploaded"), _uploaded(video)),
    ]
    return [(name, value) for name, value in found if value]


#: The names ``videos.probing.Facts`` keeps them under.
_CODECS = ("container", "video_codec", "audio_codec")


def _uploaded(video: Video) -> str:
    from django.utils import timezone
    from django.utils.formats import date_format

    day = date_format(timezone.localtime(video.created_at), "SHORT_DATE_FORMAT")
    user = video.uploaded_by_user
    return f"{day}, {user.get_full_name() or user.get_username()}" if user else day

"""The films of public pages in the sitemap, as search engines want to be told of them.

Source: Google's extension for videos, http://www.google.com/schemas/sitemap-video/1.1.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from core.registry import Entries, register_sitemap_extras
from videos.access import references_from_pages
from videos.models import Video
from videos.structured_data import best_source, thumbnail
from videos.wording import text_in

#: The limits of the extension: letters of a description, and seconds (eight hours) of a film.
LONGEST_TEXT, LONGEST_FILM = 2_048, 28_800
#: What XML 1.0 cannot hold in any writing.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@register_sitemap_extras
def with_films(entries: Entries, request: HttpRequest | None) -> Entries:
    """Return ``entries`` with the films that may be shown and can be played, at three queries.

    An entry names its films by their keys (``films``); one that does not gets those its page refers
    to. An entry whose films may all no longer be shown is left out where it is that of a part of a page:
    without its film there is no part.
    """
    shown: dict[int, list[int]] = defaultdict(list)
    references = references_from_pages().order_by("pk")
    for page, film in references.values_list("object_id", "to_object_id"):
        shown[int(page)].append(int(film))
    if not shown:
        return entries
    films = _films({pk for pks in shown.values() for pk in pks})
    completed = []
    for entry in entries:
        keys = entry.get("films", shown.get(entry["item"].pk, ()))
        found = [films[key] for key in dict.fromkeys(keys) if key in films]
        if "part" in entry and keys and not found:
            continue
        code = str(entry["item"].locale.language_code)
        told = [_told(film, code, request) for film in found]
        completed.append({**entry, "videos": [video for video in told if video]})
    return completed


def _films(keys: set[int]) -> dict[int, Video]:
    films: dict[int, Video] = Video.objects.for_display().in_bulk(keys)
    return {key: film for key, film in films.items() if not film.is_withdrawn()}


def _told(film: Video, code: str, request: HttpRequest | None) -> dict[str, Any]:
    """Return what is said of ``film``; nothing where one of the compulsory things is missing."""
    source, picture, text = best_source(film), thumbnail(film, request), text_in(film, code)
    if source is None or not picture:
        return {}
    title = text["title"] if text else film.title
    summary = (text["summary"] if text else "") or title
    url = source["url"]
    seconds = round(source["duration"])
    return {
        "thumbnail": picture,
        "title": _NOT_XML.sub("", title),
        "description": _NOT_XML.sub("", summary)[:LONGEST_TEXT],
        "content": request.build_absolute_uri(url) if request else url,
        "duration": seconds if 1 <= seconds <= LONGEST_FILM else 0,
        "published": timezone.localtime(film.created_at).isoformat(timespec="seconds"),
    }

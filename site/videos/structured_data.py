"""Films as schema.org describes them, for search engines and for those who read a page by its data.

Everything is in the film's manifest; only the picture's size is looked up, among those fetched with
the film (``VideoQuerySet.for_display``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Locale

from core import languages
from core.models import BasePage
from core.parts import PagePart
from core.registry import register_structured_data
from videos.languages import SIGNED
from videos.manifest import Source, Track
from videos.models import Video, VideoTrack, VideoVersion
from videos.player import POSTER
from videos.wording import text_in, written_code

#: The file to name where one must be named: every device plays it, and it is not the largest.
PREFERRED = ("720p", "480p", "1080p")
CAPTIONS = (VideoTrack.CAPTIONS, VideoTrack.SUBTITLES)


def video_object(
    video: Video, locale: Locale, request: HttpRequest, page: BasePage | PagePart
) -> dict[str, Any]:
    """Return ``video`` as a VideoObject on ``page``, in the language of ``locale`` where it is written in it.

    A film whose files are still being made has no ``contentUrl`` yet. ``embedUrl`` is there where the
    page has an address for frames (``embed_path``).
    """
    code = str(locale.language_code)
    text = text_in(video, code)
    source = best_source(video)
    data: dict[str, Any] = {
        "@type": "VideoObject",
        "@id": f"{page.get_full_url(request)}#video-{str(video.key)[:8]}",
        "name": text["title"] if text else video.title,
        "description": (text["summary"] or text["title"]) if text else video.title,
        "thumbnailUrl": thumbnail(video, request),
        "uploadDate": timezone.localtime(video.created_at).isoformat(timespec="seconds"),
        "duration": iso_duration(source["duration"] if source else video.duration),
        "isAccessibleForFree": True,
        "inLanguage": languages.tag_of(video.spoken_language) if video.has_speech else "",
        "transcript": transcript(video, code),
        "caption": [_caption(track, request) for track in captions_of(video)],
        "accessibilityFeature": features(video),
        "accessibilityHazard": ["noFlashingHazard"] if video.flashes_checked else [],
    }
    if source:
        data |= {
            "contentUrl": request.build_absolute_uri(source["url"]),
            "encodingFormat": source["type"].partition(";")[0],
            "contentSize": str(source["size"]),
            "width": source["width"],
            "height": source["height"],
        }
    embed_path = getattr(page, "embed_path", "")
    if embed_path:
        data["embedUrl"] = request.build_absolute_uri(embed_path)
    return {name: value for name, value in data.items() if value not in ("", [], None)}


@register_structured_data
def films_of_page(page: BasePage | PagePart, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the films that ``page`` shows and that can be played, each once."""
    if not isinstance(page, BasePage):
        return []  # a part says of its film itself that it is what the part is about
    films = {film.pk: film for film in _shown(page)}
    return [
        video_object(film, page.locale, request, page)
        for film in films.values()
        if best_source(film) and not film.is_withdrawn()
    ]


def _shown(page: BasePage) -> Iterable[Video]:
    """Return the films of the page: those it names itself, else those in its body, fetched with it."""
    if hasattr(page, "shown_videos"):
        named: Iterable[Video] = page.shown_videos()
        return named
    blocks = getattr(page, "body", None) or ()
    found = [block.value.get("video") for block in blocks if block.block_type == "video"]
    return [film for film in found if film is not None]


def best_source(video: Video) -> Source | None:
    """Return the file that is named to machines; None while there is none."""
    sources: list[Source] = video.manifest.get("sources", [])
    by_preset = {source["preset"]: source for source in sources}
    chosen = [by_preset[preset] for preset in PREFERRED if preset in by_preset]
    return next(iter([*chosen, *sources]), None)


def thumbnail(video: Video, request: HttpRequest | None) -> str:
    """Return the absolute address of the film's picture; empty where there is none, or its file is lost."""
    if video.poster is None:
        return ""
    try:
        url = str(video.poster.get_rendition(POSTER).url)
    except (SourceImageIOError, InvalidFilterSpecError):
        return ""
    return request.build_absolute_uri(url) if request else url


def iso_duration(seconds: float) -> str:
    """Return ``seconds`` as ISO 8601 writes a duration, in whole seconds; empty for none."""
    whole = round(seconds or 0)
    if not seconds or seconds < 0:
        return ""
    minutes, rest = divmod(max(whole, 1), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)


def captions_of(video: Video) -> list[Track]:
    """Return the captions and subtitles that residents are shown."""
    tracks: list[Track] = video.manifest.get("tracks", [])
    return [track for track in tracks if track["kind"] in CAPTIONS]


def _caption(track: Track, request: HttpRequest) -> dict[str, str]:
    code = track["language"]
    return {
        "@type": "MediaObject",
        "name": languages.endonym(code) if code in languages.KNOWN else code,
        "contentUrl": request.build_absolute_uri(track["url"]),
        "encodingFormat": "text/vtt",
        "inLanguage": languages.tag_of(code),
    }


def transcript(video: Video, code: str) -> str:
    """Return the film as text: in the language ``code``, else in the one it is spoken in; or nothing.

    What somebody wrote comes before the captions line by line. A machine's captions that nobody has
    looked at, and those whose source has changed since, are no transcript: here nothing could say so.
    """
    for language in dict.fromkeys((code, written_code(video.spoken_language))):
        text = video.manifest.get("texts", {}).get(language)
        if text and text["transcript"].strip():
            return str(text["transcript"]).strip()
        for track in captions_of(video):
            if track["language"] == language and _is_sound(track):
                return "\n".join(
                    f"{line['speaker']}: {line['text']}" if line["speaker"] else line["text"]
                    for line in track["lines"]
                )
    return ""


def _is_sound(track: Track) -> bool:
    by_machine = track["origin"] == VideoTrack.MACHINE and not track["reviewed"]
    return not by_machine and not track["outdated"]


def features(video: Video) -> list[str]:
    """Return what makes the film accessible, in schema.org's words.

    Captions count in the film's own language: in another they help those who hear. Source: the
    vocabulary at https://www.w3.org/community/reports/a11y-discov-vocab/.
    """
    spoken = written_code(video.spoken_language)
    tracks: list[Track] = video.manifest.get("tracks", [])
    kinds = {track["kind"] for track in tracks}
    today = timezone.localdate().isoformat()
    versions = {
        version["kind"]
        for version in video.manifest.get("versions", [])
        if version["sources"] and not "" < version["ends_on"] < today
    }
    is_captioned = any(
        track["kind"] == VideoTrack.CAPTIONS and track["language"] == spoken for track in tracks
    )
    found = {
        "captions": is_captioned,
        "transcript": bool(transcript(video, spoken)),
        "audioDescription": VideoVersion.DESCRIBED in versions
        or VideoTrack.DESCRIPTIONS in kinds
        or video.description_decision == Video.INTEGRATED,
        "signLanguage": VideoVersion.SIGNED_VERSION in versions or video.spoken_language in SIGNED,
    }
    return [name for name, is_there in found.items() if is_there]

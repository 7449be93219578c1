"""Files of films and their timed texts, for those who may see them.

Whoever may not see something is told that it does not exist: existing is a secret, too. An address
names its content by a digest; an old one leads to the present.
"""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.db.models import F
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from django.views.decorators.http import require_safe

from core import languages
from videos.access import Sight, may_keep, sight_of
from videos.delivery import ONLY_HERE, PRIVATE, Delivery, cache_control, deliver, file_name
from videos.models import Video, VideoRendition, VideoStill, VideoTrack
from videos.wording import text_in

#: Seconds an old address may go on leading to the present one.
SOON = 60
#: What uploaded films and stills are served as; what is not here is only for saving.
TYPES = {
    "avi": "video/x-msvideo",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4v": "video/mp4",
    "mkv": "video/x-matroska",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "mpeg": "video/mpeg",
    "mpg": "video/mpeg",
    "png": "image/png",
    "ts": "video/mp2t",
    "webm": "video/webm",
    "webp": "image/webp",
}


@require_safe
def file(
    request: HttpRequest, key: UUID, preset: str, digest: str, extension: str
) -> HttpResponseBase:
    """Serve a file made of a film as it is now: in ranges, or whole to be saved (``?download=1``)."""
    rendition = get_object_or_404(
        VideoRendition.objects.select_related("video").exclude(file=""),
        video__key=key,
        preset=preset,
        state=VideoRendition.DONE,
        source_checksum=F("video__checksum"),
    )
    video = rendition.video
    sight = _sight(request, video)
    if (digest, extension) != (rendition.checksum[:12], rendition.extension):
        return _lead_on(request, rendition.url, sight)
    title = _title(request, video)
    return deliver(
        request,
        Delivery(
            file=rendition.file,
            content_type=rendition.mime_type,
            filename=file_name(title, f"{preset}.{extension}"),
            cache_control=cache_control(sight, video),
            etag=rendition.checksum,
            attachment=_is_download(request),
            language=languages.tag_of(video.spoken_language),
        ),
    )


@require_safe
def track(
    request: HttpRequest, key: UUID, kind: str, language: str, digest: str
) -> HttpResponseBase:
    """Serve a finished timed text as WebVTT."""
    found = get_object_or_404(
        VideoTrack.objects.select_related("video").exclude(content=""),
        video__key=key,
        kind=kind,
        language=language,
    )
    sight = _sight(request, found.video)
    if digest != found.digest[:12]:
        return _lead_on(request, found.url, sight)
    etag, modified = f'"{found.digest}"', int(found.updated_at.timestamp())
    tail = (
        f"{language}.vtt" if kind in (found.CAPTIONS, found.SUBTITLES) else f"{kind} {language}.vtt"
    )
    headers = {
        **ONLY_HERE,
        "Cache-Control": cache_control(sight, found.video),
        "Content-Language": found.lang,
        "ETag": etag,
        "Last-Modified": http_date(modified),
    }
    name = file_name(_title(request, found.video, language), tail)
    disposition = content_disposition_header(_is_download(request), name)
    if disposition:
        headers["Content-Disposition"] = disposition
    response = HttpResponse(found.content, content_type="text/vtt; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag, modified, response) or response


@require_safe
def source(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Serve the film as it was uploaded, to those who look after it."""
    video = get_object_or_404(Video, key=key)
    if not video.file or not may_keep(request, video):
        raise Http404
    ending = video.file_extension.lower()
    return deliver(
        request,
        Delivery(
            file=video.file,
            content_type=TYPES.get(ending, ""),
            filename=file_name(video.title, f"original.{ending or 'bin'}"),
            etag=video.checksum,
            attachment=_is_download(request) or ending not in TYPES,
            language=languages.tag_of(video.spoken_language),
        ),
    )


@require_safe
def still(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    """Serve the still with the id ``number``, to those who look after the film."""
    found = get_object_or_404(
        VideoStill.objects.select_related("video").exclude(file=""), video__key=key, pk=number
    )
    if not may_keep(request, found.video):
        raise Http404
    ending = str(found.file.name).rpartition(".")[2].lower()
    return deliver(
        request,
        Delivery(
            file=found.file,
            content_type=TYPES.get(ending, ""),
            filename=file_name(found.video.title, f"{found.second:.1f}.{ending}"),
        ),
    )


def _sight(request: HttpRequest, video: Video) -> Sight:
    """Return how the film is to be seen; raise Http404 where it is not."""
    sight = sight_of(request, video)
    if sight is Sight.NONE:
        raise Http404
    return sight


def _lead_on(request: HttpRequest, address: str, sight: Sight) -> HttpResponseRedirect:
    """Lead from an old address to the present one, with what was asked for."""
    asked = {"download": "1"} if _is_download(request) else {}
    if request.GET.get("lang") in languages.KNOWN:
        asked["lang"] = request.GET["lang"]
    response = HttpResponseRedirect(f"{address}?{urlencode(asked)}" if asked else address)
    public = sight is Sight.PUBLIC
    response["Cache-Control"] = f"public, max-age={SOON}" if public else PRIVATE
    return response


def _is_download(request: HttpRequest) -> bool:
    return request.GET.get("download") == "1"


def _title(request: HttpRequest, video: Video, code: str = "") -> str:
    """Return the film's title in the language asked for (``?lang=``), or the nearest there is."""
    text = text_in(video, request.GET.get("lang") or code)
    return text["title"] if text else str(video.title)

"""Sending a file to whoever may have it: piece by piece from here, or by nginx where it is told to.

With ``KOHTAAMO_X_ACCEL`` the answer only names the file, and nginx sends it: ranges, conditions and
all (docs/operations.md). Without it, for the demo and small sites, this module does the same.
Sources: RFC 9110, sections 13 and 14; RFC 6266 for the name of a download; the Fetch standard for
``Cross-Origin-Resource-Policy``.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import IO
from urllib.parse import quote

from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date

from videos.access import Sight
from videos.models import Video
from videos.ranges import Piece, Span, UnsatisfiableError, asked_span, if_range_holds

logger = logging.getLogger(__name__)

YEAR = 365 * 24 * 3600
PRIVATE = "private, no-store"
#: What a file name may not hold on some system. Invisible characters go by their category: among them
#: are those that turn the direction of writing, with which one name can be made to read as another.
_RESERVED = re.compile(r'[<>:"/\\|?*]+')
_BLANKS = re.compile(r"\s+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: Bytes of UTF-8: with preset and ending, a name stays below the 255 that file systems allow.
_LONGEST = 180


@dataclass(frozen=True)
class Delivery:
    """A file, and what is said of it when it is sent.

    ``etag`` is a strong one without its quotation marks, or empty; ``language`` a BCP 47 tag, or empty
    where what is seen and heard has none.
    """

    file: FieldFile
    content_type: str
    filename: str
    cache_control: str = PRIVATE
    etag: str = ""
    attachment: bool = False
    language: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers that do not depend on which bytes are asked for."""
        headers = {
            "Content-Type": self.content_type or "application/octet-stream",
            "Cache-Control": self.cache_control,
            **ONLY_HERE,
        }
        disposition = content_disposition_header(self.attachment, self.filename)
        if disposition:
            headers["Content-Disposition"] = disposition
        if self.language:
            headers["Content-Language"] = self.language
        return headers


#: No guessing of types, and no use of our files on the pages of others.
ONLY_HERE = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class PieceResponse(StreamingHttpResponse):
    """Sends a piece of a file, and closes it also where the reader goes away before the end."""

    def __init__(self, request: HttpRequest, piece: Piece, status: int) -> None:
        self.piece = piece
        is_async = isinstance(request, ASGIRequest)
        super().__init__(piece.in_turn() if is_async else piece, status=status)

    def close(self) -> None:
        """End the request and close the file."""
        super().close()
        self.piece.close()


def deliver(request: HttpRequest, delivery: Delivery) -> HttpResponseBase:
    """Return the answer to GET or HEAD; raise Http404 where the file is gone from the disk."""
    headers = delivery.headers()
    if settings.KOHTAAMO_X_ACCEL:
        headers["X-Accel-Redirect"] = settings.KOHTAAMO_X_ACCEL + quote(str(delivery.file.name))
        return HttpResponse(headers=headers)
    file, size, modified = _open(delivery.file)
    etag = f'"{delivery.etag}"' if delivery.etag else None
    headers |= {"Accept-Ranges": "bytes", "Last-Modified": http_date(modified)}
    if etag:
        headers["ETag"] = etag
    plain = HttpResponse(headers=headers)
    answer: HttpResponseBase = get_conditional_response(request, etag, modified, plain) or plain
    if answer.status_code != 200:
        file.close()
        return answer
    try:
        span = _asked(request, size, etag, modified)
    except UnsatisfiableError:
        file.close()
        return _unsatisfiable(size)
    whole = Span(0, size)
    if request.method == "HEAD":  # a range is defined for GET alone (RFC 9110, 14.2)
        file.close()
    else:
        answer = PieceResponse(request, Piece(file, span or whole), 206 if span else 200)
        for name, value in headers.items():
            answer[name] = value
    if span is not None:
        answer["Content-Range"] = span.content_range(size)
    answer["Content-Length"] = str(len(span or whole))
    return answer


def _open(field: FieldFile) -> tuple[IO[bytes], int, int]:
    """Return the open file, its size in bytes and when it was last changed, in seconds since 1970."""
    name = str(field.name)
    try:
        modified = int(field.storage.get_modified_time(name).timestamp())
        size = field.storage.size(name)
        file: IO[bytes] = field.storage.open(name, "rb")
    except OSError as error:
        logger.error("A file of a film cannot be read: %s", error)  # noqa: TRY400 -- says enough
        raise Http404 from error
    return file, size, modified


def _asked(request: HttpRequest, size: int, etag: str | None, modified: int) -> Span | None:
    """Return the span to answer with; None for the whole file. Raises UnsatisfiableError for 416."""
    wanted = request.headers.get("Range", "")
    condition = request.headers.get("If-Range")
    if request.method != "GET" or not wanted:
        return None
    if condition is not None and not if_range_holds(condition, etag, modified):
        return None
    return asked_span(wanted, size)


def _unsatisfiable(size: int) -> HttpResponse:
    response = HttpResponse(status=416, content_type="text/plain; charset=utf-8", headers=ONLY_HERE)
    response["Content-Range"] = f"bytes */{size}"
    response["Cache-Control"] = "no-store"
    return response


def cache_control(sight: Sight, video: Video) -> str:
    """Return for how long a file may be kept whose address names its content.

    For ever where the film is public, or until the right to show it ends; not at all where it is not.
    """
    if sight is not Sight.PUBLIC:
        return PRIVATE
    seconds = YEAR
    last_day = video.ends_on()
    if last_day is not None:
        end = timezone.make_aware(datetime.combine(last_day + timedelta(days=1), time.min))
        seconds = max(0, min(seconds, int((end - timezone.now()).total_seconds())))
    return f"public, max-age={seconds}, immutable"


def file_name(title: str, tail: str) -> str:
    """Return the name a file is saved under: the title as people read it, and ``tail`` with the ending."""
    text = _BLANKS.sub(" ", _RESERVED.sub(" ", title))
    text = "".join(sign for sign in text if unicodedata.category(sign) not in _INVISIBLE)
    text = text.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"{text} {tail}" if text else tail

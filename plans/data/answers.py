"""Open data over HTTP: read only, for every origin, and asked again only when it has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from core.csv_export import csv_text
from core.freshness import LONGEST
from core.models import BasePage
from plans.data import LICENCE

METHODS = ["GET", "HEAD", "OPTIONS"]
#: For the question a browser asks before it reads from another origin (Fetch Standard, CORS protocol).
PREFLIGHT = {
    "Allow": ", ".join(METHODS),
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def open_data(
    view: Callable[[Any, HttpRequest], HttpResponseBase],
) -> Callable[[Any, HttpRequest], HttpResponseBase]:
    """Mark a page's view as one of open data: everybody's, or not there at all, and read only."""

    def answered(page: BasePage, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(METHODS)
        if page.get_view_restrictions():
            raise Http404("what is not for everybody is no open data")
        return view(page, request)

    answered.__name__, answered.__doc__ = view.__name__, view.__doc__
    answered.is_open_data = True  # type: ignore[attr-defined]
    return answered


def preflight() -> HttpResponse:
    """Return the answer to OPTIONS."""
    return HttpResponse(headers=PREFLIGHT)


def json_answer(data: Any, request: HttpRequest) -> HttpResponseBase:
    """Return ``data`` as JSON."""
    content = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    return _shared(HttpResponse(content, content_type="application/json; charset=utf-8"), request)


def csv_answer(
    header: Sequence[str], rows: Iterable[Sequence[Any]], name: str, request: HttpRequest
) -> HttpResponseBase:
    """Return a table as a file to download, called ``name``."""
    content = csv_text(header, rows)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return _shared(response, request)


def _shared(response: HttpResponse, request: HttpRequest) -> HttpResponseBase:
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    response["ETag"] = f'"{digest}"'
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Link"
    response["Link"] = f'<{LICENCE["url"]}>; rel="license"'
    answer: HttpResponseBase = (
        get_conditional_response(request, etag=response["ETag"], response=response) or response
    )
    if answer is not response:
        answer["Access-Control-Allow-Origin"] = "*"
    return answer

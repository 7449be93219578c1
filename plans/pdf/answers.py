"""The PDF of a plan over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from core.freshness import LONGEST
from plans.pdf.keeping import PAUSE, NotReadyError, pdf_of

if TYPE_CHECKING:
    from plans.models import PlanPage


def pdf_answer(page: PlanPage, request: HttpRequest) -> HttpResponseBase:
    """Return the PDF of ``page`` to whoever may read the page, or say that it cannot be had just now."""
    try:
        mark, content = pdf_of(page)
    except NotReadyError:
        return unavailable(page, request)
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{page.slug}-{page.language_code}.pdf"
    response["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    response["ETag"] = f'"{mark[:32]}"'
    response["Link"] = f'<{page.get_full_url(request)}>; rel="canonical"'
    if page.get_view_restrictions():
        response["Cache-Control"] = "private, no-store"
        return response
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    answer: HttpResponseBase = (
        get_conditional_response(request, etag=response["ETag"], response=response) or response
    )
    return answer


def unavailable(page: PlanPage, request: HttpRequest) -> HttpResponse:
    """Answer 503 in the page's language: the PDF could not be made, and the page can be read."""
    request.shown_page = None  # type: ignore[attr-defined]
    context = {"status": 503, "page": page, "href": page.get_url(request)}
    response = render(request, "plans/pdf_unavailable.html", context, status=503)
    response["Retry-After"] = str(int(PAUSE.total_seconds()))
    response["Cache-Control"] = "no-store"
    return response

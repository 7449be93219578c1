"""Files of films and their timed texts, for those who may see them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase


def source(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Serve the uploaded film to staff."""
    raise Http404


def still(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    """Serve a still to staff."""
    raise Http404


def track(
    request: HttpRequest, key: UUID, kind: str, language: str, digest: str
) -> HttpResponseBase:
    """Serve a timed text."""
    raise Http404


def file(
    request: HttpRequest, key: UUID, preset: str, digest: str, extension: str
) -> HttpResponseBase:
    """Serve a rendition."""
    raise Http404

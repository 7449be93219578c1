"""Texts are compressed for browsers that unpack them; the bytes of other files stay as they are."""

from __future__ import annotations

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from core.middleware import TextCompressionMiddleware

LONG = b"Kohtaamo " * 100


def sent(response):
    middleware = TextCompressionMiddleware(lambda request: response)
    return middleware(RequestFactory().get("/", headers={"Accept-Encoding": "gzip, br"}))


@pytest.mark.parametrize(
    "kind",
    [
        "text/html; charset=utf-8",
        "Text/VTT; charset=utf-8",
        "application/json",
        "application/atom+xml; charset=utf-8",
        "application/ld+json",
        "application/manifest+json",
        "image/svg+xml",
    ],
)
def test_a_text_is_compressed(kind):
    response = sent(HttpResponse(LONG, content_type=kind))
    assert response["Content-Encoding"] == "gzip"
    assert response["Vary"] == "Accept-Encoding"
    assert len(response.content) < len(LONG)


@pytest.mark.parametrize(
    "kind", ["video/mp4", "video/webm", "image/png", "application/pdf", "application/zip", ""]
)
def test_any_other_file_keeps_its_bytes_and_its_length(kind):
    response = StreamingHttpResponse([LONG], content_type=kind or "x")
    response["Content-Type"] = kind
    response["Content-Length"] = str(len(LONG))
    response = sent(response)
    assert not response.has_header("Content-Encoding")
    assert not response.has_header("Vary")
    assert response["Content-Length"] == str(len(LONG))
    assert b"".join(response) == LONG


def test_a_range_of_a_text_keeps_its_bytes():
    response = HttpResponse(LONG, status=206, content_type="text/vtt")
    response["Content-Range"] = f"bytes 0-{len(LONG) - 1}/{len(LONG)}"
    assert sent(response).content == LONG

"""Every public page is valid by the Nu HTML checker."""

from __future__ import annotations

from django.test import Client

from core import views
from tests.journeys.public_pages import MARK


def test_the_nu_html_checker_finds_no_error(public, check_html, rf):
    client = Client()
    documents = {name: client.get(path).content.decode() for name, path in public.paths.items()}
    documents["video frame"] = client.get("/video-frame/youtube/abcdefghijk/").content.decode()
    part = public.town.campaigns["fi"].part(MARK)
    documents["embedded film"] = client.get(part.embed_path).content.decode()
    documents["server error"] = views.server_error(rf.get("/fi/")).content.decode()
    assert all("<h1" in text for name, text in documents.items() if name != "video frame")
    assert check_html(documents) == []


def test_the_checker_itself_notices_a_fault(check_html):
    assert check_html(
        {"bad": "<!doctype html><html lang=fi><title>x</title><p><div id=a></div><b id=a>"}
    )

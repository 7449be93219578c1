"""The report of videos and the panel above the form, as somebody with a screen reader or a phone has them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import NewsPageFactory, VideoFactory, VideoRenditionFactory
from tests.journeys.test_everybody_can_use_the_pages import axe_violations


@pytest.fixture
def films(town):
    """A film that lapsed on a public page, a live recording, and one nobody has seen to."""
    lapsed = VideoFactory(title="Koulussa")
    VideoRenditionFactory(video=lapsed)
    body = [{"type": "video", "value": {"video": lapsed.pk}}]
    page = NewsPageFactory(parent=town.indexes["fi"], body=body)
    lapsed.tracks.all().delete()
    VideoFactory(title="Kesken", captions=False, poster=None, description_decision="")
    live = VideoFactory(
        title="Suora",
        captions=False,
        is_live_recording=True,
        broadcast_at=timezone.now() - timedelta(days=2),
    )
    VideoRenditionFactory(video=live)
    return page


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_report_and_above_the_form(town, films, open_page, width):
    page = open_page(user=town.staff["publisher"], viewport={"width": width, "height": 900})
    found = []
    for url, ours in (
        (reverse("video_report"), ("video-report", "statement")),
        (reverse("wagtailadmin_pages:edit", args=[films.pk]), ("help-block",)),
        (reverse("wagtailadmin_home"), ("videos-due",)),
    ):
        page.goto(url)
        page.get_by_text("Koulussa").first.wait_for()
        found += [v for v in axe_violations(page) if any(mark in v for mark in ours)]
    assert found == []


def test_the_statement_is_filled_from_the_report(town, films, open_page):
    page = open_page(user=town.staff["publisher"])
    page.goto(reverse("video_report"))
    page.locator("form[action$='/statement/'] button").click()
    page.wait_for_load_state()
    assert page.locator(".messages .success").is_visible()
    page.locator(".messages .success a").click()
    page.wait_for_load_state()
    values = page.locator("[name^='defects-'][name$='-what']").evaluate_all(
        "fields => fields.map(field => field.value)"
    )
    assert [value for value in values if "Koulussa" in value]

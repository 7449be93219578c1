"""A film's text as a file: what it says, and who may have it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    VideoFactory,
    VideoRenditionFactory,
    VideoTextFactory,
    VideoTrackFactory,
    locale,
)
from videos.models import Video, VideoTrack

pytestmark = pytest.mark.django_db


def address(video: Video, language: str = "fi") -> str:
    """Return where the text of a film is."""
    return reverse("video_transcript", args=[video.key, language])


@pytest.fixture
def shown(town) -> Video:
    """A film on a live, public page."""
    video = VideoRenditionFactory(video=VideoFactory()).video
    town.items["fi"].body = [{"type": "video", "value": {"video": video.pk}}]
    town.items["fi"].save_revision().publish()
    return video


def test_the_text_has_its_title_times_and_speakers(shown, client):
    answer = client.get(address(shown))
    assert answer.status_code == 200
    assert answer.content.decode() == "Koulussa\n\n0:00  Oivi: Hei!\n\n0:01  Rehtori: Tervetuloa.\n"
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Language"] == "fi"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, max-age=60"


def test_what_somebody_wrote_comes_first_and_what_is_seen_has_its_place(shown, client):
    VideoTextFactory(video=shown, locale=locale("sv"), title="I skolan", transcript="En skola.")
    VideoTrackFactory(
        video=shown,
        language="sv",
        content="WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHej!\nHej då!\n",
    )
    VideoTrackFactory(
        video=shown,
        kind=VideoTrack.DESCRIPTIONS,
        language="sv",
        content="WEBVTT\n\n00:00:00.500 --> 00:00:00.900\nEn dörr.\n",
    )
    answer = client.get(address(shown, "sv"))
    assert answer.content.decode() == (
        "I skolan\n\nEn skola.\n\n0:00  Hej! Hej då!\n\n0:00  [En dörr.]\n"
    )


@pytest.mark.parametrize("language", ["sv", "xx", "fi-simple"])
def test_a_language_the_film_has_no_text_in_is_not_found(shown, client, language):
    assert client.get(address(shown, language)).status_code == 404


def test_a_film_no_public_page_shows_has_no_public_text(client):
    assert client.get(address(VideoFactory())).status_code == 404


def test_staff_read_the_text_of_a_film_in_a_draft_and_nobody_keeps_it(client_as):
    video = VideoRenditionFactory(video=VideoFactory()).video
    answer = client_as("editor").get(address(video))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_with_the_rights_the_text_goes_too(shown, client):
    shown.rights_until = timezone.localdate() - timedelta(days=1)
    shown.save()
    assert client.get(address(shown)).status_code == 404


def test_nothing_is_written_to_it(shown, client):
    assert client.post(address(shown)).status_code == 405

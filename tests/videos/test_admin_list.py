"""The list of films: states in words, filters, search, and the same queries for few and many."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Collection

from tests.factories import VideoFactory, VideoRenditionFactory
from videos.admin.states import Making, chips
from videos.models import Video, VideoRendition
from videos.parts import gather

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english() -> Any:
    """Compare words in the language of the source."""
    with translation.override("en"):
        yield


def words(video: Video) -> list[str]:
    """Return the states of a film as the list shows them."""
    return [str(chip.text) for chip in chips(gather([video])[video.pk])]


def titles(response: Any) -> list[str]:
    """Return the films a list shows, in order."""
    return [video.title for video in response.context["object_list"]]


def test_a_film_in_order_is_ready():
    video = VideoFactory()
    VideoRenditionFactory(video=video)
    assert words(video) == ["ready"]


def test_each_thing_a_film_lacks_is_said_in_words():
    video = VideoFactory(
        captions=False, text=False, poster=None, description_decision="", description_reason=""
    )
    VideoRenditionFactory(video=video)
    assert words(video) == [
        "lacks captions",
        "audio description undecided",
        "lacks a poster",
        "poster not described",
    ]


def test_the_making_is_told_in_percent_and_its_failures_counted():
    video = VideoFactory()
    assert words(video) == ["no files for viewers"]
    for preset, state, progress in (
        ("480p", VideoRendition.DONE, 100),
        ("720p", VideoRendition.RUNNING, 20),
        ("1080p", VideoRendition.WAITING, 0),
        ("av1-720p", VideoRendition.FAILED, 40),
    ):
        VideoRenditionFactory(video=video, preset=preset, state=state, progress=progress)
    VideoRenditionFactory(video=video, preset="old", source_checksum="of another film")
    assert words(video) == ["being made, 40 %", "1 file failed"]
    assert Making.of([]) == Making(False, 0, 0, 0)


def test_a_live_recording_counts_its_days_and_an_ended_right_is_said():
    video = VideoFactory(
        captions=False,
        is_live_recording=True,
        broadcast_at=timezone.now() - timedelta(days=3, hours=1),
    )
    VideoRenditionFactory(video=video)
    assert words(video) == ["captions due in 11 days"]
    gone = VideoFactory(rights_until=timezone.localdate() - timedelta(days=1))
    VideoRenditionFactory(video=gone)
    assert words(gone) == ["rights have ended"]


def test_films_are_filtered_by_language_lack_and_collection(town, client_as):
    client = client_as("editor")
    hers = Collection.get_first_root_node().add_child(name="Kampanjat")
    uncaptioned = VideoFactory(title="Ilman", captions=False, spoken_language="sv", collection=hers)
    undecided = VideoFactory(title="Avoin", description_decision="", description_reason="")
    url = reverse("videos:index")
    assert titles(client.get(url, {"lacking": "captions"})) == [uncaptioned.title]
    assert titles(client.get(url, {"lacking": "description"})) == [undecided.title]
    assert titles(client.get(url, {"lacking": "rights"})) == []
    assert titles(client.get(url, {"spoken_language": "sv"})) == [uncaptioned.title]
    assert titles(client.get(url, {"collection_id": hers.pk})) == [uncaptioned.title]
    assert len(titles(client.get(url, {"lacking": "nonsense"}))) == 3


def test_films_are_found_by_their_titles_and_ordered(town, client_as):
    client = client_as("editor")
    VideoFactory(title="Bussipysäkillä", duration=90.0)
    VideoFactory(title="Apteekissa", duration=30.0)
    url = reverse("videos:index")
    assert titles(client.get(url, {"q": "bussi"})) == ["Bussipysäkillä"]
    assert titles(client.get(url, {"q": "bussi", "spoken_language": "fi"})) == ["Bussipysäkillä"]
    assert titles(client.get(url, {"q": "bussi", "lacking": "files"})) == ["Bussipysäkillä"]
    assert titles(client.get(url, {"q": "bussi", "ordering": "-duration"})) == ["Bussipysäkillä"]
    assert titles(client.get(url, {"ordering": "-duration"}))[:2] == [
        "Bussipysäkillä",
        "Apteekissa",
    ]
    assert titles(client.get(url, {"ordering": "title"}))[0] == "Apteekissa"
    results = client.get(reverse("videos:index_results"), {"q": "aptee"})
    assert titles(results) == ["Apteekissa"]
    assert "<html" not in results.content.decode()


def test_the_list_shows_what_a_film_is_and_where_it_is_used(town, client_as):
    html = client_as("editor").get(reverse("videos:index")).content.decode()
    assert reverse("videos:edit", args=[town.video.pk]) in html
    assert "suomi" in html
    assert "0:02" in html
    assert 'alt=""' in html
    assert reverse("videos:add") in html


def test_a_long_list_has_pages_and_the_same_queries_as_a_short_one(town, client_as):
    client = client_as("editor")
    url = reverse("videos:index")

    def queries() -> int:
        client.get(url)  # warm: thumbnails, content types
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    for number in range(2):
        VideoRenditionFactory(video=VideoFactory(title=f"Filmi {number}", poster=town.photograph))
    few = queries()
    for number in range(16):
        VideoRenditionFactory(video=VideoFactory(title=f"Toinen {number}", poster=town.photograph))
    assert queries() == few
    for number in range(5):
        VideoFactory(title=f"Kolmas {number}", poster=town.photograph)
    assert len(titles(client.get(url))) == 20
    assert len(titles(client.get(url, {"p": "2"}))) == 4

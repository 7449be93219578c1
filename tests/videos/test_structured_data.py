"""What machines are told of a film on a page: schema.org's VideoObject."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from tests import films
from tests.factories import (
    NewsPageFactory,
    VideoFactory,
    VideoTextFactory,
    VideoTrackFactory,
    locale,
)
from videos.models import Video, VideoVersion
from videos.structured_data import iso_duration, transcript, video_object

pytestmark = pytest.mark.django_db


@pytest.fixture
def film(town):
    """A film of ten seconds, captioned in Finnish and subtitled in Swedish, that can be played."""
    video = VideoFactory()
    films.with_rendition(video)
    VideoTrackFactory(video=video, kind="subtitles", language="sv", content=vtt("Hej!"))
    VideoTextFactory(video=video, locale=locale("sv"), title="I skolan", summary="Oivi i skolan.")
    return fresh(video)


def vtt(text: str) -> str:
    return f"WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n{text}\n"


def fresh(video) -> Video:
    """Return the film as a page fetches it."""
    return Video.objects.for_display().get(pk=video.pk)


def show(town, *videos, code="fi", **fields):
    body = [{"type": "video", "value": {"video": video.pk}} for video in videos]
    return NewsPageFactory(parent=town.indexes[code], body=body, **fields)


def told(town, film, code="fi"):
    page = town.items[code]
    return video_object(fresh(film), page.locale, RequestFactory().get("/"), page)


def graph_of(client, page) -> list[dict]:
    html = client.get(page.url).content.decode()
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(script[1])["@graph"]


def videos_in(graph) -> list[dict]:
    return [node for node in graph if node["@type"] == "VideoObject"]


def test_a_film_is_told_of_in_full(town, film):
    data = told(town, film)
    assert data["name"] == "Koulussa"
    assert data["description"] == "Oivi tapaa rehtorin."
    assert data["duration"] == "PT10S"
    assert parse_datetime(data["uploadDate"]) == film.created_at.replace(microsecond=0)
    assert re.search(r"[+-]\d\d:\d\d$", data["uploadDate"])
    assert data["contentUrl"] == f"http://testserver{film.renditions.get().url}"
    assert (data["encodingFormat"], data["width"], data["height"]) == ("video/mp4", 320, 180)
    assert data["inLanguage"] == "fi"
    assert data["isAccessibleForFree"] is True
    assert data["accessibilityHazard"] == ["noFlashingHazard"]
    assert data["thumbnailUrl"].startswith("http://testserver/media/images/")
    assert data["@id"].startswith(town.items["fi"].full_url)
    assert "embedUrl" not in data


def test_the_file_named_is_one_that_every_device_plays(town, film):
    for preset, mime in (("av1-720p", "video/webm"), ("1080p", "video/mp4"), ("720p", "video/mp4")):
        row = films.with_rendition(film, preset=preset)
        row.mime_type = mime
        row.save()
    assert "/720p." in told(town, film)["contentUrl"]


def test_captions_and_subtitles_are_named_with_their_languages(town, film):
    VideoTrackFactory(video=film, kind="chapters", language="fi", content=vtt("Alku"))
    captions = told(town, film)["caption"]
    assert [(c["@type"], c["name"], c["inLanguage"]) for c in captions] == [
        ("MediaObject", "suomi", "fi"),
        ("MediaObject", "svenska", "sv"),
    ]
    tracks = {track.language: track for track in film.tracks.exclude(kind="chapters")}
    assert captions[1]["contentUrl"] == f"http://testserver{tracks['sv'].url}"
    assert {c["encodingFormat"] for c in captions} == {"text/vtt"}


def test_each_page_tells_of_the_film_in_its_own_language(town, film):
    swedish = told(town, film, "sv")
    assert (swedish["name"], swedish["description"]) == ("I skolan", "Oivi i skolan.")
    assert swedish["transcript"] == "Hej!"
    assert swedish["inLanguage"] == "fi", "that is what is spoken"
    english = told(town, film, "en")
    assert english["name"] == "Koulussa"
    assert english["transcript"] == "Oivi: Hei!\nRehtori: Tervetuloa."


def test_what_somebody_wrote_comes_before_the_captions(town, film):
    film.texts.update(transcript="  Oivi astuu ovesta.  ")
    film.texts.get(locale=locale("fi")).save()
    assert told(town, film)["transcript"] == "Oivi astuu ovesta."


def test_a_machine_that_nobody_checked_writes_no_transcript(town, film):
    film.tracks.filter(language="sv").delete()
    track = VideoTrackFactory(video=film, language="sv", origin="machine", content=vtt("Höj!"))
    assert told(town, film, "sv")["transcript"] == "Oivi: Hei!\nRehtori: Tervetuloa."
    track.reviewed_at = timezone.now()
    track.save()
    assert told(town, film, "sv")["transcript"] == "Höj!"


def test_a_translation_whose_source_has_changed_is_no_transcript(town, film):
    finnish, swedish = (film.tracks.get(language=code) for code in ("fi", "sv"))
    swedish.translated_from, swedish.source_digest = finnish, finnish.digest
    swedish.save()
    assert transcript(fresh(film), "sv") == "Hej!"
    finnish.content = finnish.content.replace("Hei", "Moi")
    finnish.save()
    swedish.save()
    assert transcript(fresh(film), "sv") == "Oivi: Moi!\nRehtori: Tervetuloa."


def test_a_signed_film_says_in_which_sign_language_and_is_written_in_its_country_s(town, film):
    Video.objects.filter(pk=film.pk).update(spoken_language="fss")
    data = told(town, film)
    assert data["inLanguage"] == "fss"
    assert "signLanguage" in data["accessibilityFeature"]
    assert told(town, film, "en")["name"] == "I skolan"


def test_a_film_without_speech_names_no_language(town, film):
    Video.objects.filter(pk=film.pk).update(spoken_language="zxx")
    assert "inLanguage" not in told(town, film)


def test_what_makes_a_film_accessible_is_said_only_where_it_is_there(town, film):
    assert told(town, film)["accessibilityFeature"] == ["captions", "transcript"]
    film.tracks.filter(language="fi").delete()
    assert "accessibilityFeature" not in told(town, film), "Swedish subtitles are no captions here"
    Video.objects.filter(pk=film.pk).update(description_decision=Video.INTEGRATED)
    assert told(town, film)["accessibilityFeature"] == ["audioDescription"]


@pytest.mark.parametrize(
    ("kind", "language", "feature"),
    [("described", "fi", "audioDescription"), ("signed", "fse", "signLanguage")],
)
def test_a_version_counts_once_it_can_be_played_and_until_it_is_withdrawn(
    town, film, kind, language, feature
):
    version = VideoFactory()
    VideoVersion.objects.create(video=film, kind=kind, language=language, version=version)
    assert feature not in told(town, film)["accessibilityFeature"]
    films.with_rendition(version)
    assert feature in told(town, film)["accessibilityFeature"]
    version.rights_until = timezone.localdate() - timedelta(days=1)
    version.save()
    assert feature not in told(town, film)["accessibilityFeature"]


def test_a_film_without_texts_poster_or_files_is_told_of_by_what_it_has(town):
    bare = VideoFactory(text=False, captions=False, poster=None, title="Nimetön", duration=0)
    data = told(town, bare)
    assert data["name"] == data["description"] == "Nimetön"
    absent = {"thumbnailUrl", "contentUrl", "transcript", "caption", "duration"}
    assert not absent & data.keys()


def test_a_page_that_has_an_address_for_frames_names_it(town, film):
    page = town.items["fi"]
    page.embed_path = "/upotus/1/"
    data = video_object(film, page.locale, RequestFactory().get("/"), page)
    assert data["embedUrl"] == "http://testserver/upotus/1/"


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (0, ""),
        (None, ""),
        (0.2, "PT1S"),
        (2.4, "PT2S"),
        (59.6, "PT1M"),
        (65, "PT1M5S"),
        (3600, "PT1H"),
        (3661, "PT1H1M1S"),
    ],
)
def test_a_duration_is_written_as_iso_8601_has_it(seconds, written):
    assert iso_duration(seconds) == written


# On pages -----------------------------------------------------------------------------------------


def test_a_page_tells_of_its_films_each_once_and_refers_to_them(town, film, client):
    other = VideoFactory()
    films.with_rendition(other)
    graph = graph_of(client, show(town, film, other, film))
    found = videos_in(graph)
    assert len(found) == 2
    article = next(node for node in graph if node["@type"] == "NewsArticle")
    assert article["video"] == [{"@id": node["@id"]} for node in found]


def test_a_page_tells_nothing_of_films_that_cannot_be_played_or_are_withdrawn(town, film, client):
    unfinished = VideoFactory()
    films.with_rendition(unfinished)
    page = show(town, film, unfinished)
    assert len(videos_in(graph_of(client, page))) == 2
    film.consent_until = timezone.localdate() - timedelta(days=1)
    film.save()
    unfinished.renditions.all().delete()
    graph = graph_of(client, page)
    assert not videos_in(graph)
    assert all("video" not in node for node in graph)


def test_a_page_without_films_says_nothing_of_any(town, client):
    assert not videos_in(graph_of(client, town.standards["fi"]))


def test_no_text_of_a_film_can_end_the_data_block(town, film, client):
    film.texts.update(title="</script><script>alert(1)</script>")
    film.texts.get(locale=locale("fi")).save()
    html = client.get(show(town, film).url).content.decode()
    assert "<script>alert" not in html.partition("</head>")[0]


def test_telling_of_films_costs_no_query(town, film, client, monkeypatch):
    for _ in range(3):
        other = VideoFactory()
        films.with_rendition(other)
    page = show(town, *Video.objects.filter(renditions__isnull=False))
    assert len(videos_in(graph_of(client, page))) >= 3

    def asked() -> int:
        for _ in range(2):
            client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page.url).status_code == 200
        return len(captured)

    with_data = asked()
    monkeypatch.setattr("core.structured_data.further_nodes", lambda page, request: [])
    assert asked() == with_data

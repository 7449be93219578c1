"""The report of films: what each lacks, since when, where it is shown; on screen and as a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.csv_export import safe_cell
from news.models import NewsPage
from tests.factories import (
    NewsPageFactory,
    VideoFactory,
    VideoRenditionFactory,
    VideoTrackFactory,
)
from videos.models import Video, VideoTrack, VideoVersion
from videos.report.rows import Urgency, rows_of

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def film(title: str, **fields: Any) -> Video:
    """Return a film with a finished file."""
    video = VideoFactory(title=title, **fields)
    VideoRenditionFactory(video=video)
    return video


def shown(town: Any, video: Video, *, days_ago: int = 0, **fields: Any) -> NewsPage:
    """Put the film on a public page that has been there for some days."""
    body = [{"type": "video", "value": {"video": video.pk}}]
    page = NewsPageFactory(parent=town.indexes["fi"], body=body, **fields)
    NewsPage.objects.filter(pk=page.pk).update(first_published_at=NOW - timedelta(days=days_ago))
    return page


def uploaded(video: Video, *, days_ago: int) -> Video:
    Video.objects.filter(pk=video.pk).update(created_at=NOW - timedelta(days=days_ago))
    return Video.objects.get(pk=video.pk)


def lapse(video: Video) -> Video:
    """Take the captions away, as nobody can in the admin."""
    video.tracks.all().delete()
    return Video.objects.get(pk=video.pk)


@pytest.fixture
def films(town) -> dict[str, Video]:
    """One film of each urgency."""
    Video.objects.exclude(pk=town.video.pk).delete()
    found = {
        "fine": film("Kunnossa", flashes_checked=True),
        "advice": film("Neuvo", flashes_checked=False),
        "lacking": film("Puute", captions=False),
        "live": film(
            "Suora",
            captions=False,
            is_live_recording=True,
            broadcast_at=NOW - timedelta(days=2),
        ),
        "overdue": film("Esillä"),
    }
    shown(town, found["overdue"], days_ago=9, title="Sivu jolla video on")
    found["overdue"] = lapse(uploaded(found["overdue"], days_ago=30))
    return found


def test_the_most_urgent_film_comes_first(films):
    rows = rows_of(films.values())
    assert [(row.title, row.urgency) for row in rows] == [
        ("Esillä", Urgency.OVERDUE),
        ("Suora", Urgency.COUNTDOWN),
        ("Puute", Urgency.LACKING),
        ("Neuvo", Urgency.ADVICE),
        ("Kunnossa", Urgency.IN_ORDER),
    ]


def test_since_when_is_the_day_the_film_was_first_public(films):
    row = rows_of([films["overdue"]])[0]
    assert row.days == 9
    assert [page.title for page in row.pages] == ["Sivu jolla video on"]


def test_since_when_is_the_upload_where_no_page_shows_the_film(films):
    row = rows_of([uploaded(films["lacking"], days_ago=5)])[0]
    assert row.days == 5
    assert row.is_unused


def test_a_film_put_on_an_old_page_lacks_nothing_from_before_it_was_uploaded(town):
    video = film("Uusi")
    shown(town, video, days_ago=400)
    row = rows_of([lapse(uploaded(video, days_ago=3))])[0]
    assert row.days == 3


def test_since_when_is_the_end_of_the_fourteen_days_or_of_the_consent(town):
    video = film("Suora", is_live_recording=True, broadcast_at=NOW - timedelta(days=16))
    shown(town, video, days_ago=16)
    assert rows_of([lapse(uploaded(video, days_ago=16))])[0].days == 2
    ended = film("Päättynyt", consent_until=timezone.localdate() - timedelta(days=4))
    assert rows_of([ended])[0].days == 3


def test_the_languages_of_the_captions_are_told_and_those_without(films):
    video = films["fine"]
    VideoTrackFactory(
        video=video,
        language="sv",
        origin=VideoTrack.MACHINE,
        translated_from=video.tracks.get(language="fi"),
        source_digest="older",
    )
    row = rows_of([video])[0]
    assert [language.code for language in row.captions] == ["fi", "sv"]
    assert "en" in [language.code for language in row.missing]
    assert [language.name for language in row.unchecked] == ["svenska"]
    assert [language.code for language in row.outdated] == ["sv"]


def test_a_film_that_only_stands_in_for_another_needs_no_poster_of_its_own(town):
    main, version = film("Pääelokuva"), film("Tulkattu", poster=None, description_decision="")
    VideoVersion.objects.create(
        video=main, kind=VideoVersion.DESCRIBED, language="fi", version=version
    )
    page = shown(town, main)
    row = rows_of([version])[0]
    assert row.lacks == []
    assert row.pages == [page]
    assert [video.title for video in row.mains] == ["Pääelokuva"]


def test_a_page_in_another_language_does_not_make_a_film_unlawful(town):
    video = film("Koulussa")
    page = shown(town, video)
    page.copy_for_translation(town.locales["sv"]).save_revision().publish()
    row = rows_of([video])[0]
    assert len(row.pages) == 2
    assert row.urgency == Urgency.ADVICE
    codes = {lack.shortcoming.code for lack in row.lacks}
    assert codes == {"captions_translation", "poster_alt_translation"}


# On screen ----------------------------------------------------------------------------------------


def report(client: Any, query: str = "") -> str:
    response = client.get(reverse("video_report") + query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_report_names_each_film_what_it_lacks_and_where_that_is_added(films, client_as):
    text = report(client_as("editor"))
    for video in films.values():
        assert video.title in text
    for key in ("overdue", "lacking"):
        assert f'href="{reverse("videos:track_add", args=[films[key].pk])}"' in text
    assert "Sivu jolla video on" in text
    states = {name: text.count(f"video-report__state--{name}") for name in ("overdue", "countdown")}
    assert states == {"overdue": 1, "countdown": 1}
    places = [text.index(f">{films[key].title}</a>") for key in ("overdue", "live", "lacking")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("lacking", {"Esillä", "Suora", "Puute"}),
        ("overdue", {"Esillä"}),
        ("countdown", {"Suora"}),
        ("unused", {"Kunnossa", "Neuvo", "Suora", "Puute"}),
    ],
)
def test_films_are_found_by_their_state(films, client_as, state, expected):
    text = report(client_as("editor"), f"?state={state}")
    assert {video.title for video in films.values() if f">{video.title}</a>" in text} == expected


def test_a_state_that_does_not_exist_shows_everything(films, client_as):
    assert "Kunnossa" in report(client_as("editor"), "?state=%27;--")


@pytest.mark.parametrize("name", ["translator.sv", "translator.en"])
def test_whoever_may_not_change_films_is_not_shown_the_report(town, client_as, name):
    client = client_as(name)
    for url in ("video_report", "video_report_results"):
        response = client.get(reverse(url))
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
    assert reverse("video_report") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_nobody_sees_it_without_signing_in(client, db):
    response = client.get(reverse("video_report"))
    assert response.status_code == 302
    assert "/login/" in response.url


def test_the_front_page_of_the_admin_names_what_cannot_wait(films, client_as):
    url = reverse("wagtailadmin_home")
    text = client_as("editor").get(url).content.decode()
    assert "Esillä" in text
    assert "Suora" in text
    assert "“Puute”" not in text
    Video.objects.filter(title__in=["Esillä", "Suora"]).update(
        has_audio=True, is_live_recording=False
    )
    for video in Video.objects.filter(title="Esillä"):
        VideoTrackFactory(video=video)
    Video.objects.filter(title="Suora").delete()
    assert 'id="videos-due' not in client_as("editor").get(url).content.decode()


def test_thirty_films_cost_as_much_as_three(town, client_as):
    client = client_as("editor")

    def cost(count: int) -> int:
        while Video.objects.count() < count:
            shown(town, film(f"Elokuva {Video.objects.count()}"))
        report(client)
        with CaptureQueriesContext(connection) as queries:
            report(client)
        return len(queries)

    three = cost(3)
    assert cost(30) == three
    assert three <= 40


# Spreadsheets -------------------------------------------------------------------------------------

FORMULA = '=HYPERLINK("https://example.org","Katso")'


def table(client: Any, kind: str) -> list[list[Any]]:
    response = client.get(reverse("video_report"), {"export": kind})
    assert response.status_code == 200
    data = b"".join(response.streaming_content)
    if kind == "csv":
        return list(csv.reader(io.StringIO(data.decode())))
    sheet = load_workbook(io.BytesIO(data)).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_report_is_exported_and_no_title_is_a_formula(films, client_as, kind):
    Video.objects.filter(pk=films["fine"].pk).update(title=FORMULA)
    heading, *rows = table(client_as("editor"), kind)
    titles = [row[0] for row in rows]
    assert titles[:3] == ["Esillä", "Suora", "Puute"]
    assert f"'{FORMULA}" in titles
    overdue = dict(zip(heading, rows[0], strict=True))
    values = list(overdue.values())
    assert "Sivu jolla video on" in values
    assert str(values[5]) == "9"
    assert len(rows) == Video.objects.count()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_filtered_away_is_not_exported(films, client_as, kind):
    response = client_as("editor").get(
        reverse("video_report"), {"export": kind, "state": "overdue"}
    )
    data = b"".join(response.streaming_content)
    if kind == "csv":
        assert len(list(csv.reader(io.StringIO(data.decode())))) == 2
    else:
        assert load_workbook(io.BytesIO(data)).active.max_row == 2


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+358", "-2", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "|calc"],
)
def test_a_cell_that_begins_like_a_formula_is_made_a_text(text):
    assert safe_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Koulussa", "“Koulussa”", "1 = 1", ""])
def test_other_cells_are_left_alone(text):
    assert safe_cell(text) == text


def test_signs_no_spreadsheet_can_hold_are_left_out(films, client_as):
    Video.objects.filter(pk=films["fine"].pk).update(title="Koulu\x0bssa\x1b")
    assert "Koulussa" in [row[0] for row in table(client_as("editor"), "xlsx")]

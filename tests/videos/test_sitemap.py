"""Films in the sitemap: those of public pages that can be played, at a constant number of queries."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction

from core.sitemaps import part_entries
from news.models import NewsPage
from tests import films
from tests.factories import NewsPageFactory, VideoFactory, VideoTextFactory, locale
from tests.serving import let_go
from videos.models import Video

pytestmark = pytest.mark.django_db
NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def playable(**fields) -> Video:
    video = VideoFactory(**fields)
    films.with_rendition(video)
    return video


def show(town, *videos, code="fi", **fields):
    body = [{"type": "video", "value": {"video": video.pk}} for video in videos]
    return NewsPageFactory(parent=town.indexes[code], body=body, **fields)


def entries(client) -> dict[str, ET.Element]:
    """Return the entries of the sitemap by address; it must be well-formed."""
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    tree = ET.fromstring(response.content)  # noqa: S314  (our own output)
    assert tree.tag == f"{{{NAMES['map']}}}urlset"
    urls = tree.findall("map:url", NAMES)
    return {url.findtext("map:loc", namespaces=NAMES): url for url in urls}


def told(url) -> list[dict[str, str]]:
    """Return what an entry says of each of its films, by name."""
    found = url.findall("video:video", NAMES)
    return [{part.tag.rpartition("}")[2]: part.text for part in video} for video in found]


def test_the_page_of_a_film_tells_of_it(town, client):
    film = playable()
    page = show(town, film)
    found = entries(client)
    (video,) = told(found[page.full_url])
    published = video.pop("publication_date")
    assert parse_datetime(published) == film.created_at.replace(microsecond=0)
    thumbnail = video.pop("thumbnail_loc")
    assert client.get(thumbnail.replace("http://testserver", "")).status_code in {200, 404}
    assert thumbnail.startswith("http://")
    assert video.pop("content_loc").endswith(film.renditions.get().url)
    assert video == {
        "title": "Koulussa",
        "description": "Oivi tapaa rehtorin.",
        "duration": "10",
    }
    assert not told(found[town.items["fi"].full_url])


def test_every_part_of_an_entry_is_in_a_namespace_that_is_declared(town, client):
    show(town, playable())
    content = io.BytesIO(client.get("/sitemap.xml").content)
    events = list(ET.iterparse(content, events=["start-ns", "start"]))  # noqa: S314  (our own output)
    declared = {found[1] for event, found in events if event == "start-ns"}
    used = {part.tag.partition("}")[0][1:] for event, part in events if event == "start"}
    assert used == declared == set(NAMES.values())


def test_the_address_of_the_file_answers(town, client):
    page = show(town, playable())
    (video,) = told(entries(client)[page.full_url])
    path = "/" + video["content_loc"].split("/", 3)[3]
    response = client.get(path, headers={"Range": "bytes=0-0"})
    assert response.status_code == 206
    let_go(response)


def test_a_film_is_told_of_in_the_language_of_each_page(town, client):
    film = playable()
    VideoTextFactory(video=film, locale=locale("sv"), title="I skolan", summary="")
    page = show(town, film, code="sv")
    (video,) = told(entries(client)[page.full_url])
    assert (video["title"], video["description"]) == ("I skolan", "I skolan")


def test_films_that_may_not_be_shown_or_cannot_be_played_are_left_out(town, client):
    ended, unfinished, without_picture = playable(), playable(), playable()
    page = show(town, ended, unfinished, without_picture)
    assert len(told(entries(client)[page.full_url])) == 3
    ended.rights_until = timezone.localdate() - timedelta(days=1)
    ended.save()
    unfinished.renditions.all().delete()
    unfinished.save()
    Video.objects.filter(pk=without_picture.pk).update(poster=None)
    assert told(entries(client)[page.full_url]) == []


def test_drafts_and_restricted_pages_tell_of_nothing(town, client):
    film = playable()
    draft, hidden = show(town, film, live=False), show(town, film)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    addresses = {draft.full_url, hidden.full_url}
    assert not addresses & entries(client).keys()
    assert str(film.key) not in client.get("/sitemap.xml").content.decode()


def test_no_text_of_a_film_breaks_the_sitemap(town, client):
    film = playable()
    film.texts.update(title="<b>&amp; ]]> \x0b\ud7ff", summary="&" * 3000)
    film.texts.get().save()
    page = show(town, film)
    (video,) = told(entries(client)[page.full_url])
    assert video["title"] == "<b>&amp; ]]> \ud7ff"
    assert video["description"] == "&" * 2048


def test_a_film_longer_than_the_extension_knows_names_no_duration(town, client):
    film = playable()
    film.renditions.update(duration=28_801)
    film.renditions.get().save()
    page = show(town, film)
    (video,) = told(entries(client)[page.full_url])
    assert "duration" not in video


def test_the_sitemap_costs_the_same_for_3_and_for_30_films(town, client):
    def asked() -> int:
        client.get("/sitemap.xml")  # draws the pictures the first time
        with CaptureQueriesContext(connection) as captured:
            found = entries(client)
        count = sum(len(told(url)) for address, url in found.items() if "filmi" in address)
        assert count == NewsPage.objects.filter(title__startswith="Filmi").count()
        return len(captured)

    def add(number: int) -> None:
        for _ in range(number):
            film = playable()
            show(town, film, title=f"Filmi {film.pk}")

    add(3)
    few = asked()
    add(27)
    assert asked() == few <= 10


# Parts of a page ----------------------------------------------------------------------------------


class Parts:
    """What a page type with parts gives: two of them, of which the Swedish version has one."""

    def part_paths(self):
        paths = {"0a0a0a0a": "koulussa-0a0a0a0a/", "0b0b0b0b": "kotona-0b0b0b0b/"}
        return paths if self.language_code == "fi" else {"0a0a0a0a": "i-skolan-0a0a0a0a/"}

    def further_sitemap_entries(self, request=None):
        films = list(Video.objects.order_by("pk").values_list("pk", flat=True))
        return [
            {**entry, "films": [films[number % len(films)]]}
            for number, entry in enumerate(part_entries(self, request))
        ]


@pytest.fixture
def parts(town, monkeypatch):
    """News items have parts, for this test."""
    monkeypatch.setattr(NewsPage, "part_paths", Parts.part_paths)
    monkeypatch.setattr(NewsPage, "further_sitemap_entries", Parts.further_sitemap_entries)
    NewsPage.objects.exclude(locale__language_code__in=("fi", "sv")).delete()
    return town.items


def test_a_part_of_a_page_has_an_entry_with_its_own_versions_and_its_own_film(town, parts, client):
    Video.objects.all().delete()
    first, second = playable(title="Ensimmäinen"), playable(title="Toinen")
    page = parts["fi"]
    page.body = [{"type": "video", "value": {"video": film.pk}} for film in (first, second)]
    page.save_revision().publish()
    found = entries(client)
    base, swedish = page.full_url, parts["sv"].full_url
    school, home = f"{base}koulussa-0a0a0a0a/", f"{base}kotona-0b0b0b0b/"
    links = {
        link.get("hreflang"): link.get("href")
        for link in found[school].findall("xhtml:link", NAMES)
    }
    assert links == {"fi": school, "sv": f"{swedish}i-skolan-0a0a0a0a/", "x-default": school}
    assert not found[home].findall("xhtml:link", NAMES), "there is no Swedish version of it"
    files = {
        address: [video["content_loc"].rpartition("/video/")[2] for video in told(found[address])]
        for address in (base, school, home)
    }
    both = [film.renditions.get().url.removeprefix("/video/") for film in (first, second)]
    assert sorted(files[base]) == sorted(both)
    assert (files[school], files[home]) == (both[:1], both[1:])
    first.rights_until = timezone.localdate() - timedelta(days=1)
    first.save()
    gone = entries(client)
    assert school not in gone, "the page answers 404 there now"
    assert home in gone


def test_a_page_without_language_versions_looked_up_names_its_parts_alone(town, parts):
    found = part_entries(parts["fi"], None)
    assert [entry["part"] for entry in found] == ["0a0a0a0a", "0b0b0b0b"]
    assert all(entry["alternates"] == [] for entry in found)

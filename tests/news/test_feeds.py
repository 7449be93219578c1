"""Feeds of a language and of a theme, read by a parser that is not ours."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import feedparser
import pytest
from wagtail.models import PageViewRestriction, Site

from news.models import NewsPageTheme
from tests.factories import (
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    """Return the news list of a site in Finnish, with two items."""
    home = HomePageFactory(slug="etusivu")
    Site.objects.update(root_page=home, is_default_site=True)
    index = NewsIndexPageFactory(parent=home, slug="ajankohtaista")
    NewsPageFactory(parent=index, title="Suunnitelma & sen <seuranta>")
    NewsPageFactory(parent=index, title="Luonnos", live=False)
    about = NewsPageFactory(parent=index, title="Kotoutumisen viikko")
    NewsPageTheme.objects.create(page=about, theme=ThemeFactory(name="Kotoutuminen"))
    return index


def test_the_atom_feed_holds_the_public_items_of_the_language(client, index):
    response = client.get("/fi/ajankohtaista/atom.xml")
    assert response["Content-Type"].startswith("application/atom+xml")
    ET.fromstring(response.content)  # noqa: S314  (our own output)
    feed = feedparser.parse(response.content)
    assert feed.bozo == 0
    assert feed.feed.language == "fi"
    titles = {
        title.text
        for title in ET.fromstring(response.content).iterfind(  # noqa: S314  (our own output)
            "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title"
        )
    }
    assert titles == {"Suunnitelma & sen <seuranta>", "Kotoutumisen viikko"}


def test_the_json_feed_is_version_1_1(client, index):
    response = client.get("/fi/ajankohtaista/feed.json")
    data = json.loads(response.content)
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["language"] == "fi"
    assert {item["title"] for item in data["items"]} == {
        "Suunnitelma & sen <seuranta>",
        "Kotoutumisen viikko",
    }
    assert all(item["url"].startswith("http://") for item in data["items"])


@pytest.mark.parametrize("name", ["atom.xml", "feed.json"])
def test_a_theme_has_a_feed_of_its_own(client, index, name):
    response = client.get(f"/fi/ajankohtaista/{name}?theme=kotoutuminen")
    text = response.content.decode()
    assert "Kotoutumisen viikko" in text
    assert "Suunnitelma" not in text


@pytest.mark.parametrize("name", ["atom.xml", "feed.json"])
def test_a_feed_of_an_unknown_theme_is_not_found(client, index, name):
    assert client.get(f"/fi/ajankohtaista/{name}?theme=tuntematon").status_code == 404


def test_an_entry_keeps_its_id_when_the_title_changes(client, index):
    def ids() -> set[str]:
        feed = json.loads(client.get("/fi/ajankohtaista/feed.json").content)
        return {item["id"] for item in feed["items"]}

    before = ids()
    for item in index.items():
        item.title = item.title + "!"
        item.save()
    assert ids() == before


ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_characters_that_xml_cannot_hold_do_not_break_the_feed(client, index):
    item = NewsPageFactory(parent=index, title="Yksi\x0bkaksi", lead="Kolme\x1fneljä")
    NewsPageTheme.objects.create(page=item, theme=ThemeFactory(name="Viisi\x0ckuusi"))
    feed = ET.fromstring(client.get("/fi/ajankohtaista/atom.xml").content)  # noqa: S314
    entry = next(e for e in feed.iter(f"{ATOM}entry") if e.find(f"{ATOM}category") is not None)
    assert entry.find(f"{ATOM}title").text == "Yksi kaksi"
    assert entry.find(f"{ATOM}summary").text == "Kolme neljä"
    assert entry.find(f"{ATOM}category").get("term") == "Viisi kuusi"


def test_themes_are_named_in_the_language_of_the_feed(client, town):
    """The Swedish item refers to the Finnish row of the theme, as its original does."""
    address = town.indexes["sv"].url
    (entry,) = json.loads(client.get(f"{address}feed.json").content)["items"]
    assert entry["tags"] == ["Likabehandling"]
    feed = ET.fromstring(client.get(f"{address}atom.xml").content)  # noqa: S314
    assert [c.get("term") for c in feed.iter(f"{ATOM}category")] == ["Likabehandling"]


@pytest.mark.parametrize(
    ("untranslated", "entry_lang", "summary_lang"),
    [
        ([], None, None),
        (["title", "lead"], "fi", None),
        (["lead"], None, "fi"),
        (["title"], "fi", "sv"),
    ],
)
def test_an_entry_says_which_language_it_is_in(
    client, town, untranslated, entry_lang, summary_lang
):
    item = town.items["sv"]
    item.source_language, item.untranslated = "fi", untranslated
    item.save()
    content = client.get(f"{town.indexes['sv'].url}atom.xml").content
    feed = ET.fromstring(content)  # noqa: S314  (our own output)
    entry = feed.find(f"{ATOM}entry")
    assert feed.get(LANG) == "sv"
    assert entry.get(LANG) == entry_lang
    assert entry.find(f"{ATOM}summary").get(LANG) == summary_lang


@pytest.mark.parametrize("name", ["atom.xml", "feed.json"])
def test_the_feed_of_a_list_not_for_everybody_is_kept_by_no_cache(admin_client, index, name):
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    response = admin_client.get(f"/fi/ajankohtaista/{name}")
    assert "Kotoutumisen viikko" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in response


def test_the_summary_ends_with_what_the_funder_demands_in_the_language_of_the_item(client, town):
    """The English version of the item has a funder without a statement in English."""
    address = {code: town.indexes[code].get_url() for code in ("fi", "sv", "en")}
    said = {
        code: feedparser.parse(client.get(f"{address[code]}atom.xml").content).entries[0].summary
        for code in address
    }
    assert said["fi"].endswith("Euroopan unionin osarahoittama")
    assert said["sv"].endswith("Medfinansieras av Europeiska unionen")
    assert said["en"] == town.items["en"].lead
    data = client.get(f"{address['sv']}feed.json").json()
    assert data["items"][0]["summary"] == said["sv"]

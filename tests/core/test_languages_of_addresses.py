"""The address decides the language; the browser is not asked."""

from __future__ import annotations

import pytest
from wagtail.models import Site

from tests.factories import HomePageFactory, NewsIndexPageFactory, locale

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    """Return a front door in Finnish, Swedish, Arabic and easy Finnish."""
    home = HomePageFactory(slug="etusivu")
    Site.objects.update(root_page=home, is_default_site=True)
    for code in ("sv", "ar", "fi-simple"):
        copy = home.copy_for_translation(locale(code))
        copy.live = True
        copy.save()
    NewsIndexPageFactory(parent=home, slug="ajankohtaista", title="Ajankohtaista")
    return home


def test_the_front_door_leads_to_the_first_language_whatever_the_browser_says(client, home):
    response = client.get("/", headers={"Accept-Language": "sv,en"})
    assert (response.status_code, response["Location"]) == (302, "/fi/")


def test_an_unknown_address_is_not_found_in_the_language_of_the_address(client, home):
    response = client.get("/sv/finns-inte/", headers={"Accept-Language": "en"})
    assert response.status_code == 404
    assert '<html lang="sv"' in response.content.decode()
    assert client.get("/nowhere/", headers={"Accept-Language": "sv"}).status_code == 404


@pytest.mark.parametrize(
    ("path", "lang", "direction"),
    [
        ("/fi/", "fi", "ltr"),
        ("/sv/", "sv", "ltr"),
        ("/ar/", "ar", "rtl"),
        ("/fi-simple/", "fi", "ltr"),
    ],
)
def test_a_page_says_its_language_and_direction(client, home, path, lang, direction):
    response = client.get(path)
    text = response.content.decode()
    start = text[text.index("<html") : text.index(">", text.index("<html"))]
    assert f'lang="{lang}"' in start
    assert f'dir="{direction}"' in start
    assert response["Content-Language"] == path.strip("/")


def test_a_language_without_a_front_door_is_not_found_and_not_offered(client, home):
    assert client.get("/uk/").status_code == 404
    assert 'hreflang="uk"' not in client.get("/fi/").content.decode()


def test_a_missing_version_says_so_in_its_own_language_and_leads_to_its_front_door(client, home):
    text = client.get("/fi/ajankohtaista/").content.decode()
    start = text.index('hreflang="sv"')
    link = text[text.rindex("<a", 0, start) : text.index("</a>", start)]
    assert 'href="/sv/"' in link
    assert "svenska" in link
    assert "Sidan finns inte på svenska" in link or "finns inte" in link


def test_the_switch_has_endonyms_and_no_flags(client, home):
    text = client.get("/fi/").content.decode()
    for word in ("suomi", "svenska", "العربية", "selkosuomi"):
        assert word in text
    assert not any("\U0001f1e6" <= sign <= "\U0001f1ff" for sign in text)

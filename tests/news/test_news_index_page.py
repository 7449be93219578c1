"""The list of news as a reader meets it."""

from __future__ import annotations

import re

import pytest

from news.listing import ITEMS_A_PAGE
from news.models import NewsPageTheme
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db


def shown(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_works(town, client):
    assert town.items["fi"].title in shown(client, town.indexes["fi"].url)


def test_a_list_holds_the_items_of_its_own_language_alone(town, client):
    text = shown(client, town.indexes["sv"].url)
    assert town.items["sv"].title in text
    assert town.items["fi"].title not in text


def test_the_filter_is_a_form_that_works_without_script(town, client):
    text = shown(client, town.indexes["fi"].url)
    form = re.search(r'<form[^>]*method="get".*?</form>', text, re.S)[0]
    for name in ("theme", "organisation", "year"):
        assert f'name="{name}"' in form
    assert "<button" in form


def test_the_chosen_theme_stays_chosen_and_in_the_links_to_further_pages(town, client):
    for _ in range(ITEMS_A_PAGE + 1):
        page = NewsPageFactory(parent=town.indexes["fi"])
        NewsPageTheme.objects.create(page=page, theme=town.theme)
    text = shown(client, f"{town.indexes['fi'].url}?theme={town.theme.slug}")
    assert re.search(rf'<option value="{town.theme.slug}"[^>]* selected', text)
    assert re.search(rf'href="\?theme={town.theme.slug}&amp;page=2"', text)


def test_nothing_found_says_so_and_leads_back(town, client):
    text = shown(client, f"{town.indexes['fi'].url}?year=1999")
    assert f'href="{town.indexes["fi"].url}"' in text or 'href="./"' in text


def test_the_feeds_are_announced(town, client):
    text = shown(client, town.indexes["fi"].url)
    assert re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]+atom\.xml"', text)
    assert re.search(r'<link rel="alternate" type="application/feed\+json"[^>]+feed\.json"', text)
    narrowed = shown(client, f"{town.indexes['fi'].url}?theme={town.theme.slug}")
    assert f"atom.xml?theme={town.theme.slug}" in narrowed

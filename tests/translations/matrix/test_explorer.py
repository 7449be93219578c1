"""The page explorer says of each page how its language versions are."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from tests.translating import translate
from translations.matrix.explorer import versions_of
from translations.models import LanguageVersion, State

pytestmark = pytest.mark.django_db


def said(client: Any, parent: Page) -> dict[str, Any]:
    """Return the cells of the explorer by the title of their page, as it is read out."""
    html = client.get(reverse("wagtailadmin_explore", args=[parent.pk])).content.decode()
    cells = BeautifulSoup(html, "html.parser").select(".versions-listed")
    texts = [" ".join(cell.get_text().split()) for cell in cells]
    return {
        text.partition("Kieliversiot: ")[2]: (text, cell["href"])
        for text, cell in zip(texts, cells, strict=True)
    }


def test_words_and_numbers_stand_beside_each_page(town, client_as):
    first, second = town.add_news(2)
    swedish = translate(first, "sv")
    translate(first, "en")
    alias = first.create_alias(parent=town.campaign_indexes["fi"])
    LanguageVersion.objects.filter(
        translation_key=first.translation_key, locale=swedish.locale
    ).update(state=State.OUTDATED, outdated=3)
    client = client_as("editor")
    finnish = said(client, town.indexes["fi"])
    text, href = finnish[first.title]
    assert text.startswith("vanhentunut: 1 puuttuu: 4 ajan tasalla: 1 ")
    assert finnish[second.title][0].startswith("puuttuu: 6 ")
    # Whoever wrote the versions by hand has texts of their own.
    assert "kirjoitettu erikseen: 2" in finnish[town.items["fi"].title][0]
    assert said(client, town.indexes["sv"])[swedish.title][0].startswith("vanhentunut: 3 ")
    assert alias.title not in said(client, alias.get_parent())
    # The link leads to this page alone, and from there to all.
    html = client.get(href).content.decode()
    assert first.title in html
    assert second.title not in html
    assert f'<a href="{reverse("translations_matrix:pages")}">' in html
    # What is no key asks for nothing.
    for key in ("", "x", "1" * 5000, "\x00"):
        page = client.get(reverse("translations_matrix:pages"), {"object": key})
        assert second.title in page.content.decode()


def test_a_long_list_asks_no_more_than_a_short_one(town, client_as):
    assert versions_of([]) == {}
    queries = []
    for _round in range(2):
        for page in town.add_news(3):
            translate(page, "sv")
        pages = list(Page.objects.child_of(town.indexes["fi"]))
        # The languages; and all versions of all pages.
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert len(versions_of(pages)) == len(pages)
        queries.append(len(captured))
    assert queries == [2, 2]

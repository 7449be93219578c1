"""A news item as a reader meets it."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from news.models import NewsPage, NewsPageRelated
from people.models import ContactPerson
from tests.factories import NewsPageFactory, StandardPageFactory
from tests.scene import every_block

pytestmark = pytest.mark.django_db


def shown(client, page) -> str:
    """Return the HTML a reader gets."""
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def main(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def test_works(town, client):
    text = main(shown(client, town.items["fi"]))
    for word in ("Suunnitelma syntyi yhdessä", "Asukkaat olivat mukana", "Aino Esimerkki"):
        assert word in text


def test_every_block_is_shown(town, client):
    item = town.items["fi"]
    item.body = every_block(town)
    item.save_revision().publish()
    text = main(shown(client, item))
    for word in (
        "Asukkaat kokoontuivat kirjastoon.",
        "Näin suunnitelma syntyi",
        "Meiltä kysyttiin ajoissa.",
        "Kuka voi osallistua?",
        "<caption",
        "Kaksi ihmistä torilla.",
        "YouTube",
        "CSV",
        "Lue suunnitelma",
    ):
        assert word in text, word


def test_a_changed_phone_number_is_right_on_every_page_in_every_language_at_once(town, client):
    for code in ("fi", "sv", "en"):
        town.items[code].body = every_block(town)
        town.items[code].save_revision().publish()
        assert 'href="tel:+358400000001"' in shown(client, town.items[code])
    ContactPerson.objects.get(pk=town.person.pk)
    town.person.phone = "040 000 0099"
    town.person.save()
    for code in ("fi", "sv", "en"):
        text = shown(client, town.items[code])
        assert 'href="tel:+358400000099"' in text
        assert "tel:+358400000001" not in text


def test_a_title_that_exists_in_swedish_is_swedish_and_one_that_does_not_says_it_is_finnish(
    town, client
):
    assert "likabehandlingsplanerare" in shown(client, town.items["sv"])
    english = main(shown(client, town.items["en"]))
    assert re.search(r'lang="fi"[^>]*>\s*yhdenvertaisuussuunnittelija', english)


def test_the_funders_statement_stands_in_the_language_of_the_page(town, client):
    for code, statement in (
        ("fi", "Euroopan unionin osarahoittama"),
        ("sv", "Medfinansieras av Europeiska unionen"),
    ):
        assert statement in shown(client, town.items[code])


def test_updated_is_shown_only_after_a_change_of_facts(town, client):
    item = town.items["fi"]
    assert "Päivitetty" not in shown(client, item)
    NewsPage.objects.filter(pk=item.pk).update(updated_on=timezone.now())
    assert "Päivitetty" in shown(client, item)


def test_dates_are_written_as_the_language_writes_them(town, client):
    NewsPage.objects.update(published_on="2024-06-07T09:00:00+00:00")
    assert "7. kesäkuuta 2024" in shown(client, town.items["fi"])
    assert "7 juni 2024" in shown(client, town.items["sv"])
    assert 'datetime="2024-06-07' in shown(client, town.items["fi"])


def test_an_untranslated_text_carries_the_language_it_is_in_and_the_page_says_so(town, client):
    item = town.items["sv"]
    NewsPage.objects.filter(pk=item.pk).update(
        untranslated=["lead", "title"], source_language="fi", lead="Suomenkielinen ingressi."
    )
    text = shown(client, item)
    assert re.search(r'<h1[^>]*lang="fi"', text)
    assert re.search(
        r'lang="fi"[^>]*>\s*(?:<[^>]+>\s*)*[^<]*(?:<[^>]+>[^<]*)*Suomenkielinen ingressi', text
    )
    assert "har inte" in text or "inte översatt" in text, "the notice, in Swedish"


def test_related_pages_are_shown_in_the_language_of_the_page_when_they_have_it(town, client):
    item = town.items["sv"]
    draft = StandardPageFactory(parent=town.homes["fi"], title="Luonnos", live=False)
    for page in (town.standards["fi"], draft):
        item.related.add(NewsPageRelated(page=page))
    item.save_revision().publish()
    text = main(shown(client, item))
    assert town.standards["sv"].title in text
    assert "Luonnos" not in text


def test_markup_in_a_field_is_text(town, client):
    page = NewsPageFactory(
        parent=town.indexes["fi"], title="<script>alert(1)</script>", lead="<b>x</b>"
    )
    text = shown(client, page)
    assert "<script>alert(1)" not in text
    assert "<b>x</b>" not in text


def test_a_preview_marks_what_is_missing(town):
    page = town.items["fi"]
    page.lead, page.contacts = "", []
    response = page.make_preview_request(preview_mode="")
    marks = re.search(r'data-missing="([^"]*)"', response.content.decode())
    assert set(marks[1].split()) == {"contacts", "lead"}


def test_a_public_page_carries_no_such_mark(town, client):
    assert "data-missing" not in shown(client, town.items["fi"])


def test_sharing_needs_no_script_and_no_third_party(town, client):
    text = shown(client, town.items["fi"])
    assert re.search(r'href="mailto:\?', text)
    sources = re.findall(r'<(?:script|img|iframe|link)[^>]+(?:src|href)="(https?://[^"]+)"', text)
    assert all("localhost" in source or "testserver" in source for source in sources), sources

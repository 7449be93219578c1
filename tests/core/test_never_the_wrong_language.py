"""No text stands under the ``lang`` of another language, whatever way it came to be untranslated."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.rich_text import RichText
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.models import AccessibilityDefect, AccessibilityStatementPage
from news.models import NewsPage
from plans.data.plan import language_of
from plans.rich_text import Links, tree_of
from tests.factories import AccessibilityStatementPageFactory, locale
from tests.scene import every_block
from tests.translating import publish, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(town):
    """Return a Finnish item that has no other language yet."""
    return town.add_news(1, title="Kokous", lead="Suomeksi kirjoitettu ingressi")[0]


def shown(client, page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_translation_with_an_error_is_not_taken_for_one(item, client):
    translate(item, "sv")
    StringTranslation.objects.filter(context__path="lead").update(has_error=True)
    publish(Translation.objects.get())
    page = NewsPage.objects.get(translation_key=item.translation_key, locale__language_code="sv")
    assert page.lead == item.lead
    assert page.lang_of("lead") == "fi"


def test_what_people_write_after_translation_was_stopped_is_in_their_language(item, client):
    page = translate(item, "sv", leave=lambda path: path == "lead")
    Translation.objects.update(enabled=False)
    page.lead = "Nu på svenska"
    page.save_revision().publish()
    page = NewsPage.objects.get(pk=page.pk)
    assert (page.source_language, page.untranslated) == ("fi", [])
    assert not re.search(r'lang="fi"[^>]*>[^<]*Nu på svenska', shown(client, page))


def test_a_name_left_as_it_is_does_not_make_a_quotation_finnish(item, client, town):
    item.body = [block for block in every_block(town) if block["type"] in {"quote", "table"}]
    item.save_revision().publish()
    item = NewsPage.objects.get(pk=item.pk)
    page = translate(item, "sv", leave=lambda path: path.endswith(("speaker", "cell-1-1")))
    quote, table = page.body
    assert page.lang_of(f"body.{quote.id}") == "sv"
    assert page.is_mixed(f"body.{quote.id}")
    assert not page.is_mixed(f"body.{table.id}"), "a date has no letters to translate"
    text = shown(client, page)
    assert 'block-quote" lang=' not in text
    assert '<bdi lang="fi" dir="ltr">Aino Esimerkki</bdi>' in text
    assert re.search(r"<p>sv: Meiltä", text)


def test_a_part_of_a_table_says_its_own_language(item, client, town):
    item.body = [block for block in every_block(town) if block["type"] in {"picture", "table"}]
    item.save_revision().publish()
    item = NewsPage.objects.get(pk=item.pk)
    (table,) = (block for block in item.body if block.block_type == "table")
    left = ("cell-0-0", "cell-1-0", f"{table.id}.caption", "alt_text")
    text = shown(client, translate(item, "sv", leave=lambda path: path.endswith(left)))
    assert re.search(r'<caption id="([^"]+)" lang="fi" dir="ltr">Työpajat', text)
    assert re.search(r'<th scope="col" lang="fi" dir="ltr">Paikkakunta', text)
    assert re.search(r'<th scope="col">sv: Päivä', text)
    assert re.search(r'<td lang="fi" dir="ltr">Kajaani', text)
    assert re.search(
        r'<div lang="fi" dir="ltr">\s*<picture>.*?alt="Kaksi ihmistä torilla', text, re.S
    )


def test_a_sentence_of_a_paragraph_says_its_own_language(item, client):
    item.body = [("paragraph", RichText("<p>Ensimmäinen kappale.</p><p>Toinen kappale.</p>"))]
    item.save_revision().publish()
    item = NewsPage.objects.get(pk=item.pk)
    page = translate(item, "sv", leave=lambda path: path.startswith("body"))
    path = f"body.{page.body[0].id}"
    translated = StringSegment.objects.get(context__path=path, string__data="Toinen kappale.")
    StringTranslation.objects.create(
        translation_of=translated.string,
        context=translated.context,
        locale=page.locale,
        data="Andra stycket.",
    )
    publish(Translation.objects.get())
    page = NewsPage.objects.get(pk=page.pk)
    assert page.lang_of(path) == "sv"
    text = shown(client, page)
    assert '<span class="foreign" dir="ltr" lang="fi">Ensimmäinen kappale.</span>' in text
    assert "<p>Andra stycket.</p>" in text
    (block,) = tree_of(page.body[0].value, Links())[:1]
    assert block["c"][0]["lang"] == "fi", "in a PDF too"
    assert language_of(page.body[0].value, "sv") == "mul"


def test_a_block_nobody_translated_is_finnish_as_a_whole(item, client, town):
    item.body = [block for block in every_block(town) if block["type"] == "quote"]
    item.save_revision().publish()
    item = NewsPage.objects.get(pk=item.pk)
    page = translate(item, "sv", leave=lambda path: path.startswith("body"))
    assert re.search(r'block-quote" lang="fi" dir="ltr"', shown(client, page))


def test_a_defect_of_the_statement_says_its_language_sentence_by_sentence(town, client):
    page = AccessibilityStatementPageFactory(parent=town.homes["fi"], title="Seloste", slug="s2")
    page.defects.add(
        AccessibilityDefect(what="Kartta ei toimi", why="Korjataan pian", locale=page.locale)
    )
    page.save_revision().publish()
    page = AccessibilityStatementPage.objects.get(pk=page.pk)
    swedish = translate(page, "sv", leave=lambda path: path.endswith(("what", "service_name")))
    text = shown(client, swedish)
    assert re.search(r'<p class="defect-what" lang="fi" dir="ltr">Kartta ei toimi', text)
    assert re.search(r"<p>sv: Korjataan pian", text)
    assert re.search(r'<span lang="fi" dir="ltr">Kohtaamo</span>', text)


def test_menu_and_breadcrumb_say_that_a_title_is_still_finnish(town, client):
    index = town.indexes["sv"]
    type(index).objects.filter(pk=index.pk).update(
        title="Ajankohtaista", source_language="fi", untranslated=["title"]
    )
    text = shown(client, town.items["sv"])
    links = re.findall(r"<a [^>]*>[^<]*Ajankohtaista[^<]*</a>", text)
    assert len(links) >= 2
    assert all('lang="fi"' in link for link in links)


def test_an_alias_across_languages_leads_to_the_page_itself(item, client, town):
    alias = item.copy_for_translation(town.locales["sv"], alias=True)
    response = client.get(alias.url)
    assert (response.status_code, response["Location"]) == (302, item.url)
    assert 'hreflang="sv" href="http' not in shown(client, item).partition("</head>")[0]


def test_a_missing_version_leads_to_the_nearest_page_above_that_there_is(item, client, town):
    """English has the list of news and not the item; Northern Sami has neither."""
    town.homes["fi"].copy_for_translation(locale("se")).save_revision().publish()
    links = {
        link["hreflang"]: link
        for link in BeautifulSoup(shown(client, item), "html.parser").select(".languages a")
    }
    assert links["en"]["href"] == town.indexes["en"].url
    assert "This page is not available in this language." in links["en"].get_text()
    assert links["se"]["href"] == "/se/"
    english = BeautifulSoup(shown(client, town.indexes["en"]), "html.parser")
    assert english.select_one('.languages a[hreflang="fi"]')["href"] == town.indexes["fi"].url


def test_a_language_without_a_front_door_leads_to_one_there_is(town, client):
    response = client.get("/uk/")
    assert response.status_code == 404
    assert 'href="/uk/"' not in response.content.decode()

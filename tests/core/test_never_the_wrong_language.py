"""No text stands under the ``lang`` of another language, whatever way it came to be untranslated."""

from __future__ import annotations

import re

import pytest
from wagtail_localize.models import StringTranslation, Translation

from home.models import AccessibilityDefect, AccessibilityStatementPage
from news.models import NewsPage
from tests.factories import AccessibilityStatementPageFactory
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
    assert 'block-quote" lang=' not in shown(client, page)


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


def test_a_language_without_a_front_door_leads_to_one_there_is(town, client):
    response = client.get("/uk/")
    assert response.status_code == 404
    assert 'href="/uk/"' not in response.content.decode()

"""A news item as a reader meets it."""

from datetime import timedelta

import pytest

from news.models import NewsPageRelated
from tests.scene import every_block


@pytest.fixture
def item(town):
    return town.items["fi"]


@pytest.fixture
def read(client):
    def text(page):
        answer = client.get(page.url)
        assert answer.status_code == 200
        return answer.content.decode()

    return text


def test_it_shows_who_says_what_and_whom_to_ask(read, item):
    text = read(item)
    assert item.lead in text
    assert 'alt="Kaksi ihmistä juttelee torin laidalla."' in text
    assert "Aino Esimerkki" in text
    assert 'href="tel:+358400000001"' in text
    assert "Yhdenvertaisuus" in text
    assert "Esimerkkikunta" in text
    assert "Euroopan unionin osarahoittama" in text


def test_what_it_refers_to_is_in_the_language_of_the_page(read, town):
    text = read(town.items["sv"])
    assert "Likabehandling" in text
    assert "Exempelkommunen" in text
    assert "Medfinansieras av Europeiska unionen" in text
    assert "likabehandlingsplanerare" in text


def test_what_its_language_lacks_is_marked_with_the_language_it_is_in(read, town):
    text = read(town.items["en"])
    assert 'lang="fi"' in text[text.index("<main") :]


def test_every_block_is_shown(read, town, item):
    item.body = every_block(town)
    item.save_revision().publish()
    text = read(item)
    for words in (
        "Asukkaat kokoontuivat",
        "Meiltä kysyttiin",
        "Työpajat",
        "Kohtaaminen",
        "Liitteet",
    ):
        assert words in text
    assert "youtube-nocookie.com" not in text


def test_a_related_page_is_read_in_this_language_and_only_when_public(read, town):
    page = town.items["sv"]
    NewsPageRelated.objects.create(source=page, page=town.standards["fi"])
    assert town.standards["sv"].url in read(page)
    town.standards["sv"].unpublish()
    town.standards["fi"].unpublish()
    assert town.standards["sv"].url not in read(page)


def test_a_typing_error_mended_is_no_update(town, item):
    assert item.shown_update is None
    item.updated_on = item.published_on - timedelta(days=1)
    assert item.shown_update is None
    item.updated_on = item.published_on + timedelta(days=1)
    assert item.shown_update == item.updated_on


def test_a_draft_and_a_withdrawn_item_are_not_found(town, client, item):
    item.unpublish()
    assert client.get(item.url).status_code == 404


def test_the_address_of_a_version_is_made_of_its_own_title(town):
    assert town.items["sv"].slug == "planen-gjordes-tillsammans"
    assert town.items["en"].slug == "a-plan-made-together"


def test_nothing_stands_under_a_news_item(item):
    assert type(item).allowed_subpage_models() == []

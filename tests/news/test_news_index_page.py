"""The list of news: what an address may say, and what it never breaks."""

import pytest

from news.models import NewsIndexPage, NewsPage


@pytest.fixture
def index(town):
    return town.indexes["fi"]


def test_it_lists_the_items_of_its_language(town, client, index):
    text = client.get(index.url).content.decode()
    assert town.items["fi"].title in text
    assert town.items["sv"].title not in text


def test_the_next_page_holds_what_the_first_did_not(town, client, index):
    town.add_news(14)
    first = client.get(index.url).context["listing"].items
    second = client.get(f"{index.url}?page=2").context["listing"].items
    assert not {item.pk for item in first} & {item.pk for item in second}
    assert len(first) + len(second) == 15


@pytest.mark.parametrize(
    "query", ["page=abc", "page=-1", "page=999999", "page=", "page=1%00", "x=1"]
)
def test_a_bad_page_number_gives_the_list(client, index, query):
    assert client.get(f"{index.url}?{query}").status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "theme=tuntematon",
        "organisation=tuntematon",
        "year=20x4",
        "year=999999",
        "theme=%00",
        "year=1",
    ],
)
def test_an_unknown_filter_names_nothing(client, index, query):
    assert client.get(f"{index.url}?{query}").status_code == 404


def test_a_list_of_one_theme_says_so_and_announces_its_feed(town, client, index):
    text = client.get(f"{index.url}?theme=yhdenvertaisuus").content.decode()
    assert "atom.xml?theme=yhdenvertaisuus" in text


def test_an_empty_list_says_so(town, client, index):
    town.items["fi"].delete()
    assert client.get(index.url).status_code == 200


def test_only_news_stands_under_it(index, town):
    assert NewsPage.can_create_at(index)
    assert not NewsIndexPage.can_create_at(index)
    assert not NewsPage.can_create_at(town.homes["fi"])

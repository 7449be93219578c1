"""What a page may ask of the database: a budget a page, warm, and the same for 3 and for 30 items."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import HomePagePromotion
from news.models import NewsPageContact, NewsPageRelated, NewsPageTheme
from tests.factories import ContactPersonFactory, NewsPageFactory, PhotographFactory
from tests.scene import every_block

pytestmark = pytest.mark.django_db


def queries(client, path: str) -> list[str]:
    """Return the SQL of one warm request that succeeds."""
    for _ in range(2):
        assert client.get(path).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured]


def fill(town, number: int) -> None:
    """Add items with everything a card shows."""
    for _ in range(number):
        page = NewsPageFactory(
            parent=town.indexes["fi"],
            image=PhotographFactory(),
            image_alt="Ihmisiä torilla.",
            organisation=town.organisation,
        )
        NewsPageTheme.objects.create(page=page, theme=town.theme)


def enrich(town, code: str):
    """Give the news item of a language every block, more contacts, and related pages."""
    item = town.items[code]
    item.body = every_block(town)
    for _ in range(3):
        item.contacts.add(
            NewsPageContact(person=ContactPersonFactory(organisation=town.organisation))
        )
    for page in (town.standards["fi"], town.indexes["fi"]):
        item.related.add(NewsPageRelated(page=page))
    item.save_revision().publish()
    return item


def test_a_full_news_item_costs_at_most_15_queries(town, client):
    item = enrich(town, "fi")
    asked = queries(client, item.url)
    assert len(asked) <= 15, "\n".join(sql[:200] for sql in asked)
    assert len(set(asked)) == len(asked), "a query is repeated"


def test_a_translated_news_item_costs_no_more(town, client):
    item = enrich(town, "sv")
    asked = queries(client, item.url)
    assert len(asked) <= 15, "\n".join(sql[:200] for sql in asked)


def test_the_list_costs_the_same_with_3_and_with_30_items_and_at_most_15(town, client):
    fill(town, 3)
    few = queries(client, town.indexes["fi"].url)
    fill(town, 27)
    many = queries(client, town.indexes["fi"].url)
    assert len(few) == len(many), "\n".join(sql[:200] for sql in many)
    assert len(many) <= 15, "\n".join(sql[:200] for sql in many)


def test_the_front_door_costs_the_same_with_3_and_with_30_items_and_at_most_20(town, client):
    fill(town, 3)
    home = town.homes["fi"]
    home.lead_story = town.standards["fi"]
    for page in list(town.indexes["fi"].get_children().live()[:3]):
        home.promotions.add(HomePagePromotion(page=page))
    home.save_revision().publish()
    few = queries(client, town.homes["fi"].url)
    fill(town, 27)
    many = queries(client, town.homes["fi"].url)
    assert len(few) == len(many), "\n".join(sql[:200] for sql in many)
    assert len(many) <= 20, "\n".join(sql[:200] for sql in many)
    assert len(set(many)) == len(many), "a query is repeated"


@pytest.mark.parametrize("name", ["atom.xml", "feed.json"])
def test_a_feed_costs_the_same_with_3_and_with_30_items(town, client, name):
    fill(town, 3)
    few = len(queries(client, f"{town.indexes['fi'].url}{name}"))
    fill(town, 27)
    assert len(queries(client, f"{town.indexes['fi'].url}{name}")) == few

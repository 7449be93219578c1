"""The front door: what matters today, what is new, what we work on, in one language."""

import pytest

from home.models import HomePagePromotion
from tests.factories import NewsPageFactory


@pytest.fixture
def door(town):
    return town.homes["fi"]


def context(door, rf):
    return door.get_context(rf.get("/fi/"))


def test_it_opens_in_each_language(town, client):
    for code, home in town.homes.items():
        answer = client.get(f"/{code}/")
        assert answer.status_code == 200
        assert home.title in answer.content.decode()


def test_the_newest_item_is_the_lead_story_when_none_was_chosen(town, door, rf):
    (newest,) = town.add_news(1, title="Juuri nyt")
    assert context(door, rf)["lead_story"] == newest


def test_a_chosen_story_leads_and_is_not_repeated_below(town, door, rf):
    town.add_news(3)
    door.lead_story = town.items["fi"]
    shown = context(door, rf)
    assert shown["lead_story"] == town.items["fi"]
    assert town.items["fi"].pk not in [item.pk for item in shown["latest"]]


def test_a_chosen_story_that_is_no_longer_public_gives_way_to_the_newest(town, door, rf):
    (newest,) = town.add_news(1)
    door.lead_story = town.items["fi"]
    town.items["fi"].unpublish()
    assert context(door, rf)["lead_story"] == newest


def test_a_story_chosen_in_finnish_leads_in_swedish_in_its_swedish_version(town, rf):
    door = town.homes["sv"]
    town.add_news(1, "sv")
    door.lead_story = town.items["fi"]
    assert context(door, rf)["lead_story"].pk == town.items["sv"].pk


def test_news_of_another_language_is_not_shown(town, door, rf):
    NewsPageFactory(parent=town.indexes["sv"], title="Bara på svenska")
    titles = [item.title for item in context(door, rf)["latest"]]
    assert "Bara på svenska" not in titles


def test_a_promoted_page_is_shown_where_it_is_public_in_this_language(town, door, rf):
    HomePagePromotion.objects.create(home=door, page=town.standards["fi"])
    ((_slot, page),) = context(door, rf)["promotions"]
    assert page.pk == town.standards["fi"].pk
    town.standards["fi"].unpublish()
    assert context(door, rf)["promotions"] == []


def test_an_empty_site_opens_all_the_same(town, client):
    for item in town.items.values():
        item.delete()
    assert client.get("/fi/").status_code == 200


def test_a_front_door_stands_only_at_the_top(town):
    assert type(town.homes["fi"]).allowed_parent_page_models()[0].__name__ == "Page"
    assert not type(town.homes["fi"]).can_create_at(town.homes["fi"])

"""The front door as a reader meets it."""

from __future__ import annotations

import pytest
from wagtail.models import PageViewRestriction

from home.models import HomePagePromotion
from news.models import NewsPageTheme
from tests.factories import NewsPageFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def shown(client, town, code: str = "fi") -> str:
    response = client.get(town.homes[code].url)
    assert response.status_code == 200
    return response.content.decode()


def test_works(town, client):
    text = shown(client, town)
    assert town.items["fi"].title in text
    assert town.theme.name in text


def test_the_newest_item_leads_unless_another_page_is_chosen(town, client):
    newest = NewsPageFactory(parent=town.indexes["fi"], title="Tuorein uutinen")
    response = client.get(town.homes["fi"].url)
    assert response.context["lead_story"].pk == newest.pk
    home = town.homes["fi"]
    home.lead_story = town.standards["fi"]
    home.save_revision().publish()
    response = client.get(home.url)
    assert response.context["lead_story"].pk == town.standards["fi"].pk
    assert newest in response.context["latest"]


def test_the_lead_story_is_not_told_twice(town, client):
    response = client.get(town.homes["fi"].url)
    story = response.context["lead_story"]
    assert story.pk not in [item.pk for item in response.context["latest"]]


def test_a_promotion_is_shown_in_the_languages_that_have_it(town, client):
    for code in ("fi", "sv"):
        town.homes[code].promotions.add(HomePagePromotion(page=town.standards["fi"]))
        town.homes[code].save_revision().publish()
    town.standards["sv"].unpublish()
    assert [page.pk for _slot, page in client.get("/fi/").context["promotions"]] == [
        town.standards["fi"].pk
    ]
    assert client.get("/sv/").context["promotions"] == []


def test_what_is_behind_a_password_is_not_on_the_front_door(town, client):
    secret = NewsPageFactory(parent=town.indexes["fi"], title="Salainen")
    PageViewRestriction.objects.create(
        page=secret, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert "Salainen" not in shown(client, town)
    assert "Salainen" not in client.get(secret.url).content.decode()


def test_a_theme_of_what_is_behind_a_password_is_not_on_the_front_door(town, client):
    secret = NewsPageFactory(parent=town.indexes["fi"])
    NewsPageTheme.objects.create(page=secret, theme=ThemeFactory(name="Vaiettu aihe"))
    assert "Vaiettu aihe" in shown(client, town)
    PageViewRestriction.objects.create(
        page=secret, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert "Vaiettu aihe" not in shown(client, town)


def test_the_front_door_does_not_lead_to_a_list_behind_a_password(town, client):
    assert client.get("/fi/").context["news_index"] == town.indexes["fi"]
    PageViewRestriction.objects.create(
        page=town.indexes["fi"], restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    response = client.get("/fi/")
    assert response.status_code == 200
    assert response.context["news_index"] is None

"""The editing form of a news item: what it refuses to let out, and what it keeps all the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import NewsPage
from tests.factories import PhotographFactory, photo_file
from tests.forms import news_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def submit(town, client_as):
    """Return a function that posts a new item as somebody, and gives the response and the item."""

    def post(user: str, action: str = "", **given):
        data = news_form(**given)
        if action:
            data[f"action-{action}"] = "1"
        index = town.indexes["fi"]
        url = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
        response = client_as(user).post(url, data)
        return response, NewsPage.objects.filter(slug=data["slug"]).first()

    return post


def messages(response) -> str:
    return response.content.decode()


def test_a_plain_item_is_published(submit, town):
    response, item = submit("publisher", "publish", contacts=[town.person.pk])
    assert response.status_code == 302
    assert item.live


@pytest.mark.parametrize("alt", ["", "   ", "IMG_2034.jpg", "tori.png", "tori"])
def test_an_image_without_a_description_does_not_go_out(submit, alt):
    image = PhotographFactory(file=photo_file("tori.png"))
    for action in ("publish", "submit"):
        response, item = submit("publisher", action, image=image.pk, image_alt=alt)
        assert response.status_code == 200
        assert item is None
        assert "Kuvaile kuva" in messages(response) or "tiedoston nimi" in messages(response)


def test_a_draft_may_still_lack_the_description_so_nothing_is_lost(submit):
    image = PhotographFactory()
    response, item = submit("editor", image=image.pk)
    assert response.status_code == 302
    assert item.get_latest_revision_as_object().image == image


def test_a_decorative_image_needs_no_description(submit):
    response, item = submit(
        "publisher", "publish", image=PhotographFactory().pk, image_is_decorative="on"
    )
    assert response.status_code == 302
    assert item.live


def test_an_image_in_the_text_needs_a_description_too(submit):
    picture = {"image": PhotographFactory().pk, "alt_text": "DSC0001.JPG", "caption": ""}
    response, item = submit("publisher", "publish", body=[("picture", picture)])
    assert response.status_code == 200
    assert item is None


def test_an_item_without_lead_is_refused(submit):
    response, item = submit("publisher", "publish", lead="")
    assert response.status_code == 200
    assert item is None


def test_a_change_of_facts_is_shown_as_updated_and_a_typing_error_is_not(town, client_as):
    item = town.items["fi"]
    url = reverse("wagtailadmin_pages:edit", args=[item.pk])
    NewsPage.objects.filter(pk=item.pk).update(published_on=timezone.now() - timedelta(days=9))
    common = {"slug": item.slug, "published_on": "2020-01-01 12:00", "action-publish": "1"}
    client_as("publisher").post(url, {**news_form(title="Uusi otsikko"), **common})
    item = NewsPage.objects.get(pk=item.pk)
    assert item.title == "Uusi otsikko"
    assert item.shown_update is None
    client_as("publisher").post(
        url, {**news_form(title="Uusi päivä", shows_as_updated="on"), **common}
    )
    item = NewsPage.objects.get(pk=item.pk)
    assert item.shown_update is not None


def test_an_embargoed_item_is_not_public_before_its_time(submit, town, client):
    later = timezone.localtime() + timedelta(days=1)
    response, item = submit(
        "publisher",
        "publish",
        go_live_at=later.strftime("%Y-%m-%d %H:%M"),
        contacts=[town.person.pk],
    )
    assert response.status_code == 302
    assert not item.live
    assert item.approved_schedule
    assert client.get(item.url).status_code == 404


def test_the_form_speaks_finnish_to_a_finnish_editor(town, client_as):
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", town.indexes["fi"].pk])
    text = messages(client_as("editor").get(url))
    for label in ("Ingressi", "Yhteyshenkilöt", "Teemat"):
        assert label in text


def test_an_item_can_be_previewed_before_it_is_saved(town, client_as):
    url = reverse(
        "wagtailadmin_pages:preview_on_add", args=["news", "newspage", town.indexes["fi"].pk]
    )
    client = client_as("editor")
    data = news_form(contacts=[town.person.pk])
    assert client.post(url, data).json()["is_valid"]
    response = client.get(f"{url}?mode=")
    assert response.status_code == 200
    assert "Kirjasto auki sunnuntaisin" in messages(response)
    assert town.person.name in messages(response)

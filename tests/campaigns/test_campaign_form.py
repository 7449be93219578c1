"""The editing form of a campaign: the order of the work, and what it refuses to let out."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from campaigns.models import CampaignPage
from tests import films
from tests.factories import VideoFactory
from tests.forms import campaign_form

pytestmark = pytest.mark.django_db


def add_url(town, name: str = "add") -> str:
    index = town.campaign_indexes["fi"]
    return reverse(f"wagtailadmin_pages:{name}", args=["campaigns", "campaignpage", index.pk])


@pytest.fixture
def submit(town, client_as):
    """Return a function that posts a new campaign as somebody, and gives the response and the page."""

    def post(user: str, action: str = "", **given):
        data = campaign_form(**given)
        if action:
            data[f"action-{action}"] = "1"
        response = client_as(user).post(add_url(town), data)
        return response, CampaignPage.objects.filter(slug=data["slug"]).first()

    return post


def encounter(film, **given):
    """Return what the form sends of an encounter."""
    return {
        "title": "Portaikossa",
        "people": "Uusi asukas tapaa naapurin",
        "place": "",
        "video": str(film.pk),
        "text": rich_text(""),
        "questions": rich_text(""),
        **given,
    }


def test_works(submit, town):
    response, page = submit(
        "publisher",
        "publish",
        encounters=[encounter(town.video)],
        contacts=[town.person.pk],
        organisers=[town.organisation.pk],
        places=[{"name": "Kirjasto", "address": "Esimerkkikatu 1"}],
    )
    assert response.status_code == 302
    assert page.live
    assert page.part_paths() == {m: f"portaikossa-{m}/" for m in page.part_paths()}
    assert len(page.part_paths()) == 1
    assert page.places.get().name == "Kirjasto"


def test_the_fields_come_in_the_order_of_the_work(town, client_as):
    text = client_as("editor").get(add_url(town)).content.decode()
    names = re.findall(r'id="panel-child-[\w-]+?-child-(?:[\w]+-child-)?([a-z_]+)-wrapper"', text)
    wanted = ["title", "slogan", "lead", "starts_on", "ends_on", "encounters", "image", "body"]
    assert [name for name in names if name in wanted] == wanted
    rows = re.findall(r'name="(\w+)-TOTAL_FORMS"', text)
    assert rows[:5] == ["places", "materials", "contacts", "organisers", "related"]


def test_a_film_without_captions_keeps_it_from_going_out_and_a_draft_keeps_the_film(submit):
    video = VideoFactory(captions=False)
    films.with_rendition(video)
    for action in ("publish", "submit"):
        response, page = submit("publisher", action, encounters=[encounter(video)])
        assert response.status_code == 200
        assert page is None
    response, page = submit("editor", encounters=[encounter(video)])
    assert response.status_code == 302
    assert page.get_latest_revision_as_object().shown_videos() == [video]


@pytest.mark.parametrize("missing", [{"title": ""}, {"people": ""}, {"video": ""}], ids=str)
def test_an_encounter_lacks_nothing_it_needs(submit, town, missing):
    response, page = submit("publisher", "publish", encounters=[encounter(town.video, **missing)])
    assert response.status_code == 200
    assert page is None


@pytest.mark.parametrize("field", ["slogan", "lead", "starts_on"])
def test_it_says_what_it_asks_and_when(submit, field):
    response, page = submit("publisher", "publish", **{field: ""})
    assert response.status_code == 200
    assert page is None


def test_an_end_before_the_beginning_is_refused_draft_or_not(submit):
    for action in ("publish", ""):
        response, page = submit("publisher", action, starts_on="2026-11-02", ends_on="2026-11-01")
        assert response.status_code == 200
        assert page is None
        assert "ends_on-errors" in response.content.decode()


def test_an_address_that_is_none_is_refused(submit):
    for given in (
        {"parent_project_url": "javascript:alert(1)"},
        {"places": [{"name": "Kirjasto", "url": "javascript:alert(1)"}]},
    ):
        response, page = submit("publisher", "publish", **given)
        assert response.status_code == 200
        assert page is None


def test_an_editor_does_not_publish_by_herself(submit):
    _response, page = submit("editor", "publish")
    assert page is None or not page.live


def test_it_can_be_previewed_before_it_is_saved(town, client_as):
    url, client = add_url(town, "preview_on_add"), client_as("editor")
    data = campaign_form(encounters=[encounter(town.video)], contacts=[town.person.pk])
    assert client.post(url, data).json()["is_valid"]
    text = client.get(f"{url}?mode=").content.decode()
    for words in ("Kohtaa naapuri", "Portaikossa", "<video", town.person.name):
        assert words in text


def test_an_encounter_without_its_film_yet_can_be_previewed_too(town, client_as):
    page = town.campaigns["fi"]
    page.encounters = [films.encounter(town.video), films.encounter(town.video, title="Kesken")]
    page.encounters[1].value["video"] = None
    text = page.make_preview_request(preview_mode="").content.decode()
    assert "Kesken" in text
    assert len(re.findall("<video", text)) == 1

"""The editing form of a call: what an editor sends, and what she is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.set_up import PUBLISHERS
from news.models import CallPage, NewsIndexPage
from tests.news.call_scene import call_with_form

pytestmark = pytest.mark.django_db
QUESTION = {"help_text": "", "choices": "", "purpose": "", "required": "on"}


@pytest.fixture
def index(call) -> NewsIndexPage:
    """Return the list of news, empty."""
    index: NewsIndexPage = call.get_parent().specific
    call.delete()
    return index


@pytest.fixture
def publisher(index) -> Client:
    user = get_user_model().objects.create_user("publisher", password="x")
    user.groups.add(Group.objects.get(name=PUBLISHERS))
    client = Client()
    client.force_login(user)
    return client


def form(**given: Any) -> dict[str, Any]:
    """Return the POST data of a call; ``questions`` are what the rows say."""
    empty = ("image", "image_alt", "image_caption", "organisation", "funder", "seo_title")
    empty += ("search_description", "go_live_at", "expire_at", "opens_at", "closes_at", "places")
    empty += ("places_unit", "decided_on", "apply_url", "apply_email", "notice_email", "handlers")
    empty += ("privacy_notice",)
    rows = ("dates", "contacts", "themes", "related", "comments")
    values: dict[str, Any] = {
        **dict.fromkeys(empty, ""),
        **{name: inline_formset([]) for name in rows},
        "title": "Kutsu kunnille",
        "slug": "kutsu-kunnille",
        "lead": "Etsimme kuntia.",
        "published_on": "2026-11-20 12:00",
        "applied_with": "form",
        "remove_after": "90",
        "who": rich_text("<p>Kunnat</p>"),
        "outcome": rich_text(""),
        "body": streamfield([]),
        **given,
    }
    values["questions"] = inline_formset(
        [{**QUESTION, **row} for row in given.pop("questions", [])]
    )
    data: dict[str, Any] = nested_form_data(values)
    return data


def add(index: NewsIndexPage) -> str:
    return reverse("wagtailadmin_pages:add", args=["news", "callpage", index.pk])


def test_a_call_with_a_form_is_written_and_published(index, publisher):
    notice = call_with_form(index).privacy_notice
    data = form(
        closes_at="2027-01-31 16:15",
        privacy_notice=str(notice.pk),
        questions=[
            {"label": "Kunta", "field_type": "singleline", "purpose": "organization"},
            {"label": "Koko", "field_type": "radio", "choices": "pieni\r\nsuuri"},
        ],
    )
    response = publisher.post(add(index), {**data, "action-publish": "x"})
    assert response.status_code == 302
    call = CallPage.objects.get(slug="kutsu-kunnille")
    assert call.live
    assert call.closes.isoformat() == "2027-01-31T16:15:00+02:00"
    assert [row.label for row in call.questions.all()] == ["Kunta", "Koko"]
    assert call.questions.get(label="Koko").choice_lines == ["pieni", "suuri"]


def test_what_is_wrong_with_a_question_is_said_of_what_was_just_written(index, publisher):
    call = call_with_form(index)
    rows = [{"label": "Koko", "field_type": "radio", "choices": "vain yksi"}]
    data = form(
        closes_at="2027-01-31 16:15", privacy_notice=str(call.privacy_notice_id), questions=rows
    )
    edit = reverse("wagtailadmin_pages:edit", args=[call.pk])
    response = publisher.post(edit, {**data, "action-publish": "x"})
    assert response.status_code == 200
    assert "Koko" in str(response.context["form"].errors["__all__"])


def test_an_unfinished_call_is_kept_as_a_draft_and_not_published(index, publisher):
    response = publisher.post(add(index), {**form(), "action-publish": "x"})
    assert response.status_code == 200
    assert not CallPage.objects.exists()
    errors = response.context["form"].errors
    assert {"closes_at", "privacy_notice"} <= set(errors)
    assert "__all__" in errors, "the questions"
    assert publisher.post(add(index), form()).status_code == 302
    assert not CallPage.objects.get().live


@pytest.mark.parametrize("hour", ["2027-03-28 03:30", "2027-10-31 03:30"])
def test_an_hour_that_is_not_there_or_is_there_twice_is_refused_in_words(index, publisher, hour):
    response = publisher.post(add(index), form(closes_at=hour))
    assert response.status_code == 200
    assert "closes_at" in response.context["form"].errors


def test_an_editor_sees_the_form_before_anybody_else(index):
    call = call_with_form(index, title="Esikatselu")
    request = RequestFactory().get("/")
    for mode, word in (("", "Esikatselu"), ("form", "Sähköposti")):
        page = CallPage.objects.get(pk=call.pk)
        response = page.make_preview_request(request, mode)
        assert response.status_code == 200
        assert word in response.content.decode(), mode

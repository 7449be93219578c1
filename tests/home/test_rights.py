"""Who may do what: for every right, the refusal."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from tests.forms import news_form

pytestmark = pytest.mark.django_db


def refused(response) -> bool:
    """Tell whether the admin sent somebody away: 403, or back to its front page with a message."""
    return response.status_code == 403 or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


def test_staff_see_their_admin_in_their_language(town, client_as):
    for name in ("editor", "publisher", "translator.sv", "translator.en"):
        assert client_as(name).get(reverse("wagtailadmin_home")).status_code == 200


def test_nobody_gets_in_without_signing_in(town, client):
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


@pytest.mark.parametrize("kind", ["homes", "indexes", "items", "standards", "statements"])
def test_the_swedish_translator_cannot_open_a_finnish_or_english_page(town, client_as, kind):
    for code in ("fi", "en"):
        page = getattr(town, kind)[code]
        response = client_as("translator.sv").get(
            reverse("wagtailadmin_pages:edit", args=[page.pk])
        )
        assert refused(response)


def test_the_swedish_translator_cannot_post_to_a_finnish_page(town, client_as):
    item = town.items["fi"]
    before = PageLogEntry.objects.count()
    response = client_as("translator.sv").post(
        reverse("wagtailadmin_pages:edit", args=[item.pk]),
        {"title": "Kaapattu", "slug": item.slug, "action-publish": "1"},
    )
    assert refused(response)
    item.refresh_from_db()
    assert item.title != "Kaapattu"
    assert PageLogEntry.objects.count() == before


@pytest.mark.parametrize("action", ["delete", "unpublish", "move", "copy"])
def test_the_swedish_translator_cannot_touch_a_finnish_page_otherwise(town, client_as, action):
    url = reverse(f"wagtailadmin_pages:{action}", args=[town.items["fi"].pk])
    client = client_as("translator.sv")
    assert refused(client.get(url))
    assert refused(client.post(url, {"new_title": "x", "new_slug": "x", "new_parent_page": "1"}))
    assert Page.objects.get(pk=town.items["fi"].pk).live


def test_the_swedish_translator_can_open_the_swedish_page(town, client_as):
    url = reverse("wagtailadmin_pages:edit", args=[town.items["sv"].pk])
    assert client_as("translator.sv").get(url).status_code == 200


def test_an_editor_does_not_publish(town, client_as):
    for code in ("fi", "sv", "en"):
        assert not town.items[code].permissions_for_user(town.staff["editor"]).can_publish()
        assert town.items[code].permissions_for_user(town.staff["editor"]).can_edit()
    page = town.items["fi"]
    page.live = False
    page.save()
    client_as("editor").post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        {**news_form(title="X"), "action-publish": "1"},
    )
    kept = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert kept.title == "X", "the draft was kept"
    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("name", ["editor", "publisher", "translator.sv"])
@pytest.mark.parametrize(
    "view",
    [
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtailadmin_workflows:index",
        "wagtaillocales:index",
        "wagtailadmin_collections:index",
    ],
)
def test_nobody_but_an_administrator_opens_the_settings(town, client_as, name, view):
    assert refused(client_as(name).get(reverse(view)))


@pytest.mark.parametrize("name", ["editor", "publisher", "translator.sv"])
def test_nobody_but_an_administrator_changes_the_sites_settings(town, client_as, name):
    url = reverse("wagtailsettings:edit", args=["core", "sitesettings", town.site.pk])
    assert refused(client_as(name).get(url))


def test_translators_neither_add_people_nor_images(town, client_as):
    client = client_as("translator.sv")
    assert refused(client.get(reverse("wagtailsnippets_people_contactperson:add")))
    assert refused(client.get(reverse("wagtailimages:add")))


def test_an_editor_does_not_delete_a_contact_person(town, client_as):
    url = reverse("wagtailsnippets_people_contactperson:delete", args=[town.person.pk])
    client = client_as("editor")
    assert refused(client.get(url))
    assert refused(client.post(url))
    town.person.refresh_from_db()


def test_what_an_editor_submits_waits_for_a_publisher(town, client_as):
    item = town.items["fi"]
    item.save_revision()
    workflow = item.get_workflow()
    workflow.start(item, town.staff["editor"])
    task = item.current_workflow_task
    assert task.user_can_access_editor(item, town.staff["publisher"])
    assert not item.current_workflow_task.get_actions(item, town.staff["editor"])
    assert {name for name, *_ in task.get_actions(item, town.staff["publisher"])} >= {
        "approve",
        "reject",
    }

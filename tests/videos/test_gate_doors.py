"""Every door a page can go out by, tried with a page whose film has no captions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.actions import action_registry
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.models import Page, PageLogEntry, Revision, Task, TaskState, Workflow
from wagtail_localize.models import Translation, TranslationSource

from core.doors import REFUSED
from core.publishing import PublicationRefused
from news.models import NewsPage
from tests.factories import (
    NewsPageFactory,
    StandardPageFactory,
    VideoFactory,
    VideoRenditionFactory,
    VideoTrackFactory,
)
from tests.forms import news_form
from videos.models import Video

pytestmark = pytest.mark.django_db


def film(*, captions: bool, **fields: Any) -> Video:
    """Return a film with a finished file."""
    video = VideoFactory(captions=captions, **fields)
    VideoRenditionFactory(video=video)
    return video


@pytest.fixture
def bad() -> Video:
    """A film without captions."""
    return film(captions=False, title="Koulussa")


def body(video: Video) -> list[dict[str, Any]]:
    return [{"type": "video", "value": {"video": video.pk}}]


def draft(town: Any, video: Video, **fields: Any) -> NewsPage:
    """Return a draft with the film, and a revision."""
    page = NewsPageFactory(parent=town.indexes["fi"], body=body(video), live=False, **fields)
    page.save_revision()
    return page


def lapsed(town: Any, **fields: Any) -> NewsPage:
    """Return a live page whose film has lost its captions since."""
    video = film(captions=True, title="Koulussa")
    page = NewsPageFactory(parent=town.indexes["fi"], body=body(video), **fields)
    page.save_revision(changed=False)
    video.tracks.all().delete()
    return NewsPage.objects.get(pk=page.pk)


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def says_why(response: Any) -> bool:
    """Tell whether the page an editor is shown names the film and leads to where it is mended."""
    text = response.content.decode()
    pk = Video.objects.get(title="Koulussa").pk
    return "Koulussa" in text and f'href="{reverse("videos:track_add", args=[pk])}"' in text


# The form -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["publish", "submit"])
def test_a_new_page_is_neither_published_nor_submitted(town, client_as, bad, action):
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", town.indexes["fi"].pk])
    data = news_form(body=[("video", {"video": bad.pk})]) | {f"action-{action}": "1"}
    response = client_as("publisher").post(url, data)
    assert response.status_code == 200
    assert says_why(response)
    assert not NewsPage.objects.filter(slug=data["slug"]).exists()


@pytest.mark.parametrize("go_live_at", ["", "2099-01-01 12:00"], ids=["now", "later"])
def test_a_page_being_edited_is_neither_published_nor_scheduled(town, client_as, bad, go_live_at):
    page = draft(town, bad)
    data = news_form(
        title=page.title, slug=page.slug, body=[("video", {"video": bad.pk})], go_live_at=go_live_at
    )
    response = client_as("publisher").post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), data | {"action-publish": "1"}
    )
    assert response.status_code == 200
    assert says_why(response)
    assert not is_live(page)
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_draft_is_kept_and_the_form_says_what_its_film_lacks(town, client_as, bad):
    page = draft(town, bad)
    response = client_as("editor").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert says_why(response)


def test_a_film_in_its_fourteen_days_goes_out_and_the_form_counts_them(town, client_as):
    video = film(
        captions=False,
        title="Koulussa",
        is_live_recording=True,
        broadcast_at=timezone.now() - timedelta(days=3, hours=1),
    )
    page = draft(town, video)
    page.get_latest_revision().publish()
    assert is_live(page)
    text = client_as("editor").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "Koulussa" in text.content.decode()
    assert "11" in text.content.decode().partition("Koulussa")[2][:300]


def test_a_translation_nobody_has_made_holds_back_nothing(town):
    """Nor does an image that is described, a film that is in order, or a page without films."""
    page = draft(town, film(captions=True))
    page.get_latest_revision().publish()
    assert is_live(page)


# The workflow -------------------------------------------------------------------------------------


@pytest.fixture
def in_workflow(town):
    """A page that was in order when it was submitted; its film lost its captions since."""
    page = draft(town, film(captions=True, title="Koulussa"))
    workflow = page.get_workflow()
    workflow.start(page, town.staff["editor"])
    Video.objects.get(title="Koulussa").tracks.all().delete()
    return page


@pytest.mark.parametrize("is_modal", [False, True])
def test_an_approval_is_refused_and_the_task_stays_open(town, client_as, in_workflow, is_modal):
    state = in_workflow.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[in_workflow.pk, "approve", state.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[in_workflow.pk])
    client = client_as("publisher")
    headers = {"x-requested-with": "XMLHttpRequest"} if is_modal else {}
    response = client.post(url, {"comment": "Hyvä"}, headers=headers)
    if is_modal:
        assert response.json() == {"step": "success", "redirect": edit}
    else:
        assert response.status_code == 302
        assert response.url == edit
    assert says_why(client.get(edit))
    assert not is_live(in_workflow)
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_IN_PROGRESS
    assert in_workflow.current_workflow_state.status == "in_progress"


def test_an_editor_is_taken_back_to_where_she_came_from_and_nowhere_else(
    town, client_as, in_workflow
):
    state = in_workflow.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[in_workflow.pk, "approve", state.pk])
    client = client_as("publisher")
    for came_from, expected in (
        ("http://testserver/admin/reports/workflow/", "http://testserver/admin/reports/workflow/"),
        ("https://example.org/admin/", reverse("wagtailadmin_pages:edit", args=[in_workflow.pk])),
    ):
        response = client.post(url, {"comment": ""}, headers={"referer": came_from})
        assert response.url == expected


# Code, clock, lists, API --------------------------------------------------------------------------


def test_a_revision_is_not_published_by_code(town, bad):
    page = draft(town, bad)
    for publish in (
        page.get_latest_revision().publish,
        lambda: page.publish(page.get_latest_revision(), skip_permission_checks=True),
        lambda: _registered(page).execute(),
        lambda: EditPageAction(page, publish=True).execute(),
    ):
        with pytest.raises(PublicationRefused, match="Koulussa"):
            publish()
        assert not is_live(page)


def _registered(page: Page) -> Any:
    """Return the publication as the third version of Wagtail's API makes it."""
    return action_registry.get_action_class(Page, "publish")(page.get_latest_revision())


def test_a_revision_is_not_scheduled_by_code(town, bad):
    page = draft(town, bad)
    page.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_live_page_does_not_get_a_film_without_captions_later(town, bad):
    page = town.items["fi"]
    page.body = body(bad)
    page.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_an_older_version_is_not_brought_back_with_a_film_without_captions(town, bad):
    page = draft(town, bad)
    old = page.get_latest_revision()
    page.body = []
    page.save_revision().publish()
    with pytest.raises(PublicationRefused):
        old.publish(previous_revision=old)
    with pytest.raises(PublicationRefused):
        action_registry.get_action_class(Page, "revert")(page, old).execute().publish()
    assert not Page.objects.get(pk=page.pk).specific.body


def test_at_the_set_time_what_is_in_order_goes_out_and_the_rest_says_why_not(town, capsys):
    first, second = (
        draft(town, film(captions=True, title=title)) for title in ("Koulussa", "Kotona")
    )
    for page in (first, second):
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        due = timezone.now() - timedelta(minutes=1)
        page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=due)
        content = page.get_latest_revision().content | {"go_live_at": due.isoformat()}
        Revision.objects.filter(pk=page.get_latest_revision().pk).update(content=content)
    Video.objects.get(title="Koulussa").tracks.all().delete()

    call_command("publish_scheduled", dryrun=True)
    assert "Koulussa" in capsys.readouterr().err
    assert first.revisions.filter(approved_go_live_at__isnull=False).exists()

    call_command("publish_scheduled")
    assert not is_live(first)
    assert is_live(second)
    assert not first.revisions.filter(approved_go_live_at__isnull=False).exists()
    entry = PageLogEntry.objects.get(page=first.pk, action=REFUSED)
    assert "Koulussa" in entry.comment
    assert entry.formatter.format_message(entry)


def test_of_many_pages_at_once_those_in_order_go_out_and_the_others_are_named(town, client_as, bad):
    refused = draft(town, bad, title="Pois jäävä")
    fine = draft(town, film(captions=True), title="Ulos menevä")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client = client_as("publisher")
    query = f"?id={refused.pk}&id={fine.pk}&next=/admin/"
    response = client.post(url + query, follow=True)
    assert is_live(fine)
    assert not is_live(refused)
    assert says_why(response)
    assert "Pois jäävä" in response.content.decode()


def test_drafts_under_a_page_go_out_with_it_only_if_they_may(town, client_as, bad):
    parent = StandardPageFactory(parent=town.homes["fi"], title="Ylä", live=False)
    parent.save_revision()
    child = StandardPageFactory(parent=parent, title="Ala", body=body(bad), live=False)
    child.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"?id={parent.pk}&next=/admin/"
    response = client_as("publisher").post(url + query, {"include_descendants": "on"}, follow=True)
    assert is_live(parent)
    assert not is_live(child)
    assert says_why(response)


def test_the_admins_api_publishes_nothing_and_says_why(town, client_as, bad):
    page = draft(town, bad)
    url = reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
    response = client_as("admin").post(url)
    assert response.status_code == 400
    assert "Koulussa" in response.json()["problems"][0]["message"]
    assert not is_live(page)


# Copies and aliases -------------------------------------------------------------------------------


def test_a_page_is_not_copied_live_and_a_tree_not_by_half(town):
    parent = StandardPageFactory(parent=town.homes["fi"], title="Ylä")
    video = film(captions=True, title="Koulussa")
    StandardPageFactory(parent=parent, title="Ala", body=body(video))
    video.tracks.all().delete()
    count = Page.objects.count()
    options = {"recursive": True, "to": town.homes["fi"], "update_attrs": {"slug": "kopio"}}
    for copy in (
        lambda: parent.copy(**options),
        lambda: CopyPageAction(parent, **options).execute(),
        lambda: parent.create_alias(recursive=True, parent=town.homes["fi"], update_slug="kopio"),
    ):
        with pytest.raises(PublicationRefused, match="Koulussa"):
            copy()
        assert Page.objects.count() == count
        assert Page.find_problems() == ([], [], [], [], [])
    parent.copy(**options, keep_live=False)
    assert Page.objects.count() == count + 2


@pytest.mark.parametrize("alias", ["", "on"])
def test_copying_in_the_admin_brings_the_editor_back_with_a_message(town, client_as, alias):
    page = lapsed(town)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {
        "new_title": "Kopio",
        "new_slug": "kopio",
        "new_parent_page": town.indexes["fi"].pk,
        "publish_copies": "on",
        "alias": alias,
    }
    response = client_as("publisher").post(
        url, data, headers={"referer": f"http://testserver{url}"}, follow=True
    )
    assert response.redirect_chain == [(f"http://testserver{url}", 302)]
    assert says_why(response)
    assert not Page.objects.filter(slug="kopio").exists()


def test_an_alias_does_not_follow_its_page_to_a_film_without_captions(town, bad):
    page = NewsPageFactory(parent=town.indexes["fi"])
    alias = page.create_alias(update_slug="alias")
    page.body = body(bad)
    revision = page.save_revision()
    with pytest.raises(PublicationRefused):
        page.update_aliases(revision=revision, _content=revision.content)
    with pytest.raises(PublicationRefused):
        revision.publish()
    assert not NewsPage.objects.get(pk=alias.pk).body
    assert not NewsPage.objects.get(pk=page.pk).body


# Translations -------------------------------------------------------------------------------------


def translation_of(page: Page, town: Any) -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=town.locales["sv"])


def test_a_translation_is_saved_as_a_draft_and_not_published(town):
    page = lapsed(town)
    translation = translation_of(page, town)
    with pytest.raises(PublicationRefused), TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    assert not is_live(page.get_translation(town.locales["sv"]))


def test_a_translation_in_order_is_published(town):
    video = film(captions=True)
    page = NewsPageFactory(parent=town.indexes["fi"], body=body(video))
    translation = translation_of(page, town)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    assert is_live(page.get_translation(town.locales["sv"]))


def test_the_button_of_the_translation_editor_does_not_publish_and_says_why(town, client_as):
    page = lapsed(town)
    translation_of(page, town).save_target(publish=False)
    target = page.get_translation(town.locales["sv"])
    url = reverse("wagtailadmin_pages:edit", args=[target.pk])
    client_as("translator.sv").post(url, {"action": "publish"}, follow=True)
    assert not is_live(target), "she submits, and does not publish"
    response = client_as("publisher").post(url, {"action": "publish"}, follow=True)
    assert says_why(response)
    assert not is_live(target)


def test_updating_translations_with_publication_changes_nothing_at_all(town, client_as):
    page = lapsed(town)
    translation = translation_of(page, town)
    translation.save_target(publish=False)
    NewsPage.objects.filter(pk=page.pk).update(title="Uusi otsikko")
    updated = translation.source.last_updated_at
    url = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    response = client_as("admin").post(url, {"publish_translations": "on"}, follow=True)
    assert says_why(response)
    translation.source.refresh_from_db()
    assert translation.source.last_updated_at == updated
    assert not is_live(page.get_translation(town.locales["sv"]))


def test_a_translation_does_not_become_the_alias_of_a_page_that_excludes_somebody(town, client_as):
    page = lapsed(town)
    translation_of(page, town).save_target(publish=False)
    target = page.get_translation(town.locales["sv"])
    url = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    response = client_as("admin").post(url, follow=True)
    assert says_why(response)
    target.refresh_from_db()
    assert not target.live
    assert target.alias_of_id is None


# The row itself -----------------------------------------------------------------------------------


def test_a_row_is_not_made_live_by_hand(town, bad):
    page = draft(town, bad)
    for row in (NewsPage.objects.get(pk=page.pk), Page.objects.get(pk=page.pk)):
        row.live = True
        with pytest.raises(PublicationRefused):
            row.save()
        with pytest.raises(PublicationRefused):
            row.save(clean=False)
        with pytest.raises(PublicationRefused):
            row.save(update_fields=["live"])
    assert not is_live(page)


def test_a_live_row_does_not_get_a_film_without_captions(town, bad):
    page = town.items["fi"]
    page.body = body(bad)
    for fields in (None, ["body"]):
        with pytest.raises(PublicationRefused):
            page.save(update_fields=fields)
    with pytest.raises(PublicationRefused):
        NewsPageFactory(parent=town.indexes["fi"], body=body(bad))


def test_a_live_page_whose_film_lapsed_can_be_kept_in_order(town):
    """Moved, locked, drafted, unpublished: none of it lets anything out that was not out."""
    page = lapsed(town)
    page.save_revision()
    page.locked = True
    page.save()
    page.move(Page.objects.get(pk=town.indexes["sv"].pk), pos="last-child")
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    page.unpublish()
    assert not is_live(page)
    with pytest.raises(PublicationRefused):
        page.get_latest_revision().publish()


def test_a_draft_stays_a_draft_when_it_is_moved(town, bad):
    page = draft(town, bad)
    page.move(Page.objects.get(pk=town.indexes["sv"].pk), pos="last-child")
    assert not is_live(page)


def test_an_image_that_is_not_described_goes_out_by_no_door_either(town):
    page = draft(town, film(captions=True))
    page.image, page.image_alt = town.photograph, ""
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()


def test_a_page_goes_out_as_soon_as_its_film_is_mended(town, bad):
    page = draft(town, bad)
    VideoTrackFactory(video=bad)
    page.get_latest_revision().publish()
    assert is_live(page)


def test_workflows_of_the_site_still_approve_what_is_in_order(town):
    page = draft(town, film(captions=True))
    state = Workflow.objects.first().start(page, town.staff["editor"])
    assert Task.objects.exists()
    state.current_task_state.approve(user=town.staff["publisher"])
    assert is_live(page)

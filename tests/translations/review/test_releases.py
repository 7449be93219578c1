"""Languages that are held go out together, or none of them does, by whichever door."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import (
    PublishPagePermissionError,
    PublishPageRevisionAction,
)
from wagtail.models import Page, PageLogEntry, Workflow
from wagtail_localize.models import TranslationSource

from core.publishing import Problem, PublicationRefused
from news.models import NewsPage
from tests import factories
from tests.translating import translate
from tests.translations.review.conftest import Work, refused
from translations.models import Release, ReleaseItem, State
from translations.review import releases
from translations.review.submitting import decide, submit


@dataclass
class Three(Work):
    """A draft in Finnish with drafts in Swedish and English."""

    @property
    def pages(self) -> list[Any]:
        """All of them, the source first."""
        return [self.fi, self.sv, self.en]

    @property
    def live(self) -> list[bool]:
        """Which of them are public."""
        return [page.live for page in self.pages]

    @property
    def release(self) -> Release:
        """The release made last."""
        return Release.objects.latest("pk")

    def hold(self, at: Any = None) -> Release:
        """Hold all three."""
        return releases.hold(self.fi, [self.sv, self.en], self.user("publisher"), at=at)

    def ready(self, *pages: Any) -> None:
        """Say that the latest drafts of ``pages`` are ready."""
        for page in pages:
            item = ReleaseItem.objects.get(release__state="holding", page=page.pk)
            releases.mark_ready(item, page.get_latest_revision(), self.user("publisher"))

    def logged(self, page: Any) -> list[str]:
        """Return the entries of ours in the history of ``page``."""
        found = PageLogEntry.objects.filter(page=page.pk, action__startswith="kohtaamo.release")
        return list(found.order_by("pk").values_list("action", flat=True))


@pytest.fixture
def three(town: Any) -> Three:
    """Three drafts."""
    item = factories.NewsPageFactory(parent=town.indexes["fi"], title="Ryhmä kokoontuu", live=False)
    item.save_revision()
    for code in ("sv", "en"):
        translate(item, code, is_published=False)
    return Three(item.translation_key, town.staff)


def test_the_last_approval_publishes_all_of_them(three):
    three.hold()
    three.ready(three.fi)
    submit(three.translation, three.user("translator.sv"))
    three.decide()
    assert three.live == [False, False, False]
    assert not three.sv.workflow_in_progress
    three.ready(three.en)
    assert three.live == [True, True, True]
    assert (three.release.state, three.release.ended_by) == ("released", three.user("publisher"))
    assert three.version.state == State.UP_TO_DATE
    assert three.logged(three.sv) == [releases.HELD, releases.READY, releases.RELEASED]
    # Free again.
    three.edit("Ryhmä tapaa")
    assert three.fi.title == "Ryhmä tapaa"


def test_an_approval_in_a_workflow_may_be_the_last(three):
    three.hold()
    three.ready(three.fi, three.en)
    submit(three.translation, three.user("translator.sv"))
    three.decide()
    assert three.live == [True, True, True]


DOORS = {
    "code": lambda client, page: page.get_latest_revision().publish(),
    "by hand": lambda client, page: (setattr(page, "live", True), page.save()),
    "form": lambda client, page: client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}
    ),
    "bulk": lambda client, page: client.post(
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    ),
    "api": lambda client, page: client.post(
        reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"])
    ),
    "sync": lambda client, page: client.post(
        reverse("wagtail_localize:update_translations", args=[_source(page).pk]),
        {"publish_translations": "on"},
    ),
    "alias": lambda client, page: client.post(
        reverse("wagtail_localize:convert_to_alias", args=[page.pk])
    ),
    "clock": lambda client, page: _scheduled(page),
}


def _source(page: Any) -> Any:
    return TranslationSource.objects.get(object_id=page.translation_key)


def _scheduled(page: Any) -> None:
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    revision.save()
    call_command("publish_scheduled")


@pytest.mark.parametrize("door", DOORS)
def test_no_door_publishes_a_held_page(three, client_as, door):
    three.hold()
    three.ready(three.fi)
    client = client_as("admin")
    with suppress(PublicationRefused):
        DOORS[door](client, three.sv)
    assert three.live == [False, False, False]
    assert three.release.state == "holding"


def test_a_hold_gives_up_schedules_and_holds_live_pages_too(three):
    page = three.sv
    page.go_live_at = timezone.now() + timedelta(days=3)
    page.save_revision().publish()
    for one in (three.fi, three.en):
        one.get_latest_revision().publish()
    assert three.live == [True, False, True]
    three.hold()
    assert not three.sv.approved_schedule
    english = three.en
    english.title = "Another"
    with pytest.raises(PublicationRefused):
        english.save_revision().publish()
    # What is no publication is not held up.
    english = three.en
    english.show_in_menus = True
    english.save()
    three.ready(*three.pages)
    assert three.live == [True, True, True]
    assert three.en.title == "Another"


def test_nothing_is_out_when_one_of_them_is_refused(three, monkeypatch):
    three.hold()
    three.ready(three.fi, three.en)
    lacking = [Problem("title", "The English page lacks a picture.")]
    monkeypatch.setattr(
        NewsPage,
        "publication_problems",
        lambda page: lacking if page.locale.language_code == "en" else [],
    )
    three.ready(three.sv)
    assert three.live == [False, False, False]
    assert three.release.state == "holding"
    assert "The English page lacks a picture." in three.release.refusals
    assert three.logged(three.fi)[-1] == releases.REFUSED
    published = PageLogEntry.objects.filter(action="wagtail.publish")
    assert not published.filter(page__in=[page.pk for page in three.pages]).exists()
    monkeypatch.undo()
    assert releases.try_release(three.release, three.user("publisher"))
    assert three.live == [True, True, True]
    assert not releases.try_release(three.release, three.user("publisher"))


def test_nothing_is_out_when_something_breaks_in_the_middle(three, monkeypatch):
    three.hold()
    three.ready(three.fi, three.en)
    execute = PublishPageRevisionAction.execute
    done = []

    def break_at_the_third(self: Any, *args: Any, **kwargs: Any) -> Any:
        done.append(self.object.pk)
        if len(done) == 3:
            raise RuntimeError("the power fails")
        return execute(self, *args, **kwargs)

    monkeypatch.setattr(PublishPageRevisionAction, "execute", break_at_the_third)
    submit(three.translation, three.user("translator.sv"))
    with pytest.raises(RuntimeError):
        three.decide()
    monkeypatch.undo()
    assert len(done) == 3
    assert three.live == [False, False, False]
    # The approval is undone with it, and can be given again.
    assert three.sv.workflow_in_progress
    three.decide()
    assert three.live == [True, True, True]


def test_what_is_approved_goes_out_and_nothing_written_later(three):
    three.hold()
    three.ready(three.sv)
    approved = three.sv.latest_revision
    later = three.sv
    later.title = "Senare"
    later.save_revision()
    three.ready(three.fi, three.en)
    assert three.sv.live_revision == approved
    assert three.sv.has_unpublished_changes


def test_a_newer_submission_takes_the_earlier_approval_back(three):
    three.hold()
    three.ready(*three.pages[:2])
    submit(three.translation, three.user("translator.sv"))
    three.ready(three.en)
    assert three.live == [False, False, False]
    three.decide()
    assert three.live == [True, True, True]


def test_who_may_not_publish_makes_nothing_ready(three):
    three.hold()
    task = Workflow.objects.get().tasks.get().specific
    task.groups.add(three.staff["translator.sv"].groups.get())
    submit(three.translation, three.user("translator.sv"))
    with pytest.raises(PublishPagePermissionError):
        decide(three.sv, three.user("translator.sv"), "approve", three.seen)
    assert not ReleaseItem.objects.get(page=three.sv.pk).is_ready


def test_a_time_is_kept_by_the_clock(three, capsys):
    three.hold(at=timezone.now() + timedelta(hours=2))
    three.ready(*three.pages)
    call_command("release_languages")
    assert three.live == [False, False, False]
    Release.objects.update(at=timezone.now() - timedelta(minutes=1))
    call_command("release_languages")
    assert three.live == [True, True, True]
    assert "Published together" in capsys.readouterr().out
    entries = PageLogEntry.objects.count()
    call_command("release_languages")
    assert PageLogEntry.objects.count() == entries


def test_at_its_time_all_of_them_are_ready_or_none_goes_out(three, capsys):
    three.hold(at=timezone.now() + timedelta(hours=2))
    three.ready(three.fi, three.sv)
    Release.objects.update(at=timezone.now() - timedelta(minutes=1))
    call_command("release_languages")
    assert three.live == [False, False, False]
    assert "English" in capsys.readouterr().err
    assert "English" in three.release.refusals[0]
    assert "svenska" not in three.release.refusals[0]
    # The clock tries once; then it is for people, who find out when the last one is approved.
    assert releases.due() == []
    three.ready(three.en)
    assert three.live == [True, True, True]


def test_one_release_that_breaks_keeps_no_other_from_going_out(three, town, monkeypatch):
    other = factories.NewsPageFactory(parent=town.indexes["fi"], title="Toinen", live=False)
    other.save_revision()
    others = Three(other.translation_key, town.staff)
    for code in ("sv", "en"):
        translate(other, code, is_published=False)
    for one in (three, others):
        one.hold(at=timezone.now() + timedelta(hours=2))
        one.ready(*one.pages)
    Release.objects.update(at=timezone.now() - timedelta(minutes=1))
    execute = PublishPageRevisionAction.execute

    def break_first(self: Any, *args: Any, **kwargs: Any) -> Any:
        if self.object.pk == three.en.pk:
            raise RuntimeError("the power fails")
        return execute(self, *args, **kwargs)

    monkeypatch.setattr(PublishPageRevisionAction, "execute", break_first)
    with pytest.raises(CommandError, match="1 releases failed"):
        call_command("release_languages")
    assert three.live == [False, False, False]
    assert others.live == [True, True, True]
    monkeypatch.undo()
    call_command("release_languages")
    assert three.live == [True, True, True]


def test_a_hold_that_is_cancelled_holds_nothing(three):
    release = three.hold()
    three.ready(three.fi)
    assert releases.cancel(release, three.user("publisher"))
    assert not releases.cancel(release, three.user("publisher"))
    for page in three.pages:
        page.get_latest_revision().publish()
    assert three.live == [True, True, True]
    assert three.logged(three.en)[-1] == releases.CANCELLED
    assert not releases.try_release(release)
    with refused("free"):
        releases.mark_ready(release.items.first(), three.fi.latest_revision, None)


def test_what_cannot_be_held_is_refused_with_a_reason(three):
    publisher = three.user("publisher")
    with refused("none"):
        releases.hold(three.fi, [], publisher)
    with refused("past"):
        three.hold(at=timezone.now())
    three.hold()
    with refused("held"):
        releases.hold(three.fi, [three.en], publisher)
    assert Release.objects.count() == 1


def test_the_second_hand_goes_out_after_the_first(town):
    """English follows Swedish, which follows Finnish: in whatever order they were held."""
    item = factories.NewsPageFactory(parent=town.indexes["fi"], title="Ketju", live=False)
    item.save_revision()
    translate(translate(item, "sv", is_published=False), "en", is_published=False)
    three = Three(item.translation_key, town.staff)
    releases.hold(three.fi, [three.en, three.sv], three.user("publisher"))
    three.ready(three.en, three.sv, three.fi)
    assert three.live == [True, True, True]


def test_without_its_source_a_version_is_not_out_and_none_is(three):
    """Held alone, a version of a source that is not public could only wait: that is not together."""
    release = releases.hold(three.sv, [three.en], three.user("publisher"))
    three.ready(three.sv, three.en)
    assert three.live == [False, False, False]
    release.refresh_from_db()
    assert release.state == "holding"
    assert release.refusals


def test_a_held_page_that_is_deleted_holds_the_others_no_longer(three):
    three.hold()
    Page.objects.get(pk=three.en.pk).delete()
    assert ReleaseItem.objects.count() == 2
    Page.objects.get(pk=three.fi.pk).delete()
    assert not Release.objects.exists()

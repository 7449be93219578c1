"""A translation is submitted, decided on, sent back and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import TaskState, Workflow, WorkflowState

from core.publishing import Problem, PublicationRefused
from news.models import NewsPage
from tests.translations.review.conftest import refused
from translations.models import State
from translations.review.submitting import Seen, decide, may_submit, submit, take_back
from translations.saving import save_version


def test_what_a_translator_submits_is_published_by_an_approval(work):
    work.write("Gruppen träffas")
    assert work.version.state == State.IN_WORK
    work.submit()
    assert not work.sv.live
    assert work.sv.current_workflow_state.requested_by == work.user("translator.sv")
    assert (work.version.state, work.version.is_in_review) == (State.IN_REVIEW, True)
    work.decide()
    assert (work.sv.live, work.sv.title) == (True, "Gruppen träffas")
    assert (work.version.state, work.version.is_in_review) == (State.UP_TO_DATE, False)


def test_what_is_sent_back_can_be_mended_and_submitted_again(work):
    work.submit()
    translator = work.user("translator.sv")
    assert not may_submit(work.sv, translator)
    assert work.sv.get_lock().for_user(translator)
    work.decide("reject", "  Fel rubrik. ")
    state = work.sv.current_workflow_state
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.current_task_state.comment == "Fel rubrik."
    assert not work.version.is_in_review
    assert work.sv.get_lock() is None
    work.write("Gruppen träffas")
    work.submit()
    assert WorkflowState.objects.for_instance(work.sv).count() == 1
    assert work.seen.task_state != state.current_task_state.pk
    work.decide()
    assert work.sv.title == "Gruppen träffas"


def test_a_submitted_translation_is_not_submitted_again(work):
    work.submit()
    revisions = work.sv.revisions.count()
    with refused("in_review"):
        work.submit()
    assert work.sv.revisions.count() == revisions


@pytest.mark.parametrize("lack", ["workflow", "task"])
def test_without_a_workflow_she_is_told_what_an_administrator_has_to_do(work, lack):
    workflow = Workflow.objects.get()
    if lack == "workflow":
        workflow.workflow_pages.all().delete()
    else:
        workflow.tasks.get().deactivate()
    work.write("Gruppen träffas")
    with refused("workflow"):
        submit(work.translation, work.user("translator.sv"))
    assert not work.sv.live
    assert work.sv.get_latest_revision_as_object().title == "Gruppen träffas"


def test_the_one_who_submitted_takes_it_back_and_no_other_translator(work):
    work.submit()
    with pytest.raises(PermissionDenied):
        take_back(work.sv, work.user("translator.en"))
    take_back(work.sv, work.user("translator.sv"))
    assert not work.sv.workflow_in_progress
    with refused("gone"):
        take_back(work.sv, work.user("translator.sv"))
    work.submit()


@pytest.mark.parametrize("name", ["translator.sv", "translator.en", "editor"])
def test_only_those_decide_who_the_task_lets(work, name):
    work.submit()
    for action in ("approve", "reject"):
        with pytest.raises(PermissionDenied):
            decide(work.sv, work.user(name), action, work.seen, "Nej.")
    assert work.sv.workflow_in_progress
    assert not work.sv.live


def test_who_reviews_without_the_right_to_publish_does_not_publish(work):
    """Nor does a translator who was put into the group that approves: the end of a workflow asks."""
    task = Workflow.objects.get().tasks.get().specific
    task.groups.add(work.staff["translator.sv"].groups.get())
    work.submit()
    with pytest.raises(PublishPagePermissionError):
        decide(work.sv, work.user("translator.sv"), "approve", work.seen)
    assert work.sv.workflow_in_progress
    assert not work.sv.live


def test_a_decision_is_on_what_was_seen(work):
    work.submit()
    seen = work.seen
    work.write("Gruppen träffas")
    save_version(work.translation, user=work.user("publisher"))
    with refused("changed"):
        decide(work.sv, work.user("publisher"), "approve", seen)
    with refused("decided"):
        decide(work.sv, work.user("publisher"), "approve", Seen(0, work.seen.revision))
    with refused("comment"):
        work.decide("reject", "  ")
    assert work.sv.workflow_in_progress
    # What she mended herself goes out.
    work.decide()
    assert work.sv.title == "Gruppen träffas"
    assert TaskState.objects.get().revision == work.sv.live_revision


def test_wagtails_own_approval_publishes_the_submitted_revision_and_nothing_newer(work):
    work.submit()
    submitted = work.sv.latest_revision
    work.write("Någonting annat")
    save_version(work.translation)
    assert work.sv.latest_revision != submitted
    task_state = work.sv.current_workflow_task_state
    task_state.task.specific.on_action(task_state, work.user("publisher"), "approve")
    assert work.sv.live_revision == submitted
    assert work.sv.title != "Någonting annat"
    assert work.sv.has_unpublished_changes


def test_a_page_in_wagtails_own_form_is_published_as_its_reviewer_saved_it(town, work):
    page = work.fi
    page.save_revision()
    page.get_workflow().start(page, work.user("editor"))
    page.title = "Ryhmä tapaa"
    page.save_revision()
    task_state = page.current_workflow_task_state
    task_state.task.specific.on_action(task_state, work.user("publisher"), "approve")
    assert work.fi.title == "Ryhmä tapaa"


def test_facts_that_changed_during_the_review_go_out_right(work):
    work.submit()
    page = work.fi
    page.expire_at = timezone.now() + timedelta(days=9)
    page.save_revision().publish()
    work.decide()
    assert work.sv.expire_at == page.expire_at


def test_a_version_of_a_source_that_changed_meanwhile_is_published_and_told_to_be_outdated(work):
    work.submit()
    work.edit("Ryhmä tapaa")
    work.decide()
    assert work.sv.live
    assert (work.version.state, work.version.outdated) == (State.OUTDATED, 1)


def test_a_refused_page_stays_in_review(work, monkeypatch):
    work.submit()
    monkeypatch.setattr(NewsPage, "publication_problems", lambda page: [Problem("title", "Nej.")])
    with pytest.raises(PublicationRefused):
        work.decide()
    assert work.sv.workflow_in_progress
    assert not work.sv.live


def test_a_version_of_a_draft_waits_for_its_source(work):
    work.fi.unpublish()
    work.submit()
    work.decide()
    assert not work.sv.live
    work.fi.save_revision().publish()
    assert work.sv.live

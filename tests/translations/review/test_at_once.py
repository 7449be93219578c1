"""Two people decide at the same moment: once is published, and nobody's decision is lost."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import PageLogEntry

from core.publishing import PublicationRefused
from tests.translations.at_once import assert_all_is_true, at_once, two_connections
from tests.translations.review.conftest import Work
from tests.translations.review.test_releases import three  # noqa: F401  (a fixture)
from translations.review import releases
from translations.review.submitting import decide, submit

pytestmark = two_connections


def published(page: Any) -> int:
    entries = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish")
    return int(entries.count())


def test_of_two_last_approvals_the_second_publishes_all(three):  # noqa: F811
    three.hold()
    three.ready(three.fi)
    three.submit()
    assert at_once(lambda: three.ready(three.en), three.decide) is None
    assert three.live == [True, True, True]
    assert [published(page) for page in three.pages] == [1, 1, 1]
    assert three.logged(three.sv).count(releases.RELEASED) == 1
    assert not three.sv.workflow_in_progress
    assert_all_is_true()


def test_two_who_publish_a_release_publish_it_once(three):  # noqa: F811
    release = three.hold()
    three.ready(three.fi, three.en)
    # As if the last approval had not found the others ready.
    release.items.filter(page=three.sv.pk).update(
        revision=three.sv.latest_revision, approved_at=timezone.now()
    )
    assert (
        at_once(lambda: releases.try_release(release), lambda: releases.try_release(release))
        is False
    )
    assert [published(page) for page in three.pages] == [1, 1, 1]


def test_what_is_published_while_it_is_being_held_is_held(three):  # noqa: F811
    draft = three.fi.get_latest_revision()
    refusal = at_once(three.hold, draft.publish)
    assert isinstance(refusal, PublicationRefused)
    assert three.live == [False, False, False]


def test_of_two_who_approve_one_does(work: Work) -> None:
    work.submit()
    page, seen = work.sv, work.seen
    decided = at_once(work.decide, lambda: decide(page, work.user("publisher"), "approve", seen))
    assert isinstance(decided, ValidationError)
    assert decided.code == "decided"
    assert published(work.sv) == 1


def test_of_two_who_approve_in_wagtails_own_form_one_does(work: Work) -> None:
    work.submit()
    states = [work.sv.current_workflow_task_state for _who in range(2)]
    refusal = at_once(*(lambda one=one: one.approve(user=work.user("publisher")) for one in states))
    assert isinstance(refusal, PermissionDenied)
    assert published(work.sv) == 1
    assert_all_is_true()


def test_a_page_that_is_published_while_it_is_approved_is_so_once(public: Work) -> None:
    """Each wants what the other has: the row of the page, and its workflow, which publishing ends."""
    public.write("Gruppen träffas")
    public.submit()
    page, seen = public.sv, public.seen
    refusal = at_once(
        page.latest_revision.publish,
        lambda: decide(page, public.user("publisher"), "approve", seen),
    )
    assert isinstance(refusal, ValidationError)
    assert not public.sv.workflow_in_progress
    assert_all_is_true()


def test_what_two_submit_is_submitted_once(work: Work) -> None:
    refusal = at_once(work.submit, lambda: submit(work.translation, work.user("translator.sv")))
    assert isinstance(refusal, ValidationError)
    assert refusal.code == "in_review"
    assert work.sv.workflow_states.count() == 1

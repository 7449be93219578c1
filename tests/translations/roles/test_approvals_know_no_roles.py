"""Who approves in a workflow does so in the languages of her group; we notice when Wagtail asks."""

from __future__ import annotations

import inspect

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, TaskState

from translations.roles import approvals_know_no_roles

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewed(town, swedish_desk):
    """Let a Finnish and a Swedish item wait for the Swedish desk."""
    GroupApprovalTask.objects.get().groups.add(swedish_desk)
    pages = {}
    for code in ("fi", "sv"):
        page = town.items[code]
        page.title = f"{page.title} 2"
        page.save_revision()
        page.get_workflow().start(page, town.staff["editor"])
        pages[code] = page
    return pages


@pytest.mark.parametrize(("action", "status"), [("approve", "approved"), ("reject", "rejected")])
def test_she_decides_in_her_language_only(client_as, swede, reviewed, action, status):
    client = client_as(swede)
    for code, page in reviewed.items():
        state = page.current_workflow_task_state
        is_hers = code == "sv"
        task = state.task.specific
        assert bool(task.get_actions(page, swede)) is is_hers
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert (edit.status_code == 200) is is_hers
        rights = page.permissions_for_user(swede)
        assert rights.can_edit() is is_hers
        assert rights.can_lock() is is_hers
        assert bool(rights.page_locked()) is not is_hers
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        client.post(url, {"comment": "Ja"})
        state.refresh_from_db()
        assert state.status == (status if is_hers else "in_progress")
        is_out = Page.objects.get(pk=page.pk).title.endswith("2")
        assert is_out is (is_hers and action == "approve")


def test_she_is_shown_what_waits_for_her(town, swede, reviewed):
    waiting = TaskState.objects.reviewable_by(swede)
    assert [state.revision.object_id for state in waiting] == [str(reviewed["sv"].pk)]
    assert TaskState.objects.reviewable_by(town.staff["publisher"]).count() == 2
    assert TaskState.objects.reviewable_by(town.staff["admin"]).count() == 2


def test_wagtail_asks_the_group_only():
    for name, method in approvals_know_no_roles.original.items():
        source = inspect.getsource(method)
        assert "_user_in_groups(user)" in source, name
        assert "policy" not in source, f"{name} asks a policy: look whether it is still needed"

"""Deeds are carried by workflows and by the API of the admin as they are by the page menu."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from home.set_up import PUBLISHERS
from tests.scene import Town
from tests.translations.lifecycle.conftest import Chain
from translations.models import Waiting

pytestmark = pytest.mark.django_db


def approve(page: Any, town: Town) -> None:
    """Submit the newest draft of a page to a workflow, and approve it."""
    workflow = Workflow.objects.create(name="Tarkastus")
    task = GroupApprovalTask.objects.create(name="Julkaisija")
    task.groups.add(Group.objects.get(name=PUBLISHERS))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(page, town.staff["editor"])
    state.current_task_state.approve(user=town.staff["publisher"])


def test_an_approved_source_brings_its_versions_back(chain: Chain, town: Town) -> None:
    chain.fi.unpublish()
    draft = chain.fi
    draft.save_revision()
    approve(draft, town)
    assert chain.live == "fi sv en"


def test_an_approved_version_waits_for_its_source(chain: Chain, town: Town) -> None:
    chain.fi.unpublish()
    draft = chain.sv
    draft.title = "Gruppen träffas"
    draft.save_revision()
    approve(draft, town)
    assert chain.live == ""
    assert Waiting.objects.get().asked_by == town.staff["publisher"]
    chain.fi.save_revision().publish()
    assert chain.live == "fi sv en"
    assert chain.sv.title == "Gruppen träffas"


def test_the_api_of_the_admin_carries_too(chain: Chain, archive: Chain, client_as: Any) -> None:
    client = client_as("publisher")

    def call(action: str, data: Any = None) -> int:
        url = reverse("wagtailadmin_api:pages:action", args=[chain.fi.pk, action])
        response = client.post(url, data or {}, content_type="application/json")
        return int(response.status_code)

    assert call("move", {"destination_page_id": archive.fi.pk, "position": "last-child"}) == 200
    assert chain.sv.get_parent().pk == archive.sv.pk
    assert call("unpublish") == 200
    assert chain.live == ""
    assert call("publish") == 200
    assert chain.live == "fi sv en"
    assert call("delete") == 204
    assert not Page.objects.filter(translation_key=chain.key).exists()

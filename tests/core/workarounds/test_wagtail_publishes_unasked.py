"""Wagtail asks before it publishes, and does nothing by half; we notice when it does so itself."""

from __future__ import annotations

import inspect

import pytest
from wagtail import signals
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.views.pages.edit import EditView

from core.publishing import PublicationRefused
from core.workarounds import wagtail_publishes_unasked
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(town):
    """The publication of a page with an image that is not described."""
    page = NewsPageFactory(parent=town.indexes["fi"], live=False, image=town.photograph)
    return PublishPageRevisionAction(page.save_revision())


def test_a_publication_is_refused_before_anything_is_written(action):
    with pytest.raises(PublicationRefused):
        action.check(skip_permission_checks=True)


def test_wagtail_does_not_ask_yet(action):
    wagtail_publishes_unasked.original_check(action, skip_permission_checks=True)
    before = {name for name in vars(signals) if "pre" in name or "before" in name}
    assert before == {"pre_page_move", "pre_validate_delete"}, "is there one before a publication?"


@pytest.mark.parametrize("door", [EditView.publish_action, PublishPageAPIAction._action_from_data])
def test_there_are_still_doors_that_do_not_go_through_the_page(door):
    assert "PublishPageRevisionAction(" in inspect.getsource(door), "page.publish() would be enough"


def test_wagtail_still_copies_in_pieces():
    original = wagtail_publishes_unasked.original_execute[CopyPageAction]
    source = inspect.getsource(original) + inspect.getsource(CopyPageAction._copy_page)
    assert "atomic" not in source, "Wagtail copies in a transaction: delete that part"

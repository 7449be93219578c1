"""Somebody who may not publish leaves nothing behind; we notice when Wagtail asks first."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.models import Revision

from translations.roles import admin_api_saves_before_it_asks

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(town, swede):
    """Return the action on a Finnish page without a draft, for somebody who may not publish it."""
    town.items["fi"].revisions.all().delete()
    town.items["fi"].refresh_from_db()
    request = RequestFactory().post("/")
    request.user = swede
    return PublishPageAPIAction(None, request)


def test_a_refused_publication_leaves_no_draft(town, refused):
    before = Revision.objects.count()
    with pytest.raises(PermissionDenied):
        refused.execute(town.items["fi"], {})
    assert Revision.objects.count() == before


def test_wagtail_saves_before_it_asks(town, refused):
    before = Revision.objects.count()
    with pytest.raises(PermissionDenied):
        admin_api_saves_before_it_asks.original(refused, town.items["fi"], {})
    assert Revision.objects.count() == before + 1

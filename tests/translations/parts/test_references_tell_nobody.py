"""That Wagtail's index of references still changes without telling anybody."""

from __future__ import annotations

import pytest
from django.db.models.signals import post_delete
from wagtail.models import Page, ReferenceIndex

from news.models import NewsPageTheme
from translations.parts import references_tell_nobody

pytestmark = pytest.mark.django_db


def test_wagtail_keeps_the_reference_of_a_deleted_child_row(town):
    """Once this fails, ``references_tell_nobody.reread`` can go."""
    item = town.items["fi"]
    shown = ReferenceIndex.get_references_to(town.theme).filter(object_id=str(item.pk))
    assert shown.exists()
    label = NewsPageTheme._meta.label
    uid = f"references-{label}"
    assert post_delete.disconnect(sender=NewsPageTheme, dispatch_uid=uid)
    try:
        item.themes.get().delete()
    finally:
        post_delete.connect(references_tell_nobody.reread, sender=NewsPageTheme, dispatch_uid=uid)
    assert shown.exists()
    ReferenceIndex.create_or_update_for_object(Page.objects.get(pk=item.pk).specific)
    assert not shown.exists()


def test_a_page_is_judged_again_only_when_its_references_change(town, monkeypatch):
    judged: list[object] = []
    monkeypatch.setattr("translations.freshness.refresh", lambda keys: judged.extend(keys))
    item = town.items["fi"]
    ReferenceIndex.create_or_update_for_object(item)
    assert judged == []
    NewsPageTheme.objects.filter(page=item).delete()
    assert judged == [item.translation_key]

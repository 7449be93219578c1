"""What tests start from: nothing of one test is left for the next, and a scene is whole each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupApprovalTask, Locale, Page

from tests.rows import Rows
from tests.scene import build_town


@pytest.mark.django_db(transaction=True)
def test_what_a_test_commits_is_taken_back(django_db_setup):
    first = django_db_setup
    before = ContentType.objects.get_for_model(GroupApprovalTask).pk
    assert first.changed() == []
    build_town()
    Locale.objects.filter(language_code="fi").update(language_code="xx")
    Group.objects.all().delete()
    assert {"wagtailcore_page", "wagtailcore_locale", "auth_group"} <= set(first.changed())
    ContentType.objects.clear_cache()
    first.bring_back()
    assert first.changed() == []
    assert ContentType.objects.get_for_model(GroupApprovalTask).pk == before


def test_a_scene_is_whole_again_and_its_objects_are_new(kept_town, lay_out):
    town = lay_out(kept_town)
    path = Path(town.photograph.file.path)
    content = path.read_bytes()
    path.write_bytes(b"")
    Path(town.attachment.file.path).unlink()
    town.items["fi"].title = "Toinen"
    town.items["fi"].save_revision().publish()
    town.items["sv"].delete()
    again = lay_out(kept_town)
    assert path.read_bytes() == content
    assert Path(again.attachment.file.path).is_file()
    assert again.items["fi"].title == Page.objects.get(pk=again.items["fi"].pk).title != "Toinen"
    assert [page.get_parent().specific for page in again.items.values()] == [
        *again.indexes.values()
    ]
    assert again.staff["editor"].has_perm("wagtailadmin.access_admin")


def test_a_copy_that_would_not_stay_is_refused(db):
    with pytest.raises(AssertionError, match="taken back"):
        Rows("lost", [])

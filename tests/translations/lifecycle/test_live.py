"""Versions are withdrawn with what they follow, come again with it, and are never public before it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from tests import factories
from tests.scene import Town
from tests.translating import translate
from tests.translations.lifecycle.conftest import Chain
from translations.acting import acting
from translations.freshness import refresh_all
from translations.lifecycle.live import BROUGHT_BACK, NOT_BROUGHT_BACK, WAITS, WITHDRAWN, carry_live
from translations.models import LeftOut, Waiting

pytestmark = pytest.mark.django_db


def entries(page: Any, action: str) -> int:
    return PageLogEntry.objects.filter(page=page.pk, action=action).count()


def test_a_withdrawn_page_takes_its_versions_along_and_brings_them_back(chain: Any) -> None:
    assert chain.live == "fi sv en"
    chain.fi.unpublish()
    assert chain.live == ""
    assert chain.version("sv").is_withdrawn
    assert chain.version("en").is_withdrawn
    assert entries(chain.sv, WITHDRAWN) == entries(chain.en, WITHDRAWN) == 1
    assert carry_live(chain.key) == 0

    chain.fi.save_revision().publish()
    assert chain.live == "fi sv en"
    assert entries(chain.sv, BROUGHT_BACK) == entries(chain.en, BROUGHT_BACK) == 1
    assert not chain.version("sv").is_withdrawn
    assert chain.version("sv").state == "up_to_date"
    assert refresh_all(is_check=True)[1] == 0


def test_what_comes_back_is_what_was_public_not_a_newer_draft(chain: Any) -> None:
    draft = chain.sv
    draft.title = "Utkast"
    draft.save_revision()
    chain.fi.unpublish()
    chain.fi.save_revision().publish()
    page = chain.sv
    assert page.live
    assert page.title == "sv: Ryhmä kokoontuu"
    assert page.has_unpublished_changes
    assert page.get_latest_revision_as_object().title == "Utkast"


def test_a_version_without_revisions_comes_back_as_its_row_says(chain: Any) -> None:
    page = chain.sv
    page.latest_revision = page.live_revision = None
    page.save()
    page.revisions.all().delete()
    draft = chain.sv
    draft.title = "Utkast"
    draft.save_revision()
    chain.fi.unpublish()
    chain.fi.save_revision().publish()
    assert chain.sv.title == "sv: Ryhmä kokoontuu"
    assert chain.sv.get_latest_revision_as_object().title == "Utkast"


def test_a_version_that_was_a_draft_before_stays_one(chain: Any) -> None:
    chain.en.unpublish()
    assert not chain.version("en").is_withdrawn
    chain.fi.unpublish()
    chain.fi.save_revision().publish()
    assert chain.live == "fi sv"


def test_withdrawing_a_version_leaves_its_source_alone(chain: Any) -> None:
    chain.sv.unpublish()
    assert chain.live == "fi"
    chain.sv.get_latest_revision().publish()
    assert chain.live == "fi sv en"


def test_a_version_left_out_stays_public_with_what_follows_it(chain: Any, town: Town) -> None:
    reason = "Sidan behövs till mars."
    with acting(user=town.staff["editor"], left_out={chain.sv.locale_id: reason}):
        chain.fi.unpublish()
    assert chain.live == "sv en"
    decision = LeftOut.objects.get()
    assert (decision.deed, decision.reason) == ("live", reason)
    assert decision.decided_by == town.staff["editor"]
    entry = PageLogEntry.objects.get(page=chain.sv.pk, action="kohtaamo.left_out")
    assert entry.data["reason"] == reason
    assert entry.user == town.staff["editor"]
    assert chain.version("sv").disagreements == []
    # A new text of it may go out: that is what was decided.
    chain.sv.save_revision().publish()
    assert chain.live == "sv en"
    # The decision has an end: when there is nothing to differ in any more.
    chain.fi.save_revision().publish()
    assert not LeftOut.objects.exists()
    chain.fi.unpublish()
    assert chain.live == ""


def test_a_version_that_may_not_go_out_stays_a_draft_and_holds_nothing_back(
    chain: Any, town: Town
) -> None:
    chain.fi.unpublish()
    page = chain.sv
    revision = page.live_revision or page.latest_revision
    revision.content = {**revision.content, "image": town.photograph.pk, "image_alt": "IMG_1.jpg"}
    type(page).objects.filter(pk=page.pk).update(image=town.photograph, image_alt="")
    revision.save()
    chain.fi.save_revision().publish()
    if chain.sv.live:  # facts brought another image
        pytest.fail("the door was open")
    assert chain.live == "fi"
    entry = PageLogEntry.objects.get(page=page.pk, action=NOT_BROUGHT_BACK)
    assert entry.data["problems"]
    chain.fi.save_revision().publish()
    assert chain.live == "fi", "what was refused does not go out by itself later"


def test_bulk_of_lists_and_clock_and_hand(chain: Any) -> None:
    past = timezone.now() - timedelta(minutes=1)
    Page.objects.filter(translation_key=chain.key).update(expire_at=past)
    call_command("publish_scheduled")
    assert chain.live == ""
    assert all(page.expired for page in (chain.fi, chain.sv, chain.en))
    assert all(chain.version(code).is_withdrawn for code in ("sv", "en"))
    for page in (chain.fi, chain.sv, chain.en):
        done = PageLogEntry.objects.filter(page=page.pk, action__contains="unpublish").count()
        assert done + entries(page, WITHDRAWN) == 1

    page = chain.fi
    page.expire_at = timezone.now() + timedelta(days=9)
    page.save_revision().publish()
    assert chain.live == "fi sv en"
    assert {p.expire_at for p in (chain.fi, chain.sv, chain.en)} == {page.expire_at}
    assert not chain.sv.expired

    page = chain.fi
    page.live = False
    page.save()
    assert chain.live == ""
    page.live = True
    page.save()
    assert chain.live == "fi sv en"


def test_the_clock_may_take_the_version_first(chain: Any) -> None:
    past = timezone.now() - timedelta(minutes=1)
    Page.objects.filter(translation_key=chain.key).update(expire_at=past)
    chain.sv.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    assert not chain.sv.live
    chain.fi.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    page = chain.fi
    page.expire_at = None
    page.save_revision().publish()
    assert chain.live == "fi sv en"


def test_a_version_waits_for_a_source_that_is_not_public(chain: Any, town: Town) -> None:
    chain.fi.unpublish()
    draft = chain.sv
    draft.title = "Gruppen träffas"
    revision = draft.save_revision(user=town.staff["publisher"])
    revision.publish(user=town.staff["admin"])
    assert chain.live == ""
    waiting = Waiting.objects.get()
    assert (waiting.revision, waiting.asked_by) == (revision, town.staff["admin"])
    assert entries(chain.sv, WAITS) == 1

    soon = timezone.now() + timedelta(hours=1)
    page = chain.fi
    page.go_live_at = soon
    page.save_revision().publish()
    assert chain.live == ""
    scheduled = page.revisions.get(approved_go_live_at=soon)
    scheduled.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    scheduled.content = {**scheduled.content, "go_live_at": None}
    scheduled.save()
    call_command("publish_scheduled")
    assert chain.live == "fi sv en"
    assert chain.sv.title == "Gruppen träffas"
    assert not Waiting.objects.exists()


def test_a_version_that_is_due_before_its_source_waits_too(chain: Any) -> None:
    draft = chain.sv
    draft.title = "Gruppen träffas"
    draft.save_revision()
    chain.fi.unpublish()
    due = timezone.now() - timedelta(minutes=1)
    chain.sv.revisions.filter(pk=chain.sv.latest_revision_id).update(approved_go_live_at=due)
    call_command("publish_scheduled")
    assert chain.live == ""
    assert not chain.sv.revisions.filter(approved_go_live_at__isnull=False).exists()
    chain.fi.save_revision().publish()
    assert chain.sv.title == "Gruppen träffas"


def test_a_first_translation_of_a_draft_goes_out_with_it(town: Town) -> None:
    item = factories.NewsPageFactory(parent=town.indexes["fi"], title="Pian", live=False)
    translate(item, "sv")
    chain = Chain(item.translation_key)
    assert chain.live == ""
    chain.fi.save_revision().publish()
    assert chain.live == "fi sv"


def test_killed_in_the_middle_nothing_is_half_done(
    chain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from translations.lifecycle import live

    def fail(*args: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(live, "refresh", fail)
        with pytest.raises(RuntimeError):
            chain.fi.unpublish()
    assert chain.live == "fi sv en"
    chain.fi.unpublish()
    with monkeypatch.context() as patch:
        patch.setattr(live, "refresh", fail)
        with pytest.raises(RuntimeError):
            chain.fi.save_revision().publish()
    assert chain.live == ""


def test_aliases_go_with_their_own_page(chain: Any, town: Town) -> None:
    chain.sv.create_alias(parent=town.homes["sv"], update_slug="alias")
    chain.fi.unpublish()
    assert not Page.objects.filter(translation_key=chain.key, live=True).exists()
    chain.fi.save_revision().publish()
    assert chain.live == "fi sv en"

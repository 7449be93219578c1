"""The time of expiry of a source is that of its versions, whichever revision of them is published."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.scene import Town
from translations.acting import acting
from translations.lifecycle import decisions, expiry
from translations.models import LeftOut

pytestmark = pytest.mark.django_db


def publish_with_expiry(chain: Any, moment: Any, **said: Any) -> None:
    page = chain.fi
    page.expire_at = moment
    with acting(**said):
        page.save_revision().publish()


def test_published_with_the_source_it_reaches_every_version_and_its_drafts(chain: Any) -> None:
    draft = chain.sv
    draft.title = "Utkast"
    draft.save_revision()
    moment = timezone.now() + timedelta(days=3)
    publish_with_expiry(chain, moment)
    assert (chain.sv.expire_at, chain.en.expire_at) == (moment, moment)
    assert chain.sv.get_latest_revision_as_object().expire_at == moment
    assert chain.sv.get_latest_revision_as_object().title == "Utkast"
    assert chain.version("sv").disagreements == chain.version("en").disagreements == []
    entry = PageLogEntry.objects.get(page=chain.en.pk, action=expiry.EXPIRY_CARRIED)
    assert entry.data["expire_at"] == moment.isoformat()
    assert expiry.carry_expiry(chain.key) == 0
    # No older revision brings another one, and none of its own does either.
    for revision in chain.sv.revisions.all():
        revision.publish()
        assert chain.sv.expire_at == moment
    page = chain.sv
    page.expire_at = moment + timedelta(days=1)
    page.save()
    assert chain.sv.expire_at == moment

    publish_with_expiry(chain, None)
    assert (chain.sv.expire_at, chain.en.expire_at) == (None, None)


def test_a_draft_of_the_source_does_not_change_it(chain: Any) -> None:
    page = chain.fi
    page.expire_at = timezone.now() + timedelta(days=3)
    page.save_revision()
    assert chain.sv.expire_at is None


def test_saved_by_hand_it_is_carried_too(chain: Any) -> None:
    page = chain.fi
    page.expire_at = moment = timezone.now() + timedelta(days=3)
    page.save(update_fields=["expire_at"])
    assert (chain.sv.expire_at, chain.en.expire_at) == (moment, moment)


def test_a_version_left_out_keeps_its_own_until_it_follows_again(chain: Any, town: Town) -> None:
    moment = timezone.now() + timedelta(days=3)
    publish_with_expiry(chain, moment, left_out={chain.en.locale_id: "Needed for longer."})
    assert (chain.sv.expire_at, chain.en.expire_at) == (moment, None)
    assert LeftOut.objects.get().deed == "expiry"
    assert chain.version("en").disagreements == []
    page = chain.en
    page.expire_at = own = moment + timedelta(days=9)
    page.save_revision().publish()
    assert chain.en.expire_at == own
    assert decisions.take_back(chain.version("en"), "expiry", page=chain.en)
    assert chain.version("en").disagreements == ["expiry"]
    assert expiry.carry_expiry(chain.key) == 1
    assert chain.en.expire_at == moment
    assert chain.version("en").disagreements == []


def test_killed_in_the_middle_nothing_is_half_done(
    chain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(expiry, "refresh", fail)
    with pytest.raises(RuntimeError):
        publish_with_expiry(chain, timezone.now() + timedelta(days=3))
    assert chain.fi.expire_at is None
    assert chain.sv.expire_at is None

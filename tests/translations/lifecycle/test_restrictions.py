"""Who may see a page may see its versions, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from tests import factories
from tests.scene import Town
from tests.translating import translate
from translations.acting import acting
from translations.freshness import refresh
from translations.lifecycle import restrictions
from translations.models import LeftOut

pytestmark = pytest.mark.django_db


def said(page: Any) -> Any:
    row = PageViewRestriction.objects.filter(page=page.pk).first()
    return row and (row.restriction_type, row.password, [g.pk for g in row.groups.all()])


def test_every_kind_is_carried_changed_and_lifted(chain: Any, town: Town) -> None:
    row = PageViewRestriction(page=chain.fi, restriction_type="password", password="salaisuus")
    row.save(user=town.staff["editor"])
    for page in (chain.sv, chain.en):
        assert said(page) == ("password", "salaisuus", [])
        assert b"Gruppen" not in Client().get(page.url).content
    entry = PageLogEntry.objects.filter(page=chain.sv.pk, action__startswith="wagtail.view_restr")
    assert entry.count() == 1

    row.restriction_type, row.password = "login", ""
    row.save()
    assert said(chain.sv) == said(chain.en) == ("login", "", [])
    group = Group.objects.create(name="Raati")
    row.restriction_type = "groups"
    row.save()
    row.groups.add(group)
    assert said(chain.sv) == said(chain.en) == ("groups", "", [group.pk])
    row.groups.clear()
    assert said(chain.sv) == said(chain.en) == ("groups", "", [])
    assert chain.version("en").disagreements == []
    assert restrictions.carry_restrictions(chain.key) == 0
    row.delete()
    assert said(chain.sv) is said(chain.en) is None


def test_one_set_on_a_version_does_not_stay(chain: Any) -> None:
    PageViewRestriction.objects.create(page=chain.sv, restriction_type="login")
    assert said(chain.sv) is None
    assert said(chain.fi) is None


def test_a_new_translation_has_it_whole(chain: Any, town: Town) -> None:
    group = Group.objects.create(name="Raati")
    row = PageViewRestriction.objects.create(page=town.items["fi"], restriction_type="groups")
    row.groups.add(group)
    Page.objects.get(pk=town.items["sv"].pk).delete()
    version = translate(town.items["fi"], "sv")
    assert said(version) == ("groups", "", [group.pk])


def test_a_page_below_is_seen_by_the_same_where_only_an_alias_stands_above(town: Town) -> None:
    section = factories.NewsIndexPageFactory(parent=town.homes["fi"], title="Sisäiset")
    row = PageViewRestriction.objects.create(page=section, restriction_type="login")
    english = translate(factories.NewsPageFactory(parent=section, title="Salaisuus"), "en")
    assert english.get_parent().alias_of_id == section.pk
    assert b"Salaisuus" not in Client().get(english.url).content
    row.delete()
    assert b"Salaisuus" in Client().get(english.url).content


def test_a_version_left_out_keeps_its_own(chain: Any) -> None:
    with acting(left_out={chain.sv.locale_id: "Redan offentlig."}):
        PageViewRestriction.objects.create(page=chain.fi, restriction_type="login")
    assert said(chain.sv) is said(chain.en) is None
    assert LeftOut.objects.get().deed == "restriction"
    assert chain.version("sv").disagreements == []


def restrict(page: Any, kind: str = "login", **more: Any) -> PageViewRestriction:
    row: PageViewRestriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=kind, **more
    )
    return row


def leave_behind(chain: Any, archive: Any) -> None:
    """Move a page into the archive, and leave its versions where they are."""
    with acting(left_out={chain.sv.locale_id: "Finns kvar i nyheterna."}):
        chain.fi.move(archive.fi, pos="last-child")
    assert chain.sv.get_parent().pk != archive.sv.pk


def test_a_version_that_stands_elsewhere_has_what_its_source_inherits(
    chain: Any, archive: Any
) -> None:
    leave_behind(chain, archive)
    row = restrict(archive.fi)
    for page in (chain.sv, chain.en):
        assert said(page) == ("login", "", [])
        assert b"Ryhm" not in Client().get(page.url).content
    # Another, on the page itself, counts too; each goes when it is lifted.
    own = restrict(chain.fi, "password", password="salaisuus")
    rows = PageViewRestriction.objects.filter(page=chain.sv.pk).order_by("restriction_type")
    assert [one.restriction_type for one in rows] == ["login", "password"]
    assert chain.version("sv").disagreements == []
    row.delete()
    assert said(chain.sv) == said(chain.en) == ("password", "salaisuus", [])
    own.delete()
    assert said(chain.sv) is said(chain.en) is None
    # So it is when the page is moved to where not all may go.
    chain.fi.move(chain.sv.get_parent().get_translation(chain.fi.locale), pos="last-child")
    restrict(archive.fi)
    leave_behind(chain, archive)
    assert said(chain.sv) == ("login", "", [])


def test_what_was_written_past_the_site_is_told_and_mended(chain: Any, archive: Any) -> None:
    chain.fi.move(archive.fi, pos="last-child")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=Page.objects.get(pk=archive.fi.pk), restriction_type="login")]
    )
    for one in (chain, archive):
        refresh([one.key])
        version = one.version("sv")
        assert (version.state, version.disagreements) == ("outdated", ["restriction"])
        # The English one follows the Swedish one, which everybody may see.
        assert one.version("en").disagreements == []
    assert restrictions.carry_restrictions(archive.key) == 2
    for one in (chain, archive):
        assert one.version("sv").disagreements == []
    assert said(archive.en) == ("login", "", [])
    assert said(chain.sv) is None
    assert b"Ryhm" not in Client().get(chain.sv.url).content


def test_what_stands_below_a_version_left_out_is_left_out_with_it(chain: Any, archive: Any) -> None:
    chain.fi.move(archive.fi, pos="last-child")
    with acting(left_out={archive.sv.locale_id: "Redan offentlig."}):
        restrict(archive.fi)
    assert said(archive.sv) is said(chain.sv) is None
    assert LeftOut.objects.count() == 1
    refresh([chain.key])
    assert chain.version("sv").disagreements == []


def test_a_version_under_pages_that_more_is_asked_of_is_no_lie(chain: Any, archive: Any) -> None:
    with acting(left_out={chain.sv.locale_id: "x"}):
        chain.fi.move(archive.fi, pos="last-child")
    home = chain.sv.get_parent().get_parent()
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=home, restriction_type="login")]
    )
    refresh([chain.key])
    assert chain.version("sv").disagreements == []


def test_killed_in_the_middle_nothing_is_half_done(
    chain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(restrictions, "refresh", fail)
    with pytest.raises(RuntimeError):
        PageViewRestriction.objects.create(page=chain.fi, restriction_type="login")
    assert said(chain.fi) is said(chain.sv) is None

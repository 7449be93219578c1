"""Who may see a page may see its versions, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageLogEntry, PageViewRestriction

from tests import factories
from tests.scene import Town
from tests.translating import translate
from translations.acting import acting
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
    from wagtail.models import Page

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


def test_killed_in_the_middle_nothing_is_half_done(
    chain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(restrictions, "refresh", fail)
    with pytest.raises(RuntimeError):
        PageViewRestriction.objects.create(page=chain.fi, restriction_type="login")
    assert said(chain.fi) is said(chain.sv) is None

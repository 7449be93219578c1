"""A deleted page takes along what follows it; what was left out stands on its own."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page, PageLogEntry, PageViewRestriction
from wagtail_localize.models import Translation

from tests import factories
from tests.scene import Town
from tests.translating import translate
from translations.acting import acting
from translations.lifecycle import deletion
from translations.models import LanguageVersion, LeftOut

pytestmark = pytest.mark.django_db


def left(chain: Any) -> str:
    rows = Page.objects.filter(translation_key=chain.key).order_by("pk")
    return " ".join(rows.values_list("locale__language_code", flat=True))


def test_it_goes_with_all_that_follows_it(chain: Any, town: Town) -> None:
    pks = [chain.sv.pk, chain.en.pk]
    chain.fi.delete(user=town.staff["publisher"])
    assert left(chain) == ""
    assert not LanguageVersion.objects.filter(translation_key=chain.key).exists()
    entries = PageLogEntry.objects.filter(page__in=pks, action="wagtail.delete")
    assert [entry.user for entry in entries] == [town.staff["publisher"]] * 2
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_deleted_version_leaves_its_source_alone(chain: Any) -> None:
    chain.sv.delete()
    assert left(chain) == "fi"
    assert chain.fi.live


def test_a_version_left_out_stands_on_its_own(chain: Any) -> None:
    PageViewRestriction.objects.create(page=chain.fi, restriction_type="login")
    with acting(left_out={chain.sv.locale_id: "Gäller bara på svenska."}):
        chain.fi.delete()
    assert left(chain) == "sv en"
    assert chain.live == "sv en"
    assert [
        t.target_locale.language_code
        for t in Translation.objects.filter(source__object_id=chain.key)
    ] == ["en"]
    assert not LeftOut.objects.exists()
    entry = PageLogEntry.objects.get(page=chain.sv.pk, action="kohtaamo.left_out")
    assert entry.data == {"deed": "deletion", "reason": "Gäller bara på svenska."}
    assert PageViewRestriction.objects.filter(page=chain.sv.pk).exists(), "it stays private"
    chain.sv.save_revision().publish()
    chain.sv.unpublish()
    assert chain.live == ""


def test_a_section_goes_with_its_pages_in_all_languages(town: Town) -> None:
    section = factories.NewsIndexPageFactory(parent=town.homes["fi"], title="Vanhat")
    swedish = translate(section, "sv")
    item = factories.NewsPageFactory(parent=section)
    translate(item, "sv")
    elsewhere = translate(item, "en")
    section.specific.delete()
    # The alias of the section that wagtail-localize made in English goes as well.
    assert not Page.objects.filter(translation_key=section.translation_key).exists()
    assert not Page.objects.filter(translation_key=item.translation_key).exists()
    assert not Page.objects.filter(pk__in=[swedish.pk, elsewhere.pk]).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_an_alias_that_bears_other_pages_is_hidden(town: Town) -> None:
    section = factories.NewsIndexPageFactory(parent=town.homes["fi"], title="Vanhat")
    alias = section.copy_for_translation(town.locales["en"], alias=True)
    own = factories.NewsPageFactory(parent=alias, title="Only in English")
    section.delete()
    alias.refresh_from_db()
    assert not alias.live
    assert Page.objects.filter(pk=own.pk, live=True).exists()


def test_a_query_set_is_no_door(chain: Any) -> None:
    Page.objects.filter(pk=chain.fi.pk).delete()
    assert left(chain) == ""


def test_killed_in_the_middle_nothing_is_half_done(
    chain: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(deletion, "refresh", fail)
    with pytest.raises(RuntimeError):
        chain.fi.delete()
    assert left(chain) == "fi sv en"

"""A moved page takes its versions along, and their old addresses lead to the new ones."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from home.models import StandardPage
from tests import factories
from tests.scene import Town
from tests.translating import translate
from translations.acting import acting
from translations.freshness import refresh
from translations.lifecycle import place
from translations.models import LeftOut

pytestmark = pytest.mark.django_db


def test_each_version_moves_within_its_own_language(chain: Any, archive: Any, town: Town) -> None:
    archive.en.delete()
    old = {code: getattr(chain, code).url for code in ("fi", "sv", "en")}
    chain.fi.move(archive.fi, pos="last-child", user=town.staff["publisher"])
    assert chain.fi.get_parent().pk == archive.fi.pk
    assert chain.sv.get_parent().pk == archive.sv.pk
    # There is no English archive: it stays, and nobody can say it is in the wrong place.
    assert chain.en.get_parent().pk == town.indexes["en"].pk
    assert chain.version("sv").disagreements == chain.version("en").disagreements == []
    moved = PageLogEntry.objects.get(page=chain.sv.pk, action="wagtail.move")
    assert moved.user == town.staff["publisher"]
    for code in ("fi", "sv"):
        response = Client().get(old[code])
        assert response.status_code == 301
        assert response["Location"].endswith(getattr(chain, code).url)
    assert place.carry_place(chain.fi, archive.fi) == 0

    english = translate(archive.sv, "en")
    refresh([chain.key])
    assert chain.version("en").disagreements == ["place"]
    assert place.carry_place(chain.fi, archive.fi) == 1
    assert chain.en.get_parent().pk == english.pk
    assert chain.version("en").disagreements == []


def test_the_order_of_siblings_is_carried_and_what_has_no_source_stays(
    chains: Any, town: Town, client_as: Any
) -> None:
    first, second = chains.first, chains.second
    own = factories.NewsPageFactory(parent=town.indexes["sv"], title="Bara på svenska")

    def order(code: str) -> list[Any]:
        children = Page.objects.child_of(Page.objects.get(pk=town.indexes[code].pk))
        names = {first.key: "first", second.key: "second", own.translation_key: "own"}
        keys = children.order_by("path").values_list("translation_key", flat=True)
        return [names[key] for key in keys if key in names]

    def moves(code: str) -> int:
        pages = [getattr(chain, code).pk for chain in (first, second)]
        return PageLogEntry.objects.filter(page__in=pages, action="wagtail.reorder").count()

    assert (order("fi"), order("sv")) == (["first", "second"], ["first", "second", "own"])
    # From the list of pages, as an editor drags it.
    children = list(Page.objects.get(pk=town.indexes["fi"].pk).get_children())
    nr = next(i for i, one in enumerate(children) if one.pk == first.fi.pk)
    url = reverse("wagtailadmin_pages:set_page_position", args=[second.fi.pk])
    assert client_as("admin").post(f"{url}?position={nr}").status_code == 200
    assert order("fi") == order("en") == ["second", "first"]
    assert order("sv") == ["second", "first", "own"]
    assert (moves("sv"), moves("en")) == (1, 1)
    # Where it is so already, nothing is moved.
    second.fi.move(first.fi, pos="left")
    assert (moves("sv"), moves("en")) == (1, 1)
    # An order of her own stays until the source is moved again; what was left out stays.
    second.sv.move(own, pos="right")
    assert order("sv") == ["first", "own", "second"]
    assert (order("fi"), order("en")) == (["second", "first"], ["first", "second"])
    with acting(left_out={second.sv.locale_id: "x"}):
        second.fi.move(chains.archive.fi, pos="last-child")
    second.fi.move(town.indexes["fi"], pos="last-child")
    second.fi.move(first.fi, pos="right")
    assert order("sv") == ["first", "own", "second"]
    assert not any(Page.find_problems())


def test_a_version_left_out_stays_where_it_is_with_what_follows_it(
    chain: Any, archive: Any, town: Town
) -> None:
    with acting(left_out={chain.sv.locale_id: "Hör till aktuellt."}):
        chain.fi.move(archive.fi, pos="last-child")
    assert chain.sv.get_parent().pk == town.indexes["sv"].pk
    assert chain.en.get_parent().pk == town.indexes["en"].pk
    assert LeftOut.objects.get().deed == "place"
    assert chain.version("sv").disagreements == []
    chain.fi.move(town.indexes["fi"], pos="last-child")
    assert not LeftOut.objects.exists(), "it stands by its source again"


def test_a_taken_address_gets_a_number_and_still_leads_on(chain: Any, archive: Any) -> None:
    factories.NewsPageFactory(parent=archive.sv, title="Samma", slug=chain.sv.slug)
    old, slug = chain.sv.url, chain.sv.slug
    draft = chain.sv
    draft.lead = "Utkast"
    draft.save_revision()
    with TestCase.captureOnCommitCallbacks(execute=True):
        chain.fi.move(archive.fi, pos="last-child")
    assert chain.sv.get_parent().pk == archive.sv.pk
    assert chain.sv.slug != slug
    assert Client().get(old)["Location"].endswith(chain.sv.url)
    with TestCase.captureOnCommitCallbacks(execute=True):
        chain.sv.get_latest_revision().publish()
    assert chain.sv.slug != slug


def test_new_addresses_are_each_languages_own(chain: Any) -> None:
    old = {code: getattr(chain, code).url for code in ("fi", "sv")}
    for code, slug in (("fi", "uusi-osoite"), ("sv", "ny-adress")):
        page = getattr(chain, code)
        page.slug = slug
        with TestCase.captureOnCommitCallbacks(execute=True):
            page.save_revision().publish()
    assert chain.sv.slug == "ny-adress"
    for code in ("fi", "sv"):
        assert Client().get(old[code])["Location"].endswith(getattr(chain, code).url)


def test_a_section_moves_with_its_pages_and_their_addresses(town: Town) -> None:
    section, target = (
        factories.StandardPageFactory(parent=town.homes["fi"], title=title)
        for title in ("Ohjeet", "Tietoa meistä")
    )
    item = factories.StandardPageFactory(parent=section, title="Näin varaat tilan")
    for page in (section, target, item):
        translate(page, "sv")
    swedish = StandardPage.objects.get(
        translation_key=item.translation_key, locale__language_code="sv"
    )
    old = swedish.url
    section.move(target, pos="last-child")
    swedish.refresh_from_db()
    assert swedish.url != old
    assert Client().get(old)["Location"].endswith(swedish.url)


def test_killed_in_the_middle_nothing_is_half_done(
    chain: Any, archive: Any, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(place, "refresh", fail)
    with pytest.raises(RuntimeError):
        chain.fi.move(archive.fi, pos="last-child")
    assert chain.fi.get_parent().pk == town.indexes["fi"].pk
    assert chain.sv.get_parent().pk == town.indexes["sv"].pk

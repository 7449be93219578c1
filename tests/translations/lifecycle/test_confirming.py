"""One confirmation lists what a deed is carried to, and lets an editor leave one out with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from tests import factories
from tests.forms import news_form
from tests.scene import Town
from tests.translating import translate
from tests.translations.lifecycle.conftest import Chain, Chains
from translations.lifecycle.listing import rows_of
from translations.models import LeftOut

pytestmark = pytest.mark.django_db
WHY = "Behövs ännu."


@pytest.fixture
def publisher(client_as: Any) -> Client:
    client: Client = client_as("publisher")
    return client


def answers(*pages: Any, left_out: Any = (), reason: str = WHY) -> dict[str, str]:
    """Return what the boxes send of Swedish and English versions of ``pages``."""
    data = {"followers": "1"}
    for page in pages:
        for row in Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk):
            key = f"{page.pk}-{row.locale_id}"
            if row.pk in [one.pk for one in left_out]:
                data[f"reason-{key}"] = reason
            else:
                data[f"follow-{key}"] = "on"
    return data


def address(deed: str, chain: Chain, town: Town) -> str:
    if deed == "move":
        other = Page.objects.get(title="Arkisto")
        return reverse("wagtailadmin_pages:move_confirm", args=[chain.fi.pk, other.pk])
    name = {"privacy": "set_privacy"}.get(deed, deed)
    return reverse(f"wagtailadmin_pages:{name}", args=[chain.fi.pk])


def bulk(deed: str, *pages: Any) -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    base = reverse("wagtail_bulk_action", args=["wagtailcore", "page", deed])
    return f"{base}?{ids}&next=/admin/"


FURTHER = {"privacy": {"restriction_type": "login"}}
DEEDS = ("unpublish", "delete", "move", "privacy")
DONE = {
    "unpublish": lambda page: not page.live,
    "move": lambda page: "Arkisto" in page.get_parent().title,
    "privacy": lambda page: page.view_restrictions.exists(),
}


def is_done(deed: str, pk: int) -> bool:
    page = Page.objects.filter(pk=pk).first()
    return page is None if page is None or deed == "delete" else bool(DONE[deed](page))


def seen(client: Client, url: str, data: Any = None) -> str:
    """Return the HTML of an answer, also of one that a window is made of."""
    response = client.get(url) if data is None else client.post(url, data)
    assert response.status_code == 200
    if response["Content-Type"].startswith("application/json"):
        return str(response.json()["html"])
    return response.content.decode()


@pytest.mark.parametrize("deed", DEEDS)
def test_the_page_menu_asks_once_and_carries(
    deed: str, chain: Chain, town: Town, archive: Any, publisher: Client
) -> None:
    url, further = address(deed, chain, town), FURTHER.get(deed, {})
    pks = {code: getattr(chain, code).pk for code in ("fi", "sv", "en")}
    shown = seen(publisher, url)
    for text in ("svenska", "English", "sv: Ryhmä kokoontuu", "en: sv: Ryhmä kokoontuu"):
        assert text in shown
    assert shown.count("follower__label") == 2
    assert deed == "privacy" or shown.count("<h1") == 1

    # A reason is missing: said so, and nothing is done.
    nothing = answers(chain.fi, left_out=[chain.sv], reason=" ")
    assert "error-message" in seen(publisher, url, {**further, **nothing})
    assert not any(is_done(deed, pk) for pk in pks.values())
    assert not LeftOut.objects.exists()

    publisher.post(url, {**further, **answers(chain.fi, left_out=[chain.en])})
    assert [is_done(deed, pks[code]) for code in ("fi", "sv", "en")] == [True, True, False]
    entry = PageLogEntry.objects.get(page=pks["en"], action="kohtaamo.left_out")
    assert (entry.data["reason"], entry.user) == (WHY, town.staff["publisher"])
    assert LeftOut.objects.count() == (deed != "delete")


@pytest.mark.parametrize("deed", DEEDS)
def test_who_may_not_do_the_deed_sees_and_does_nothing(
    deed: str, chain: Chain, town: Town, archive: Any, client_as: Any
) -> None:
    client, url = client_as("translator.sv"), address(deed, chain, town)
    assert "en: sv: Ryhmä" not in client.get(url).content.decode()
    client.post(url, {**FURTHER.get(deed, {}), **answers(chain.fi)})
    assert not any(is_done(deed, page.pk) for page in (chain.fi, chain.sv, chain.en))


@pytest.mark.parametrize("deed", ["unpublish", "delete", "move"])
def test_lists_of_pages_ask_once_for_all(deed: str, chains: Chains, publisher: Client) -> None:
    chain, other, archive = chains.first, chains.second, chains.archive
    url = bulk(deed, chain.fi, other.fi)
    further = {"chooser": archive.fi.pk} if deed == "move" else {}
    shown = publisher.get(url).content.decode()
    assert shown.count("follower__label") == 4
    pks = [getattr(one, code).pk for one in (chain, other) for code in ("fi", "sv", "en")]
    given = answers(chain.fi, other.fi, left_out=[other.sv], reason="")
    assert publisher.post(url, {**further, **given}).status_code == 200
    assert not any(is_done(deed, pk) for pk in pks)

    given = answers(chain.fi, other.fi, left_out=[other.sv])
    assert publisher.post(url, {**further, **given}).status_code == 302
    assert [is_done(deed, pk) for pk in pks] == [True, True, True, True, False, False]


def test_versions_chosen_together_with_their_source_go_once(
    chain: Chain, town: Town, publisher: Client
) -> None:
    pages = (chain.fi, chain.sv, chain.en)
    publisher.post(bulk("delete", *pages), answers(*pages))
    assert not Page.objects.filter(translation_key=chain.key).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_without_answers_everything_is_carried(chain: Chain, publisher: Client) -> None:
    publisher.post(reverse("wagtailadmin_pages:unpublish", args=[chain.fi.pk]))
    assert chain.live == ""


def test_an_earlier_decision_is_shown_and_can_be_changed(
    chain: Chain, town: Town, archive: Any, publisher: Client
) -> None:
    url = address("privacy", chain, town)
    publisher.post(url, {**FURTHER["privacy"], **answers(chain.fi, left_out=[chain.sv, chain.en])})
    assert LeftOut.objects.count() == 2
    assert PageViewRestriction.objects.count() == 1
    assert WHY in seen(publisher, url)
    publisher.post(url, {**FURTHER["privacy"], **answers(chain.fi)})
    assert not LeftOut.objects.exists()
    assert PageViewRestriction.objects.count() == 3
    # Left out where nothing changes now: on record all the same.
    publisher.post(url, {**FURTHER["privacy"], **answers(chain.fi, left_out=[chain.sv])})
    assert LeftOut.objects.get().version == chain.version("sv")
    assert PageViewRestriction.objects.count() == 3


def test_pages_below_are_counted_and_those_of_the_language_itself_named(
    town: Town, archive: Any, publisher: Client, client_as: Any
) -> None:
    item = factories.NewsPageFactory(parent=archive.fi, title="Vanha")
    swedish = translate(item, "sv")
    factories.NewsPageFactory(parent=swedish.get_parent(), title="Bara på svenska")
    shown = seen(client_as("admin"), reverse("wagtailadmin_pages:delete", args=[archive.fi.pk]))
    assert shown.count("follower__below--own") == 1
    assert shown.count('class="follower__below"') == 1
    page = publisher.get(reverse("wagtailadmin_pages:unpublish", args=[archive.fi.pk]))
    assert b"follower__below" in page.content
    publisher.post(
        reverse("wagtailadmin_pages:unpublish", args=[archive.fi.pk]),
        {**answers(archive.fi, left_out=[]), "include_descendants": "on"},
    )
    swedish.refresh_from_db()
    assert not swedish.live


def test_the_list_costs_the_same_for_many_pages(
    chains: Chains,
) -> None:
    def cost(pages: list[Any]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert len(rows_of(pages, "deletion", with_subpages=True)) == 2 * len(pages)
        return len(found)

    pages = [chains.first.fi, chains.second.fi, chains.archive.fi]
    assert cost(pages[:1]) == cost(pages)


def test_after_publishing_the_editor_is_told(
    chain: Chain, publisher: Client, client_as: Any
) -> None:
    chain.fi.unpublish()
    url = reverse("wagtailadmin_pages:edit", args=[chain.fi.pk])
    data = news_form(
        title="Uusi", slug="uusi", expire_at="2060-01-01 12:00", **{"action-publish": "1"}
    )
    told = publisher.post(url, data, follow=True)
    levels = [(one.level_tag, str(one)) for one in told.context["messages"]]
    assert chain.live == "fi sv en"
    with_pages = [text for _level, text in levels if "sv: Ryhmä kokoontuu" in text]
    assert len(with_pages) == 2, levels
    assert all('<span lang="sv">svenska</span>' in text for text in with_pages)
    assert reverse("translations_lifecycle:decisions", args=[chain.fi.pk]) in str(levels)
    # Its title was changed: both versions lack that, and the way to them is shown.
    assert f"object={chain.key}" in str(levels)
    told = publisher.post(url, data, follow=True)
    assert f"object={chain.key}" not in str([str(one) for one in told.context["messages"]])

    chain.fi.unpublish()
    assert publisher.post(bulk("publish", chain.sv), {}).status_code == 302
    assert chain.live == ""
    page = publisher.get("/admin/")
    assert "sv: Ryhmä kokoontuu" in page.content.decode(), "it waits, and that is said"


def test_decisions_are_made_and_undone_on_a_page_of_their_own(
    chains: Chains, publisher: Client, client_as: Any
) -> None:
    chain, town = chains.first, chains.town
    url = reverse("translations_lifecycle:decisions", args=[chain.fi.pk])
    page_of_decisions = seen(publisher, url)
    assert "svenska: sv: Ryhmä kokoontuu" in page_of_decisions
    assert page_of_decisions.count("<h1") == 1
    assert (
        url
        in publisher.get(reverse("wagtailadmin_pages:edit", args=[chain.fi.pk])).content.decode()
    )
    version = chain.version("sv")
    missing = publisher.post(url, {"version": version.pk, "deed": "expiry", "reason": ""})
    assert missing.status_code == 400
    assert not LeftOut.objects.exists()
    # Nothing is withdrawn: there is nothing to leave it out of.
    live = publisher.post(url, {"version": version.pk, "deed": "live", "reason": WHY})
    assert live.status_code == 400

    page = chain.fi
    page.expire_at = moment = timezone.now() + timedelta(days=2)
    page.save_revision().publish()
    assert chain.sv.expire_at == moment
    publisher.post(url, {"version": version.pk, "deed": "expiry", "reason": WHY})
    assert LeftOut.objects.get().decided_by == town.staff["publisher"]
    assert chain.sv.expire_at is None, "it has its own time again"
    assert chain.version("sv").disagreements == []
    assert WHY in publisher.get(url).content.decode()
    publisher.post(url, {"undo": f"{version.pk}-expiry"})
    assert not LeftOut.objects.exists()
    assert (chain.sv.expire_at, chain.en.expire_at) == (moment, moment)

    translator = client_as("translator.sv")
    for data in ({"version": version.pk, "deed": "expiry", "reason": WHY}, {"undo": "1-expiry"}):
        assert translator.post(url, data).status_code in (302, 403)
    foreign = chains.second.version("sv")
    assert publisher.post(url, {"undo": f"{foreign.pk}-expiry"}).status_code in (302, 403)
    publisher.post(url, {"version": foreign.pk, "deed": "expiry", "reason": WHY})
    assert not LeftOut.objects.exists()


def test_a_withdrawn_pages_version_may_be_let_out_alone(
    chain: Chain, town: Town, publisher: Client
) -> None:
    chain.fi.unpublish()
    url = reverse("translations_lifecycle:decisions", args=[chain.fi.pk])
    version = chain.version("sv")
    publisher.post(url, {"version": version.pk, "deed": "live", "reason": WHY})
    assert chain.live == "", "leaving out publishes nothing"
    chain.sv.save_revision().publish()
    assert chain.live == "sv en"
    publisher.post(url, {"undo": f"{version.pk}-live"})
    assert chain.live == ""

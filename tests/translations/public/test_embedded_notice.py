"""A film in a partner's frame says what readers must know of the version it is shown in."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from campaigns.models import CampaignPage
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.translating import translate
from translations.models import LanguageVersion, LeftOut

pytestmark = pytest.mark.django_db
MARK = "c0ffee00"


@pytest.fixture
def swedish(town) -> CampaignPage:
    """Return the Swedish campaign, as a translation that vouches for its texts."""
    return translate(town.campaigns["fi"], "sv")


def path_of(page: CampaignPage) -> str:
    return str(page.part(MARK).embed_path)


def notice(client: Any, page: CampaignPage) -> Tag | None:
    response = client.get(path_of(page))
    assert "style-src 'self'" in response["Content-Security-Policy"]
    text = response.content.decode()
    assert "<script" not in text
    assert " style=" not in text
    found: Tag | None = BeautifulSoup(text, "html.parser").select_one(".embedded-notice")
    return found


def outdate(town) -> CampaignPage:
    page = CampaignPage.objects.get(pk=town.campaigns["fi"].pk)
    page.slogan = "Kysy rohkeasti"
    page.save_revision().publish()
    return page


def test_an_outdated_version_says_so_and_leads_to_the_newer_one(town, swedish, client):
    assert notice(client, swedish) is None
    original = outdate(town)
    (link,) = notice(client, swedish).select("a")
    assert (link["href"], link["hreflang"]) == (original.full_url, "fi")
    assert (link["target"], link["rel"]) == ("_blank", ["noopener"]), "it leaves the frame"
    assert link.select_one("[lang=fi][dir=ltr]").get_text() == original.title
    assert notice(client, original) is None, "the original is nobody's translation"


def test_a_version_left_in_place_says_that_its_original_is_gone(town, swedish, client):
    CampaignPage.objects.filter(pk=town.campaigns["fi"].pk).update(live=False)
    version = LanguageVersion.objects.get(translation_key=swedish.translation_key)
    version.left_out.create(deed=LeftOut.Deed.LIVE, reason="Gäller fortfarande")
    found = notice(client, swedish)
    assert len(found.select("p")) == 1
    assert not found.select("a")


def test_what_a_machine_translated_is_told(swedish, client):
    version = LanguageVersion.objects.get(translation_key=swedish.translation_key)
    version.shown = [[path, mark, "m"] for path, mark, _kind in version.shown]
    version.save()
    assert len(notice(client, swedish).select("p")) == 1


def test_it_fits_a_phone_and_axe_finds_nothing(town, swedish, open_page):
    outdate(town)
    page = open_page(viewport={"width": 320, "height": 300}, color_scheme="dark")
    page.goto(path_of(swedish))
    assert page.locator(".embedded-notice a").is_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

"""An encounter under its own address: its title, its card, its languages, and never a dead link."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PIL import Image

from campaigns.encounters import mark_of, path_of
from campaigns.models import CampaignPage
from core import share_card_view
from core.freshness import today
from core.languages import say_in
from core.models import SiteSettings
from core.share_cards import CARD_SIZE, card_fingerprint, render_share_card
from tests import films
from tests.factories import VideoFactory, locale
from tests.home.test_query_budgets import queries
from tests.rows import Scene
from tests.scene import Town, build_town
from tests.translating import translate
from videos.models import Video

pytestmark = pytest.mark.django_db
MARK = "c0ffee00"
CARD = {
    "title": "Koulussa",
    "kicker": "Kysy minulta",
    "subtitle": "Opiskelija tapaa rehtorin",
    "site_name": "Kohtaamo",
    "language": "fi",
    "direction": "ltr",
    "key": "page-1",
    "is_film": True,
}


@dataclass
class Translated:
    """The town, and its Finnish campaign, translated into Swedish."""

    town: Town
    campaign: CampaignPage


def build_translated() -> Translated:
    """Build the town, and have its campaign translated as translators do it."""
    town = build_town()
    CampaignPage.objects.filter(locale=town.locales["sv"]).delete()
    del town.campaigns["sv"]
    translate(town.campaigns["fi"], "sv")
    return Translated(town, town.campaigns["fi"])


@pytest.fixture(scope="session")
def kept_translated(keep) -> Scene:
    """The scene ``translated``, built."""
    return keep("translated", build_translated)


@pytest.fixture
def translated(kept_translated, lay_out) -> Translated:
    """The town with a campaign in Finnish and Swedish."""
    return lay_out(kept_translated)


@pytest.fixture
def town(translated) -> Town:
    """The town whose campaign is translated: one scene, whatever a test asks for."""
    return translated.town


@pytest.fixture
def campaign(translated) -> CampaignPage:
    """The Finnish campaign of the town, translated into Swedish."""
    return translated.campaign


def in_swedish(page: CampaignPage) -> CampaignPage:
    return CampaignPage.objects.get(translation_key=page.translation_key, locale=locale("sv"))


def get(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def head(text: str) -> str:
    return text.partition("</head>")[0]


def meta(text: str, name: str) -> str:
    return re.search(rf'<meta property="{name}" content="([^"]*)"', text)[1]


def alternates(text: str) -> dict[str, str]:
    return dict(re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', text))


# The address --------------------------------------------------------------------------------------


def test_works(campaign, client):
    assert campaign.part(MARK).get_url() == f"{campaign.url}koulussa-{MARK}/"
    text = get(client, campaign.part(MARK).get_url())
    for word in ("Koulussa", "Opiskelija tapaa rehtorin", "<video", "Mitä sinä olisit vastannut?"):
        assert word in text
    assert f'href="{campaign.url}"' in text, "the way back to the campaign"


@pytest.mark.parametrize("words", ["vanha-otsikko-", "x-", "", "deadbeef-"])
def test_old_or_wrong_words_lead_to_the_present_address_for_good(campaign, client, words):
    response = client.get(f"{campaign.url}{words}{MARK}/")
    assert response.status_code == 301
    assert response["Location"] == f"{campaign.url}koulussa-{MARK}/"


@pytest.mark.parametrize(
    "path", ["koulussa-00000000/", "00000000/", "koulussa/", f"koulussa-{MARK}0/", f"{MARK}/x/"]
)
def test_what_the_campaign_does_not_have_is_not_found(campaign, client, path):
    assert client.get(f"{campaign.url}{path}").status_code == 404


def test_a_new_heading_keeps_the_old_address_alive(campaign, client):
    old = campaign.part(MARK).get_url()
    campaign.encounters[0].value["title"] = "Lukiossa"
    campaign.save_revision().publish()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, f"{campaign.url}lukiossa-{MARK}/")


def test_a_heading_without_latin_letters_has_an_address_too(campaign, client):
    campaign.encounters[0].value["title"] = "في المدرسة"
    campaign.save_revision().publish()
    assert path_of("في المدرسة", MARK) == f"{MARK}/"
    assert "في المدرسة" in get(client, f"{campaign.url}{MARK}/")


@pytest.mark.parametrize("identifier", [None, "", "film-one", "12345", "zzzzzzzz-0000"])
def test_a_block_without_a_usual_id_has_no_mark(identifier):
    assert mark_of(identifier) == ""


def test_a_film_whose_rights_have_ended_has_no_address_card_or_frame_left(campaign, client):
    part = campaign.part(MARK)
    card = meta(head(get(client, part.get_url())), "og:image")
    Video.objects.update(rights_until=today() - timedelta(days=1))
    for path in (part.get_url(), part.embed_path, card.partition("testserver")[2] or card):
        path = re.sub(r"^https?://[^/]+", "", path)
        assert client.get(path).status_code == 404, path


def test_an_unpublished_campaign_takes_its_encounters_with_it(campaign, client):
    path = campaign.part(MARK).get_url()
    campaign.unpublish()
    assert client.get(path).status_code == 404


# Its head -----------------------------------------------------------------------------------------


def test_its_head_is_its_own(campaign, client):
    part = campaign.part(MARK)
    text = head(get(client, part.get_url()))
    assert re.search(r"<title>Koulussa – ", text)
    assert meta(text, "og:title") == "Koulussa"
    assert meta(text, "og:description").startswith("Opiskelija tapaa rehtorin. Opiskelija kertoo")
    assert meta(text, "og:url") == part.full_url
    assert f'<link rel="canonical" href="{part.full_url}">' in text
    assert f'name="description" content="{meta(text, "og:description")}"' in text


def test_its_versions_are_the_same_encounter_in_other_languages_both_ways(campaign, client):
    swedish = in_swedish(campaign)
    own, other = campaign.part(MARK), swedish.part(MARK)
    assert other.path == f"sv-koulussa-{MARK}/"
    english = CampaignPage.objects.get(locale=locale("en")).part(MARK)
    for part in (own, other):
        links = alternates(head(get(client, part.get_url())))
        assert links == {
            "fi": own.full_url,
            "sv": other.full_url,
            "en": english.full_url,
            "x-default": own.full_url,
        }
        for address in links.values():
            assert client.get(re.sub(r"^https?://[^/]+", "", address)).status_code == 200


def test_a_language_without_the_encounter_says_so_and_leads_to_its_campaign(campaign, client):
    swedish = in_swedish(campaign)
    swedish.encounters = []
    swedish.save_revision().publish()
    text = get(client, campaign.part(MARK).get_url())
    assert set(alternates(head(text))) == {"fi", "en", "x-default"}
    switch = text[text.index('aria-labelledby="LanguagesLabel"') :].partition("</nav>")[0]
    assert f'href="{swedish.url}"' in switch
    assert str(say_in("sv", "This page is not available in this language.")) in switch
    assert "sv-koulussa" not in text


def test_the_breadcrumbs_go_through_the_campaign(campaign, client):
    text = get(client, campaign.part(MARK).get_url())
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    nodes = {node["@type"]: node for node in json.loads(found[1])["@graph"]}
    steps = nodes["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps][-3:] == ["Kampanjat", "Kysy minulta", "Koulussa"]
    assert steps[-1]["item"] == campaign.part(MARK).full_url
    crumbs = text[text.index('class="crumbs"') :].partition("</nav>")[0]
    assert f'href="{campaign.url}"' in crumbs


def test_the_main_entity_for_machines_is_the_film(campaign, client):
    text = get(client, campaign.part(MARK).get_url())
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    nodes = {node["@type"]: node for node in json.loads(found[1])["@graph"]}
    page = nodes["WebPage"]
    assert page["mainEntity"]["@type"] == "VideoObject"
    assert page["url"] == campaign.part(MARK).full_url
    assert page["isPartOf"]["@id"] == campaign.full_url
    assert page["inLanguage"] == "fi"


def test_the_sitemap_names_each_encounter_with_its_versions(campaign, client):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  (our own output)
    urls = {url.find(f"{space}loc").text: url for url in tree.iter(f"{space}url")}
    part, swedish = campaign.part(MARK), in_swedish(campaign).part(MARK)
    assert {part.full_url, swedish.full_url} <= set(urls)
    links = {
        link.get("hreflang"): link.get("href")
        for link in urls[part.full_url].iter("{http://www.w3.org/1999/xhtml}link")
    }
    assert links["sv"] == swedish.full_url


def test_an_encounter_costs_no_more_with_30_others(campaign, client):
    def fill(number: int) -> list[str]:
        campaign.encounters = [
            films.encounter(campaign_film(), block_id=f"{n:08x}-0000-4000-8000-0000")
            for n in range(1, number + 1)
        ]
        campaign.save_revision().publish()
        page = CampaignPage.objects.get(pk=campaign.pk)
        return queries(client, page.part("00000001").get_url())

    def campaign_film() -> Video:
        video = VideoFactory()
        films.with_rendition(video)
        return video

    few, many = fill(3), fill(30)
    assert len(few) == len(many), "\n".join(sql[:200] for sql in many)
    assert len(many) <= 20, "\n".join(sql[:200] for sql in many)


# Its card -----------------------------------------------------------------------------------------


def card_of(client, campaign, mark: str = MARK) -> str:
    address = meta(head(get(client, campaign.part(mark).get_url())), "og:image")
    return re.sub(r"^https?://[^/]+", "", address)


def test_its_card_is_drawn_once_and_has_the_size_networks_ask_for(campaign, client, monkeypatch):
    drawn = []
    draw = share_card_view.render_share_card
    monkeypatch.setattr(
        share_card_view, "render_share_card", lambda **given: drawn.append(given) or draw(**given)
    )
    path = card_of(client, campaign)
    response = client.get(path)
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == CARD_SIZE
    assert client.get(path).content == response.content
    (given,) = drawn
    assert (given["title"], given["subtitle"]) == ("Koulussa", "Opiskelija tapaa rehtorin")
    assert given["kicker"] == "Kysy minulta"
    assert given["is_film"]
    assert given["photo"] is not None, "the poster of the film"


def test_its_card_is_not_its_campaigns(campaign, client):
    page = meta(head(get(client, campaign.url)), "og:image")
    assert not page.endswith(card_of(client, campaign))


def test_an_old_address_of_its_card_leads_to_the_present_one(campaign, client):
    response = client.get(f"/share-card/{campaign.pk}/{MARK}/0123456789abcdef.png")
    assert response.status_code == 302
    assert response["Location"] == card_of(client, campaign)
    assert client.get(f"/share-card/{campaign.pk}/00000000/{'0' * 16}.png").status_code == 404


@pytest.mark.parametrize("field", ["title", "people"])
def test_its_card_gets_a_new_address_with_new_words(campaign, client, field):
    before = card_of(client, campaign)
    campaign.encounters[0].value[field] = "Jotain muuta"
    campaign.save_revision().publish()
    campaign = CampaignPage.objects.get(pk=campaign.pk)
    assert card_of(client, campaign) != before


def test_who_meets_whom_stays_off_a_card_in_another_language(campaign):
    swedish = in_swedish(campaign)
    assert swedish.part(MARK).card_subtitle == "sv: Opiskelija tapaa rehtorin"
    path = swedish.part(MARK).at["people"]
    CampaignPage.objects.filter(pk=swedish.pk).update(untranslated=[path], source_language="fi")
    assert CampaignPage.objects.get(pk=swedish.pk).part(MARK).card_subtitle == ""


@pytest.mark.parametrize("change", [{"subtitle": "Toinen"}, {"is_film": False}], ids=str)
def test_the_fingerprint_changes_with_what_is_new_on_the_card(change):
    assert card_fingerprint(**CARD) != card_fingerprint(**{**CARD, **change})


def opened(**changes) -> Image.Image:
    png = render_share_card(**{**CARD, **changes})
    return Image.open(io.BytesIO(png)).convert("RGB")


LONG = "Yhdenvertaisuussuunnitelmatyöryhmäkokouspöytäkirjaluonnos " * 4


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("title", ["Koulussa", LONG, "في المدرسة"])
@pytest.mark.parametrize("subtitle", ["Opiskelija tapaa rehtorin", LONG, "طالب يلتقي المديرة"])
def test_title_and_subtitle_never_run_into_the_mark_or_the_picture(title, subtitle, direction):
    given = {"title": title, "subtitle": subtitle, "direction": direction}
    card = opened(**given)
    empty = opened(title="", subtitle="", direction=direction)
    margin = (0, 0, 60, 630) if direction == "ltr" else (1140, 0, 1200, 630)
    gutter = (690, 0, 742, 630) if direction == "ltr" else (458, 0, 510, 630)
    foot = (60, 526, 690, 536) if direction == "ltr" else (510, 526, 1140, 536)
    for box in (margin, gutter, foot):
        pairs = zip(
            card.crop(box).convert("L").tobytes(),
            empty.crop(box).convert("L").tobytes(),
            strict=True,
        )
        assert sum(abs(a - b) > 12 for a, b in pairs) == 0, box


def test_the_sign_for_playing_is_drawn_on_a_film_alone():
    disc = (1200 - 228 - 50, 315)
    assert opened().getpixel(disc)[0] > 240
    assert opened().getpixel(disc) != opened(is_film=False, photo=None).getpixel(disc)


def test_the_brand_colour_changes_its_address_too(campaign, client, town):
    before = card_of(client, campaign)
    chosen, _created = SiteSettings.objects.get_or_create(site=town.site)
    chosen.brand_colour = "#552200"
    chosen.save()
    from django.core.cache import cache

    cache.clear()
    assert card_of(client, campaign) != before

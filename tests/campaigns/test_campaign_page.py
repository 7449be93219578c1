"""A campaign as a resident meets it: films first, then where, whom to ask, and who is behind it."""

from __future__ import annotations

import io
import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from campaigns.models import (
    CampaignContact,
    CampaignMaterial,
    CampaignNews,
    CampaignPage,
    CampaignPlace,
)
from core.freshness import today
from home.models import HomePagePromotion
from tests import films
from tests.factories import (
    AttachmentFactory,
    CampaignPageFactory,
    ContactPersonFactory,
    NewsPageFactory,
    PhotographFactory,
    VideoFactory,
)
from tests.home.test_query_budgets import queries
from tests.scene import every_block
from tests.translating import translate
from videos.models import Video

pytestmark = pytest.mark.django_db


def shown(client, page) -> str:
    """Return the HTML a reader gets."""
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def main(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def json_ld(text: str) -> dict:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    return {node["@type"]: node for node in json.loads(found[1])["@graph"]}


def film(**fields) -> Video:
    video = VideoFactory(**fields)
    films.with_rendition(video)
    return video


def fill(page: CampaignPage, number: int) -> CampaignPage:
    """Give the campaign so many encounters, each with a film and a poster of its own."""
    page.encounters = [
        films.encounter(film(), title=f"Kohtaaminen {n}", block_id=f"{n:08x}-0000-4000-8000-0000")
        for n in range(1, number + 1)
    ]
    page.save_revision().publish()
    return CampaignPage.objects.get(pk=page.pk)


def test_works(town, client):
    text = main(shown(client, town.campaigns["fi"]))
    for word in (
        "Kysy minulta",
        "Kysy, kuuntele, kerro.",
        "Yhdessä kunnassa",
        "Opiskelija tapaa rehtorin",
        "Lukion aula",
        "<video",
        "Mitä sinä olisit vastannut?",
        "Kaupunginkirjasto",
        "Esimerkkikatu 1",
        "CSV",
        "Aino Esimerkki",
        "Esimerkkikunta",
        "Euroopan unionin osarahoittama",
    ):
        assert word in text, word


def test_the_film_comes_first(town, client):
    text = main(shown(client, town.campaigns["fi"]))
    assert text.index("<h1") < text.index("<video") < text.index("Kaupunginkirjasto")
    assert text.index("<video") < text.index("Asukkaat kokoontuivat")


def test_without_films_and_image_it_has_its_drawn_picture(town, client):
    page = CampaignPageFactory(parent=town.campaign_indexes["fi"])
    text = main(shown(client, page))
    assert "<video" not in text
    assert "meet-frame" in text


def test_the_encounters_follow_one_another_and_each_can_be_jumped_to(town, client):
    page = fill(town.campaigns["fi"], 3)
    text = main(shown(client, page))
    for one in page.shown_encounters[1:]:
        assert f'href="#{one.anchor}"' in text
        assert text.count(f'id="{one.anchor}"') == 1
    assert len(re.findall(r"<video", text)) == 3
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_the_same_film_in_two_encounters_has_two_players_with_their_own_ids(town, client):
    page = town.campaigns["fi"]
    page.encounters = [films.encounter(town.video, title=title) for title in ("Aamulla", "Illalla")]
    page.save_revision().publish()
    ids = re.findall(r'\sid="([^"]+)"', shown(client, page))
    assert len(ids) == len(set(ids))


# When it runs -------------------------------------------------------------------------------------


def at(monkeypatch, *moment: int) -> None:
    """Set the clock, in UTC."""
    now = datetime(*moment, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)


def test_its_state_is_told_in_words_with_the_day(town, client):
    for start, end, state in ((1, 9, "coming"), (-9, 1, "running"), (-9, -1, "past")):
        CampaignPage.objects.filter(pk=town.campaigns["fi"].pk).update(
            starts_on=today() + timedelta(days=start), ends_on=today() + timedelta(days=end)
        )
        chip = re.search(
            r'<p class="state state-(\w+)">(.*?)</p>', shown(client, town.campaigns["fi"]), re.S
        )
        assert chip[1] == state
        assert re.search(r"\d{4}", chip[2])


def test_its_state_changes_at_midnight_in_finland_and_no_copy_is_kept_beyond(
    town, client, monkeypatch
):
    page = town.campaigns["fi"]
    # The clocks go back on the 25th of October 2026: that day has 25 hours.
    CampaignPage.objects.filter(pk=page.pk).update(
        starts_on=date(2026, 10, 1), ends_on=date(2026, 10, 25)
    )
    at(monkeypatch, 2026, 10, 25, 21, 59, 30)
    response = client.get(page.url)
    assert "state-running" in response.content.decode()
    assert response["Cache-Control"] == "max-age=30"
    at(monkeypatch, 2026, 10, 25, 22, 0, 0)
    response = client.get(page.url)
    assert "state-past" in response.content.decode()
    assert not response.has_header("Cache-Control")


def test_a_campaign_that_ends_before_it_begins_is_refused(town):
    page = town.campaigns["fi"]
    page.starts_on, page.ends_on = date(2026, 3, 2), date(2026, 3, 1)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert set(refused.value.message_dict) == {"ends_on"}
    page.ends_on = date(2026, 3, 2)
    page.full_clean()


# What it lists ------------------------------------------------------------------------------------


def test_files_in_the_readers_language_come_first_and_each_says_what_it_is(town, client):
    page = town.campaigns["sv"]
    for title, code in (("Juliste", "fi"), ("Affisch", "sv")):
        CampaignMaterial.objects.create(
            page=page, document=AttachmentFactory(title=title, language=code)
        )
    text = main(shown(client, page))
    assert text.index("Affisch") < text.index("Juliste")
    assert re.search(r"Affisch.*?CSV.*?svenska", text, re.S)


def test_news_about_it_are_shown_in_the_readers_language_and_drafts_never(town, client):
    page = town.campaigns["sv"]
    draft = NewsPageFactory(parent=town.indexes["fi"], title="Luonnos", live=False)
    for item in (town.items["fi"], draft):
        CampaignNews.objects.create(source=page, page=item)
    text = main(shown(client, page))
    assert town.items["sv"].title in text
    assert town.items["fi"].title not in text
    assert "Luonnos" not in text


def test_only_news_can_be_chosen_as_news(town):
    (panel,) = CampaignNews.panels
    assert panel.page_type == "news.NewsPage"


def test_a_past_contact_person_is_not_shown_and_the_editor_is_told(town, client):
    page = town.campaigns["fi"]
    town.person.valid_until = today() - timedelta(days=1)
    town.person.save()
    assert "Aino Esimerkki" not in main(shown(client, page))
    assert "contacts" in {problem.field for problem in page.publication_problems()}


def test_organisers_and_funder_stand_in_the_readers_language(town, client):
    page = town.campaigns["sv"]
    text = main(shown(client, page))
    assert "Exempelkommunen" in text
    assert "Medfinansieras av Europeiska unionen" in text


def test_a_film_whose_rights_have_ended_takes_its_encounter_with_it(town, client):
    page = town.campaigns["fi"]
    Video.objects.filter(pk=town.video.pk).update(rights_until=today() - timedelta(days=1))
    text = main(shown(client, page))
    assert "<video" not in text
    assert "Opiskelija tapaa rehtorin" not in text
    assert page.title in text


# For machines -------------------------------------------------------------------------------------


def test_machines_are_told_its_days_its_films_and_who_is_behind_it(town, client):
    CampaignPage.objects.filter(pk=town.campaigns["fi"].pk).update(
        starts_on=date(2026, 11, 1), ends_on=date(2026, 12, 31)
    )
    page = json_ld(shown(client, town.campaigns["fi"]))["WebPage"]
    assert page["temporalCoverage"] == "2026-11-01/2026-12-31"
    assert page["contributor"] == [{"@type": "Organization", "name": "Esimerkkikunta"}]
    assert page["funder"]["name"] == "EU"
    assert page["about"] == {
        "@type": "Project",
        "name": "Yhdessä kunnassa",
        "url": "https://www.example.org/hanke",
    }
    (video,) = page["video"]
    assert video["@type"] == "VideoObject"


def test_without_an_end_the_time_covered_is_open(town, client):
    page = json_ld(shown(client, town.campaigns["fi"]))["WebPage"]
    assert page["temporalCoverage"] == f"{today().isoformat()}/.."


def test_it_is_found_by_the_words_of_its_encounters(town):
    from django.core.management import call_command

    call_command("update_index", verbosity=0, stdout=io.StringIO())
    assert [page.pk for page in CampaignPage.objects.search("rehtorin")] != []


# Translation --------------------------------------------------------------------------------------


def whole(town) -> CampaignPage:
    """Return the Finnish campaign with everything that can be written in one."""
    page = town.campaigns["fi"]
    page.image, page.image_alt, page.image_caption = PhotographFactory(), "Kaksi ihmistä", "Torilla"
    page.body = every_block(town)
    page.starts_on, page.ends_on = date(2026, 11, 1), date(2026, 12, 31)
    page.save_revision().publish()
    CampaignPage.objects.filter(locale=town.locales["sv"]).delete()
    return CampaignPage.objects.get(pk=page.pk)


def test_every_text_goes_to_the_translator_and_comes_back(town, client):
    page = whole(town)
    swedish = translate(page, "sv")
    (block,) = swedish.encounters
    assert block.id == page.encounters[0].id
    assert block.value["title"] == "sv: Koulussa"
    assert block.value["people"] == "sv: Opiskelija tapaa rehtorin"
    assert block.value["place"] == "sv: Lukion aula"
    assert "sv: " in block.value["text"].source
    assert "<li>sv: Mitä sinä olisit vastannut?</li>" in block.value["questions"].source
    assert block.value["video"] == town.video
    place = swedish.places.get()
    assert (place.name, place.note) == ("sv: Kaupunginkirjasto", "sv: Aulassa")
    assert place.address == "Esimerkkikatu 1, Esimerkkikunta", "an address is a fact"
    assert (swedish.starts_on, swedish.ends_on) == (page.starts_on, page.ends_on)
    assert swedish.slogan == f"sv: {page.slogan}"
    assert swedish.parent_project == "sv: Yhdessä kunnassa"
    assert [link.document for link in swedish.materials.all()] == [town.attachment]
    assert [link.person for link in swedish.contacts.all()] == [town.person]
    assert swedish.funder == town.funder
    assert swedish.untranslated == []
    assert "sv: Koulussa" in main(shown(client, swedish))


def test_what_is_not_translated_yet_says_which_language_it_is_in(town, client):
    page = whole(town)
    swedish = translate(
        page,
        "sv",
        leave=lambda path: path.endswith((".people", ".questions")) or path.startswith("places"),
    )
    identifier = page.encounters[0].id
    key = page.places.get().translation_key
    assert (swedish.source_language, swedish.untranslated) == (
        "fi",
        sorted(
            [
                f"encounters.{identifier}.people",
                f"encounters.{identifier}.questions",
                f"places.{key}.name",
                f"places.{key}.note",
            ]
        ),
    )
    text = main(shown(client, swedish))
    for words in ("Opiskelija tapaa rehtorin", "Kaupunginkirjasto", "Aulassa"):
        assert re.search(rf'lang="fi"[^>]*>(?:<a[^>]*>)?\s*{words}', text), words
    questions = text[text.index("encounter-questions") :]
    assert re.search(r'lang="fi" dir="ltr">.*?Mitä sinä olisit vastannut', questions, re.S)
    assert re.search(r"<h2[^>]*-title\">sv: Koulussa", text), "this one is translated"


# Budgets and rights -------------------------------------------------------------------------------


#: What blocks in the text fetch for themselves: pictures, files, people, films and their stills.
BLOCKS_THAT_ASK = 5


def enrich(town, code: str, blocks: int) -> CampaignPage:
    """Give the campaign everything it can refer to, and the first so many blocks of a text."""
    page = town.campaigns[code]
    page.body = every_block(town)[:blocks]
    for _ in range(3):
        person = ContactPersonFactory(organisation=town.organisation)
        page.contacts.add(CampaignContact(person=person))
    page.related.add(CampaignNews(page=town.items["fi"]))
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_a_full_campaign_costs_at_most_15_queries_with_3_and_with_30_encounters(town, client, code):
    page = enrich(town, code, blocks=5)
    few = queries(client, fill(page, 3).url)
    many = queries(client, fill(page, 30).url)
    assert len(few) == len(many), "\n".join(sql[:200] for sql in many)
    assert len(many) <= 15, "\n".join(sql[:300] for sql in many)
    assert len(set(many)) == len(many), "a query is repeated"


def test_every_block_in_the_text_costs_no_more_than_what_it_fetches(town, client):
    page = enrich(town, "fi", blocks=99)
    asked = queries(client, fill(page, 3).url)
    assert len(asked) <= 15 + BLOCKS_THAT_ASK
    assert len(set(asked)) == len(asked), "a query is repeated"


def test_thirty_places_cost_no_more_than_three(town, client):
    page = town.campaigns["fi"]

    def add(number: int) -> list[str]:
        for n in range(number):
            CampaignPlace.objects.create(page=page, locale=page.locale, name=f"Paikka {n}")
        return queries(client, page.url)

    assert len(add(3)) == len(add(27))


def test_a_campaign_on_the_front_door_has_its_card(town, client):
    home = town.homes["fi"]
    home.promotions.add(HomePagePromotion(page=town.campaigns["fi"]))
    home.save_revision().publish()
    text = main(shown(client, home))
    assert f'href="{town.campaigns["fi"].url}"' in text
    assert town.campaigns["fi"].lead in text


def test_a_campaign_behind_a_password_tells_nothing(town, client):
    page = town.campaigns["fi"]
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    for path in (page.url, page.part("c0ffee00").get_url()):
        text = client.get(path).content.decode()
        assert page.slogan not in text
        assert "Koulussa" not in text


def test_a_preview_has_the_pages_own_head_and_marks_what_is_missing(town):
    page = town.campaigns["fi"]
    page.lead, page.contacts = "", []
    with timezone.override("UTC"):
        text = page.make_preview_request(preview_mode="").content.decode()
    assert f"<title>{page.title} – " in text
    marks = re.search(r'data-missing="([^"]*)"', text)
    assert {"contacts", "lead"} <= set(marks[1].split())

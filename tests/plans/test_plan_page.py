"""The page of a plan: facts, progress in words, goals and actions, what went before and what follows."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.freshness import start_of, today
from home.models import HomePagePromotion
from plans.models import PlanPage, RegionalPlanPage
from tests import factories
from tests.home.test_query_budgets import queries
from tests.plans.full_scene import complete
from tests.plans.scene import goals_of_size, tell

pytestmark = pytest.mark.django_db


def shown(client, page) -> str:
    """Return what a reader gets of the page itself, without soft hyphens."""
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode().replace("\u00ad", "")


def main(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def words(html: str) -> str:
    """Return the text of ``html`` as it is read, with single blanks."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def json_ld(text: str) -> dict:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    return {node["@type"]: node for node in json.loads(found[1])["@graph"]}


def test_a_plan_shows_its_facts_its_progress_and_what_was_told_of_each_action(office, client):
    older = complete(office)
    plan = office.programmes["fi"]
    html = shown(client, plan)
    page, text = main(html), words(main(html))

    # Facts, before the goals.
    for fact in (
        "1. tammikuuta 2024",
        "Kunnanhallitus",
        "KAJ 12/2024",
        "https://example.org/paatos",
        "Yhdenvertaisuuslaki (1325/2014), 5 §",
        "Esimerkkikunta",
        "https://example.org/strategia",
    ):
        assert page.index(fact) < page.index('id="Goals"'), fact
    assert "§&nbsp;12" in page
    assert 'class="state state-in_force"' in page

    # How far it is: of two actions one is done and one delayed, in words beside each bar.
    first = plan.outline.goals[0]
    for part in (page[: page.index('id="Glance"')], page[page.index(f'id="{first.anchor}"') :]):
        bar = part[part.index('class="progress"') :]
        bar = bar[: bar.index("</div>")]
        assert re.match(r".*1\D+2", words(bar))
        assert ("bar-done" in bar, "bar-delayed" in bar, "bar-under_way" in bar) == (
            True,
            True,
            False,
        )
    assert f'href="#{first.anchor}"' in page

    # The action: who, when, the measure with its figures, what was told last and before.
    action = first.actions[0]
    own = page[page.index(f'id="{action.anchor}"') :]
    own = own[: own.index("</article>")]
    order = ("1.1", "Kartoitus", "luettelo", "kartoitettuja yksiköitä", "1 250,50", "1 300")
    told = ("15. tammikuuta 2025", "Valmistui ajallaan.", "<details", "Aloitettiin.")
    read = own.replace("\xa0", " ")
    places = [read.index(piece) for piece in (*order, *told)]
    assert places == sorted(places)
    assert f'href="{office.indexes["fi"].url}"' in own
    assert "action-late" not in own, "it is done"
    second = page[page.index(f'id="{first.actions[1].anchor}"') :]
    assert "action-late" in second[: second.index("</article>")]

    # The change log, newest first; reports, documents, contact, funder, text.
    log = page[page.index('id="Changes"') :]
    days = [log.index(day) for day in ("2025-07-01", "2025-01-15", "2024-02-01")]
    assert days == sorted(days)
    for piece in (
        "Ensin työ.",
        "Ohjelma syntyi yhdessä.",
        "Puolet toimista on käynnissä.",
        office.town.attachment.url,
        office.town.person.email.partition("@")[0],
        office.town.funder.statement,
    ):
        assert piece in page, piece
    assert text.count("Valmistui ajallaan.") == 2

    # What it replaces, the latest first; machines know as well.
    chain = page[page.index('id="Earlier"') :]
    assert chain.index("Ohjelma 2019") < chain.index("Ohjelma 2015")
    report = json_ld(html)["Report"]
    assert report["isBasedOn"]["@id"].endswith(older.url)
    assert report["temporalCoverage"] == f"2024-01-01/{plan.ends_on.isoformat()}"
    assert report["citation"]["name"].startswith("Yhdenvertaisuuslaki")
    assert (report["creativeWorkStatus"], report["reportNumber"]) == ("in_force", "KAJ 12/2024")

    # The emblem of the funder is no smaller than the site's own mark (annex IX of 2021/1060).
    css = client.get(re.search(r'href="(/css/[^"]+\.css)"', html)[1], follow=True).content.decode()
    emblem = re.search(r"\.funder-emblem img ?\{[^}]*block-size: ?([\d.]+)rem", css)[1]
    mark = re.search(r"\.mark ?\{[^}]*block-size: ?([\d.]+)rem", css)[1]
    assert float(emblem) >= float(mark)


def test_an_older_plan_leads_to_the_newer_one_in_its_own_language_if_there_is_one(office, client):
    newer = office.programmes["fi"]
    older = factories.PlanPageFactory(parent=office.indexes["fi"], title="Vanha")
    swedish = factories.PlanPageFactory(
        parent=office.indexes["sv"], title="Gammal", translation_key=older.translation_key
    )
    # The Swedish version is the one that was chosen: versions are one plan.
    newer.replaces = swedish
    newer.save()

    def banner(page) -> str:
        text = main(shown(client, page))
        return text[text.index('class="notice') : text.index('class="plan-head"')]

    assert f'href="{newer.url}"' in banner(older)
    assert "hreflang" not in banner(older)
    assert office.programmes["sv"].url in banner(swedish)
    report = json_ld(shown(client, older))["Report"]
    assert report["creativeWorkStatus"] == "replaced"
    assert report["@reverse"]["isBasedOn"]["@id"].endswith(newer.url)
    # Until the period of the newer one begins, the older one holds.
    PlanPage.objects.filter(pk=newer.pk).update(starts_on=today() + timedelta(days=9))
    assert f'href="{newer.url}"' in banner(older)
    assert "state-in_force" in shown(client, older)
    assert older.changes_at == start_of(today() + timedelta(days=9))
    # Without a Swedish version, to the Finnish one, marked as such.
    office.programmes["sv"].unpublish()
    there = banner(swedish)
    assert f'<a href="{newer.url}" lang="fi" dir="ltr" hreflang="fi">' in there
    # A draft, or one that few may read, does not count.
    PlanPage.objects.filter(pk=newer.pk).update(stage=PlanPage.Stage.CONSULTATION)
    assert "plan-replaced" not in shown(client, older)
    PlanPage.objects.filter(pk=newer.pk).update(stage=PlanPage.Stage.ADOPTED)
    PageViewRestriction.objects.create(
        page=newer, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert "plan-replaced" not in shown(client, older)


def test_plans_that_replace_one_another_in_a_circle_are_shown_all_the_same(office, client):
    one = office.programmes["fi"]
    other = factories.PlanPageFactory(parent=office.indexes["fi"], title="Toinen", replaces=one)
    PlanPage.objects.filter(pk=one.pk).update(replaces=other)
    for page in (one, other, office.indexes["fi"]):
        assert client.get(page.url).status_code == 200


def test_it_ends_at_midnight_and_no_copy_is_kept_beyond(office, client, monkeypatch):
    last = today()
    plan = factories.PlanPageFactory(
        parent=office.indexes["fi"], starts_on=date(2020, 1, 1), ends_on=last
    )
    midnight = start_of(last + timedelta(days=1))
    for seconds, state in ((-20, "in_force"), (0, "ended")):
        moment = midnight + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        response = client.get(plan.url)
        assert f"state-{state}" in response.content.decode()
        if seconds < 0:
            assert response["Cache-Control"] == "max-age=20"
        else:
            assert not response.has_header("Cache-Control"), "nothing is going to change"


def test_it_knows_when_an_action_will_be_late_and_a_workshop_begins(office):
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    day = today()
    plan.goals = goals_of_size(1, 1, ends_on=day.isoformat())
    plan.save()
    assert PlanPage.objects.get(pk=plan.pk).changes_at == start_of(day + timedelta(days=1))
    block = plan.goals[0].value["actions"].bound_blocks[0]
    tell(plan, block.id, "done")
    workshop = plan.shown_workshops.upcoming[0]
    assert PlanPage.objects.get(pk=plan.pk).changes_at == workshop.times.starts_at
    assert isinstance(workshop.times.starts_at, datetime)


def test_out_for_comment_it_says_until_when_and_where(office, client):
    plan = factories.PlanPageFactory(
        parent=office.indexes["fi"],
        stage=PlanPage.Stage.CONSULTATION,
        comments_until=today(),
        comments_url="https://example.org/lausunto",
    )
    text = main(shown(client, plan))
    assert 'href="https://example.org/lausunto"' in text
    assert "state-comment" in text


def test_a_large_plan_costs_as_much_as_a_small_one_and_at_most_20_queries(office, client):
    complete(office)
    plan = office.programmes["fi"]
    text = f'<p><a linktype="page" id="{office.indexes["fi"].pk}">luettelo</a></p>'
    values = {
        "responsible": office.town.organisation.pk,
        "contact": office.town.person.pk,
        "text": text,
    }

    def cost(goals: int, actions: int) -> list[str]:
        plan.goals = goals_of_size(goals, actions, **values)
        plan.save()
        for block in plan.goals:
            for item in block.value["actions"].bound_blocks:
                for state in ("under_way", "done"):
                    tell(plan, item.id, state, note="Kerrottu.")
        return queries(client, plan.url)

    small, large = cost(2, 6), cost(10, 60)
    assert len(small) == len(large), "\n".join(sql[:200] for sql in large)
    # Site, page, chain, surroundings 4; contacts and their titles 2; what was told 1; bodies and
    # persons of actions 2; regional plans and areas 2; links in texts 1; workshops 3; documents and
    # reports 2: 17 in all, and up to three where vocabularies were chosen in another language.
    assert len(large) <= 20, "\n".join(sql[:300] for sql in large)
    assert len(set(large)) == len(large), "a query is repeated"
    swedish = queries(client, office.programmes["sv"].url)
    assert len(set(swedish)) == len(swedish), "a query is repeated in another language"


def test_promoted_on_the_front_page_it_says_its_state_until_that_changes(
    office, client, monkeypatch
):
    home, plan = office.town.homes["fi"], office.programmes["fi"]
    PlanPage.objects.filter(pk=plan.pk).update(ends_on=today())
    other = factories.PlanPageFactory(parent=office.indexes["fi"])
    for page in (plan, other):
        home.promotions.add(HomePagePromotion(page=page))
    home.save_revision().publish()
    asked = queries(client, home.url)
    assert len(set(asked)) == len(asked), "a query is repeated"
    midnight = start_of(today() + timedelta(days=1))
    for seconds, state in ((-20, "in_force"), (0, "ended")):
        moment = midnight + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        response = client.get(home.url)
        page = response.content.decode()
        assert f'href="{plan.url}"' in page
        assert plan.lead in page
        assert f"state-{state}" in page
        assert response.get("Cache-Control") == ("max-age=20" if seconds else None)


def test_a_plan_that_is_being_written_can_be_previewed(office):
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    plan.title, plan.goals = "Uusi nimi", goals_of_size(1, 1)
    text = plan.make_preview_request().content.decode()
    assert "Uusi nimi" in text
    assert "Teko 0" in text
    regional = office.regionals["fi"]
    regional.chosen_goals = office.goal_ids[2:3]
    assert "Osaavat viranomaiset" in regional.make_preview_request().content.decode()
    parent = office.programmes["fi"]
    new = RegionalPlanPage(
        title="Uusi alue", lead="Tekeillä.", starts_on=today(), locale=parent.locale, slug="uusi"
    )
    new.path, new.depth = f"{parent.path}9999", parent.depth + 1
    new.set_url_path(parent)
    assert "Uusi alue" in new.make_preview_request().content.decode()

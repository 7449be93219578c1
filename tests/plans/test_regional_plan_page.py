"""The page of a regional plan: its area, the goals it chose, what is done there."""

from __future__ import annotations

import pytest

from plans.models import PlanPage, RegionalPlanPage
from tests.home.test_query_budgets import queries
from tests.plans.scene import tell
from tests.plans.test_plan_page import json_ld, main, shown

pytestmark = pytest.mark.django_db


def test_it_shows_its_area_its_programme_its_goals_and_its_actions(office, client):
    regional = office.regionals["fi"]
    action = regional.actions[0]
    tell(regional, action.id, "under_way", note="Kahvit on keitetty.")
    html = shown(client, regional)
    page = main(html)
    programme = office.programmes["fi"]
    anchor = programme.outline.goals[0].anchor
    for piece in (
        "Kainuu",
        f'href="{programme.url}"',
        f'href="{programme.url}#{anchor}"',
        "Torikahvit",
        "Kahvit on keitetty.",
        "Tuleva työpaja",
    ):
        assert piece in page, piece
    assert "7 000–10 000" in page.replace("\xa0", " ")
    assert page.count('class="glance-goal"') == 2
    report = json_ld(html)["Report"]
    assert report["spatialCoverage"]["name"] == "Kainuu"
    assert report["isPartOf"]["@id"].endswith(programme.url)


def test_a_goal_the_programme_no_longer_has_is_said_to_be_gone(office, client):
    page = office.regionals["fi"]
    assert 'class="notice' not in main(shown(client, page))
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    kept = [b for b in plan.goals.get_prep_value() if b["id"] != office.goal_ids[1]]
    plan.goals = kept
    plan.save()
    text = main(shown(client, page))
    assert text.count('class="glance-goal"') == 1
    assert 'class="notice' in text
    # Nothing chosen, no area, nothing that is an id: no fault of the page.
    RegionalPlanPage.objects.filter(pk=page.pk).update(chosen_goals=["x", 7, None], area=None)
    assert client.get(page.url).status_code == 200


def test_it_costs_at_most_20_queries_and_repeats_none(office, client):
    for code in ("fi", "sv"):
        asked = queries(client, office.regionals[code].url)
        assert len(asked) <= 20, "\n".join(sql[:200] for sql in asked)
        assert len(set(asked)) == len(asked), "a query is repeated"

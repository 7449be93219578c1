"""A plan as it is read: numbered, in the page's language, with what was told last."""

from __future__ import annotations

from datetime import date

import pytest

from plans.models import PlanPage
from plans.outline import State, outline_of
from tests.plans.scene import action, goal, goals_of_size, tell
from tests.translating import translate

pytestmark = pytest.mark.django_db


def test_it_numbers_goals_and_actions_and_counts_states(office):
    plan = office.programmes["fi"]
    first, second, _third = office.action_ids
    tell(plan, first, "under_way", date(2025, 1, 1))
    tell(plan, first, "done", date(2025, 6, 1), "Kartoitus on tehty.")
    tell(plan, second, "delayed", date(2025, 6, 1))
    outline = outline_of(PlanPage.objects.get(pk=plan.pk))
    assert [action.number for action in outline] == ["1.1", "1.2", "2.1"]
    assert outline.tally.counts == {State.DONE: 1, State.DELAYED: 1, State.NOT_STARTED: 1}
    action = outline.goals[0].actions[0]
    assert [told.state for told in action.history] == [State.DONE, State.UNDER_WAY]
    assert (action.latest.note, action.latest.note_lang) == ("Kartoitus on tehty.", "")
    assert action.responsible == office.town.organisation


def test_what_is_told_in_one_language_holds_in_all_and_says_which_it_is_in(office):
    tell(office.programmes["fi"], office.action_ids[0], "done", note="Tehty.")
    action = next(iter(outline_of(office.programmes["sv"])))
    assert action.state == State.DONE
    assert (action.latest.note, action.latest.note_lang) == ("Tehty.", "fi")
    assert action.responsible.name == "Exempelkommunen"


def test_a_regional_plan_has_the_goals_it_chose_and_its_own_actions(office):
    outline = outline_of(office.regionals["sv"])
    assert [goal.number for goal in outline.goals] == [1, 2]
    assert [action.title for action in outline] == ["Torikahvit"]
    assert outline.lost == 0


def test_a_goal_that_the_programme_no_longer_has_is_lost_and_breaks_nothing(office):
    plan = office.programmes["fi"]
    plan.goals = [
        block for block in plan.goals.get_prep_value() if block["id"] != office.goal_ids[1]
    ]
    plan.save()
    outline = outline_of(office.regionals["fi"])
    assert ([goal.number for goal in outline.goals], outline.lost) == ([1], 1)


@pytest.mark.parametrize(("goals", "actions"), [(2, 6), (10, 60)])
def test_it_costs_the_same_for_a_small_plan_and_a_large_one(
    office, goals, actions, django_assert_max_num_queries
):
    plan = office.programmes["fi"]
    values = {"responsible": office.town.organisation.pk, "contact": office.town.person.pk}
    plan.goals = goals_of_size(goals, actions, **values)
    plan.save()
    for block in plan.goals:
        for item in block.value["actions"].bound_blocks:
            tell(plan, item.id, "done", note="Tehty.")
    page = PlanPage.objects.select_related("locale").get(pk=plan.pk)
    with django_assert_max_num_queries(6):
        assert len(list(outline_of(page))) == actions


def test_a_text_that_is_still_in_the_source_language_says_so_each_for_itself(client, office):
    plan = office.programmes["fi"]
    first = office.action_ids[0]
    plan.goals = [
        goal(
            "Tavoite",
            [action("Teko", first, text="<p>Kuvaus.</p>", measure="kpl"), action("Muu teko")],
            office.goal_ids[0],
        )
    ]
    plan.spearheads = [{"type": "spearhead", "value": {"title": "Kärki", "text": "<p>Ensin.</p>"}}]
    plan.save()
    left = (f"{first}.text", f"{first}.measure", f"goals.{office.goal_ids[0]}.title")
    page = translate(plan, "en", leave=lambda path: path.endswith(left))
    outline = outline_of(page)
    (only,), (one, other) = outline.goals, outline.goals[0].actions
    assert (only.lang, only.text_lang) == ("fi", "")
    assert (one.title, one.lang, one.text_lang, one.measure_lang) == ("en: Teko", "", "fi", "fi")
    assert (other.lang, other.text_lang, other.measure_lang) == ("", "", "")
    data = client.get(f"{page.get_url()}plan.json").json()["goals"][0]
    assert (data["language"], data["text_language"]) == ("fi", "en")
    assert data["actions"][0]["measure_language"] == "fi"

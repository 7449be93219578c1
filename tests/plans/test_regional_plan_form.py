"""The editing form of a regional plan: boxes for the goals of its programme, and what it refuses."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db.models import JSONField, Value
from django.urls import reverse

from core.publishing import PublicationRefused
from plans.models import PlanPage, RegionalPlanPage
from tests import factories
from tests.plans.scene import goal
from tests.plans.sending import plan_form

pytestmark = pytest.mark.django_db
PUBLISH = "action-publish"


def errors(response, name: str) -> str:
    return " ".join(response.context["form"].errors.get(name, []))


def test_a_new_plan_takes_one_to_three_goals_of_the_programme_it_will_stand_under(office, client):
    client.force_login(office.town.staff["admin"])
    programme, ids = office.programmes["fi"], office.goal_ids
    url = reverse("wagtailadmin_pages:add", args=["plans", "regionalplanpage", programme.pk])
    html = client.get(url).content.decode()
    begin = html.index('<fieldset class="goal-boxes"')
    group = html[begin : html.index("</fieldset>", begin)]
    assert "<legend" in group
    assert group.count('type="checkbox"') == 4
    assert '1. <span lang="fi">Rakenteet näkyviksi</span>' in group

    def send(chosen, button=PUBLISH, **given):
        return client.post(url, plan_form(chosen_goals=chosen, button=button, **given))

    area = {"area": str(office.area.pk)}
    assert "4" in errors(send(ids, **area), "chosen_goals")
    assert "4" in errors(send(ids, button="", **area), "chosen_goals"), "not even as a draft"
    assert errors(send([], **area), "chosen_goals")
    assert errors(send([ids[0], str(uuid4())], button="", **area), "chosen_goals")
    assert errors(send([ids[0], "<b>"], button="", **area), "chosen_goals")
    assert errors(send(ids[:1]), "area")
    refused = send(ids[:1], **area, funding_from="500", funding_to="100")
    assert errors(refused, "funding_to")
    assert not RegionalPlanPage.objects.filter(slug="lapin-suunnitelma").exists()

    # In whatever order they are sent, they are kept in the programme's; a draft may have none.
    assert send([ids[2], ids[0]], **area, funding_from="100", funding_to="500").status_code == 302
    made = RegionalPlanPage.objects.get(slug="lapin-suunnitelma")
    assert made.live
    assert made.chosen_goals == [ids[0], ids[2]]
    assert send([], button="", slug="toinen").status_code == 302


def test_a_goal_the_programme_has_dropped_is_shown_marked_and_can_be_left_out(office, client):
    client.force_login(office.town.staff["admin"])
    programme = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    page, ids = office.regionals["fi"], office.goal_ids
    programme.goals = [one for one in programme.goals.get_prep_value() if one["id"] != ids[1]]
    warned = [p for p in programme.publication_problems() if p.field == "goals"]
    assert ["Kainuu" in str(p.message) and not p.blocks for p in warned] == [True]
    programme.save()

    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.get(url).content.decode()
    box = html[html.index("goal-boxes__row--lost") :]
    assert f'value="{ids[1]}"' in box[: box.index("</p>")]
    assert "checked" in box[: box.index("</p>")]

    common = {"title": page.title, "slug": page.slug, "area": str(office.area.pk)}
    keeping = plan_form(chosen_goals=ids[:2], **common)
    assert client.post(url, keeping).status_code == 302, "a draft may keep it"
    refused = client.post(url, plan_form(chosen_goals=ids[:2], button=PUBLISH, **common))
    assert errors(refused, "chosen_goals")
    right = plan_form(chosen_goals=[ids[0]], button=PUBLISH, **common)
    assert client.post(url, right).status_code == 302
    assert RegionalPlanPage.objects.get(pk=page.pk).chosen_goals == [ids[0]]

    for garbage in (None, {"a": 1}, 7, "x", [None, 7, {}], [ids[0], ids[0]]):
        RegionalPlanPage.objects.filter(pk=page.pk).update(
            chosen_goals=Value(garbage, JSONField()), latest_revision=None
        )
        assert client.get(url).status_code == 200, garbage
        assert client.get(page.url).status_code == 200, garbage


def test_no_other_door_lets_a_foreign_goal_through(office):
    other = factories.PlanPageFactory(parent=office.indexes["fi"], goals=[goal("Muu")])
    page = RegionalPlanPage.objects.get(pk=office.regionals["fi"].pk)
    page.move(PlanPage.objects.get(pk=other.pk), pos="last-child")
    moved = RegionalPlanPage.objects.get(pk=page.pk)
    with pytest.raises(PublicationRefused):
        moved.save_revision().publish()
    with pytest.raises(PublicationRefused):
        moved.copy(update_attrs={"slug": "kopio"}, keep_live=True)

"""The areas of a programme: which goals they chose, how many chose each, where they are."""

from __future__ import annotations

import pytest
from wagtail.models import PageViewRestriction

from plans.models import PlanPage, RegionalPlanPage
from plans.programme import area_table
from tests.plans.full_scene import area, regional_plan
from tests.plans.test_plan_page import main, shown, words

pytestmark = pytest.mark.django_db


def test_the_table_marks_what_each_area_chose_and_counts_it(office, client):
    regional_plan(office, "01", office.goal_ids[1:3])
    regional_plan(office, "etno-ita-suomi", ["nothing", *office.goal_ids[:1]])
    area(office, "12")
    hidden = regional_plan(office, "etno-lappi", office.goal_ids[:3])
    PageViewRestriction.objects.create(
        page=hidden, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    table = area_table(plan, plan.outline.goals)
    assert [(row.name, row.marks) for row in table.rows] == [
        ("Itä-Suomi", [True, False, False, False]),
        ("Kainuu", [True, True, False, False]),
        ("Uusimaa", [False, True, True, False]),
    ]
    assert table.counts == [2, 2, 1, 0]
    assert [one.kind for one in table.maps] == ["etno", "region"]
    # From north to south; an area without a plan is only a name.
    regions = [tile for tile in table.maps[1].tiles if tile.name in ("Kainuu", "Uusimaa")]
    assert [tile.name for tile in regions] == ["Kainuu", "Uusimaa"]
    without = [tile for tile in table.maps[1].tiles if tile.name == "Pohjois-Karjala"]
    assert [tile.plan for tile in without] == [None]

    page = main(shown(client, plan))
    both = page[page.index('id="Areas"') : page.index("</table>")]
    cells = both[both.index("<tbody") : both.index("</tbody>")]
    assert cells.count('scope="row"') == 3
    assert both[: both.index("<tbody")].count('scope="col"') == 5
    assert cells.count("icon") == 5
    # Said, not only drawn: each cell has its words.
    marks = [words(cell) for cell in cells.split("<td>")[1:]]
    assert len(marks) == 12
    assert all(any(sign.isalpha() for sign in mark) for mark in marks)
    assert 'tabindex="0"' in both
    assert "<caption" in both
    assert 'class="tile-c4 tile-r2"' in both
    assert 'dir="ltr"' in both


def test_an_area_without_a_name_in_the_language_is_shown_as_it_was_chosen(office, client):
    plan = office.programmes["sv"]
    table = area_table(PlanPage.objects.get(pk=plan.pk), plan.outline.goals)
    assert len(table.rows) == 1
    assert table.rows[0].name in ("Kainuu", "Kajanaland")
    assert (table.rows[0].name == "Kainuu") == (table.rows[0].lang == "fi")
    # A plan without an area goes by its own title.
    RegionalPlanPage.objects.filter(pk=office.regionals["sv"].pk).update(area=None)
    table = area_table(PlanPage.objects.get(pk=plan.pk), plan.outline.goals)
    assert [row.name for row in table.rows] == [office.regionals["sv"].title]
    assert table.maps == []


def test_a_plan_without_areas_has_no_table(office, client):
    RegionalPlanPage.objects.filter(pk=office.regionals["fi"].pk).update(live=False)
    plan = PlanPage.objects.get(pk=office.programmes["fi"].pk)
    assert area_table(plan, plan.outline.goals).rows == []
    assert 'id="Areas"' not in shown(client, plan)

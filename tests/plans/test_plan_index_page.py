"""The list of plans: in force first, earlier ones last and in pages, narrowed by kind, unit and year."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.freshness import start_of, today
from plans.models import PlanPage
from tests.factories import PlanPageFactory
from tests.home.test_query_budgets import queries

pytestmark = pytest.mark.django_db

Stage = PlanPage.Stage


def add(office, title: str, start: int = -10, end: int | None = None, **fields) -> PlanPage:
    """Add a plan that begins and ends so many days from today."""
    day = today()
    return PlanPageFactory(
        parent=office.indexes["fi"],
        title=title,
        starts_on=day + timedelta(days=start),
        ends_on=None if end is None else day + timedelta(days=end),
        **fields,
    )


def shown(client, office, query: str = "") -> str:
    response = client.get(f"{office.indexes['fi'].url}{query}")
    assert response.status_code == 200, query
    text = response.content.decode().replace("\u00ad", "")
    return text[text.index("<main") : text.index("</main>")]


def titles(text: str) -> list[str]:
    """Return the titles of the cards, in their order."""
    return re.findall(r'class="card-heading"><a [^>]*>([^<]+)</a>', text)


def test_plans_stand_by_state_and_say_it_in_words(office, client):
    old = add(office, "Korvattu")
    add(office, "Uusi", -5, replaces=old)
    add(office, "Päättynyt", -20, -1)
    add(office, "Lopetettu", -30, stage=Stage.ENDED)
    add(office, "Tulossa myöhemmin", 60)
    add(office, "Tulossa pian", 3)
    add(office, "Lausunnoilla", 30, stage=Stage.CONSULTATION, comments_until=today())
    add(office, "Tekeillä", 30, stage=Stage.DRAFT)
    add(office, "Luonnossivu", live=False)
    secret = add(office, "Salainen")
    PageViewRestriction.objects.create(
        page=secret, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    text = shown(client, office)
    assert titles(text) == [
        "Uusi",
        office.programmes["fi"].title,
        "Lausunnoilla",
        "Tulossa pian",
        "Tulossa myöhemmin",
        "Tekeillä",
        "Korvattu",
        "Päättynyt",
        "Lopetettu",
    ]
    assert re.findall(r'class="state state-(\w+)"', text) == [
        *["in_force"] * 2,
        "comment",
        *["coming"] * 2,
        "draft",
        "replaced",
        *["ended"] * 2,
    ]


def test_it_is_narrowed_by_kind_unit_and_year(office, client):
    town = office.town
    PlanPageFactory(
        parent=office.indexes["fi"],
        title="Vanha esteettömyys",
        kind="accessibility",
        starts_on=date(2015, 1, 1),
        ends_on=date(2017, 12, 31),
    )
    add(office, "Osallisuus", kind="participation", responsible_unit=town.organisation)
    assert titles(shown(client, office, "?kind=accessibility")) == ["Vanha esteettömyys"]
    assert titles(shown(client, office, "?year=2016")) == ["Vanha esteettömyys"]
    unit = f"?organisation={town.organisation.slug}"
    assert set(titles(shown(client, office, unit))) == {
        "Osallisuus",
        office.programmes["fi"].title,
    }
    assert titles(shown(client, office, f"{unit}&kind=participation")) == ["Osallisuus"]
    empty = shown(client, office, f"{unit}&year=2016")
    assert 'class="empty"' in empty
    assert titles(empty) == []
    form = shown(client, office, "?kind=accessibility&year=2016")
    assert re.search(r'<option value="accessibility" selected', form)
    assert re.search(r'<option value="2016" selected', form)
    address = office.indexes["fi"].url
    for wrong in ("kind=x", "organisation=x", "organisation=%00", "year=x", "year=99", "year=3000"):
        assert client.get(f"{address}?{wrong}").status_code == 404, wrong


def test_earlier_ones_come_in_pages_and_current_ones_stand_on_the_first_alone(office, client):
    for number in range(14):
        add(office, f"Mennyt {number:02}", -100 + number, -50)
    first, second = shown(client, office), shown(client, office, "?page=2")
    assert (len(titles(first)), len(titles(second))) == (13, 2)
    assert not set(titles(first)) & set(titles(second))
    assert shown(client, office, "?page=99") == second
    assert shown(client, office, "?page=abc") == first


def test_an_empty_list_says_so(office, client):
    office.programmes["fi"].unpublish()
    assert 'class="empty"' in shown(client, office)


def test_a_plan_moves_among_the_earlier_ones_at_midnight(office, client, monkeypatch):
    add(office, "Viimeinen päivä", -3, 0)
    index, midnight = office.indexes["fi"].url, start_of(today() + timedelta(days=1))
    for seconds, is_earlier in ((-20, False), (0, True)):
        moment = midnight + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        response = client.get(index)
        assert ('id="Plans-earlier"' in response.content.decode()) is is_earlier
        assert response.get("Cache-Control") == (None if is_earlier else "max-age=20")


def test_the_list_costs_the_same_with_3_and_with_30_plans_and_at_most_15_queries(office, client):
    unit = office.town.organisation

    def fill(*numbers: int) -> None:
        for n in numbers:
            add(office, f"Nyt {n}", -n, n, responsible_unit=unit)
            old = add(office, f"Mennyt {n}", -30 - n, -20, kind="accessibility")
            add(office, f"Tulossa {n}", n + 1, replaces=old)

    fill(0)
    few = queries(client, office.indexes["fi"].url)
    fill(*range(1, 10))
    many = queries(client, office.indexes["fi"].url)
    assert len(few) == len(many), "\n".join(sql[:200] for sql in many)
    # Site, page, surroundings 3; plans and chain 2; cards and their images 3; units 1.
    assert len(many) <= 15, "\n".join(sql[:200] for sql in many)
    assert len(set(many)) == len(many), "a query is repeated"

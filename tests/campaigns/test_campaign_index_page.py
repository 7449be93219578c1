"""The list of campaigns: what runs, what is to come, what has been."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.freshness import today
from tests.factories import CampaignPageFactory
from tests.home.test_query_budgets import queries

pytestmark = pytest.mark.django_db


def add(town, title: str, start: int, end: int | None = None, **fields):
    """Add a campaign that begins and ends so many days from today."""
    day = today()
    return CampaignPageFactory(
        parent=town.campaign_indexes["fi"],
        title=title,
        starts_on=day + timedelta(days=start),
        ends_on=None if end is None else day + timedelta(days=end),
        **fields,
    )


def shown(client, town, query: str = "") -> str:
    response = client.get(f"{town.campaign_indexes['fi'].url}{query}")
    assert response.status_code == 200
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


def test_works(town, client):
    text = shown(client, town)
    assert town.campaigns["fi"].title in text
    assert "Kysy, kuuntele, kerro." in text


def test_running_ones_come_first_newest_first_then_the_next_to_begin_then_the_past(town, client):
    add(town, "Mennyt vanha", -90, -60)
    add(town, "Tulossa myöhemmin", 60)
    add(town, "Mennyt uusi", -50, -1)
    add(town, "Tulossa pian", 1, 3)
    add(town, "Käynnissä vanha", -5, 0)
    text = shown(client, town)
    running = town.campaigns["fi"].title
    assert order(
        text,
        running,
        "Käynnissä vanha",
        "Tulossa pian",
        "Tulossa myöhemmin",
        "Mennyt uusi",
        "Mennyt vanha",
    )


def test_past_ones_come_in_pages_and_current_ones_stand_on_the_first_alone(town, client):
    for number in range(14):
        add(town, f"Mennyt {number:02}", -100 + number, -50)
    running = town.campaigns["fi"].title
    first, second = shown(client, town), shown(client, town, "?page=2")
    assert (running in first, running in second) == (True, False)
    assert len(re.findall("Mennyt", first)) == 12
    assert len(re.findall("Mennyt", second)) == 2
    assert shown(client, town, "?page=99") == second
    assert shown(client, town, "?page=abc") == first


def test_a_list_without_campaigns_says_so(town, client):
    town.campaigns["fi"].unpublish()
    assert 'class="empty"' in shown(client, town)


def test_drafts_and_restricted_campaigns_are_not_listed(town, client):
    add(town, "Luonnos", 0, live=False)
    restricted = add(town, "Salainen", 0)
    PageViewRestriction.objects.create(
        page=restricted, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    text = shown(client, town)
    assert "Luonnos" not in text
    assert "Salainen" not in text


def test_a_campaign_moves_among_the_past_at_midnight_and_no_copy_is_kept_beyond(
    town, client, monkeypatch
):
    add(town, "Viimeinen päivä", -3, 0)
    last = today()
    index = town.campaign_indexes["fi"].url
    midnight = datetime(last.year, last.month, last.day, tzinfo=timezone.get_default_timezone())
    midnight = (midnight + timedelta(days=1)).astimezone(UTC)
    heading = re.compile(r"id=\"Past\"")
    for seconds, is_past in ((-20, False), (0, True)):
        moment = midnight + timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        response = client.get(index)
        assert bool(heading.search(response.content.decode())) is is_past
        if not is_past:
            assert response["Cache-Control"] == "max-age=20"
        else:
            assert not response.has_header("Cache-Control"), "nothing is going to change"


def test_the_list_costs_the_same_with_3_and_with_30_campaigns_and_at_most_15(town, client):
    def fill(*numbers: int) -> None:
        for n in numbers:
            add(town, f"Nyt {n}", -n, n)
            add(town, f"Tulossa {n}", n + 1)
            add(town, f"Mennyt {n}", -30 - n, -20)

    fill(0)
    few = queries(client, town.campaign_indexes["fi"].url)
    fill(*range(1, 10))
    many = queries(client, town.campaign_indexes["fi"].url)
    assert len(few) == len(many), "\n".join(sql[:200] for sql in many)
    assert len(many) <= 15
    assert len(set(many)) == len(many), "a query is repeated"


def test_page_two_of_the_past_is_a_page_of_its_own_for_machines(town, client):
    for number in range(14):
        add(town, f"Mennyt {number:02}", -100 + number, -50)
    text = client.get(f"{town.campaign_indexes['fi'].url}?page=2").content.decode()
    assert re.search(r'rel="canonical" href="[^"]+\?page=2"', text)


def test_the_days_of_a_state_are_written_as_the_language_writes_them(town, client):
    campaign = town.campaigns["fi"]
    type(campaign).objects.filter(pk=campaign.pk).update(
        starts_on=date(2019, 3, 14), ends_on=date(2019, 6, 30)
    )
    assert "30. kesäkuuta 2019" in shown(client, town)

"""The list of workshops as a resident meets it: to come, past, narrowed, and as a calendar."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone
from icalendar import Calendar

from core.moment_field import by_the_clock
from plans.models import RegionalPlanPage, Workshop, WorkshopIndexPage
from plans.workshops.listing import ITEMS_A_PAGE, mark_of
from tests import factories
from tests.plans.scene import workshop

pytestmark = pytest.mark.django_db


def shown(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def events_of(text: str) -> list[dict]:
    """Return the schema.org events of a page."""
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    return [node for node in data["@graph"] if node["@type"] == "Event"]


def test_works(office, client):
    programme, regional = office.programmes["fi"], office.regionals["fi"]
    now = timezone.now()
    first = workshop(
        programme,
        "Avajaiset",
        now + timedelta(days=2),
        ends_at=now + timedelta(days=3),
        town="Kuusamo",
        venue="Kirjasto, Kaiterantie 22",
        online_url="https://video.example.org/huone",
        audience="kaikille kiinnostuneille",
        language="fi, ar",
        sign_up_url="https://lomake.example.org/",
        sign_up_until=now + timedelta(days=1),
    )
    workshop(
        programme,
        "Peruttu paja",
        now + timedelta(days=1),
        is_cancelled=True,
        sign_up_url="https://lomake.example.org/2",
        online_url="https://video.example.org/2",
    )
    text = shown(client, office.workshop_indexes["fi"].url)
    # Soonest first, then the past ones.
    order = ["Peruttu paja", "Avajaiset", "Tuleva työpaja", "Mennyt työpaja"]
    main = text[text.index("<main") :]
    places = [main.index(f">{title}<") for title in order]
    assert places == sorted(places)
    # When and where, for whom, in which languages, and until when one signs up.
    start, article = (
        by_the_clock(first.starts_at),
        re.search(rf'<article[^>]*id="{first.anchor}".*?</article>', text, re.S)[0],
    )
    assert f'href="{programme.url}#{first.anchor}"' in article
    assert re.search(
        rf'<time datetime="{start:%Y-%m-%dT%H:%M}\+0[23]:00">\w+ {start.day}\. ', article
    )
    assert "kaikille kiinnostuneille" in article
    assert '<bdi lang="ar" dir="rtl">العربية</bdi>' in article
    assert article.count('href="https://lomake.example.org/"') == 1
    assert "https://video.example.org/huone" in article
    assert f'href="{programme.url}workshops/{first.mark}.ics"' in article
    # One that was called off says so in words, and asks nobody to sign up or to join.
    assert "https://lomake.example.org/2" not in text
    assert "https://video.example.org/2" not in text
    # Of a regional plan the area is named; the anchor leads to its own page.
    assert f'href="{regional.url}#workshop-' in text
    assert ">Kainuu</span>" in text
    # The versions of other languages are others' affair.
    assert office.regionals["sv"].url not in main
    # Machines are told the same.
    events = {event["name"]: event for event in events_of(text)}
    assert set(events) == set(order)
    assert events["Avajaiset"]["inLanguage"] == ["fi", "ar"]
    assert events["Avajaiset"]["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    assert events["Avajaiset"]["eventStatus"].endswith("/EventScheduled")
    assert events["Avajaiset"]["location"][1]["url"] == "https://video.example.org/huone"
    assert events["Peruttu paja"]["eventStatus"].endswith("/EventCancelled")
    assert "url" not in events["Peruttu paja"]["location"][1]
    assert 'rel="alternate" type="text/calendar"' in text


def test_it_is_narrowed_by_town_area_plan_language_and_time(office, client):
    index, programme = office.workshop_indexes["fi"], office.programmes["fi"]
    now = timezone.now()
    workshop(
        programme, "Verkossa", now + timedelta(days=1), town="", online_url="https://x.example"
    )
    workshop(programme, "Saameksi", now + timedelta(days=2), town="Inari", language="smn, fi")
    other = factories.PlanPageFactory(parent=office.indexes["fi"], title="Toinen suunnitelma")
    workshop(other, "Toisen paja", now - timedelta(days=2), town="kajaani")
    every = {"Verkossa", "Saameksi", "Toisen paja", "Tuleva työpaja", "Mennyt työpaja"}
    mark = mark_of(programme)
    for query, expected in {
        "": every,
        "town=Kajaani": {"Toisen paja", "Tuleva työpaja"},
        "town=%20KAJAANI%20&when=past": {"Toisen paja"},
        "when=upcoming": {"Verkossa", "Saameksi", "Tuleva työpaja"},
        "when=past": {"Toisen paja", "Mennyt työpaja"},
        f"area={office.area.slug}": {"Tuleva työpaja", "Mennyt työpaja"},
        f"plan={mark}": every - {"Toisen paja"},
        "language=smn": {"Saameksi"},
        f"language=smn&area={office.area.slug}": set(),
        "town=&area=&plan=&language=&when=&page=": every,
        "page=99": every,
        "page=x": every,
    }.items():
        text = shown(client, f"{index.url}?{query}")
        assert {event["name"] for event in events_of(text)} == expected, query
    for query in (
        "town=Olematon",
        "town=%00",
        "area=olematon",
        "plan=deadbeef",
        "language=xx",
        "language=smn, fi",
        "when=joskus",
    ):
        assert client.get(f"{index.url}?{quote(query, safe='=')}").status_code == 404, query
    # What is chosen stays chosen, can be taken away, and is a form without script.
    text = shown(client, f"{index.url}?town=Inari&language=smn")
    assert re.search(r'<option value="Inari"[^>]* selected', text)
    assert re.search(r'<option value="smn" selected lang="smn" dir="ltr">anarâškielâ', text)
    assert 'href="?language=smn"' in text
    assert 'href="?town=Inari"' in text
    assert re.search(r'<form[^>]*method="get"', text)
    assert "1 työpaja" in text or "1 workshop" in text


def test_what_is_withdrawn_is_nowhere(office, client):
    regional, programme = office.regionals["fi"], office.programmes["fi"]
    list_url = office.workshop_indexes["fi"].url
    paths = [list_url, f"{list_url}workshops.ics", f"{programme.url}workshops.ics"]
    mark = regional.workshops.first().mark
    own = f"{regional.url}workshops/{mark}.ics"
    assert all("Tuleva työpaja" in shown(client, path) for path in paths)
    regional.view_restrictions.create(restriction_type="login")
    assert not any("työpaja<" in shown(client, path) for path in paths)
    assert not any("Tuleva" in shown(client, path) for path in paths)
    assert client.get(own).status_code == 302
    regional.view_restrictions.all().delete()
    RegionalPlanPage.objects.get(pk=regional.pk).unpublish()
    assert not any("Tuleva" in shown(client, path) for path in paths)
    assert client.get(own).status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_it_costs_the_same_with_3_and_with_30(office, client, count, django_assert_max_num_queries):
    now = timezone.now()
    for number in range(count):
        plan = office.programmes["fi"] if number % 2 else office.regionals["fi"]
        for days in (number + 1, -number - 1):
            values = {"town": f"Kunta {number}", "language": "fi, sv, smn"}
            workshop(plan, f"Paja {days}", now + timedelta(days=days), **values)
    url = office.workshop_indexes["fi"].url
    client.get(url)
    with django_assert_max_num_queries(10):  # page, restrictions, surroundings; plans, rows
        text = shown(client, url)
    assert len(events_of(text)) == count + 1 + min(count + 1, ITEMS_A_PAGE)
    if count == 30:
        second = shown(client, f"{url}?page=2")
        assert len(events_of(second)) == 31 - ITEMS_A_PAGE
        assert 'id="Upcoming"' not in second
        assert "Tuleva työpaja" not in second
    with django_assert_max_num_queries(13):  # Wagtail looks for the page step by step
        assert len(Calendar.from_ical(client.get(f"{url}workshops.ics").content).events) == (
            2 * count + 2
        )


def test_no_cache_keeps_it_past_the_moment_a_workshop_begins(office, client, monkeypatch):
    row = office.regionals["fi"].workshops.get(title="Tuleva työpaja")
    Workshop.objects.filter(pk=row.pk).update(sign_up_url="https://x.example/", sign_up_until=None)
    index = office.workshop_indexes["fi"]
    for seconds, most in ((3600, 60), (30.4, 30), (1, 1)):
        now = row.starts_at - timedelta(seconds=seconds)
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        for path in (index.url, f"{index.url}workshops.ics"):
            control = client.get(path)["Cache-Control"]
            assert int(re.search(r"max-age=(\d+)", control)[1]) == most, path
        assert WorkshopIndexPage.objects.get(pk=index.pk).changes_at == row.starts_at
    monkeypatch.setattr(timezone, "now", lambda: row.starts_at)
    assert "workshop-running" in shown(client, index.url)
    monkeypatch.setattr(timezone, "now", lambda: row.ends_at)
    assert "<article" not in shown(client, index.url)


def test_a_text_that_is_not_translated_says_which_language_it_is_in(office, client):
    plan = office.regionals["sv"]
    row = plan.workshops.get(title="Tuleva työpaja")
    plan.source_language = "fi"
    plan.untranslated = [f"workshops.{row.translation_key}.{name}" for name in ("title", "town")]
    plan.save()
    text = shown(client, office.workshop_indexes["sv"].url)
    assert f'href="{plan.url}#{row.anchor}" lang="fi" dir="ltr">Tuleva työpaja' in text
    assert '<option value="Kajaani" lang="fi" dir="ltr">' in text
    event = Calendar.from_ical(client.get(f"{plan.url}workshops.ics").content).events[-1]
    assert event["SUMMARY"].params["LANGUAGE"] == "fi"
    assert event["LOCATION"].params["LANGUAGE"] == "fi"

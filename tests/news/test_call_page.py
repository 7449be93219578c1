"""A call for participation as a resident meets it, and what its editor is told."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.freshness import today
from news.models import (
    CallDate,
    CallPage,
    CallPageContact,
    CallPageRelated,
    CallPageTheme,
    CallQuestion,
)
from tests.factories import (
    CallPageFactory,
    ContactPersonFactory,
    FunderFactory,
    NewsPageFactory,
    OrganisationFactory,
    PhotographFactory,
    ThemeFactory,
    locale,
)
from tests.home.test_query_budgets import queries
from tests.news.call_scene import call_with_form
from tests.translating import translate

pytestmark = pytest.mark.django_db
#: 16.15 in Finland, on a winter's day.
DEADLINE = datetime(2027, 1, 31, 14, 15, tzinfo=UTC)


@pytest.fixture
def index(call):
    """Return the list of news, empty."""
    index = call.get_parent().specific
    call.delete()
    return index


def at(moment: datetime):
    """Stop the clock at ``moment``."""
    return mock.patch("django.utils.timezone.now", return_value=moment)


def shown(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def problems(page: CallPage) -> dict[str, bool]:
    """Return the fields with problems, and whether each blocks."""
    return {problem.field: problem.blocks for problem in page.publication_problems()}


def full_call(index, rows: int = 1) -> CallPage:
    """Return a call with everything a call can have, ``rows`` of each."""
    call = CallPageFactory(
        parent=index,
        who="<p>Kunnat koko maasta</p>",
        places=10,
        places_unit="kuntaa",
        image=PhotographFactory(),
        image_alt="Ihmisiä pöydän ääressä.",
        organisation=OrganisationFactory(name="Kuntaliitto"),
        funder=FunderFactory(),
        apply_url="https://www.example.org/hae",
        dates=[
            CallDate(
                locale=index.locale,
                what=f"Koulutuspäivä {n}",
                day=date(2027, 3, 1),
                where="Helsinki",
            )
            for n in range(rows)
        ],
    )
    for _number in range(rows):
        CallPageContact.objects.create(page=call, person=ContactPersonFactory())
        CallPageTheme.objects.create(page=call, theme=ThemeFactory())
        CallPageRelated.objects.create(source=call, page=NewsPageFactory(parent=index))
    return call


def test_works(index, client):
    call = full_call(index)
    text = shown(client, call.url)
    for word in (
        call.title,
        "Kunnat koko maasta",
        "10 <span>kuntaa</span>",
        "Koulutuspäivä 0",
        "1. maaliskuuta 2027",
        "Aino Esimerkki",
        "Kuntaliitto",
        "Euroopan unionin osarahoittama",
        'href="https://www.example.org/hae"',
        'href="mailto:haku@example.org"',
    ):
        assert word in text, word
    assert text.index("state-open") < text.index("<picture"), "the facts come first"


def test_the_state_and_the_way_to_apply_follow_the_clock_to_the_second(index, client):
    call = call_with_form(
        index,
        opens_at=DEADLINE - timedelta(days=30),
        closes_at=DEADLINE,
        decided_on=date(2027, 2, 15),
    )
    CallPage.objects.filter(pk=call.pk).update(outcome="<p>Kymmenen valittiin.</p>")
    second = timedelta(seconds=1)
    for moment, state, can_apply in (
        (call.opens_at - second, "coming", False),
        (call.opens_at, "open", True),
        (DEADLINE - second, "open", True),
        (DEADLINE, "closed", False),
        (datetime(2027, 2, 14, 21, 59, 59, tzinfo=UTC), "closed", False),
        (datetime(2027, 2, 14, 22, 0, 0, tzinfo=UTC), "decided", False),
    ):
        with at(moment):
            text = shown(client, call.url)
        assert f"state-{state}" in text, moment
        assert (f'href="{call.url}apply/"' in text) == can_apply, moment
        assert ("Kymmenen valittiin." in text) == (state == "decided"), moment
        assert 'datetime="2027-01-31T16:15+02:00"' in text
        assert "16.15" in text


@pytest.mark.parametrize(
    ("before", "longest"),
    [
        (timedelta(seconds=20), 20),
        (timedelta(milliseconds=700), 0),
        (timedelta(hours=30), 60),
    ],
)
def test_no_cache_keeps_a_call_or_a_list_of_calls_past_a_change(index, client, before, longest):
    call = CallPageFactory(parent=index, closes_at=DEADLINE)
    for address in (call.url, index.url, f"{index.url}calls/"):
        with at(DEADLINE - before):
            control = client.get(address)["Cache-Control"]
        assert f"max-age={longest}" in control, address


def test_the_days_left_change_at_midnight_in_finland(index, client):
    call = CallPageFactory(parent=index, closes_at=DEADLINE)
    midnight = datetime(2027, 1, 29, 22, 0, tzinfo=UTC)
    with at(midnight - timedelta(seconds=5)):
        response = client.get(call.url)
    assert "max-age=5" in response["Cache-Control"]
    with at(midnight):
        tomorrow = shown(client, call.url)
    with at(midnight + timedelta(days=1)):
        on_the_day = shown(client, call.url)
    state = re.compile(r'class="state state-open">\s*(.*?)\s*</p>', re.S)
    said = [state.search(text)[1] for text in (response.content.decode(), tomorrow, on_the_day)]
    assert len(set(said)) == 3
    assert "16.15" in said[1]
    assert "16.15" in said[2]


def test_open_calls_stand_above_the_news_and_those_that_are_over_on_a_page_of_their_own(
    index, client
):
    now = timezone.now()
    theme = ThemeFactory(name="Koulutus", slug="koulutus")
    CallPageFactory(parent=index, title="Sulkeutuu myöhemmin", closes_at=now + timedelta(days=20))
    soon = CallPageFactory(parent=index, title="Sulkeutuu pian", closes_at=now + timedelta(days=2))
    CallPageFactory(
        parent=index,
        title="Tulossa",
        opens_at=now + timedelta(hours=1),
        closes_at=now + timedelta(days=1),
    )
    CallPageFactory(parent=index, title="Ohi", closes_at=now - timedelta(days=1))
    CallPageFactory(parent=index, title="Luonnos", live=False)
    hidden = CallPageFactory(parent=index, title="Salainen")
    PageViewRestriction.objects.create(page=hidden, restriction_type="password", password="x")
    CallPageTheme.objects.create(page=soon, theme=theme)
    news = NewsPageFactory(parent=index, title="Tavallinen uutinen")
    text = shown(client, index.url)
    order = ["Sulkeutuu pian", "Sulkeutuu myöhemmin", "Tulossa", news.title]
    assert [text.index(title) for title in order] == sorted(text.index(title) for title in order)
    for title in ("Ohi", "Luonnos", "Salainen"):
        assert title not in text, title
    narrowed = shown(client, f"{index.url}?theme=koulutus")
    assert "Sulkeutuu pian" in narrowed
    assert "Tulossa" not in narrowed
    every = shown(client, f"{index.url}calls/")
    assert every.index("Tulossa") < every.index("Ohi")
    assert "Salainen" not in every


def test_the_front_door_shows_open_calls_and_no_cache_keeps_it_past_their_deadline(index, client):
    home = index.get_parent()
    assert "OpenCalls" not in shown(client, home.url)
    call = CallPageFactory(parent=index, closes_at=DEADLINE)
    with at(DEADLINE - timedelta(seconds=9)):
        response = client.get(home.url)
    assert call.title in response.content.decode()
    assert "max-age=9" in response["Cache-Control"]
    with at(DEADLINE):
        assert "OpenCalls" not in shown(client, home.url)


@pytest.mark.parametrize("feed", ["atom.xml", "feed.json"])
def test_a_call_is_in_the_feeds_among_the_news_by_date(index, client, feed):
    day = timezone.now()
    for days, make in ((3, NewsPageFactory), (2, CallPageFactory), (1, NewsPageFactory)):
        make(parent=index, title=f"Nro {days}", published_on=day - timedelta(days=days))
    text = client.get(f"{index.url}{feed}").content.decode()
    assert re.findall(r"Nro (\d)", text) == ["1", "2", "3"]


def test_machines_are_told_when_the_page_expires(index, client):
    call = CallPageFactory(parent=index, closes_at=DEADLINE)
    text = client.get(call.url).content.decode()
    graph = json.loads(re.search(r'ld\+json">(.*?)</script>', text, re.S)[1])["@graph"]
    page = next(node for node in graph if node["@type"] == "WebPage")
    assert page["expires"] == "2027-01-31T16:15:00+02:00"


def test_a_call_costs_the_same_with_one_row_of_each_and_with_five_and_at_most_15(index, client):
    few = queries(client, full_call(index).url)
    many = queries(client, full_call(index, 5).url)
    assert len(few) == len(many) <= 15, "\n".join(sql[:200] for sql in many)
    assert len(set(many)) == len(many), "a query is repeated"


def test_the_list_and_the_form_cost_the_same_with_3_and_with_30_rows(index, client):
    call = call_with_form(index)
    costs = []
    for number in (3, 27):
        for n in range(number):
            item = CallPageFactory(parent=index, image=PhotographFactory(), image_alt="Tori.")
            CallPageTheme.objects.create(page=item, theme=ThemeFactory())
            CallQuestion.objects.create(
                page=call,
                locale=call.locale,
                label=f"Kysymys {number}-{n}",
                field_type="singleline",
            )
        addresses = (index.url, f"{index.url}calls/", f"{call.url}apply/")
        costs.append([len(queries(client, address)) for address in addresses])
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 15


# What its editor is told --------------------------------------------------------------------------


def test_what_keeps_a_call_from_going_out(index):
    now = timezone.now()
    call = CallPage(title="K", lead="L", locale=locale("fi"), apply_email="", closes_at=None)
    assert problems(call)["closes_at"]
    assert problems(call)["applied_with"]
    assert problems(call)["contacts"] is False
    call.closes_at = now
    call.opens_at = now
    call.decided_on = today() - timedelta(days=1)
    call.applied_with, call.remove_after = CallPage.FORM, None
    found = problems(call)
    assert all(
        found[field]
        for field in ("closes_at", "decided_on", "questions", "remove_after", "privacy_notice")
    )
    call.questions = [CallQuestion(label="Koko", field_type="radio", choices="pieni\n\npieni\n")]
    assert problems(call)["questions"]
    call.questions = [CallQuestion(label="Koko", field_type="radio", choices="pieni\nsuuri")]
    assert "questions" not in problems(call)
    call.questions = [CallQuestion(label=str(n), field_type="file") for n in range(6)]
    assert problems(call)["questions"]


def test_a_call_in_one_of_the_two_languages_is_advised_to_be_in_the_other(index):
    call = CallPageFactory(parent=index)
    assert problems(call)["other_language"] is False
    for page in (index.get_parent().specific, index, call):
        translate(page, "sv")
    assert "other_language" not in problems(call)


@pytest.mark.parametrize("days", [0, 13, 1096])
def test_how_long_applications_are_kept_has_bounds(index, days):
    call = CallPageFactory(parent=index)
    call.remove_after = days
    with pytest.raises(ValidationError, match="remove_after"):
        call.full_clean()


def test_a_new_deadline_is_right_in_every_language_at_once(index, client):
    call = full_call(index)
    for page in (index.get_parent().specific, index):
        translate(page, "sv")
    swedish = translate(call, "sv")
    call = CallPage.objects.get(pk=call.pk)
    call.closes_at, call.places = DEADLINE, 12
    call.dates.set(
        [
            CallDate(
                pk=row.pk,
                locale=row.locale,
                what=row.what,
                day=date(2027, 4, 2),
                translation_key=row.translation_key,
            )
            for row in call.dates.all()
        ]
    )
    call.save_revision().publish()
    text = shown(client, swedish.url)
    assert 'datetime="2027-01-31T16:15+02:00"' in text
    assert "12 <span>sv: kuntaa</span>" in text
    assert "2 april 2027" in text
    assert "sv: Koulutuspäivä 0" in text

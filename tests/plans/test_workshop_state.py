"""What a workshop is at a moment, to the second, on the days when the clock jumps too."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.freshness import keep_until
from plans.workshops.state import (
    CANCELLED,
    CLOSED,
    NONE,
    OPEN,
    PAST,
    RUNNING,
    UPCOMING,
    Times,
    changes_at_of,
)
from plans.workshops.wording import day_words, moment_words

HELSINKI = ZoneInfo("Europe/Helsinki")
SECOND = timedelta(seconds=1)
#: The nights on which the clock jumps, and the year around them.
JUMPS = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))
MOMENTS = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),
    st.builds(
        lambda jump, minutes: jump + timedelta(minutes=minutes),
        st.sampled_from(JUMPS),
        st.integers(-180, 180),
    ),
).map(lambda moment: moment.astimezone(HELSINKI))


@st.composite
def times(draw):
    """Return the times of a workshop of a minute up to three days, by the clock of Helsinki."""
    start = draw(MOMENTS)
    end = start.astimezone(UTC) + timedelta(minutes=draw(st.integers(1, 3 * 24 * 60)))
    return Times(
        start,
        end.astimezone(HELSINKI),
        is_cancelled=draw(st.booleans()),
        signs_up=draw(st.booleans()),
        sign_up_until=draw(st.none() | MOMENTS),
    )


def said_of(workshop: Times, now: datetime) -> tuple[str, bool, str]:
    """Return all that depends on the moment."""
    return workshop.state(now), workshop.is_past(now), workshop.sign_up(now)


@given(times(), MOMENTS)
def test_nothing_changes_before_the_moment_named_and_something_does_at_it(workshop, now):
    change = workshop.changes_after(now)
    if change is None:
        assert workshop.is_past(now)
        assert said_of(workshop, now) == said_of(workshop, now + timedelta(days=4000))
        return
    before = said_of(workshop, now)
    assert now.astimezone(UTC) < change
    last = max(now.astimezone(UTC), change - timedelta(microseconds=1))
    assert said_of(workshop, last) == before
    assert said_of(workshop, change) != before


@given(st.lists(times(), max_size=4), MOMENTS)
def test_a_page_changes_when_the_first_of_its_workshops_does(workshops, now):
    change = changes_at_of(workshops, now)
    if change is None:
        assert all(workshop.is_past(now) for workshop in workshops)
        return
    just_before = max(now.astimezone(UTC), change - timedelta(microseconds=1))
    for workshop in workshops:
        assert said_of(workshop, just_before) == said_of(workshop, now)


@given(st.lists(times(), min_size=1, max_size=4), MOMENTS)
def test_a_copy_kept_for_as_long_as_it_may_be_never_says_what_is_no_longer_so(workshops, now):
    response = HttpResponse()
    with mock.patch.object(timezone, "now", return_value=now):
        keep_until(response, changes_at_of(workshops, now))
    if not response.has_header("Cache-Control"):
        assert all(workshop.is_past(now) for workshop in workshops)
        return
    age = timedelta(seconds=int(response["Cache-Control"].removeprefix("max-age=")))
    last = max(now.astimezone(UTC), now.astimezone(UTC) + age - timedelta(microseconds=1))
    for workshop in workshops:
        assert said_of(workshop, last) == said_of(workshop, now)


@given(times(), MOMENTS)
def test_one_signs_up_for_what_is_still_to_be_held_alone(workshop, now):
    if workshop.sign_up(now) == OPEN:
        assert workshop.signs_up
        assert workshop.state(now) in (UPCOMING, RUNNING)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 4, 30), 1),
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 4, 30), 3),
    ],
    ids=["summer time begins", "summer time ends"],
)
def test_a_night_workshop_lasts_as_long_as_time_does(start, end, hours):
    start, end = start.replace(tzinfo=HELSINKI), end.replace(tzinfo=HELSINKI)
    workshop = Times(start, end)
    begun = start.astimezone(UTC)
    assert workshop.state(begun - SECOND) == UPCOMING
    assert workshop.state(begun) == RUNNING
    assert workshop.state(begun + timedelta(hours=hours) - SECOND) == RUNNING
    assert workshop.state(begun + timedelta(hours=hours)) == PAST


def test_it_can_begin_and_end_at_the_same_time_of_the_clock():
    first = datetime(2026, 10, 25, 3, 30, tzinfo=HELSINKI)
    workshop = Times(first, first.replace(fold=1))
    assert workshop.ends_at - workshop.starts_at == timedelta(hours=1)
    assert workshop.state(first) == RUNNING
    assert workshop.state(first.replace(fold=1)) == PAST


def test_sign_up_closes_at_its_deadline_else_at_the_beginning():
    start = datetime(2026, 5, 12, 9, tzinfo=UTC)
    end, deadline = start + timedelta(hours=2), start - timedelta(days=2)
    assert Times(start, end).sign_up(deadline) == NONE
    by = Times(start, end, signs_up=True, sign_up_until=deadline)
    assert (by.sign_up(deadline - SECOND), by.sign_up(deadline)) == (OPEN, CLOSED)
    free = Times(start, end, signs_up=True)
    assert (free.sign_up(start - SECOND), free.sign_up(start), free.sign_up(end)) == (
        OPEN,
        CLOSED,
        NONE,
    )


def test_one_that_was_called_off_leaves_the_upcoming_when_it_would_have_ended():
    start = datetime(2026, 5, 12, 9, tzinfo=UTC)
    end = start + timedelta(hours=2)
    workshop = Times(start, end, is_cancelled=True, signs_up=True)
    assert workshop.state(start) == workshop.state(end) == CANCELLED
    assert workshop.sign_up(start - SECOND) == NONE
    assert workshop.changes_after(start - SECOND) == end
    assert workshop.changes_after(end) is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fi", "torstai 24. joulukuuta 2026"),
        ("sv", "torsdag 24 december 2026"),
        ("en", "Thursday 24 December 2026"),
        ("ar", "الخميس 24 ديسمبر 2026"),
    ],
)
def test_a_day_is_told_in_the_words_of_one_language(code, words):
    assert day_words(date(2026, 12, 24), code) == words
    assert moment_words(datetime(2026, 12, 24, 9, 5), code).startswith(words)

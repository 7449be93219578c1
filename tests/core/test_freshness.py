"""A page that changes by itself is never kept past the moment it changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.freshness import LONGEST, keep_until, seconds_until, start_of, today


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_begins_when_the_day_before_it_ends(day):
    begin = start_of(day).astimezone(UTC)
    local = timezone.get_default_timezone()
    assert begin.astimezone(local).date() == day
    assert (begin - timedelta(microseconds=1)).astimezone(local).date() == day - timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 24), 24)],
    ids=["summer time begins", "summer time ends", "midsummer"],
)
def test_the_seconds_of_a_day_are_those_that_pass(day, hours):
    assert seconds_until(start_of(day + timedelta(days=1)), start_of(day)) == hours * 3600


def test_nothing_is_left_of_a_moment_that_has_passed():
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert seconds_until(now - timedelta(seconds=5), now) == 0


def test_a_part_of_a_second_is_cut_not_rounded_up():
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert seconds_until(now + timedelta(seconds=1.9), now) == 1


def test_the_day_is_the_sites_own_whatever_zone_somebody_has_chosen(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 25, 22, 30, tzinfo=UTC))
    with timezone.override("America/New_York"):
        assert today() == date(2026, 11, 26)


def test_a_page_is_kept_a_minute_at_most_and_never_past_its_moment():
    for seconds, most in ((3600, LONGEST), (10.5, 10), (-1, 0)):
        response = HttpResponse()
        keep_until(response, timezone.now() + timedelta(seconds=seconds))
        age = int(response["Cache-Control"].removeprefix("max-age="))
        assert most - 1 <= age <= most


def test_a_page_that_never_changes_says_nothing_of_it():
    response = HttpResponse()
    keep_until(response, None)
    assert not response.has_header("Cache-Control")

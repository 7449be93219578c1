"""Coming, running, past: in Finnish days, right to the second, whenever the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from campaigns.period import COMING, PAST, RUNNING, Period
from core.freshness import seconds_until

START, END = date(2026, 3, 1), date(2026, 3, 31)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 2, 28), COMING),
        (START, RUNNING),
        (END, RUNNING),
        (date(2026, 4, 1), PAST),
    ],
)
def test_both_the_first_and_the_last_day_belong_to_it(day, state):
    assert Period(START, END).state(day) == state


def test_without_an_end_it_runs_until_further_notice():
    period = Period(START)
    assert period.state(date(2126, 1, 1)) == RUNNING
    assert period.changes_after(date(2126, 1, 1)) is None


def test_a_campaign_of_one_day_runs_on_that_day():
    period = Period(START, START)
    days = (START - timedelta(days=1), START, START + timedelta(days=1))
    assert [period.state(day) for day in days] == [COMING, RUNNING, PAST]


#: Days around both changes of the clocks in Finland, and any other.
DAYS = st.one_of(
    st.dates(date(2026, 3, 27), date(2026, 3, 31)),
    st.dates(date(2026, 10, 23), date(2026, 10, 27)),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
MOMENTS = st.one_of(
    st.builds(
        lambda day, second: (
            datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=second)
        ),
        DAYS,
        st.integers(0, 86_400),
    ),
    # The quarters of an hour around midnight in Helsinki, in summer and in winter.
    st.builds(
        lambda day, second: (
            datetime(day.year, day.month, day.day, 20, 45, tzinfo=UTC) + timedelta(seconds=second)
        ),
        DAYS,
        st.integers(0, 2 * 3600),
    ),
)


def day_of(moment: datetime) -> date:
    return moment.astimezone(timezone.get_default_timezone()).date()


@given(DAYS, st.one_of(st.none(), st.integers(0, 60)), MOMENTS)
def test_a_copy_kept_as_long_as_allowed_still_tells_the_truth_and_a_second_later_would_not(
    start, length, now
):
    period = Period(start, None if length is None else start + timedelta(days=length))
    state = period.state(day_of(now))
    change = period.changes_after(day_of(now))
    if change is None:
        assert state == PAST or period.ends_on is None
        return
    kept = now + timedelta(seconds=seconds_until(change, now))
    last = min(kept, change.astimezone(UTC) - timedelta(microseconds=1))
    assert period.state(day_of(last)) == state
    assert period.state(day_of(change)) != state


@given(DAYS, st.integers(0, 60), DAYS)
def test_a_day_has_one_state_and_states_follow_one_another(start, length, day):
    period = Period(start, start + timedelta(days=length))
    order = [COMING, RUNNING, PAST]
    tomorrow = day + timedelta(days=1)
    assert order.index(period.state(tomorrow)) >= order.index(period.state(day))


def test_the_last_day_there_is_breaks_nothing():
    assert Period(START, date.max).changes_after(START) is None

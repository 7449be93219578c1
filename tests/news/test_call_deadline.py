"""When a call is open, at the second, also on the days on which clocks change (Europe/Helsinki)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from news.deadline import CLOSED, COMING, DECIDED, OPEN, Window, day_of

HELSINKI = ZoneInfo("Europe/Helsinki")
SECOND = timedelta(seconds=1)
#: The hours in which Finnish clocks jump, and any other moment.
JUMPS = [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
near_a_jump = st.builds(
    lambda jump, seconds: jump + timedelta(seconds=seconds),
    st.sampled_from(JUMPS),
    st.integers(-2 * 86_400, 2 * 86_400),
)
whenever = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
moments = st.one_of(near_a_jump, whenever)
zones = st.sampled_from([UTC, HELSINKI, ZoneInfo("America/New_York")])


@given(closes=moments, zone=zones, around=st.integers(-90_000, 90_000))
@example(closes=datetime(2026, 10, 25, 0, 30, tzinfo=UTC), zone=HELSINKI, around=3600)
@example(closes=datetime(2026, 10, 25, 1, 30, tzinfo=UTC), zone=HELSINKI, around=-3600)
def test_it_is_open_to_the_last_second_before_the_deadline_and_not_one_longer(closes, zone, around):
    window = Window(closes.astimezone(zone))
    now = (closes + timedelta(seconds=around)).astimezone(zone)
    assert window.state(now) == (OPEN if around < 0 else CLOSED)
    assert window.state(closes - SECOND) == OPEN
    assert window.state(closes) == CLOSED


@given(opens=moments, length=st.integers(1, 10_000_000), zone=zones)
def test_it_opens_at_the_second(opens, length, zone):
    window = Window((opens + timedelta(seconds=length)).astimezone(zone), opens.astimezone(zone))
    assert window.state(opens - SECOND) == COMING
    assert window.state(opens) == OPEN
    assert window.changes_after(opens - SECOND) == opens


@given(
    now=moments,
    closes=moments,
    opens=st.none() | moments,
    decided=st.none() | st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    fraction=st.floats(0, 1),
)
def test_what_is_said_holds_until_it_is_said_to_change_and_then_it_does(
    now, closes, opens, decided, fraction
):
    window = Window(closes, opens, decided)

    def said(moment):
        state = window.state(moment)
        return state, window.days_left(moment) if state == OPEN else None

    change = window.changes_after(now)
    if change is None:
        assert said(now + timedelta(days=fraction * 3000)) == said(now)
        return
    assert change > now
    between = now + (change - SECOND - now) * fraction
    if between >= now:
        assert said(between) == said(now)
    assert said(change) != said(now)


@given(closes=moments, before=st.integers(1, 40))
def test_days_left_are_midnights_in_finland_whatever_the_clocks_do(closes, before):
    deadline = closes.astimezone(HELSINKI)
    morning = datetime.combine(
        deadline.date() - timedelta(days=before), datetime.min.time(), tzinfo=HELSINKI
    )
    assert Window(closes).days_left(morning) == before
    assert Window(closes).days_left(closes - SECOND) == (
        0 if day_of(closes - SECOND) == deadline.date() else 1
    )


def test_the_outcome_is_told_from_its_day_on_and_never_before_the_deadline():
    closes = datetime(2026, 3, 1, 14, 15, tzinfo=UTC)
    window = Window(closes, decided_on=date(2026, 3, 10))
    midnight = datetime(2026, 3, 9, 22, tzinfo=UTC)
    assert window.changes_after(closes) == midnight
    assert window.state(midnight - SECOND) == CLOSED
    assert window.state(midnight) == DECIDED
    early = Window(closes, decided_on=date(2026, 2, 1))
    assert early.state(closes - SECOND) == OPEN
    assert early.state(closes) == DECIDED

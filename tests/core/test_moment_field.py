"""A moment written by the clock of the site, on the days when that clock jumps too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from hypothesis import assume, given
from hypothesis import strategies as st

from core.moment_field import MomentField, MomentFormField, by_the_clock, moment_of

MOMENTS = st.datetimes(datetime(2000, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC))


@given(MOMENTS)
def test_what_the_clock_shows_leads_back_to_the_moment_or_to_the_first_of_two(moment):
    moment = moment.replace(microsecond=0)
    found = moment_of(by_the_clock(moment))
    assert found in (moment, moment - timedelta(hours=1))
    if found != moment:
        assert by_the_clock(moment) == by_the_clock(moment - timedelta(hours=1))


@given(st.datetimes(datetime(2000, 1, 2), datetime(2100, 12, 30)))
def test_a_time_is_either_shown_by_the_clock_or_refused(clock):
    moment = moment_of(clock)
    assume(moment is not None)
    assert by_the_clock(moment) == clock.replace(fold=0)


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "America/New_York", "Asia/Tokyo", "UTC"])
def test_the_time_zone_of_an_account_changes_nothing(zone):
    field = MomentFormField()
    with timezone.override(zone):
        moment = field.clean("2026-06-24 18:00")
        assert moment == datetime(2026, 6, 24, 15, tzinfo=UTC)
        assert field.prepare_value(moment) == datetime(2026, 6, 24, 18)
        assert not field.has_changed(moment, "2026-06-24 18:00")
        assert field.clean("2026-06-24T18:00+02:00") == datetime(2026, 6, 24, 16, tzinfo=UTC)


def test_an_hour_that_the_clock_skips_is_refused_in_words():
    for time in ("03:00", "03:30", "03:59"):
        with (
            translation.override("en"),
            pytest.raises(ValidationError, match=r"29 March 2026.+ does not exist"),
        ):
            MomentFormField().clean(f"2026-03-29 {time}")
    assert MomentFormField().clean("2026-03-29 02:59") == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert MomentFormField().clean("2026-03-29 04:00") == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_an_hour_that_comes_twice_means_the_first():
    assert MomentFormField().clean("2026-10-25 03:30") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert MomentFormField().clean("2026-10-25 04:00") == datetime(2026, 10, 25, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["0001-01-01 00:00", "9999-12-31 23:59", "0026-06-24 18:00", "24.6.", "2026-02-30 1"]
)
def test_a_slip_gets_an_error_and_never_a_fault(written):
    with pytest.raises(ValidationError):
        MomentFormField().clean(written)


def test_nothing_is_nothing_and_the_column_is_an_ordinary_one():
    assert MomentFormField(required=False).clean("") is None
    field = MomentField(name="at")
    assert field.deconstruct()[1] == "django.db.models.DateTimeField"
    assert isinstance(field.formfield(), MomentFormField)

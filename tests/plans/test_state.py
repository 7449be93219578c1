"""The state of a plan: right on every day, and known in advance when it changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.freshness import start_of
from plans.models import PlanPage
from plans.state import ADOPTED, CONSULTATION, DECIDED, STOPPED, PlanState, Standing

BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)
BEFORE, DURING, AFTER = date(2025, 12, 31), date(2026, 6, 1), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("standing", "day", "state"),
    [
        (Standing("draft", BEGIN, END), DURING, PlanState.DRAFT),
        (Standing(CONSULTATION, BEGIN, END), DURING, PlanState.COMMENT),
        (Standing(CONSULTATION, BEGIN, END, DURING), DURING, PlanState.COMMENT),
        (Standing(CONSULTATION, BEGIN, END, BEFORE), DURING, PlanState.DRAFT),
        (Standing(ADOPTED, BEGIN, END), BEFORE, PlanState.COMING),
        (Standing(ADOPTED, BEGIN, END), BEGIN, PlanState.IN_FORCE),
        (Standing(ADOPTED, BEGIN, END), END, PlanState.IN_FORCE),
        (Standing(ADOPTED, BEGIN, END), AFTER, PlanState.ENDED),
        (Standing(ADOPTED, BEGIN), date(2126, 1, 1), PlanState.IN_FORCE),
        (Standing(STOPPED, BEGIN, END), DURING, PlanState.ENDED),
        (Standing(ADOPTED, BEGIN, END, replaced_from=DURING), BEGIN, PlanState.IN_FORCE),
        (Standing(ADOPTED, BEGIN, END, replaced_from=DURING), DURING, PlanState.REPLACED),
        (Standing(STOPPED, BEGIN, END, replaced_from=AFTER), AFTER, PlanState.REPLACED),
    ],
)
def test_a_plan_is_what_its_stage_its_days_and_its_successor_make_it(standing, day, state):
    assert standing.on(day) == state


def test_the_stages_are_those_of_the_page():
    assert {CONSULTATION, *DECIDED} | {"draft"} == set(PlanPage.Stage.values)


DAYS = st.dates(date(2026, 3, 20), date(2026, 4, 10)) | st.dates(date(2020, 1, 1), date(2030, 1, 1))
STANDINGS = st.builds(
    Standing,
    st.sampled_from(PlanPage.Stage.values),
    DAYS,
    st.none() | DAYS | st.just(date.max),
    st.none() | DAYS | st.just(date.max),
    st.none() | DAYS,
)


@given(STANDINGS, DAYS, st.integers(0, 4000))
def test_it_is_the_same_until_the_moment_it_changes_and_another_then(standing, day, later):
    moment = standing.changes_after(day)
    state = standing.on(day)
    if moment is None:
        assert standing.on(day + timedelta(days=later)) == state
        return
    first = moment.date()
    assert moment == start_of(first)
    assert first > day
    assert standing.on(first) != state
    between = day + timedelta(days=later % (first - day).days)
    assert standing.on(between) == state

"""One to three goals of the programme: whatever the database holds, and whatever is sent."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.choice import LOST, MOST_GOALS, NONE_CHOSEN, Choice, keys_in

GOALS = [UUID(int=number) for number in range(1, 8)]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=3)
    | st.sampled_from(GOALS).map(str),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(JSON, st.lists(st.sampled_from(GOALS)))
def test_whatever_is_stored_is_sorted_into_goals_of_the_programme_and_others(raw, offered):
    choice = Choice.of(raw, offered)
    order = list(dict.fromkeys(offered))
    assert choice.chosen == [key for key in order if key in choice.chosen], "the programme's order"
    assert not set(choice.lost) & set(offered)
    assert set(choice.chosen) | set(choice.lost) == set(keys_in(raw))
    assert keys_in(choice.value) == [*choice.chosen, *choice.lost], "each once"
    # Sorted out once, it stays as it is.
    assert Choice.of(choice.value, offered) == choice
    right = not choice.lost and 1 <= len(choice.chosen) <= MOST_GOALS
    assert (not choice.faults) == right


@given(st.sets(st.sampled_from(GOALS)))
def test_one_two_or_three_goals_are_right_and_no_other_number(chosen):
    faults = Choice.of([str(key) for key in chosen], GOALS).faults
    assert (not faults) == (len(chosen) in (1, 2, 3))


@pytest.mark.parametrize(
    "raw", [None, {}, [], 7, "", "x", [None, {}, [], 7, "x"], {"a": str(GOALS[0])}]
)
def test_garbage_is_nothing_chosen(raw):
    assert Choice.of(raw, GOALS).faults == [NONE_CHOSEN]


def test_a_goal_of_another_programme_is_told_from_one_too_many():
    four = [str(key) for key in GOALS[:4]]
    (too_many,) = Choice.of(four, GOALS).faults
    assert "4" in str(too_many)
    assert Choice.of(four[:2], GOALS[1:]).faults == [LOST]
    assert len(Choice.of(four, GOALS[1:]).faults) == 2

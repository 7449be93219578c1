"""The bar of a plan: as long as its actions are many, and nothing left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.outline import ORDER, State, Tally
from plans.progress_bar import HEIGHTS, LENGTH, pieces_of


@given(st.dictionaries(st.sampled_from(ORDER), st.integers(1, 200), min_size=1))
def test_the_pieces_follow_one_another_and_fill_the_bar(counts):
    tally = Tally({state: counts[state] for state in ORDER if state in counts})
    pieces = pieces_of(tally)
    end = 0.0
    for piece, (state, count) in zip(pieces, tally.counts.items(), strict=True):
        assert piece.state == state
        assert float(piece.x) == pytest.approx(end, abs=0.01)
        assert float(piece.width) == pytest.approx(LENGTH * count / tally.total, abs=0.01)
        end = float(piece.x) + float(piece.width)
    assert end == pytest.approx(LENGTH, abs=0.01)


def test_a_plan_without_actions_has_no_bar():
    assert pieces_of(Tally({})) == []


def test_what_is_done_can_be_told_from_the_rest_without_colours():
    others = {HEIGHTS[state] for state in State.values if state != State.DONE}
    assert set(HEIGHTS) == set(State.values)
    assert HEIGHTS[State.DONE] > max(others)

"""The change log of a plan: newest first, with the state before."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from plans.changes import changes_of
from plans.outline import Action, Outline, State, Told


def action(number: str, *history: tuple[State, date]) -> Action:
    told = [Told(state, day) for state, day in history]
    nothing = (None,) * 4
    return Action(uuid4(), number, "Teko", "", *nothing, "", None, None, history=told)


def test_changes_come_newest_first_and_know_what_was_before():
    first = action("1", (State.DONE, date(2025, 3, 1)), (State.UNDER_WAY, date(2025, 1, 1)))
    second = action("2", (State.UNDER_WAY, date(2025, 3, 1)), (State.UNDER_WAY, date(2025, 2, 1)))
    changes = changes_of(Outline([], [first, second]))
    assert [(c.action.number, c.told.state, c.before) for c in changes] == [
        ("1", State.DONE, State.UNDER_WAY),
        ("2", State.UNDER_WAY, State.UNDER_WAY),
        ("2", State.UNDER_WAY, None),
        ("1", State.UNDER_WAY, None),
    ]
    assert [c.is_new_state for c in changes] == [True, False, True, True]

"""Chains of plans: one after the other, whatever the data hold."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from plans.chain import Chain, Replacement
from plans.succession import Fault, fault_of

DAY = date(2026, 1, 1)


def key(number: int) -> UUID:
    return UUID(int=number)


def chain(*pairs: tuple[int, int], unknown: tuple[int, ...] = ()) -> Chain:
    """Return a chain of (newer, older); those in ``unknown`` do not count."""
    return Chain.of(Replacement(key(new), key(old), DAY, new not in unknown) for new, old in pairs)


def test_the_newer_one_lists_those_before_it_the_latest_first():
    three = chain((3, 2), (2, 1))
    assert three.predecessors(key(3)) == [key(2), key(1)]
    assert three.predecessors(key(1)) == []


def test_the_older_one_is_led_to_the_next_that_is_public_and_adopted():
    assert chain((3, 2), (2, 1)).successor(key(1)).key == key(2)
    assert chain((3, 2), (2, 1), unknown=(2,)).successor(key(1)).key == key(3)
    assert chain((2, 1), unknown=(2,)).successor(key(1)) is None
    assert chain((2, 1)).replaced_from(key(1)) == DAY
    assert chain((2, 1)).replaced_from(key(2)) is None


def test_one_live_version_in_any_language_is_enough():
    versions = (Replacement(key(2), key(1), DAY, counts) for counts in (False, True, False))
    assert Chain.of(versions).successor(key(1)).key == key(2)


def test_of_two_successors_the_later_one_is_shown():
    two = Chain.of(
        [
            Replacement(key(2), key(1), DAY, True),
            Replacement(key(3), key(1), date(2027, 1, 1), True),
        ]
    )
    assert two.successor(key(1)).key == key(3)


NUMBERS = st.integers(1, 6)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20), st.sets(NUMBERS), NUMBERS)
def test_no_circle_makes_it_walk_for_ever_or_lead_a_plan_to_itself(pairs, unknown, start):
    any_chain = chain(*pairs, unknown=tuple(unknown))
    before = any_chain.predecessors(key(start))
    assert key(start) not in before
    assert len(set(before)) == len(before)
    found = any_chain.successor(key(start))
    assert found is None or (found.counts and found.key != key(start))


# Which plan may replace which ------------------------------------------------------------------------


def pairs(raw: dict[int, int]) -> dict[UUID, UUID]:
    return {key(new): key(old) for new, old in raw.items()}


def test_a_plan_replaces_neither_itself_nor_one_that_has_a_successor_nor_in_a_circle():
    assert fault_of(key(2), key(1), {}) is None
    assert fault_of(key(1), key(1), {}) is Fault.ITSELF
    assert fault_of(key(1), key(2), pairs({2: 1})) is Fault.CIRCLE
    assert fault_of(key(1), key(4), pairs({4: 3, 3: 2, 2: 1})) is Fault.CIRCLE
    assert fault_of(key(3), key(1), pairs({2: 1})) is Fault.SECOND
    assert fault_of(key(3), key(2), pairs({2: 1})) is None
    # A circle that is there already, and that the plan has no part in, is not followed for ever.
    assert fault_of(key(9), key(3), pairs({1: 2, 2: 1, 3: 1})) is None


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 12)))
def test_plans_that_are_let_through_one_by_one_form_chains(wanted):
    allowed: dict[UUID, UUID] = {}
    for new, old in wanted.items():
        if fault_of(key(new), key(old), allowed) is None:
            allowed[key(new)] = key(old)
    assert len(set(allowed.values())) == len(allowed), "one successor each"
    for start in allowed:
        seen, at = set(), start
        while at in allowed:
            assert at not in seen, "no circle"
            seen.add(at)
            at = allowed[at]

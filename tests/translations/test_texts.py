"""Texts and their changes, as pure functions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translations.freshness import gaps_of
from translations.texts import Change, changes, forgiven, mark_of, paired, vouched, without

MARKS = st.sampled_from(["a", "b", "c", "d", "e", "f"])
PATHS = st.sampled_from(["title", "lead", "body.1", "body.2"])
SEGMENTS = st.lists(st.tuples(PATHS, MARKS).map(list), max_size=12)
WORDS = {mark: mark * 3 for mark in "abcdef"}


def shown_by(segments: list[list[str]]) -> list[list[str]]:
    return [[*segment, "c"] for segment in segments]


def test_a_changed_sentence_is_paired_with_the_one_most_like_it():
    texts = {
        "1": "Työpaja pidetään maanantaina.",
        "2": "Ilmoittaudu ennakkoon.",
        "3": "Kahvia on tarjolla.",
        "4": "Työpaja pidetään tiistaina.",
        "5": "Kahvia ja teetä on tarjolla.",
    }
    before = [["body", "1"], ["body", "2"], ["body", "3"]]
    assert changes(before, [["body", "4"], ["body", "5"]], texts) == [
        Change("body", "1", "4"),
        Change("body", "2", ""),
        Change("body", "3", "5"),
    ]
    assert changes(before, before[::-1], texts) == [], "another order is no change"


def test_two_texts_without_likeness_are_one_gone_and_one_come():
    pairs = paired(["1", "2"], ["3"], {"1": "kissa", "2": "koira", "3": "xyz"})
    assert sorted(pairs) == [("", "3"), ("1", ""), ("2", "")]


@given(SEGMENTS, SEGMENTS)
def test_changes_lead_from_before_to_after(before, after):
    """Applied to the texts before, the changes give the texts after, each counted."""
    now = [list(segment) for segment in before]
    for change in changes(before, after, WORDS):
        if change.old:
            now.remove([change.path, change.old])
        if change.new:
            now.append([change.path, change.new])
    assert sorted(now) == sorted(list(segment) for segment in after)


@given(SEGMENTS, SEGMENTS)
def test_there_is_a_gap_exactly_where_texts_differ(source, shown):
    gaps = gaps_of(source, shown_by(shown))
    assert (not gaps) == (sorted(source) == sorted(shown))
    for gap in gaps:
        assert gap.count == max(len(gap.missing), len(gap.surplus)) > 0


@given(SEGMENTS, SEGMENTS, SEGMENTS)
def test_a_minor_edit_neither_outdates_nor_updates(shown, before, after):
    """What a version lacked before a minor edit, it lacks after it; what it had, it has."""
    had = sum(gap.count for gap in gaps_of(before, shown_by(shown)))
    minor = changes(before, after, WORDS)
    has = sum(gap.count for gap in gaps_of(after, forgiven(shown_by(shown), minor)))
    if had == 0:
        assert has == 0
    if had and not minor:
        assert has == had


@given(st.lists(MARKS), st.lists(MARKS))
def test_what_is_left_out_counts_each_time(marks, others):
    left = without(marks, others)
    for mark in set(marks):
        assert left.count(mark) == max(0, marks.count(mark) - others.count(mark))


@given(st.text(), st.text())
def test_a_mark_tells_texts_apart(one, other):
    assert (mark_of(one) == mark_of(other)) == (one == other)


def test_a_machine_stays_a_machine_when_its_words_are_carried_over():
    assert vouched("uusi", "machine", "0ld") == ("0ld", "m")
    assert vouched("uusi", "machine", None) == (mark_of("uusi"), "m")
    assert vouched("uusi", "manual", "0ld") == ("0ld", "c")

"""Word by word: what stayed, what went, what came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translations.editor.diff import MOST_PAIRS, Run, word_changes


def old_of(runs):
    return "".join(run.text for run in runs if run.kind != "new")


def new_of(runs):
    return "".join(run.text for run in runs if run.kind != "old")


def test_a_changed_day_is_two_words_not_a_sentence():
    assert word_changes("Kokous on maanantaina klo 18.", "Kokous on tiistaina klo 18.") == [
        Run("same", "Kokous on "),
        Run("old", "maanantaina"),
        Run("new", "tiistaina"),
        Run("same", " klo 18."),
    ]


def test_numbers_and_compounds_are_one_word_and_a_full_stop_is_none():
    runs = word_changes("Alle 12.5. ja 1,5 h.", "Alle 13.5. ja 2,5 h.")
    assert [run.text for run in runs if run.kind == "old"] == ["12.5", "1,5"]
    assert word_changes("Porvoo", "Porvoo.") == [Run("same", "Porvoo"), Run("new", ".")]


def test_neighbouring_changes_are_one_change():
    runs = word_changes("tule maanantaina kello viisi mukaan", "tule tiistaina klo 5 mukaan")
    assert [run.kind for run in runs] == ["same", "old", "new", "same"]
    assert word_changes("", "Uusi") == [Run("new", "Uusi")]
    assert word_changes("Vanha", "") == [Run("old", "Vanha")]
    assert word_changes("Sama", "Sama") == [Run("same", "Sama")]


def test_arabic_words_are_words():
    runs = word_changes("الاجتماع يوم الاثنين", "الاجتماع يوم الثلاثاء")
    assert [(run.kind, run.text) for run in runs][1:] == [("old", "الاثنين"), ("new", "الثلاثاء")]


def test_very_long_texts_are_not_compared_word_by_word():
    count = int(MOST_PAIRS**0.5) + 2
    old = " ".join(f"a{i}" for i in range(count))
    new = " ".join(f"b{i}" for i in range(count))
    runs = word_changes(f"Alku {old} loppu", f"Alku {new} loppu")
    assert [run.kind for run in runs] == ["same", "old", "new", "same"]


@given(st.text("ab .,ä\n", max_size=30), st.text("ab .,ä\n", max_size=30))
def test_the_runs_give_both_texts_back(old, new):
    runs = word_changes(old, new)
    assert (old_of(runs), new_of(runs)) == (old, new)

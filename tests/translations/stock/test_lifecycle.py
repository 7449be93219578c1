"""Fact 3 of plain wagtail-localize: lifecycle does not travel.

Upstream #469, #743, and wagtail/wagtail#7592. A test that fails here says that upstream changed:
see what it carries now, and let ``translations.lifecycle`` carry the rest only; then put it down
here and in TRANSLATION.md.
"""

from __future__ import annotations


def test_fact_03_an_expiry_never_reaches_the_translation(seen):
    """Not even when the translation is synced and published after it was set."""
    fact = seen("fact_03")["expiry"]
    assert fact["expiry_of_the_translation"] is None
    assert fact["source"] == "404"
    assert fact["translation_is_live"]


def test_fact_03_unpublishing_the_source_leaves_the_translation_live(seen):
    """And its status says that it is up to date."""
    fact = seen("fact_03")["unpublishing"]
    assert fact["source"] == "404"
    assert "<h1>sv Palvelu</h1>" in fact["translation"]
    assert fact["status"] == ["Up to date", 2, 2]


def test_fact_03_moving_the_source_leaves_the_translation_where_it_was(seen):
    """Not even syncing and publishing moves it."""
    fact = seen("fact_03")["move"]
    assert fact["source_is_under"] == "new"
    assert fact["translation_is_under"] == "old"

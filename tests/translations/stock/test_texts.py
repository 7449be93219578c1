"""Facts 1, 2, 4, 12 and 13 of plain wagtail-localize: what becomes of texts.

A test that fails here says that upstream changed. Its docstring says what of ours stands on the
fact: see whether that can go, then put the new behaviour down here and in TRANSLATION.md.
"""

from __future__ import annotations

import pytest

OURS = {"config", "core", "people", "videos", "translations", "news", "home", "campaigns", "plans"}


def test_the_project_is_plain(all_seen):
    """Nothing of ours is loaded where the facts are seen."""
    loaded = set(all_seen["loaded"]["seen"]["modules"])
    assert "wagtail_localize.models" in loaded
    assert not OURS & loaded


def test_fact_01_a_stale_translation_shows_as_up_to_date(seen):
    """Fact 1: the source is published anew without *Sync*, and nobody learns of it.

    Upstream #832, #623, #861. If it fails: see ``Translation.get_status_display`` and
    ``get_progress``; ours are ``translations.freshness`` and ``translations.following``.
    """
    fact = seen("fact_01")
    assert fact["status"] == ["Up to date", 3, 3]
    assert fact["reported"] == 1
    assert fact["mails"] == 0
    assert "<h1>sv Haku päättyy maanantaina</h1>" in fact["public_after"]
    assert fact["public_after"] == fact["public_before"]
    assert fact["source_in_the_editor"][0] == "Haku päättyy maanantaina"


def test_fact_02_publishing_after_a_sync_mixes_languages(seen):
    """Fact 2: the old translation leaves the editor, and the public page has a source text.

    Upstream: it is meant so, and the form of *Sync* says it. If it fails: see
    ``TranslationSource.refresh_segments`` and ``_get_segments_for_translation``; ours are
    ``translations.synchronising`` and ``translations.saving``.
    """
    fact = seen("fact_02")
    assert fact["status_after_sync"] == ["Waiting for translations", 3, 2]
    assert "sv Haku alkaa" not in fact["in_the_editor"]
    assert fact["in_the_database"] == ["sv Haku alkaa"]
    assert "<h1>Haku alkoi</h1>" in fact["public"]
    assert "<p>sv Tervetuloa.</p>" in fact["public"]
    assert fact["public"].count("lang=") == fact["public"].count('<html lang="sv">') == 1


def test_fact_04_a_sentence_said_twice_is_translated_twice(seen):
    """Fact 4: a text that is translated on one page is neither translated nor offered on another.

    Upstream #657. If it fails: see ``StringTranslation`` (unique for text, locale and context) and
    ``edit_translation``; a translation memory of ours is then to be compared with theirs.
    """
    fact = seen("fact_04")
    assert fact["status"] == ["Waiting for translations", 3, 0]
    assert fact["in_the_editor"] == []
    assert not fact["known_translation_is_in_the_editor"]


def test_fact_12_a_draft_of_the_translation_of_a_live_page_is_public_at_once(seen):
    """Fact 12 (not in TRANSLATION.md's list): ``save_target(publish=False)`` writes the live row.

    No view asks for it, but code does, and fact 13. Upstream near it: #655, #463. If it fails: see
    ``TranslationSource.create_or_update_translation``; ours is ``translations.saving``.
    """
    fact = seen("fact_12")
    assert fact["live_row"] == "sv Utkast"
    assert "<h1>sv Utkast</h1>" in fact["public"]
    assert fact["live_revision"] == "sv Palvelut"
    assert fact["has_unpublished_changes"]


@pytest.mark.parametrize("setting", ["as_it_comes", "as_drafts"])
def test_fact_13_a_subtree_publishes_what_a_translator_has_half_written(seen, setting):
    """Fact 13 (not in TRANSLATION.md's list): *Include subtree* saves all translations anew.

    It publishes them; where ``WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE`` is off (as ours is),
    or the source is withdrawn, it writes the live row, as in fact 12. Upstream near it: #553, #773.
    If it fails: see ``operations.TranslationCreator.create_translations``; ours is
    ``translations.saving``.
    """
    fact = seen("fact_13")[setting]
    assert fact["status"] == 302
    assert "<h1>sv Utkast</h1>" in fact["public"]
    assert "<h1>sv Utkast</h1>" in fact["public_of_the_withdrawn"]

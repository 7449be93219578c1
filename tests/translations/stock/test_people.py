"""Facts 5, 6 and 7 of plain wagtail-localize: who may do what, who is asked, and who is told.

A test that fails here says that upstream changed. Its docstring says what of ours stands on the
fact: see whether that can go, then put the new behaviour down here and in TRANSLATION.md.
"""

from __future__ import annotations


def test_fact_05_languages_do_not_limit_who_changes_a_snippet(seen):
    """Fact 5: with rights under /sv/ alone she writes the Finnish contact, and the Arabic one.

    No upstream issue is known. If it fails: see ``edit_translation.user_can_edit_instance``; ours
    is ``translations.roles`` (``localize_knows_no_roles``, ``hooks``).
    """
    fact = seen("fact_05")
    assert fact["finnish_contact"] == [302, "Toinen neuvonta"]
    put = fact["put_of_contact_in_swedish_in_arabic_and_of_page_in_arabic"]
    assert put == [200, 200, 403]  # pages are asked for their own permission
    assert fact["arabic_contact"] == ["Annat"]
    assert fact["po_of_arabic_contact"] == [302, ["Från en fil"]]


def test_fact_05_languages_do_not_limit_what_may_be_translated_into(seen):
    """Fact 5: *Translate* offers her every language, and makes live pages where she has no right.

    No upstream issue is known. If it fails: see ``SubmitTranslationView`` and
    ``UpdateTranslationsView``, which ask for ``submit_translation`` only; ours is
    ``translations.roles.localize_knows_no_roles``.
    """
    fact = seen("fact_05")
    assert fact["languages_offered"] == ["se", "sv"]  # Finnish is its own, Arabic it has
    assert fact["page_in_sami"] == [302, [True]]
    assert fact["sync_of_arabic_page"] == [302, "Uusi tiedote"]


def test_fact_06_a_translation_cannot_be_reviewed(seen):
    """Fact 6: where a workflow is in force, the editor of translations publishes past it.

    Upstream #634, #655, #676, #962. If it fails: see ``edit_translation.edit_translation``, which
    answers in place of Wagtail's view; ours is the review in our own editor.
    """
    fact = seen("fact_06")
    assert fact["workflow_of_the_translation"] == "Review"
    assert fact["signs_in_the_editor_of_the_source"] == [True, True, True]
    assert fact["signs_in_the_editor_of_the_translation"] == [False, False, False]
    assert fact["in_review_when_submitted"] == 0
    assert fact["published_past_the_workflow"]


def test_fact_07_nobody_is_told(seen):
    """Fact 7: no mail in the whole life of a translation; none to do it, no day by which.

    No upstream issue is known. If it fails: see the fields of ``Translation`` and any new call of
    ``send_mail``.
    """
    fact = seen("fact_07")
    assert fact["put"] == 201
    assert fact["mails"] == 0
    assert fact["a_mail_would_be_seen"] == 1
    assert fact["fields"] == [
        "created_at",
        "destination_last_updated_at",
        "enabled",
        "id",
        "source",
        "target_locale",
        "translations_last_updated_at",
        "uuid",
    ]

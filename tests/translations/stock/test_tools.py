"""Facts 8 to 11 of plain wagtail-localize and plain Django: files, the editor, and languages.

A test that fails here says that upstream changed. Its docstring says what of ours stands on the
fact: see whether that can go, then put the new behaviour down here and in TRANSLATION.md.
"""

from __future__ import annotations


def test_fact_08_po_is_the_only_exchange_format(seen):
    """Fact 8: an XLIFF file changes nothing, a PO file does, and no view is there for more.

    No upstream issue is known. If it fails: see the new view in ``wagtail_localize.wagtail_hooks``.
    """
    fact = seen("fact_08")
    assert fact["content_type"] == "text/x-gettext-translation"
    assert fact["after_xliff"] == []
    assert fact["after_po"] == ["Rapport"]
    assert fact["views"] == [
        "convert_to_alias",
        "download_pofile",
        "edit_override",
        "edit_string_translation",
        "javascript_catalog",
        "machine_translate",
        "preview_translation",
        "snippets_api_detail",
        "snippets_api_listing",
        "stop_translation",
        "submit_page_translation",
        "submit_snippet_translation",
        "translations_report",
        "translations_report_results",
        "update_translations",
        "upload_pofile",
    ]


def test_fact_09_a_recording_has_no_widget(seen):
    """Fact 9: the editor calls the chooser of a media file unknown, and shows nothing for it.

    If it fails: see ``edit_translation.get_segment_location_info``; ours is the video record (app
    ``videos``), whose texts and captions are translatable rows of their own.
    """
    fact = seen("fact_09")
    assert fact["widgets"] == [{"type": "unknown"}]
    assert fact["chooser_the_bundle_knows"] == [
        "document_chooser",
        "image_chooser",
        "page_chooser",
        "snippet_chooser",
    ]
    assert not fact["bundle_knows_unknown"]
    assert not fact["media_is_translatable"]


def test_fact_10_the_editor_shows_no_old_text_no_review_and_no_preview(seen):
    """Fact 10: one bundle; no diff, note, review, preview or shape of a text to show.

    Upstream #262, #261, #822. If it fails: see ``edit_translation.edit_translation`` (its
    ``props``) and its template; ours is the translation editor of our own.
    """
    fact = seen("fact_10")
    assert fact["scripts"] == ["wagtail-localize.js"]
    assert not fact["old_text_is_there"]
    assert fact["texts"] == ["Otsikko", "Uusi sana", "Kohta"]
    assert fact["texts_are_alike"]
    assert fact["keys_of_a_text"] == [
        "contentPath",
        "editUrl",
        "id",
        "location",
        "order",
        "source",
        "type",
    ]
    assert fact["props"] == [
        "adminBaseUrl",
        "breadcrumb",
        "initialOverrides",
        "initialStringTranslations",
        "links",
        "locale",
        "machineTranslator",
        "object",
        "perms",
        "previewModes",
        "segments",
        "sourceLocale",
        "tabs",
        "translations",
    ]
    assert fact["preview_beside_source_and_translation"] == [True, False]


def test_fact_11_django_does_not_know_sami_and_somali(seen):
    """Fact 11: no name, no address and half a date for them; easy Finnish passes as Finnish.

    If it fails: see ``django.conf.locale.LANG_INFO`` and ``django/conf/locale/``; ours is
    ``core.languages.register_language_info``, with the catalogues and formats beside it.
    """
    fact = seen("fact_11")
    assert fact["known"] == {
        "se": "KeyError",
        "smn": "KeyError",
        "sms": "KeyError",
        "so": "KeyError",
        "fi-simple": "fi",
    }
    assert fact["page_is_live"]
    assert fact["public"] == 404
    assert fact["swedish"] == 200
    assert fact["date"] == "maalis 5, 2026"  # a Finnish month in American order

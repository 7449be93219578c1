"""wagtail-localize puts the HTML of a translated title, however long, into the lists of the admin.

When the translation of a title is saved, ``Page.draft_title`` becomes its ``data``. That is HTML: a page
"Bröd & salt" is listed as "Bröd &amp;amp; salt". It has no bound either: a title of more than 255 characters,
from a PO file or noted as an error, ends in a database error on PostgreSQL. Delete when upstream renders
and cuts the text; ``tests/translations/editor/test_draft_title_in_html.py`` notices.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, post_save_string_translation

from translations.editor.notation import plain

MOST: Final = Page._meta.get_field("draft_title").max_length


def put_words(
    sender: type[StringTranslation], instance: StringTranslation, raw: bool = False, **kwargs: Any
) -> None:
    """List a page by the words of its title, as many as fit."""
    if raw or instance.context is None or instance.context.path != "title":
        return
    Page.objects.filter(
        translation_key=instance.context.object_id, locale_id=instance.locale_id
    ).update(draft_title=plain(instance.data)[:MOST])


def apply() -> None:
    """Listen in wagtail-localize's place."""
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(put_words, sender=StringTranslation, dispatch_uid="draft-title-words")

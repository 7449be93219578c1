"""wagtail-localize puts the HTML of a translated title into the lists of the admin.

When the translation of a title is saved, ``Page.draft_title`` becomes its ``data``, which is HTML: a page
"Bröd & salt" is listed as "Bröd &amp;amp; salt" until it is saved itself. Delete when upstream renders the
text; ``tests/translations/editor/test_draft_title_in_html.py`` notices.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from translations.editor.notation import plain


def put_words(
    sender: type[StringTranslation], instance: StringTranslation, raw: bool = False, **kwargs: Any
) -> None:
    """Put the words of a title in place of its HTML, where the two differ."""
    if raw or instance.context is None or instance.context.path != "title":
        return
    words = plain(instance.data)
    if words != instance.data:
        Page.objects.filter(
            translation_key=instance.context.object_id, locale_id=instance.locale_id
        ).update(draft_title=words)


def apply() -> None:
    """Listen after wagtail-localize, which listens from the moment its models are there."""
    post_save.connect(put_words, sender=StringTranslation, dispatch_uid="draft-title-words")

"""Which texts of a translated page are still in the language it was written in.

wagtail-localize publishes a page with source texts where translations are missing, and says nothing
of it. Here the page remembers which, so that every template can mark them with the right ``lang``.
The full account of freshness is the job of the ``translations`` app; this is the part a reader must
never be without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

if TYPE_CHECKING:
    from core.models import BasePage

#: Texts no reader sees as such.
UNSEEN = {"slug"}


def untranslated_paths(page: BasePage) -> tuple[str, list[str]]:
    """Return the code of the language ``page`` was written in, and the paths of its untranslated texts.

    For a page that is no translation, returns an empty code and an empty list.
    """
    source = (
        TranslationSource.objects.select_related("locale")
        .filter(object_id=page.translation_key)
        .exclude(locale_id=page.locale_id)
        .filter(translations__target_locale_id=page.locale_id)
        .first()
    )
    if source is None:
        return "", []
    translated = StringTranslation.objects.filter(locale_id=page.locale_id).values(
        "translation_of_id", "context_id"
    )
    done = {
        (row["translation_of_id"], row["context_id"])
        for row in translated.filter(context__object_id=page.translation_key)
    }
    segments = StringSegment.objects.filter(source=source).select_related("context", "string")
    paths = {
        segment.context.path
        for segment in segments
        if (segment.string_id, segment.context_id) not in done
        and segment.context.path not in UNSEEN
        and segment.string.data.strip()
    }
    return str(source.locale.language_code), sorted(paths)


def note_untranslated(page: BasePage) -> None:
    """Store on the page's row what ``untranslated_paths`` finds now."""
    language, paths = untranslated_paths(page)
    if (page.source_language, page.untranslated) == (language, paths):
        return
    page.source_language, page.untranslated = language, paths
    type(page).objects.filter(pk=page.pk).update(source_language=language, untranslated=paths)

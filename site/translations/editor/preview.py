"""The page as it would look with the texts as they are now, in the frame beside them."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments.ingest import ingest_segments

from core.untranslated import untranslated_paths
from translations.saving import texts_to_put
from translations.texts import FALLBACK


def ephemeral(translation: Translation) -> Any:
    """Return the page in its language, in memory, with all texts; what is not translated is marked.

    Nothing is saved. Raises the source's DoesNotExist where it is gone.
    """
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    page: Page = source.get_translated_instance(locale)
    if page.latest_revision_id and not page.alias_of_id:
        page = page.get_latest_revision_as_object()
    copy_synchronised_fields(original, page)
    segments, shown = texts_to_put(source, locale)
    ingest_segments(original, page, source.locale, locale, segments)
    page.source_language = str(source.locale.language_code)
    page.untranslated = untranslated_paths((path, kind != FALLBACK) for path, _m, kind in shown)
    return page

"""Which texts of a translated page are still in the language it was written in.

wagtail-localize publishes a page with source texts where translations are missing, and says nothing
of it. Here the page remembers which, so that every template can mark them with the right ``lang``.
The full account of freshness is the job of the ``translations`` app; this is the part a reader must
never be without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.cache import cache
from wagtail_localize.models import StringSegment, StringTranslation, Translation

if TYPE_CHECKING:
    from core.models import BasePage

#: Texts no reader sees as such.
UNSEEN = {"slug"}
#: Behind the name of a text of which only a part is untranslated.
PART = "/part"
TITLES, SECONDS = "kohtaamo-foreign-titles", 60


def untranslated_paths(page: BasePage) -> tuple[str, list[str]]:
    """Return the code of the language ``page`` was written in, and where its texts are untranslated.

    A text is named by its field, or in the body by ``body.<block id>``. One that is untranslated in
    part (a name in a quotation) is named with ``PART`` behind it: it is mixed, so neither language
    is its ``lang``. A page whose translation was stopped is written by people from then on, and a
    page that is no translation has no source: both have an empty list.
    """
    translation = (
        Translation.objects.select_related("source__locale")
        .filter(source__object_id=page.translation_key, target_locale_id=page.locale_id)
        .first()
    )
    if translation is None:
        return "", []
    language = str(translation.source.locale.language_code)
    if not translation.enabled:
        return language, []
    done = set(
        StringTranslation.objects.filter(
            locale_id=page.locale_id, context__object_id=page.translation_key, has_error=False
        ).values_list("translation_of_id", "context_id")
    )
    states: dict[str, set[bool]] = {}
    for segment in StringSegment.objects.filter(source=translation.source).select_related(
        "context", "string"
    ):
        path = segment.context.path
        if path in UNSEEN or not any(sign.isalpha() for sign in segment.string.data):
            continue
        is_done = (segment.string_id, segment.context_id) in done
        states.setdefault(_text_of(path), set()).add(is_done)
    paths = [
        path if True not in found else f"{path}{PART}"
        for path, found in states.items()
        if False in found
    ]
    return language, sorted(paths)


def _text_of(path: str) -> str:
    """Return the text a segment belongs to: its block in the body, else its own path."""
    field, dot, rest = path.partition(".")
    return f"{field}.{rest.partition('.')[0]}" if dot and field == "body" else path


def note_untranslated(page: BasePage) -> None:
    """Store on the page's row what ``untranslated_paths`` finds now."""
    language, paths = untranslated_paths(page)
    if (page.source_language, page.untranslated) == (language, paths):
        return
    page.source_language, page.untranslated = language, paths
    type(page).objects.filter(pk=page.pk).update(source_language=language, untranslated=paths)
    cache.delete(TITLES)


def foreign_titles() -> dict[int, str]:
    """Return, by page id, the code of the language of each title that is still untranslated.

    Kept for a minute at most: menus and breadcrumbs of every page ask for it.
    """
    kept: dict[int, str] | None = cache.get(TITLES)
    if kept is None:
        from core.models import BasePage

        kept = {}
        for model in apps.get_models():
            if issubclass(model, BasePage):
                rows = model.objects.exclude(source_language="").values_list(
                    "pk", "source_language", "untranslated"
                )
                kept |= {pk: code for pk, code, paths in rows if "title" in paths}
        cache.set(TITLES, kept, SECONDS)
    return kept

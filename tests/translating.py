"""A translator in a few lines: translates a page as wagtail-localize does, and publishes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import TestCase
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories import locale
from translations.models import Unconfirmed


def translate(
    page: Any,
    code: str,
    *,
    leave: Callable[[str], bool] = lambda path: False,
    is_published: bool = True,
) -> Any:
    """Return ``page`` in the language ``code``: each text with the code before it.

    Texts at the paths that ``leave`` is true of stay untranslated; without ``is_published`` it is a
    draft.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=locale(code)
    )
    for segment in source.stringsegment_set.select_related("string", "context"):
        if not leave(segment.context.path):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale(code),
                context=segment.context,
                defaults={"data": f"{code}: {segment.string.data}", "has_error": False},
            )
    Unconfirmed.objects.filter(
        string_translation__context__object_id=page.translation_key,
        string_translation__locale=locale(code),
    ).delete()
    publish(translation, is_published=is_published)
    return type(page).objects.get(translation_key=page.translation_key, locale=locale(code))


def publish(translation: Translation, *, is_published: bool = True) -> None:
    """Publish a translation, or save it as a draft, with what is done when the transaction ends."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=is_published)

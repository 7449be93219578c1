"""Translate the way a translator does: sentence by sentence, through wagtail-localize.

A translation made here has a source, segments and a history, so that the editors' interface treats
it like any other.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from wagtail.models import DraftStateMixin, Locale, TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

T = TypeVar("T", bound=TranslatableMixin)


class UnlikeTextsError(ValueError):
    """Two language versions do not have the same texts in the same places."""


def translate(
    original: T, locale: Locale, written: Any = None, user: AbstractBaseUser | None = None
) -> T:
    """Return ``original`` in ``locale``, published.

    ``written`` is an unsaved object of the same type that holds the translated texts; only its
    texts are read, each becoming the translation of the one in the same place. Without it nothing is
    translated, and the version shows the source texts. Raises UnlikeTextsError when the two differ in
    build.

    Works inside a transaction: wagtail-localize would publish a page only when the transaction has
    ended, so it is saved as a draft and published here.
    """
    source, _created = TranslationSource.update_or_create_from_instance(original)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    if written is not None:
        _store(source, locale, _paired(source.as_instance(), written), user)
    is_draft = isinstance(original, DraftStateMixin)
    translation.save_target(user=user, publish=not is_draft)
    target: T = translation.get_target_instance()
    if isinstance(target, DraftStateMixin):
        # The front door of a new language is there before anybody has rights on it.
        target.get_latest_revision().publish(user=user, skip_permission_checks=True)
        target.refresh_from_db()
    return target


def _texts(instance: Any) -> list[StringSegmentValue]:
    return [part for part in extract_segments(instance) if isinstance(part, StringSegmentValue)]


def _paired(original: Any, written: Any) -> dict[tuple[str, str], str]:
    """Return the translated text by (place, source text)."""
    ours, theirs = _texts(original), _texts(written)
    if [text.path for text in ours] != [text.path for text in theirs]:
        missing = [text.path for text in ours if text.path not in {t.path for t in theirs}]
        surplus = [text.path for text in theirs if text.path not in {t.path for t in ours}]
        raise UnlikeTextsError(
            f"{original!r} and its translation {written!r} are not built alike: "
            f"{len(ours)} and {len(theirs)} texts; missing {missing}, surplus {surplus}"
        )
    return {
        (our.path, our.string.data): their.string.data
        for our, their in zip(ours, theirs, strict=True)
    }


def _store(
    source: TranslationSource,
    locale: Locale,
    pairs: dict[tuple[str, str], str],
    user: AbstractBaseUser | None,
) -> None:
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    rows: dict[tuple[int, int], StringTranslation] = {}
    for segment in segments:
        rows[segment.string_id, segment.context_id] = StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=locale,
            data=pairs[segment.context.path, segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            last_translated_by=user,
        )
    StringTranslation.objects.bulk_create(rows.values(), ignore_conflicts=True)

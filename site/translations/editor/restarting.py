"""A translation that was stopped starts again: what was written by hand meanwhile comes into its texts.

wagtail-localize only switches it on: the next draft is made of the texts as they were when it was stopped,
and the words that somebody wrote into the page since are gone from it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import validate_translation_links

from translations.models import SegmentChange, Snapshot, Unconfirmed
from translations.synchronising import bring_up

#: What the button of wagtail-localize sends with the form of a page.
ASKED = "localize-restart-translation"


def before_restart(request: HttpRequest, page: Page) -> None:
    """Take what was written by hand into the texts, where the translation of ``page`` is to start again."""
    if request.method != "POST" or ASKED not in request.POST:
        return
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=False
    ).first()
    if translation is None:
        return
    left = take_over(translation, page)
    if left:
        messages.warning(
            request,
            _(
                "Paragraphs written by hand that fit no text of the source: %(count)s. They stay in the "
                "history of the page; copy what you need."
            )
            % {"count": left},
        )


def take_over(translation: Translation, page: Any) -> int:
    """Store what of ``page`` (its last draft) was written by hand since it was last made of its texts.

    Returns how many places could not be taken over: their texts are not as many as the source has, or
    have other links. What a source text was changed to meanwhile nobody has confirmed by that.
    """
    latest = page.get_latest_revision()
    made = Snapshot.objects.filter(version__translation=translation).order_by("revision_id").last()
    if latest is None or made is None or made.revision_id >= latest.pk:
        return 0
    bring_up(translation.source)
    before, now = _texts(made.revision.as_object()), _texts(page)
    wanted: dict[str, list[StringSegment]] = defaultdict(list)
    for segment in (
        StringSegment.objects.filter(source=translation.source)
        .order_by("order")
        .select_related("context", "string")
    ):
        wanted[segment.context.path].append(segment)
    by_hand = {path: texts for path, texts in now.items() if texts != before.get(path, [])}
    left = 0
    with transaction.atomic():
        for path, texts in by_hand.items():
            known = before.get(path, [])
            segments = wanted.get(path, [])
            if len(texts) != len(segments):
                left += 1
                continue
            for segment, text in zip(segments, texts, strict=True):
                if text not in known:
                    left += not _put(translation, segment, text, latest)
    return left


def _texts(page: Any) -> dict[str, list[str]]:
    """Return the texts of a page by their place, as wagtail-localize stores them."""
    found: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append(segment.string.data)
    return found


def _put(translation: Translation, segment: StringSegment, text: str, written: Revision) -> bool:
    """Store one text, as old as it is; tell whether it could be."""
    try:
        validate_translation_links(segment.string.data, text)
    except ValueError:
        return False
    key = {
        "translation_of_id": segment.string_id,
        "context_id": segment.context_id,
        "locale_id": translation.target_locale_id,
    }
    values = {
        "data": text,
        "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
        "tool_name": "",
        "last_translated_by_id": written.user_id,
        "has_error": False,
        "field_error": "",
        "updated_at": written.created_at,
    }
    # Without the signal by which whoever writes confirms: she wrote before the source changed.
    if StringTranslation.objects.filter(**key).update(**values):
        return True
    (row,) = StringTranslation.objects.bulk_create([StringTranslation(**key, **values)])
    StringTranslation.objects.filter(pk=row.pk).update(updated_at=written.created_at)
    change = SegmentChange.objects.filter(
        original__translation_key=translation.source.object_id,
        original__locale_id=translation.source.locale_id,
        path=segment.context.path,
        changed_at__gt=written.created_at,
        is_minor=False,
    ).last()
    if change is not None:
        Unconfirmed.objects.create(
            string_translation=row,
            old_mark=change.old_mark,
            old_text=change.old_text,
            changed_at=change.changed_at,
            changed_by_id=change.changed_by_id,
        )
    return True

"""Make a page of its translation: a revision, and the record of what it was made of.

Takes the place of ``TranslationSource.create_or_update_translation`` for pages, which has three faults:
it writes the draft of a live page over what the public sees, it publishes source texts under another
language without a mark, and it publishes when the transaction has ended and cannot be told no before.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    TemplateSegment,
    Translation,
    TranslationContext,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from core import languages
from translations.forms import Forms, forms_of
from translations.freshness import refresh, refreshing_once
from translations.lifecycle.restrictions import carry_restrictions
from translations.models import LanguageVersion, Snapshot, Unconfirmed
from translations.synchronising import bring_up
from translations.texts import FALLBACK, is_seen, mark_of, vouched
from translations.turns import take_turn

create_or_update_translation = TranslationSource.create_or_update_translation


def save_version(translation: Translation, *, user: Any = None, publish: bool = False) -> Page:
    """Make a revision of the page that ``translation`` is of, from the texts as they are now.

    The public sees nothing of it until it is published; ``publish`` does so at once. Whether ``user``
    may is for the caller to ask. Raises ValidationError for texts that a field refuses, and writes nothing
    then; PublicationRefused (``core.doors``) for a page that lacks something, which stays a draft.
    """
    page, _created = _save_page(
        translation.source, translation.target_locale, user, publish, copy_parents=True
    )
    return page


@wraps(create_or_update_translation)
def save_page_or_row(
    self: TranslationSource,
    locale: Locale,
    user: Any = None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
) -> tuple[Any, bool]:
    """Save the translation of a page as ``save_version`` does; that of a snippet as wagtail-localize."""
    if issubclass(self.specific_content_type.model_class(), Page):
        return _save_page(self, locale, user, publish, copy_parents=copy_parent_pages)
    bring_up(self)
    found: tuple[Any, bool] = create_or_update_translation(
        self, locale, user, publish, copy_parent_pages, fallback
    )
    return found


def apply() -> None:
    """Put our saving in wagtail-localize's place, whoever calls it."""
    TranslationSource.create_or_update_translation = save_page_or_row


def _save_page(
    source: TranslationSource, locale: Locale, user: Any, publish: bool, *, copy_parents: bool
) -> tuple[Page, bool]:
    try:
        with transaction.atomic(), refreshing_once():
            take_turn(source.object_id)
            bring_up(source)
            original = source.as_instance()
            # Now: what is put into the page is put into parts of this too.
            forms = forms_of(original)
            page, created = _page_in(source, original, locale, copy_parents)
            copy_synchronised_fields(original, page)
            segments, shown = texts_to_put(source, locale)
            ingest_segments(original, page, source.locale, locale, segments)
            _no_longer_alias(page, user)
            page.slug = find_available_slug(
                page.get_parent(), slugify(page.slug), ignore_page_id=page.pk
            )
            if page.first_published_at is None and not page.live:
                page.save()
            revision = page.save_revision(user=user)
            if created:
                source.sync_view_restrictions(original, page)
            carry_restrictions(source.object_id)
            TranslationLog.objects.create(source=source, locale=locale, revision=revision)
            _remember(source, locale, page, revision, shown, forms)
            refresh([source.object_id])
    except ValidationError as error:
        _note_errors(source, locale, error)
        raise
    if publish:
        # Outside: what may not go out stays a draft, and nobody's work is lost.
        revision.publish(user=user, skip_permission_checks=True)
    page.refresh_from_db()
    return page, created


def _page_in(
    source: TranslationSource, original: Page, locale: Locale, copy_parents: bool
) -> tuple[Any, bool]:
    """Return the page in ``locale`` with what its last draft says, made if there is none."""
    try:
        page = source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return original.copy_for_translation(locale, copy_parents=copy_parents), True
    if page.latest_revision_id and not page.alias_of_id:
        page = page.get_latest_revision_as_object()
    return page, False


def _no_longer_alias(page: Any, user: Any) -> None:
    if not page.alias_of_id:
        return
    page.alias_of_id = None
    page.save(update_fields=["alias_of_id"], clean=False)
    revision = page.save_revision(user=user, changed=False, clean=False)
    PageLogEntry.objects.log_action(
        instance=page,
        revision=revision,
        action="wagtail.convert_alias",
        user=user,
        data={"page": {"id": page.pk, "title": page.get_admin_display_title()}},
    )


def texts_to_put(
    source: TranslationSource, locale: Locale
) -> tuple[list[StringSegmentValue], list[list[str]]]:
    """Return the segments to put into the page, and what the page will vouch for."""
    segments = source._get_segments_for_translation(locale, fallback=True)
    rich = set(TemplateSegment.objects.filter(source=source).values_list("context_id", flat=True))
    written = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            context__object_id=source.object_id, locale=locale, has_error=False
        ).select_related("unconfirmed")
    }
    shown: list[list[str]] = []
    foreign: set[tuple[str, int]] = set()
    for path, order, context, string, text in (
        StringSegment.objects.filter(source=source)
        .order_by("order")
        .values_list("context__path", "order", "context_id", "string_id", "string__data")
    ):
        row = written.get((context, string))
        if not is_seen(path, text):
            continue
        shown.append([path, *_vouched(row, text)])
        if row is None and context in rich:
            foreign.add((path, order))
    lang = source.locale.language_code
    return [
        _marked(segment, lang)
        if isinstance(segment, StringSegmentValue) and (segment.path, segment.order) in foreign
        else segment
        for segment in segments
    ], shown


def _vouched(row: StringTranslation | None, text: str) -> tuple[str, str]:
    """Return the mark of the source text that a translation is of, and how sure that is."""
    if row is None:
        return mark_of(text), FALLBACK
    earlier: Unconfirmed | None = getattr(row, "unconfirmed", None)
    return vouched(text, row.translation_type, earlier.old_mark if earlier else None)


def _marked(segment: StringSegmentValue, code: str) -> StringSegmentValue:
    """Return a sentence of rich text in the source language with the language it is in."""
    html = format_html(
        '<span class="foreign" lang="{}" dir="{}">{}</span>',
        languages.html_lang(code),
        languages.direction(code),
        mark_safe(segment.string.data),  # noqa: S308  (wagtail-localize's own, validated HTML)
    )
    return StringSegmentValue(
        segment.path, StringValue(str(html)), attrs=segment.attrs, order=segment.order
    )


def _remember(
    source: TranslationSource,
    locale: Locale,
    page: Page,
    revision: Any,
    shown: list[list[str]],
    forms: Forms,
) -> None:
    version = LanguageVersion.objects.filter(
        translation_key=source.object_id, locale=locale
    ).first()
    if version is None:
        return  # wagtail-localize lets a page be made without a translation that keeps it
    Snapshot.objects.update_or_create(
        revision=revision, defaults={"version": version, "shown": shown, "forms": forms}
    )
    if not page.live:
        version.shown, version.forms = shown, forms
        version.save(update_fields=["shown", "forms"])


def _note_errors(source: TranslationSource, locale: Locale, error: ValidationError) -> None:
    """Say on each text what its field has against it, as wagtail-localize does."""
    if not hasattr(error, "error_dict"):
        return
    for field, errors in error.error_dict.items():
        context = TranslationContext.objects.filter(object_id=source.object_id, path=field).first()
        strings: Iterable[int] = StringSegment.objects.filter(
            source=source, context=context
        ).values_list("string_id", flat=True)
        if context is None:
            continue
        for row in StringTranslation.objects.filter(
            translation_of_id__in=strings, context=context, locale=locale
        ):
            row.set_field_error(errors)

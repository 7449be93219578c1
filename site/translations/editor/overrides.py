"""What is one for all languages unless a version has its own: images, files, films, addresses.

wagtail-localize calls it an overridable segment. Facts (ADR 0019) are not among them. Every such value gets
the chooser that the page's own form has, videos too, which wagtail-localize's editor does not know.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import models, transaction
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin.forms.models import registry
from wagtail.documents.models import AbstractDocument
from wagtail.embeds.blocks import EmbedBlock
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    Translation,
    TranslationContext,
)
from wagtailmedia.models import AbstractMedia
from wagtailmedia.widgets import AdminVideoChooser

from translations.editor.places import Place, Places
from translations.editor.rules import block_at
from translations.segments import Conflict, Gone, Written, name_of
from translations.texts import mark_of

#: What a link in a text may begin with, besides a slash or a number sign: nothing that runs.
SCHEMES = ("http", "https", "mailto", "tel")


@dataclass(frozen=True)
class Kind:
    """What sort of value stands at a place: a row of ``model``, or an address."""

    model: type[models.Model] | None = None
    widget: Any = None
    is_email: bool = False
    is_link: bool = False

    def cleaned(self, user: Any, value: Any) -> Any:
        """Return what is stored for ``value``. Raises ValidationError, for the user, for what may not be."""
        if self.model is None:
            return _address(str(value), is_email=self.is_email, is_link=self.is_link)
        text = str(value).strip()
        if not text.isdecimal():
            raise ValidationError(_("Choose one from the list."), code="invalid")
        found = self.model._default_manager.filter(pk=int(text)).first()
        if found is None or not _may_choose(user, found):
            raise ValidationError(_("What you chose is not there any more."), code="gone")
        return found.pk


def _address(text: str, *, is_email: bool, is_link: bool) -> str:
    text = text.strip()
    if is_email:
        EmailValidator()(text)
        return text
    scheme, colon, rest = text.partition(":")
    if is_link and (text.startswith(("/", "#")) and not text.startswith("//")):
        return text
    if is_link and colon and scheme.lower() in ("mailto", "tel") and rest:
        return text
    URLValidator(schemes=["http", "https"])(text)
    return text


def _may_choose(user: Any, found: models.Model) -> bool:
    """Tell whether ``user`` may use an image or a file: some are for certain groups only."""
    if not isinstance(found, AbstractImage | AbstractDocument):
        return True
    policy = policy_registry.get_by_type(type(found))
    return bool(policy.user_has_permission_for_instance(user, "choose", found)) or bool(
        policy.user_has_any_permission_for_instance(user, ["change", "delete"], found)
    )


@dataclass(frozen=True)
class Override:
    """One such value: the source's (``original``) and, where there is one, the version's own."""

    context: int
    path: str
    place: Place
    kind: Kind
    original: Any
    original_text: str
    own: Any = None
    has_own: bool = False
    chosen: Any = None
    by: str = ""
    error: str = ""

    @property
    def name(self) -> str:
        """Return its name in the form."""
        return f"own-{self.context}"

    @property
    def mark(self) -> str:
        """Return what a writer sends back to say what she saw."""
        return mark_of(json.dumps(self.own)) if self.has_own else ""

    @cached_property
    def widget_html(self) -> SafeString:
        """Return the field to choose or write the version's own value in."""
        widget, name = self.kind.widget, self.name
        if self.kind.model is not None and widget is not None:
            html: SafeString = widget.render(name, self.chosen, {"id": f"id_{name}"})
            return html
        return format_html(
            '<input type="{}" id="id_{}" name="{}" value="{}" dir="ltr" autocomplete="off">',
            "email" if self.kind.is_email else "text",
            name,
            name,
            self.own or "",
        )


def overrides_of(translation: Translation, source: Any, only: int | None = None) -> list[Override]:
    """Return what a version may have its own of, in the order of the page.

    ``only`` narrows it to one context. Two queries, and one for each kind of row among the values.
    """
    segments = OverridableSegment.objects.filter(source_id=translation.source_id)
    if only is not None:
        segments = segments.filter(context_id=only)
    found = list(segments.order_by("order").select_related("context"))
    if not found:
        return []
    own = {
        row.context_id: row
        for row in SegmentOverride.objects.filter(
            context__in=[segment.context_id for segment in found],
            locale_id=translation.target_locale_id,
        ).select_related("last_translated_by")
    }
    model = translation.source.specific_content_type.model_class()
    kinds = {segment.pk: kind_at(model, segment.context) for segment in found}
    wanted: dict[type[models.Model], set[int]] = {}
    for segment in found:
        kind = kinds[segment.pk]
        row = own.get(segment.context_id)
        if kind.model is not None:
            values = {segment.data, row.data if row else None}
            wanted.setdefault(kind.model, set()).update(v for v in values if isinstance(v, int))
    rows = {
        (kind, row.pk): row
        for kind, keys in wanted.items()
        for row in _with_thumbnails(kind._default_manager.filter(pk__in=keys))
    }
    places = Places(source)
    return [
        _override(segment, own.get(segment.context_id), kinds[segment.pk], places, rows)
        for segment in found
        if kinds[segment.pk].model is None or kinds[segment.pk].widget is not None
    ]


def _with_thumbnails(rows: Any) -> Any:
    """Return the rows with what their choosers show of them."""
    if issubclass(rows.model, AbstractImage):
        return rows.prefetch_renditions("max-165x165")
    return rows


def _override(
    segment: OverridableSegment,
    row: SegmentOverride | None,
    kind: Kind,
    places: Places,
    rows: dict[Any, Any],
) -> Override:
    original = segment.data
    text = str(original)
    if kind.model is not None:
        text = str(rows.get((kind.model, original), _("no longer there")))
    return Override(
        context=segment.context_id,
        path=segment.context.path,
        place=places.of(segment.context),
        kind=kind,
        original=original,
        original_text=text,
        own=row.data if row else None,
        has_own=row is not None,
        chosen=rows.get((kind.model, row.data)) if row and kind.model else None,
        by=name_of(row.last_translated_by) if row else "",
        error=row.field_error if row and row.has_error else "",
    )


def kind_at(model: type[models.Model], context: TranslationContext) -> Kind:
    """Return what sort of value stands at ``context``."""
    if context.path.endswith("'"):
        return Kind(is_link=True)
    return _kind(model, context.field_path.split("."))


def _kind(model: type[models.Model], names: list[str]) -> Kind:
    try:
        field = model._meta.get_field(names[0])
    except FieldDoesNotExist:
        return Kind()
    if isinstance(field, StreamField):
        return _kind_of_block(block_at(field.stream_block, names[1:]))
    if isinstance(field, models.ManyToOneRel):
        return _kind(field.related_model, names[1:])
    if isinstance(field, models.ForeignKey):
        related: type[models.Model] = field.related_model
        return Kind(related, _widget_for(field, related))
    return Kind(is_email=isinstance(field, models.EmailField))


def _widget_for(field: Any, related: type[models.Model]) -> Any:
    if issubclass(related, AbstractMedia):
        return AdminVideoChooser()
    found = (registry.foreign_key_lookup(field) or {}).get("widget")
    return found() if isinstance(found, type) else found


def _kind_of_block(block: blocks.Block | None) -> Kind:
    if isinstance(block, blocks.ChooserBlock):
        return Kind(block.model_class, block.widget)
    return Kind(
        is_email=isinstance(block, blocks.EmailBlock), is_link=not isinstance(block, EmbedBlock)
    )


def media_of(overrides: list[Override]) -> forms.Media:
    """Return the scripts and styles that the choosers need."""
    media = forms.Media()
    for override in overrides:
        if override.kind.model is not None and override.kind.widget is not None:
            media += override.kind.widget.media
    return media


def put(user: Any, translation: Translation, override: Override, value: Any, seen: str) -> None:
    """Give the version its own value; an empty one takes it away.

    Raises ValidationError for what may not be, Conflict where another chose meanwhile.
    """
    data = None if value in (None, "") else override.kind.cleaned(user, value)
    with transaction.atomic():
        TranslationContext.objects.select_for_update(no_key=True).get(pk=override.context)
        rows = SegmentOverride.objects.filter(
            context_id=override.context, locale_id=translation.target_locale_id
        ).select_related("last_translated_by")
        row = rows.first()
        now = mark_of(json.dumps(row.data)) if row else ""
        if now != seen and (row.data if row else None) != data:
            raise Conflict(
                Written(str(row.data), name_of(row.last_translated_by)) if row else Written("")
            )
        if data is None:
            rows.delete()
            return
        row = row or SegmentOverride(
            context_id=override.context, locale_id=translation.target_locale_id
        )
        row.data_json = json.dumps(data)
        row.last_translated_by = user
        row.has_error, row.field_error = False, ""
        row.save()


def override_at(translation: Translation, source: Any, context: int) -> Override:
    """Return the value at one context. Raises Gone where the source does not have it any more."""
    for override in overrides_of(translation, source, only=context):
        return override
    raise Gone(context)


def title_of(found: Any) -> str:
    """Return how a page or another row is named in lists of the admin."""
    return found.get_admin_display_title() if isinstance(found, Page) else str(found)

"""The texts of one translation: what stands where, what is to do, and writing, confirming, dropping.

Nothing here knows of HTTP. Whoever writes says which text she saw (its *mark*); where another wrote
meanwhile, she gets a ``Conflict`` with the other's text, and neither is lost. A text is known by its
place and its source text (``Key``): when the source changes, the text is another one.

Whatever is written, by this door or another, counts as confirmed (``signals.note_writing``).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    TemplateSegment,
    Translation,
    TranslationContext,
)

from translations.editor import notation
from translations.editor.diff import Run, word_changes
from translations.editor.places import SHAPES, Place, Places, shapes_of
from translations.editor.rules import Rule, rule_of
from translations.models import Unconfirmed
from translations.texts import is_seen, mark_of


class Standing(StrEnum):
    """How far the translation of one text is, in the order in which it is worked on."""

    UNCONFIRMED = "unconfirmed"
    ERROR = "error"
    MISSING = "missing"
    MACHINE = "machine"
    CONFIRMED = "confirmed"
    #: Says nothing that has a language, as a number: it may be left as it is.
    FREE = "free"


class Key(NamedTuple):
    """Which text: the primary keys of its ``TranslationContext`` and of its ``String``."""

    context: int
    string: int

    def __str__(self) -> str:
        return f"{self.context}-{self.string}"


class Gone(LookupError):  # noqa: N818  (what happened, as the house names it)
    """The source does not say this text any more, or not here."""


@dataclass(frozen=True)
class Written:
    """A translation as it is stored: HTML, with who wrote it and when."""

    data: str
    by: str = ""
    at: datetime | None = None

    @property
    def mark(self) -> str:
        """Return what a writer sends back to say which text she saw."""
        return mark_of(self.data) if self.data else ""


class Dropped(NamedTuple):
    """A translation that was taken away, with all that was known of it."""

    data: str
    kind: str
    tool: str
    by: int | None
    old_mark: str
    old_text: str
    changed_at: str
    changed_by: int | None


class Conflict(Exception):  # noqa: N818  (what happened, as the house names it)
    """Another wrote this text since the writer read it: ``theirs`` is what stands there now."""

    def __init__(self, theirs: Written) -> None:
        self.theirs = theirs
        super().__init__(theirs.by)


@dataclass(frozen=True)
class Row:
    """One text to translate. Texts (``source``, ``text``, ``old_source``) are HTML as stored."""

    key: Key
    path: str
    order: int
    source: str
    text: str
    standing: Standing
    place: Place
    rule: Rule = field(default_factory=Rule)
    is_rich: bool = False
    shape: str = ""
    #: Where each link of the source leads, as wagtail-localize keeps it: attributes by id.
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    old_source: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    written_at: datetime | None = None
    written_by: str = ""
    error: str = ""

    @property
    def mark(self) -> str:
        """Return the mark of the translation as it is now."""
        return mark_of(self.text) if self.text else ""

    @property
    def is_to_do(self) -> bool:
        """Tell whether a translator still has something to do here."""
        return self.standing not in (Standing.CONFIRMED, Standing.FREE)

    @property
    def needs_confirming(self) -> bool:
        """Tell whether there is a text of which somebody must say that it is right."""
        return self.standing in (Standing.UNCONFIRMED, Standing.MACHINE)

    @cached_property
    def typed(self) -> str:
        """Return the translation as it is written in a plain field."""
        return notation.to_notation(self.text) if self.is_rich else notation.plain(self.text)

    @property
    def shape_name(self) -> str:
        """Return what the text is part of, in words; empty for plain fields, and where the label says it."""
        name = str(SHAPES.get(self.shape, ""))
        return "" if name == self.place.label else name

    @cached_property
    def changes(self) -> list[Run]:
        """Return what has changed in the source; empty where only bold words or links did."""
        old, new = notation.plain(self.old_source), notation.plain(self.source)
        return word_changes(old, new) if self.old_source and old != new else []

    def stored(self, typed: str) -> str:
        """Return ``typed`` as it is stored. Raises ValidationError for what may not be."""
        if self.is_rich:
            data = notation.to_html(typed, self.source)
        else:
            text = notation.tidied(typed)
            data = notation.from_plain(text if self.rule.has_lines else " ".join(text.split()))
            self.rule.validate(notation.plain(data))
        return data if notation.plain(data).strip() else ""

    def is_as_stored(self, typed: str) -> bool:
        """Tell whether ``typed`` is what the field showed: then nobody wrote anything."""
        return notation.tidied(typed) == notation.tidied(self.typed)


class Texts:
    """The texts of a source and where they stand, read once; their translations are read by ``rows``.

    ``source`` is the source instance, if it was read already. Call ``bring_up`` before.
    """

    def __init__(self, translation: Translation, source: Any = None) -> None:
        self.translation = translation
        self.source = source or translation.source.get_source_instance()
        mine = {"source_id": translation.source_id}
        self.segments = list(
            StringSegment.objects.filter(**mine)
            .order_by("order")
            .select_related("context", "string")
        )
        self.shapes = shapes_of(TemplateSegment.objects.filter(**mine).select_related("template"))
        self.places = Places(self.source)

    def rows(self) -> list[Row]:
        """Return the texts in the order of the page, as they are translated now; one query.

        A text that is said twice at a place comes once.
        """
        contexts = {segment.context_id for segment in self.segments}
        written = {
            Key(row.context_id, row.translation_of_id): row
            for row in StringTranslation.objects.filter(
                context__object_id=self.translation.source.object_id,
                locale_id=self.translation.target_locale_id,
            ).select_related(
                "unconfirmed__changed_by", "last_translated_by", "translation_of", "context"
            )
            if row.context_id in contexts
        }
        model = self.translation.source.specific_content_type.model_class()
        counted: dict[int, int] = {}
        rows: dict[Key, Row] = {}
        for segment in self.segments:
            key = Key(segment.context_id, segment.string_id)
            place_in_text = counted[key.context] = counted.get(key.context, -1) + 1
            if key in rows:
                continue
            around = self.shapes.get(key.context)
            rows[key] = _row(
                segment,
                written.get(key),
                self.places.of(segment.context),
                rule_of(model, segment.context.field_path),
                is_rich=around is not None,
                shape=around[place_in_text] if around and place_in_text < len(around) else "",
            )
        return sorted(rows.values(), key=lambda row: (row.place.order, row.order))


def rows_of(translation: Translation, source: Any = None) -> list[Row]:
    """Return the texts of a translation, as ``Texts`` has them; six queries at most, however many."""
    return Texts(translation, source).rows()


def row_of(translation: Translation, key: Key, source: Any = None) -> Row:
    """Return one text. Raises Gone where the source does not have it any more."""
    for row in rows_of(translation, source):
        if row.key == key:
            return row
    raise Gone(key)


def _row(
    segment: StringSegment,
    row: StringTranslation | None,
    place: Place,
    rule: Rule,
    *,
    is_rich: bool,
    shape: str,
) -> Row:
    earlier: Unconfirmed | None = getattr(row, "unconfirmed", None) if row else None
    source = segment.string.data
    return Row(
        key=Key(segment.context_id, segment.string_id),
        path=segment.context.path,
        order=segment.order,
        source=source,
        text=row.data if row else "",
        standing=_standing(row, earlier, segment),
        place=place,
        rule=rule,
        is_rich=is_rich,
        shape=shape,
        links=json.loads(segment.attrs or "null") or {},
        old_source=earlier.old_text if earlier else "",
        changed_at=earlier.changed_at if earlier else None,
        changed_by=name_of(earlier.changed_by) if earlier else "",
        written_at=row.updated_at if row else None,
        written_by=_writer_of(row) if row else "",
        error=str(row.get_error() or "") if row and row.has_error else "",
    )


def _writer_of(row: StringTranslation) -> str:
    """Return who wrote a translation: a person, or the machine that somebody asked."""
    is_machine = row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    return (is_machine and row.tool_name) or name_of(row.last_translated_by)


def _standing(
    row: StringTranslation | None, earlier: Unconfirmed | None, segment: StringSegment
) -> Standing:
    if row is None or not row.data:
        is_text = is_seen(segment.context.path, segment.string.data)
        return Standing.MISSING if is_text else Standing.FREE
    if row.has_error:
        return Standing.ERROR
    if earlier is not None:
        return Standing.UNCONFIRMED
    if row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return Standing.MACHINE
    return Standing.CONFIRMED


def name_of(user: Any) -> str:
    """Return how colleagues are told of ``user``; empty for nobody."""
    return (user.get_full_name() or user.get_username()) if user is not None else ""


# Writing ------------------------------------------------------------------------------------------


def write(user: Any, translation: Translation, row: Row, typed: str, seen: str) -> Written:
    """Store what ``user`` typed for ``row``: that is also a confirmation. An emptied field drops the text.

    ``seen`` is the mark of the text she saw. Raises ValidationError for a text that its field or rich
    text refuses, Conflict where another wrote meanwhile; then nothing is written.
    """
    data = row.stored(typed)
    if not data:
        drop(user, translation, row, seen)
        return Written("")
    with transaction.atomic():
        found = _locked(translation, row.key, seen, wanted=data)
        if found is None:
            found = StringTranslation(
                translation_of_id=row.key.string,
                context_id=row.key.context,
                locale_id=translation.target_locale_id,
            )
        _store(found, data, user)
    return _written(found)


def confirm(user: Any, translation: Translation, row: Row, seen: str) -> Written:
    """Say that the translation of ``row`` is right as it stands.

    Raises ValidationError where there is none or it has an error, Conflict where another wrote it anew.
    """
    with transaction.atomic():
        found = _locked(translation, row.key, seen)
        if found is None or not found.data:
            raise ValidationError(_("There is nothing to confirm yet."), code="missing")
        if found.has_error:
            raise ValidationError(_("Mend the text before you confirm it."), code="error")
        _store(found, found.data, user)
    return _written(found)


def drop(user: Any, translation: Translation, row: Row, seen: str) -> Dropped | None:
    """Take the translation of ``row`` away: the version shows the source text, marked as such.

    Returns what ``bring_back`` needs, None where there was none. Raises Conflict where another wrote
    meanwhile.
    """
    with transaction.atomic():
        found = _locked(translation, row.key, seen, wanted="")
        if found is None:
            return None
        earlier: Unconfirmed | None = getattr(found, "unconfirmed", None)
        dropped = Dropped(
            found.data,
            found.translation_type,
            found.tool_name,
            found.last_translated_by_id,
            earlier.old_mark if earlier else "",
            earlier.old_text if earlier else "",
            earlier.changed_at.isoformat() if earlier else "",
            earlier.changed_by_id if earlier else None,
        )
        found.delete()
    return dropped


def bring_back(translation: Translation, row: Row, dropped: Dropped) -> Written:
    """Put back what was dropped, as it was: what nobody had confirmed is not confirmed by that.

    Raises Conflict where another wrote meanwhile.
    """
    with transaction.atomic():
        _locked(translation, row.key, "")
        found = StringTranslation(
            translation_of_id=row.key.string,
            context_id=row.key.context,
            locale_id=translation.target_locale_id,
            data=dropped.data,
            translation_type=dropped.kind,
            tool_name=dropped.tool,
            last_translated_by_id=dropped.by,
        )
        found.save()
        if dropped.old_mark:
            Unconfirmed.objects.create(
                string_translation=found,
                old_mark=dropped.old_mark,
                old_text=dropped.old_text,
                changed_at=datetime.fromisoformat(dropped.changed_at),
                changed_by_id=dropped.changed_by,
            )
    return _written(found)


def _locked(
    translation: Translation, key: Key, seen: str, wanted: str | None = None
) -> StringTranslation | None:
    """Return the stored row, which nobody else writes until the transaction ends.

    Two who write the same wait for each other at the place, for there may be no row yet. Raises Conflict
    for another text than the writer saw, unless it says what she wants to say (``wanted``).
    """
    TranslationContext.objects.select_for_update(no_key=True).get(pk=key.context)
    found = (
        StringTranslation.objects.filter(
            translation_of_id=key.string,
            context_id=key.context,
            locale_id=translation.target_locale_id,
        )
        .select_related("last_translated_by", "translation_of", "context", "unconfirmed")
        .first()
    )
    data = found.data if found else ""
    if (mark_of(data) if data else "") != seen and data != wanted:
        raise Conflict(_written(found) if found else Written(""))
    return found


def _store(row: StringTranslation, data: str, user: Any) -> None:
    row.data = data
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name = ""
    row.last_translated_by = user
    row.has_error, row.field_error = False, ""
    row.save()


def _written(row: StringTranslation) -> Written:
    return Written(row.data, name_of(row.last_translated_by), row.updated_at)

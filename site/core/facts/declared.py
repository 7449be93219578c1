"""Which fields, rows and blocks of a page type are facts.

Nothing is listed twice: a page type says it to wagtail-localize (``override_translatable_fields``), a
block by its class attribute ``facts``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import (
    SynchronizedField,
    TranslatableField,
    get_translatable_fields,
)

from core.facts.streams import bears_facts

#: Goes with the image, and a translation may have another image: carried alone, it would leave an
#: image without a description.
GOES_WITH_IMAGE = "image_is_decorative"


@dataclass(frozen=True)
class Relation:
    """The rows of a page that hang on it by one ``ParentalKey``.

    Rows that are translated are matched by their ``translation_key``, and ``facts`` are their fields
    that follow; those ``may_override`` do unless a translator has written her own. Other rows are
    facts as a whole.
    """

    name: str
    model: type[models.Model]
    parent: models.Field[Any, Any]
    is_translated: bool
    facts: tuple[models.Field[Any, Any], ...]
    may_override: frozenset[str]
    order: tuple[models.Field[Any, Any], ...]


@dataclass(frozen=True)
class Declared:
    """What of a page type is fact: fields as they are, parts of StreamFields, and rows."""

    fields: tuple[models.Field[Any, Any], ...]
    streams: tuple[StreamField, ...]
    relations: tuple[Relation, ...]

    def touched_by(self, update_fields: Iterable[str] | None) -> bool:
        """Tell whether a saving with ``update_fields`` can write a fact."""
        if update_fields is None:
            return True
        names = {name for field in self.fields for name in (field.name, field.attname)}
        names |= {field.name for field in self.streams} | {one.name for one in self.relations}
        return not names.isdisjoint(update_fields)


@cache
def declared(model: type[models.Model]) -> Declared:
    """Return what of the page type ``model`` is fact."""
    fields, relations = [], []
    for said in get_translatable_fields(model):
        field = said.get_field(model)
        if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            if isinstance(said, SynchronizedField | TranslatableField):
                relations.append(_relation(field))
        elif (
            isinstance(said, SynchronizedField)
            and not said.overridable
            and field.name != GOES_WITH_IMAGE
            and isinstance(field, models.Field)
            and not field.many_to_many
        ):
            fields.append(field)
    streams = [
        field
        for field in model._meta.get_fields()
        if isinstance(field, StreamField) and bears_facts(field.stream_block)
    ]
    return Declared(tuple(fields), tuple(streams), tuple(relations))


def _relation(relation: Any) -> Relation:
    model: type[models.Model] = relation.related_model
    parent = relation.remote_field
    columns = [one for one in model._meta.concrete_fields if not one.primary_key and one != parent]
    order = tuple(one for one in columns if one.name == "sort_order")
    is_translated = issubclass(model, TranslatableMixin)
    said = get_translatable_fields(model) if is_translated else []
    synchronized = {one.field_name: one for one in said if isinstance(one, SynchronizedField)}
    facts = [one for one in columns if not is_translated or one.name in synchronized]
    return Relation(
        name=relation.get_accessor_name(),
        model=model,
        parent=parent,
        is_translated=is_translated,
        facts=tuple(one for one in facts if one not in order),
        may_override=frozenset(name for name, one in synchronized.items() if one.overridable),
        order=order,
    )

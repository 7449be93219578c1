"""Which parts pages show, and which pages show a part.

Source: Wagtail's index of references, which holds what the row of a page refers to, in its fields, child
rows and streams. One step more is taken here: from a contact person to her title and organisation, from
a film to its texts and tracks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from people.models import ContactPerson, ContactTitle, Organisation
from translations.models import Original
from translations.parts.kinds import TRACKS, Kind, PartKey, kinds, plain, type_of
from videos.models import Video, VideoText


def _vocabularies() -> list[Kind]:
    return [kind for kind in kinds().values() if not kind.owner]


def _targets() -> dict[int, type[Any]]:
    """Return what pages refer to that is a part or has parts, by content type."""
    models = [kind.model for kind in _vocabularies()] + [ContactPerson, Video]
    return {type_of(model).pk: model for model in models}


def parts_of(page_keys: Iterable[UUID]) -> dict[UUID, frozenset[PartKey]]:
    """Return which parts the source pages show, by the translation key of the page; two queries.

    A page's translations refer to the same things: choices are facts, not text (ADR 0019).
    """
    found: dict[UUID, set[PartKey]] = defaultdict(set)
    targets = _targets()
    referred: dict[tuple[int, str], set[UUID]] = defaultdict(set)
    for key, kind, pk in _references(page_keys, targets):
        referred[kind, pk].add(key)
    keys_of = _groups(referred, targets)
    for (kind, pk), pages in referred.items():
        model, parts = targets[kind], keys_of.get((kind, pk), set())
        if model is Video:
            parts = {PartKey(kinds_label(VideoText), pk), PartKey(TRACKS, pk)}
        elif model is ContactPerson:
            parts = {*parts, PartKey(kinds_label(ContactTitle), pk)}
        for page in pages:
            found[page] |= parts
    return {key: frozenset(parts) for key, parts in found.items()}


def kinds_label(model: type[Any]) -> str:
    """Return what ``PartKey`` calls rows of ``model``."""
    return str(model._meta.label_lower)


def _references(
    page_keys: Iterable[UUID], targets: Iterable[int]
) -> Iterable[tuple[UUID, int, str]]:
    """Return (translation key of the page, content type, key) of what source pages refer to."""
    is_source = Exists(
        Original.objects.filter(
            translation_key=OuterRef("translation_key"), locale=OuterRef("locale")
        )
    )
    pages = Page.objects.filter(is_source, translation_key__in=set(page_keys))
    its_page = Page.objects.filter(pk=Cast(OuterRef("object_id"), IntegerField()))
    rows: Iterable[tuple[UUID, int, str]] = (
        ReferenceIndex.objects.filter(
            base_content_type=type_of(Page),
            object_id__in=pages.order_by().values(text=Cast("pk", CharField())),
            to_content_type__in=list(targets),
        )
        .order_by()
        .annotate(page_key=Subquery(its_page.values("translation_key")[:1]))
        .values_list("page_key", "to_content_type", "to_object_id")
        .distinct()
    )
    return rows


def _groups(
    referred: Iterable[tuple[int, str]], targets: dict[int, type[Any]]
) -> dict[tuple[int, str], set[PartKey]]:
    """Return which text each row that is referred to is a language of; one query for all kinds.

    A contact person stands for her organisation.
    """
    wanted: dict[int, list[str]] = defaultdict(list)
    for kind, pk in referred:
        if targets[kind] is not Video:
            wanted[kind].append(pk)
    lists: list[QuerySet[Any]] = []
    for kind, pks in wanted.items():
        model = targets[kind]
        is_person = model is ContactPerson
        shown, column = (
            (Organisation, "organisation__translation_key")
            if is_person
            else (model, "translation_key")
        )
        rows = model._base_manager.filter(pk__in=pks).exclude(**{column: None})
        lists.append(
            rows.order_by().values_list(
                Value(kind, output_field=IntegerField()),
                F("pk"),
                Value(kinds_label(shown), output_field=CharField()),
                Cast(F(column), CharField()),
            )
        )
    if not lists:
        return {}
    found: dict[tuple[int, str], set[PartKey]] = defaultdict(set)
    for kind, pk, label, group in lists[0].union(*lists[1:], all=True):
        found[kind, str(pk)].add(PartKey(label, plain(group)))
    return found


def pages_showing(parts: Iterable[PartKey]) -> set[UUID]:
    """Return the translation keys of the pages that show any of ``parts``, in whichever language.

    One query, and one more where there are vocabularies among them.
    """
    wanted: dict[ContentType, set[str]] = defaultdict(set)
    groups: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        groups[part.kind].add(part.group)
    videos = groups.pop(kinds_label(VideoText), set()) | groups.pop(TRACKS, set())
    wanted[type_of(Video)] |= videos
    wanted[type_of(ContactPerson)] |= groups.pop(kinds_label(ContactTitle), set())
    for kind, pk in _members(groups):
        wanted[kind].add(pk)
    asked = Q()
    for content_type, pks in wanted.items():
        if pks:
            asked |= Q(to_content_type=content_type, to_object_id__in=pks)
    if not asked:
        return set()
    references = ReferenceIndex.objects.filter(asked, base_content_type=type_of(Page))
    pages = references.order_by().values(page=Cast("object_id", IntegerField()))
    return set(Page.objects.filter(pk__in=pages).values_list("translation_key", flat=True))


def _members(groups: dict[str, set[str]]) -> Iterable[tuple[ContentType, str]]:
    """Return what pages refer to for vocabularies: their rows, and the persons of organisations."""
    lists: list[QuerySet[Any]] = []
    types = {}
    for label, keys in groups.items():
        kind = kinds()[label]
        holders = [(kind.model, kind.rows(keys))]
        if kind.model is Organisation:
            persons = ContactPerson.objects.filter(organisation__in=kind.rows(keys))
            holders.append((ContactPerson, persons))
        for model, rows in holders:
            content_type = type_of(model)
            types[content_type.pk] = content_type
            number = Value(content_type.pk, output_field=IntegerField())
            lists.append(rows.order_by().values_list(number, F("pk")))
    if not lists:
        return []
    return [(types[kind], str(pk)) for kind, pk in lists[0].union(*lists[1:], all=True)]

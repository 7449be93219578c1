"""What a page shows from elsewhere: rows with versions of their own, which are translated where they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from wagtail_localize.models import RelatedObjectSegment, Translation, get_edit_url

from translations.editor.places import Places
from translations.models import LanguageVersion, State
from translations.parts import parts_of, states_of


@dataclass(frozen=True)
class Related:
    """One such row: its title, the state of its version in this language in words, and the way to it."""

    title: str
    label: str | Promise
    url: str = ""
    place: str = ""


def related_of(translation: Translation, source: Any) -> list[Related]:
    """Return the rows that the translation hangs on, and the texts shown from elsewhere that are not right.

    Costs the same however many there are: some queries for each kind.
    """
    return [*_referred(translation, source), *_parts(translation)]


def _parts(translation: Translation) -> list[Related]:
    """Return the texts that the page shows from elsewhere and that lack something in this language."""
    key, locale = translation.source.object_id, translation.target_locale_id
    states = states_of(parts_of([key]).get(key, ()), [locale])
    found = [
        Related(
            str(state.label),
            State.OUTDATED.label if state.outdated else State.FALLBACK.label,
            str(state.href),
        )
        for state in states.values()
        if state.outdated or state.fallback
    ]
    return sorted(found, key=lambda one: one.title)


def _referred(translation: Translation, source: Any) -> list[Related]:
    segments = list(
        RelatedObjectSegment.objects.filter(source_id=translation.source_id)
        .order_by("order")
        .select_related("context", "object")
    )
    if not segments:
        return []
    kinds: dict[int, set[UUID]] = defaultdict(set)
    for segment in segments:
        kinds[segment.object.content_type_id].add(segment.object_id)
    rows: dict[tuple[UUID, int], Any] = {}
    for kind, keys in kinds.items():
        model: Any = ContentType.objects.get_for_id(kind).model_class()
        for row in model._default_manager.filter(translation_key__in=keys):
            rows[row.translation_key, row.locale_id] = row
    states = dict(
        LanguageVersion.objects.filter(
            translation_key__in=[segment.object_id for segment in segments],
            locale_id=translation.target_locale_id,
        ).values_list("translation_key", "state")
    )
    places = Places(source)
    found: dict[UUID, Related] = {}
    for segment in segments:
        original = rows.get((segment.object_id, translation.source.locale_id))
        version = rows.get((segment.object_id, translation.target_locale_id))
        if original is None or segment.object_id in found:
            continue
        # A version that somebody made by hand is no translation, and as good as its own source.
        state = states.get(segment.object_id, State.UP_TO_DATE if version else State.MISSING)
        found[segment.object_id] = Related(
            str(version or original),
            State(state).label,
            _url(version or original),
            places.of(segment.context).name,
        )
    return list(found.values())


def _url(row: Any) -> str:
    try:
        return str(get_edit_url(row) or "")
    except NoReverseMatch:
        return ""

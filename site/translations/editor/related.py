"""What a text leads on to: rows with versions of their own that the page shows or links to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch
from django.utils.functional import Promise
from wagtail_localize.models import RelatedObjectSegment, Translation, get_edit_url

from translations.editor.places import Place, Places
from translations.models import LanguageVersion, State


@dataclass(frozen=True)
class Related:
    """One such row: its title, the state of its version in this language, and where it is translated."""

    place: Place
    title: str
    state: str
    label: str | Promise
    source_url: str = ""
    target_url: str = ""


def related_of(translation: Translation, source: Any) -> list[Related]:
    """Return the related rows, each once. Two queries, and one for each kind of row."""
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
    places, found = Places(source), {}
    for segment in segments:
        original = rows.get((segment.object_id, translation.source.locale_id))
        version = rows.get((segment.object_id, translation.target_locale_id))
        if original is None or segment.object_id in found:
            continue
        # A version that somebody made by hand is no translation, and as good as its own source.
        state = states.get(segment.object_id, State.UP_TO_DATE if version else State.MISSING)
        found[segment.object_id] = Related(
            places.of(segment.context),
            str(version or original),
            str(state),
            State(state).label,
            _url(original),
            _url(version) if version else "",
        )
    return list(found.values())


def _url(row: Any) -> str:
    try:
        return str(get_edit_url(row) or "")
    except NoReverseMatch:
        return ""

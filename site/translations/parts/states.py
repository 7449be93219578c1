"""How true the parts of pages are, language by language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.text import capfirst, format_lazy
from wagtail.models import Locale

from core.languages import html_lang
from translations.models import LanguageVersion, RowRecord
from translations.parts.kinds import TRACKS, Kind, PartKey, kinds, plain, type_of
from translations.parts.tracks import track_states
from videos.languages import NO_SPEECH
from videos.models import Video, VideoText
from videos.wording import written_code

#: The kinds of what belongs to a film.
OF_FILMS = (TRACKS, VideoText._meta.label_lower)


@dataclass(frozen=True)
class PartState:
    """How true a text that a page shows from elsewhere is in one language.

    ``outdated`` texts were written for another source text than there is now, ``fallback`` texts are
    seen in another language. ``href`` leads to where it is mended.
    """

    label: str | Promise
    href: str | Promise = ""
    outdated: int = 0
    fallback: int = 0
    since: datetime | None = None
    latest: datetime | None = None


@dataclass(frozen=True)
class _Row:
    """One language of a text."""

    pk: int
    translation_key: str
    name: str


@dataclass
class _Known:
    """What was read of all parts."""

    rows: dict[PartKey, dict[int, _Row]] = field(default_factory=lambda: defaultdict(dict))
    #: (outdated, fallback, since, latest) by kind and row, or by translation key and locale.
    judged: dict[tuple[str, int], tuple[Any, ...]] = field(default_factory=dict)


def states_of(
    parts: Iterable[PartKey], locales: Iterable[int]
) -> dict[tuple[PartKey, int], PartState]:
    """Return the states of ``parts`` in ``locales``; nothing is said of those that are as they should be.

    Three queries without films, two more with some, however many parts there are.
    """
    parts = set(parts)
    if not parts:
        return {}
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    wanted = [pk for pk in locales if pk in codes]
    films = {int(part.group) for part in parts if part.kind in OF_FILMS}
    rows = Video.objects.only("pk", "title", "spoken_language")
    videos = rows.in_bulk(films) if films else {}
    known = _read(parts, wanted)
    found: dict[tuple[PartKey, int], PartState] = {}
    for part in parts:
        if part.kind == TRACKS:
            continue
        for locale in wanted:
            state = _state(part, locale, known, codes, videos)
            if state is not None:
                found[part, locale] = state
    for (pk, locale), lack in track_states(videos, {pk: codes[pk] for pk in wanted}).items():
        part = PartKey(TRACKS, str(pk))
        if part in parts:
            found[part, locale] = PartState(**lack)
    return found


def _read(parts: Iterable[PartKey], locales: list[int]) -> _Known:
    """Read the rows of all parts, and what is known of them."""
    known = _Known()
    groups: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        if part.kind != TRACKS:
            groups[part.kind].add(part.group)
    lists = [kinds()[label].told(keys) for label, keys in groups.items()]
    if not lists:
        return known
    keys = set()
    for label, group, key, pk, locale, name in lists[0].union(*lists[1:], all=True):
        known.rows[PartKey(label, plain(group))][locale] = _Row(pk, plain(key), name)
        keys.add(plain(key))
    known.judged = _judged(groups, keys, locales)
    return known


def _judged(
    groups: Mapping[str, set[str]], keys: set[str], locales: list[int]
) -> dict[tuple[str, int], tuple[Any, ...]]:
    """Return what rows written by hand lack, and what is known of those that are translated here."""
    types = {str(type_of(kinds()[label].model).pk): label for label in groups}
    records = RowRecord.objects.filter(
        content_type__in=[int(pk) for pk in types],
        group__in={group for found in groups.values() for group in found},
        locale__in=locales,
        outdated__gt=0,
    ).values_list(
        Cast(F("content_type_id"), CharField()),
        F("object_id"),
        F("outdated"),
        Value(0, output_field=IntegerField()),
        F("since"),
        F("latest"),
    )
    versions = LanguageVersion.objects.filter(
        translation_key__in={UUID(key) for key in keys},
        locale__in=locales,
        translation__enabled=True,
    ).values_list(
        Cast(F("translation_key"), CharField()),
        F("locale_id"),
        *(F(name) for name in ("outdated", "fallback", "since", "latest")),
    )
    found: dict[tuple[str, int], tuple[Any, ...]] = {}
    for whose, pk, *values in records.order_by().union(versions.order_by(), all=True):
        found[types.get(whose) or plain(whose), pk] = tuple(values)
    return found


def _state(
    part: PartKey,
    locale: int,
    known: _Known,
    codes: Mapping[int, str],
    videos: Mapping[int, Video],
) -> PartState | None:
    """Return what there is to say of a text in one language."""
    kind = kinds()[part.kind]
    rows = known.rows.get(part, {})
    row = rows.get(locale)
    if row is None:
        return _fallback(kind, part, locale, rows, codes, videos)
    values = known.judged.get((row.translation_key, locale)) or known.judged.get(
        (part.kind, row.pk)
    )
    if values is None or not (values[0] or values[1]):
        return None
    return PartState(label_of(kind, row.name), edit_url(kind, row.pk), *values)


def _fallback(
    kind: Kind,
    part: PartKey,
    locale: int,
    rows: Mapping[int, _Row],
    codes: Mapping[int, str],
    videos: Mapping[int, Video],
) -> PartState | None:
    """Return that a text is seen in another language, unless there is one in the same tongue.

    Easy-to-read Finnish shows the Finnish row: another locale, and no other language.
    """
    video = videos.get(int(part.group)) if kind.model is VideoText else None
    if rows:
        shown = _main(rows, codes)
        spoken = {html_lang(codes[other]) for other in rows}
        name, href = shown.name, _owner_url(kind, part) or edit_url(kind, shown.pk)
    elif video is not None:
        # A film has a title of its own, in the language it is written of in.
        spoken = {html_lang(_written(video.spoken_language))}
        name, href = video.title, reverse_lazy("videos:edit", args=[video.pk])
    else:
        return None
    if html_lang(codes[locale]) in spoken:
        return None
    return PartState(label_of(kind, name), href, fallback=1)


def _written(spoken: str) -> str:
    return str(settings.LANGUAGE_CODE) if spoken == NO_SPEECH else written_code(spoken)


def _main(rows: Mapping[int, _Row], codes: Mapping[int, str]) -> _Row:
    """Return the row that others are written after."""
    main = next((row for pk, row in rows.items() if codes[pk] == settings.LANGUAGE_CODE), None)
    return main or min(rows.values(), key=lambda row: row.pk)


def label_of(kind: Kind, name: str) -> str | Promise:
    """Return what a text is called in lists, such as “Theme: Integration”."""
    meta: Any = kind.model._meta
    label: Promise = format_lazy("{}: {}", capfirst(meta.verbose_name), name)
    return label


def edit_url(kind: Kind, pk: int) -> Promise:
    """Return where one language of a text is edited."""
    meta: Any = kind.model._meta
    address: Promise = reverse_lazy(
        f"wagtailsnippets_{meta.app_label}_{meta.model_name}:edit", args=[str(pk)]
    )
    return address


def _owner_url(kind: Kind, part: PartKey) -> Promise | None:
    """Return where a text in one more language is added: on the form of its owner."""
    if not kind.owner:
        return None
    if kind.model is VideoText:
        film: Promise = reverse_lazy("videos:edit", args=[part.group])
        return film
    field: Any = kind.model._meta.get_field(kind.owner)
    meta = field.related_model._meta
    address: Promise = reverse_lazy(
        f"wagtailsnippets_{meta.app_label}_{meta.model_name}:edit", args=[part.group]
    )
    return address

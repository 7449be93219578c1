"""Which source text a row of one language was written for: noted when it is written.

A row vouches for what the source says when its own text is written or somebody confirms it. Its source
is the row in the site's main language, or the oldest one where there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Locale

from translations import acting
from translations.models import RowRecord
from translations.parts.kinds import Kind, kind_of, kinds, type_of
from translations.texts import changes, mark_of, texts_of

#: Texts of a row, ``[[path, text], …]``.
Texts = list[list[str]]
#: Texts judged together by ``record_all``.
AT_ONCE = 500


def texts_in(row: Any) -> Texts:
    """Return the texts of ``row``; no query."""
    return [[text.path, text.text] for text in texts_of(row)]


def mark_in(texts: Iterable[Iterable[str]]) -> str:
    """Return one mark for all of ``texts``."""
    return mark_of("\n".join("\t".join(text) for text in texts))


def difference(before: Iterable[Iterable[str]], after: Iterable[Iterable[str]]) -> int:
    """Return how many texts of ``after`` are not as they were ``before``."""
    said = [list(text) for text in before], [list(text) for text in after]
    old, new = ([[path, mark_of(text)] for path, text in texts] for texts in said)
    words = {mark_of(text): text for texts in said for _path, text in texts}
    return len(changes(old, new, words))


def source_of(rows: Iterable[Any], main: int | None) -> Any:
    """Return the row that the others are written after; ``main`` is the site's main locale.

    A row that is only about to be added has no key yet, and comes after all others.
    """
    return min(rows, key=lambda row: (row.locale_id != main, row.pk is None, row.pk or 0))


def main_locale() -> int | None:
    """Return the locale of the site's main language, where there is one."""
    found = Locale.objects.filter(language_code=settings.LANGUAGE_CODE)
    pk: int | None = found.values_list("pk", flat=True).first()
    return pk


def note(row: Any) -> bool:
    """Note that ``row`` was saved; tell whether it, or what its versions lack, is another than before.

    Rows that a form saves unchanged cost one query. Where a form holds all languages, a row is written
    for the source text of that form, whichever of them is saved first.
    """
    kind = kind_of(row)
    records = _locked(kind, row)
    own, place = records.get(row.pk), _place(kind, row)
    if own is not None and all(getattr(own, name) == value for name, value in place.items()):
        return False
    rows = _held(kind, row) or list(kind.rows([kind.group_of(row)]))
    return bool(_judge(kind, rows, records, main_locale()))


def forget(row: Any) -> None:
    """Note that ``row`` was deleted."""
    kind = kind_of(row)
    records = _locked(kind, row)
    if row.pk in records:
        records.pop(row.pk).delete()
    rows = list(kind.rows([kind.group_of(row)]).exclude(pk=row.pk))
    if rows:
        _judge(kind, rows, records, main_locale())


def confirm_row(row: Any, user: Any) -> RowRecord:
    """Put on record that ``user`` finds ``row`` right for what its source says now."""
    kind = kind_of(row)
    with transaction.atomic():
        record = _locked(kind, row).get(row.pk)
        if record is None:
            record = RowRecord(content_type=type_of(kind.model), object_id=row.pk)
        rows = list(kind.rows([kind.group_of(row)]))
        source = source_of(rows, main_locale())
        # What stands in the database is what she confirms, whatever became of ``row`` in memory.
        (own,) = [one for one in rows if one.pk == row.pk]
        for name, value in _place(kind, own).items():
            setattr(record, name, value)
        record.source_id = source.pk
        _vouch(record, texts_in(source), timezone.now(), user)
        record.save()
        tell(kind, [row])
    return record


def tell(kind: Kind, rows: Iterable[Any]) -> None:
    """Judge anew the pages that show ``rows``."""
    from translations.freshness import refresh
    from translations.parts.shown import pages_showing

    refresh(pages_showing({kind.key_of(row) for row in rows}))


def record_all(*, is_check: bool = False) -> int:
    """Judge all rows of all kinds, also those written past the signals; return how many had another state.

    With ``is_check`` nothing is written. It comes before the pages are judged, and does not judge them.
    """
    found, main = 0, main_locale()
    for kind in kinds().values():
        manager: Any = kind.model._base_manager
        groups = list(manager.order_by(kind.column).values_list(kind.column, flat=True).distinct())
        for start in range(0, len(groups), AT_ONCE):
            some = [str(group).replace("-", "") for group in groups[start : start + AT_ONCE]]
            with transaction.atomic():
                found += _record(kind, some, main, is_check)
    return found


def _record(kind: Kind, groups: list[str], main: int | None, is_check: bool) -> int:
    rows = list(kind.rows(groups))
    found = RowRecord.objects.filter(
        content_type=type_of(kind.model), object_id__in=[row.pk for row in rows]
    )
    if not is_check:
        found = found.select_for_update(no_key=True)
    records = {record.object_id: record for record in found.order_by("pk")}
    versions: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        versions[kind.group_of(row)].append(row)
    return sum(
        len(_judge(kind, texts, records, main, is_check=is_check)) for texts in versions.values()
    )


def _locked(kind: Kind, row: Any) -> dict[int, RowRecord]:
    """Return the records of ``row`` and its versions by their keys, until the transaction ends."""
    records = RowRecord.objects.filter(content_type=type_of(kind.model))
    records = records.filter(Q(group=kind.group_of(row)) | Q(object_id=row.pk))
    locked = records.select_for_update(no_key=True).order_by("pk")
    return {record.object_id: record for record in locked}


def _held(kind: Kind, row: Any) -> list[Any] | None:
    """Return the versions of ``row`` that a form is about to save with it; None if there is no such form.

    One that it adds, and that is not saved yet, has no key: it will be noted when it has.
    """
    owner = kind.owner and row._state.fields_cache.get(kind.owner)
    held = getattr(owner, "_cluster_related_objects", {}).get(kind.relation) if owner else None
    return [one for one in held if one.locale_id] if held is not None else None


def _place(kind: Kind, row: Any) -> dict[str, Any]:
    """Return what a new record of ``row`` says of it."""
    return {
        "group": kind.group_of(row),
        "locale_id": row.locale_id,
        "own_mark": mark_in(texts_in(row)),
    }


def _vouch(record: RowRecord, texts: Texts, now: datetime, user: Any) -> None:
    """Let ``record`` vouch for the source's ``texts``."""
    record.source_texts = texts
    record.source_mark = record.seen_mark = mark_in(texts)
    record.outdated, record.since, record.latest = 0, None, None
    record.vouched_at, record.vouched_by = now, user


def _judge(
    kind: Kind,
    rows: Iterable[Any],
    records: Mapping[int, RowRecord],
    main: int | None,
    *,
    is_check: bool = False,
) -> list[RowRecord]:
    """Write what each of the versions ``rows`` vouches for; return the records that were changed."""
    rows = list(rows)
    source = source_of(rows, main)
    texts = texts_in(source)
    new: list[RowRecord] = []
    changed: list[RowRecord] = []
    for row in rows:
        if row.pk is None:
            continue
        known = records.get(row.pk)
        record = known or RowRecord(content_type=type_of(kind.model), object_id=row.pk)
        if known is None:
            new.append(record)
        if _settle(record, _place(kind, row), row is source, source.pk or 0, texts):
            changed.append(record)
    if not is_check:
        # Two people may see a row for the first time at once: either says the same of it.
        RowRecord.objects.bulk_create(new, ignore_conflicts=True)
        RowRecord.objects.bulk_update([one for one in changed if one.pk], COLUMNS)
    return changed


COLUMNS = (
    *("group", "locale", "own_mark", "source_id", "source_texts", "source_mark", "seen_mark"),
    *("outdated", "since", "latest", "vouched_at", "vouched_by"),
)


def _settle(
    record: RowRecord, place: dict[str, Any], is_source: bool, source: int, texts: Texts
) -> bool:
    """Put on ``record`` what its row vouches for now; tell whether that is another than before."""
    before = [getattr(record, name) for name in SEEN]
    who, now = acting.current(), timezone.now()
    is_written = record.own_mark != place["own_mark"]
    is_other = record.source_id != source
    for name, value in place.items():
        setattr(record, name, value)
    record.source_id = source
    mark = mark_in(texts)
    is_fresh = not record.outdated
    if is_written or (is_source and record.source_mark != mark):
        _vouch(record, texts, now, who.user)
    elif is_source or record.source_mark == mark:
        record.outdated, record.since, record.latest, record.seen_mark = 0, None, None, mark
    elif is_fresh and (is_other or who.is_minor):
        _vouch(record, texts, record.vouched_at or now, record.vouched_by)
    elif record.seen_mark != mark:
        record.outdated = max(1, difference(record.source_texts, texts))
        record.since, record.latest, record.seen_mark = record.since or now, now, mark
    return before != [getattr(record, name) for name in SEEN]


SEEN = ("group", "locale_id", "own_mark", "source_id", "source_mark", "seen_mark", "outdated")

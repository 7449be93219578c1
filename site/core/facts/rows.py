"""Facts in the rows of a page: their columns, their order, and that they are there at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from wagtail_localize.models import SegmentOverride

from core.facts.declared import Relation

#: Where translators have written a value of their own: the locale's id, and the path of the segment.
Overrides = frozenset[tuple[int, str]]


@dataclass
class RowChange:
    """What becomes of the rows of one relation: all of them, and what of it is new."""

    kept: list[Any] = field(default_factory=list)
    added: list[Any] = field(default_factory=list)
    altered: list[Any] = field(default_factory=list)
    removed: list[Any] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.removed)


def rows_of(relation: Relation, pages: Iterable[int]) -> dict[int, list[Any]]:
    """Return by page id the rows that the database has, in their order; at one query."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = relation.model._base_manager.filter(**{f"{relation.parent.name}__in": list(pages)})
    for row in rows.order_by(*(one.name for one in relation.order), "pk"):
        found[getattr(row, relation.parent.attname)].append(row)
    return found


def overrides(key: Any, locales: Iterable[int], relations: Iterable[Relation]) -> Overrides:
    """Return where translators have overridden facts that they may; asks only if there are such."""
    if not any(relation.may_override for relation in relations):
        return frozenset()
    return frozenset(
        SegmentOverride.objects.filter(
            context__object_id=key, locale_id__in=list(locales), has_error=False
        ).values_list("locale_id", "context__path")
    )


def settled(
    relation: Relation, source: list[Any], target: list[Any], page: Any, overridden: Overrides
) -> RowChange:
    """Return the rows of ``page`` with the facts of the rows ``source``; alters rows of ``target``.

    A translated row that ``page`` does not have yet is left to the translators: it is text. Rows that
    are facts as a whole become those of the source, and keep their ids where they say the same.
    """
    if relation.is_translated:
        return _translated(relation, source, target, page, overridden)
    return _copied(relation, source, target, page)


def _translated(
    relation: Relation, source: list[Any], target: list[Any], page: Any, overridden: Overrides
) -> RowChange:
    change = RowChange()
    own = {row.translation_key: row for row in target}
    for theirs in source:
        row = own.pop(theirs.translation_key, None)
        if row is None:
            continue
        path = f"{relation.name}.{row.translation_key}"
        facts = [
            one
            for one in relation.facts
            if one.name not in relation.may_override
            or (page.locale_id, f"{path}.{one.name}") not in overridden
        ]
        change.kept.append(row)
        if _put(row, theirs, [*facts, *relation.order]):
            change.altered.append(row)
    change.removed = list(own.values())
    return change


def _copied(relation: Relation, source: list[Any], target: list[Any], page: Any) -> RowChange:
    change = RowChange()
    left = list(target)
    for theirs in source:
        said = _values(theirs, relation)
        row = next((one for one in left if _values(one, relation) == said), None)
        if row is None:
            row = relation.model(**{relation.parent.attname: page.pk})
            _put(row, theirs, [*relation.facts, *relation.order])
            change.added.append(row)
        else:
            left.remove(row)
            if _put(row, theirs, relation.order):
                change.altered.append(row)
        change.kept.append(row)
    change.removed = left
    return change


def _values(row: Any, relation: Relation) -> list[Any]:
    return [getattr(row, one.attname) for one in relation.facts]


def _put(row: Any, theirs: Any, fields: Iterable[models.Field[Any, Any]]) -> bool:
    """Give ``row`` the values of ``theirs``; tell whether one of them was another."""
    names = [one.attname for one in fields]
    other = [name for name in names if getattr(row, name) != getattr(theirs, name)]
    for name in other:
        setattr(row, name, getattr(theirs, name))
    return bool(other)


def write(relation: Relation, changes: Iterable[RowChange]) -> None:
    """Write the changes of any number of pages; at three queries at most, and one for what cascades."""
    changes = list(changes)
    manager = relation.model._base_manager
    removed = [row.pk for change in changes for row in change.removed]
    altered = [row for change in changes for row in change.altered]
    added = [row for change in changes for row in change.added]
    if removed:
        manager.filter(pk__in=removed).delete()
    if altered:
        fields = [*(relation.facts if relation.is_translated else ()), *relation.order]
        manager.bulk_update(altered, [one.name for one in fields])
    if added:
        manager.bulk_create(added)

"""The rows of a language that were written for another source text than there is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from wagtail.models import Locale
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from core import languages
from translations.editor.diff import Run, word_changes
from translations.models import LanguageVersion, RowRecord
from translations.parts.kinds import Kind, kinds, type_of
from translations.parts.states import edit_url, label_of
from translations.parts.vouching import Texts, texts_in
from translations.roles import may_write
from translations.roles.bounds import bounds_of


@dataclass(frozen=True)
class Change:
    """One text of the source: what became of it, and what the row says there."""

    label: str | Promise
    runs: Sequence[Run]
    own: str


@dataclass(frozen=True)
class Entry:
    """A row to check; without a ``record`` it is confirmed in the translation editor."""

    label: str | Promise
    href: str | Promise
    locale: Locale
    source: Locale
    record: RowRecord | None = None
    since: datetime | None = None
    changes: Sequence[Change] = ()

    @property
    def source_lang(self) -> str:
        """Return the ``lang`` of the source text."""
        return languages.html_lang(self.source.language_code)

    @property
    def source_dir(self) -> str:
        """Return its direction."""
        return languages.direction(self.source.language_code)

    @property
    def lang(self) -> str:
        """Return the ``lang`` of the row's own text."""
        return languages.html_lang(self.locale.language_code)

    @property
    def dir(self) -> str:
        """Return its direction."""
        return languages.direction(self.locale.language_code)


def may_confirm(user: Any, row: Any) -> bool:
    """Tell whether ``user`` may say that ``row`` is right: who may change it, in its language."""
    policy = policy_registry.get(row)
    return bool(
        policy.user_has_permission_for_instance(user, "change", row) and may_write(user, row.locale)
    )


def kinds_for(user: Any) -> dict[Kind, frozenset[int] | None]:
    """Return the kinds that ``user`` may change, with the locales she may do it in; None for all."""
    found = {}
    for kind in kinds().values():
        meta: Any = kind.model._meta
        if policy_registry.get_by_type(kind.model).user_has_permission(user, "change"):
            right = f"{meta.app_label}.change_{meta.model_name}"
            found[kind] = bounds_of(user).of_right(right)
    return found


def locales_to_check(user: Any) -> list[Locale]:
    """Return the languages that ``user`` may change any of these texts in, in the site's order."""
    bounds = kinds_for(user).values()
    order = list(languages.KNOWN)
    return sorted(
        (
            locale
            for locale in Locale.objects.all()
            if any(hers is None or locale.pk in hers for hers in bounds)
        ),
        key=lambda locale: order.index(locale.language_code),
    )


def records_to_check(user: Any) -> QuerySet[RowRecord]:
    """Return the records of outdated rows that ``user`` may change: the oldest change first.

    Rows that are translated in the editor are confirmed there, text by text.
    """
    found = RowRecord.objects.none()
    for kind, hers in kinds_for(user).items():
        here = Translation.objects.filter(
            source__object_id=OuterRef("translation_key"),
            target_locale=OuterRef("locale"),
            enabled=True,
        )
        manager: Any = kind.model._base_manager
        by_hand = manager.filter(~Exists(here)).order_by()
        if hers is not None:
            by_hand = by_hand.filter(locale__in=hers)
        found |= RowRecord.objects.filter(
            content_type=type_of(kind.model), outdated__gt=0, object_id__in=by_hand.values("pk")
        )
    return found.select_related("locale").order_by("since", "pk")


def entries_of(records: Iterable[RowRecord]) -> list[Entry]:
    """Return what there is to see of each of ``records``; one query for each kind among them."""
    records = list(records)
    by_type = {type_of(kind.model).pk: kind for kind in kinds().values()}
    wanted: dict[int, set[int]] = defaultdict(set)
    for record in records:
        wanted[record.content_type_id] |= {record.object_id, record.source_id}
    rows = {
        (pk, row.pk): row
        for pk, keys in wanted.items()
        for row in _with_owners(by_type[pk]).filter(pk__in=keys)
    }
    entries = []
    for record in records:
        row = rows.get((record.content_type_id, record.object_id))
        source = rows.get((record.content_type_id, record.source_id))
        if row is not None and source is not None:
            entries.append(_entry(by_type[record.content_type_id], record, row, source))
    return entries


def _with_owners(kind: Kind) -> QuerySet[Any]:
    manager: Any = kind.model._base_manager
    found: QuerySet[Any] = manager.select_related(*filter(None, ("locale", kind.owner)))
    return found


def _entry(kind: Kind, record: RowRecord, row: Any, source: Any) -> Entry:
    old, new, own = (
        _by_path(texts) for texts in (record.source_texts, texts_in(source), texts_in(row))
    )
    paths = [path for path in {**new, **old} if old.get(path) != new.get(path)]
    return Entry(
        label=label_of(kind, _name(kind, row)),
        href=edit_url(kind, row.pk),
        locale=row.locale,
        source=source.locale,
        record=record,
        since=record.since,
        changes=[
            Change(
                capfirst(kind.model._meta.get_field(path.split(".")[0]).verbose_name),  # type: ignore[union-attr]  # fields of ours
                word_changes(old.get(path, ""), new.get(path, "")),
                own.get(path, ""),
            )
            for path in paths
        ],
    )


def _by_path(texts: Texts) -> dict[str, str]:
    found: dict[str, str] = {}
    for path, text in texts:
        found[path] = f"{found[path]}\n{text}" if path in found else text
    return found


def _name(kind: Kind, row: Any) -> str:
    return str(getattr(row, kind.owner) if kind.owner else row)


def in_the_editor(user: Any, locale: Locale) -> list[Entry]:
    """Return the outdated rows of ``locale`` that are translated in the editor: who opens one sees what.

    One query, and one for each kind among them.
    """
    allowed = {
        type_of(kind.model).pk: kind
        for kind, hers in kinds_for(user).items()
        if hers is None or locale.pk in hers
    }
    waiting = LanguageVersion.objects.filter(
        locale=locale,
        outdated__gt=0,
        is_live=True,
        translation__enabled=True,
        translation__source__specific_content_type__in=list(allowed),
    ).select_related("translation__source", "source_locale")
    found: dict[int, dict[Any, LanguageVersion]] = defaultdict(dict)
    for version in waiting:
        kind = version.translation.source.specific_content_type_id
        found[kind][version.translation_key] = version
    return [
        Entry(
            label=label_of(allowed[pk], _name(allowed[pk], row)),
            href=edit_url(allowed[pk], row.pk),
            locale=locale,
            source=versions[row.translation_key].source_locale,
            since=versions[row.translation_key].since,
        )
        for pk, versions in found.items()
        for row in _with_owners(allowed[pk]).filter(translation_key__in=versions, locale=locale)
    ]

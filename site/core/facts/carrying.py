"""Puts facts where they belong: on the translations of a published page, and on what is saved of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from modelsearch.tasks import insert_or_update_object_task
from wagtail.log_actions import log
from wagtail.tasks import update_reference_index_task

from core.facts.declared import Declared, declared
from core.facts.families import family, followers
from core.facts.rows import RowChange, overrides, rows_of, settled, write
from core.facts.streams import carried, put_stream, raw_of

#: The entry in the history of a translation whose facts were changed.
CARRIED = "kohtaamo.facts_carried"


def carry_facts(page: Any, leaders: dict[int, int] | None = None) -> int:
    """Put the facts of the live page ``page`` on all that follow it; return how many had other ones.

    What counts is what the database has of the page, not what it may have in memory. Written past
    the doors of publication: a translation that lacks something else must not keep the date of its
    source from being right. Drafts need no writing, see ``follow_facts``. Safe to run again; a number
    of queries that does not grow with the rows. ``leaders`` is the page's ``family``, if known.
    """
    page = page.specific
    if leaders is None:
        leaders = family(page.translation_key)
    locales = followers(page.locale_id, leaders)
    if not locales or not page.live or page.alias_of_id:
        return 0
    with transaction.atomic():
        # The source first, as whoever saves a translation does: nobody waits for each other.
        versions = type(page)._base_manager.filter(translation_key=page.translation_key)
        source = versions.select_for_update(no_key=True).get(pk=page.pk)
        targets = list(
            versions.filter(locale_id__in=locales, alias_of=None)
            .order_by("pk")
            .select_for_update(no_key=True)
        )
        return _carry(source, targets) if targets else 0


def _carry(source: Any, targets: list[Any]) -> int:
    facts = declared(source._meta.model)
    fields = {target.pk: _put_fields(facts, source, target) for target in targets}
    drifted = {pk for pk, found in fields.items() if found}
    overridden = overrides(
        source.translation_key, [target.locale_id for target in targets], facts.relations
    )
    for relation in facts.relations:
        rows = rows_of(relation, [source.pk, *fields])
        changes: dict[int, RowChange] = {
            target.pk: settled(relation, rows[source.pk], rows[target.pk], target, overridden)
            for target in targets
        }
        write(relation, changes.values())
        drifted |= {pk for pk, change in changes.items() if change}
    for target in targets:
        if target.pk in drifted:
            _write(target, fields[target.pk], source)
    return len(drifted)


def _write(target: Any, fields: Iterable[models.Field[Any, Any]], source: Any) -> None:
    """Write ``fields`` of a translation, and tell all who keep something of it."""
    values = {field.name: field.value_from_object(target) for field in fields}
    if target.live:
        # Sitemaps tell machines by it that the page says something else.
        values["last_published_at"] = target.last_published_at = timezone.now()
    if values:
        type(target)._base_manager.filter(pk=target.pk).update(**values)
    meta = target._meta
    insert_or_update_object_task.enqueue(meta.app_label, meta.model_name, str(target.pk))
    update_reference_index_task.enqueue(meta.app_label, meta.model_name, str(target.pk))
    log(target, CARRIED, data={"locale_id": source.locale_id}, content_changed=True)
    if target.live and type(target)._base_manager.filter(alias_of=target.pk).exists():
        target.update_aliases()


def _put_fields(facts: Declared, source: Any, target: Any) -> list[models.Field[Any, Any]]:
    """Put the facts in fields of ``source`` on ``target``, in memory; return the fields that changed."""
    changed: list[models.Field[Any, Any]] = []
    for field in facts.fields:
        value = field.value_from_object(source)
        if value != field.value_from_object(target):
            setattr(target, field.attname, value)
            changed.append(field)
    for field in facts.streams:
        raw, is_other = carried(raw_of(source, field), raw_of(target, field), field.stream_block)
        if is_other:
            put_stream(target, field, raw)
            changed.append(field)
    return changed


def follow_facts(
    page: Any, leaders: dict[int, int] | None = None, *, is_saving: bool = False
) -> bool:
    """Put the facts of the version ``page`` follows on it, in memory; tell whether it had other ones.

    Asked of every revision that is read, and of every translation before it is saved: a draft, one in
    a workflow, a scheduled one, or what wagtail-localize makes of an old synchronisation.
    ``is_saving`` holds the source until the transaction ends, so that it cannot change in between.
    """
    if leaders is None:
        leaders = family(page.translation_key)
    leader = leaders.get(page.locale_id)
    if leader is None or page.alias_of_id:
        return False
    versions = type(page)._base_manager.filter(translation_key=page.translation_key)
    if is_saving:
        versions = versions.select_for_update(no_key=True)
    source = versions.filter(locale_id=leader).first()
    if source is None:
        return False
    facts = declared(page._meta.model)
    is_other = bool(_put_fields(facts, source, page))
    overridden = overrides(page.translation_key, [page.locale_id], facts.relations)
    for relation in facts.relations:
        rows = rows_of(relation, [source.pk])[source.pk]
        manager = getattr(page, relation.name)
        change = settled(relation, rows, list(manager.all()), page, overridden)
        if change:
            manager.set(change.kept)
            is_other = True
    return is_other


@contextmanager
def keeping_facts(page: Any, update_fields: Iterable[str] | None = None) -> Iterator[None]:
    """Save ``page`` with the facts of what it follows, and carry its own to all that follow it.

    Costs a page without translations one query; all is written, or nothing.
    """
    if not declared(page._meta.model).touched_by(update_fields):
        yield
        return
    with transaction.atomic():
        leaders = family(page.translation_key)
        if leaders:
            follow_facts(page, leaders, is_saving=True)
        yield
        if leaders:
            carry_facts(page, leaders)

"""Wagtail's index of references changes without telling anybody.

Gap: ``ReferenceIndex.create_or_update_for_object`` writes with ``bulk_create`` and deletes by query, so
no signal says that a page refers to something else than before. The page's own ``post_save`` comes too
early: its child rows are saved after it, and each of them has the index made anew. A child row that is
deleted has it made anew for nobody at all.

Here the pages are judged anew when their references have changed, and a page whose child row is deleted
has its references read again.
Delete when ``tests/translations/parts/test_references_tell_nobody.py`` says that Wagtail tells.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connections, router, transaction
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex

original = ReferenceIndex.create_or_update_for_object.__func__


@wraps(original)
def create_or_update_for_object(cls: type[ReferenceIndex], instance: Any) -> None:
    """Bring the index up to ``instance``, and judge it anew if it is a page and the index was changed."""
    if not isinstance(instance, Page):
        original(cls, instance)
        return
    wrote = False

    def watch(execute: Callable[..., Any], sql: str, *args: Any) -> Any:
        nonlocal wrote
        wrote = wrote or sql.startswith(("INSERT", "DELETE"))
        return execute(sql, *args)

    with connections[router.db_for_write(ReferenceIndex)].execute_wrapper(watch):
        original(cls, instance)
    if wrote:
        from translations.freshness import refresh

        refresh([instance.translation_key])


def reread(sender: type[Any], instance: Any, origin: Any = None, **kwargs: Any) -> None:
    """Read the references of a page again when one of its child rows was deleted, unless it goes too."""
    if issubclass(getattr(origin, "model", type(origin)), Page):
        return
    for field in sender._meta.concrete_fields:
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
            page = field.related_model._base_manager.filter(pk=getattr(instance, field.attname))
            found = page.first()
            if found is not None and ReferenceIndex.is_indexed(type(found)):
                with transaction.atomic():
                    ReferenceIndex.create_or_update_for_object(found)


def apply() -> None:
    """Put the telling method in Wagtail's place."""
    ReferenceIndex.create_or_update_for_object = classmethod(create_or_update_for_object)

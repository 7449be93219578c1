"""What happens by itself when a page or a text is saved, moved, reviewed or deleted."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_save
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail.signals import (
    post_page_move,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)
from wagtail_localize.models import StringTranslation, Translation

from core.doors import page_columns
from core.models import BasePage
from translations.following import begin, follow
from translations.freshness import refresh
from translations.minor_edits import note_draft
from translations.models import Unconfirmed

#: What of a page ``translations.freshness`` is computed from, besides its texts.
JUDGED = frozenset({"live", "expire_at", "alias_of", "alias_of_id", "locale", "locale_id"})


def note_saving(
    sender: type[Model],
    instance: Any,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Follow a saved page or snippet, unless only what nobody reads was written."""
    if raw or (isinstance(instance, Page) and instance.alias_of_id):
        return
    if update_fields is None or not _is_keeping(sender, update_fields):
        follow(instance)
    elif update_fields & JUDGED:
        refresh([instance.translation_key])


def _is_keeping(model: type[Model], names: frozenset[str]) -> bool:
    """Tell whether only columns of Wagtail's own page table are written, titles aside."""
    if not issubclass(model, Page):
        return False
    return names <= page_columns() - {"title", "seo_title", "search_description"}


def note_translation(
    sender: type[Translation], instance: Translation, raw: bool = False, **kwargs: Any
) -> None:
    """Keep the record of a translation from its first moment on."""
    if not raw:
        begin(instance)


def note_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Judge anew a page that stands elsewhere, and those right under it."""
    children = Page.objects.child_of(instance).values_list("translation_key", flat=True)
    refresh([instance.translation_key, *children])


def note_review(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Judge anew what entered or left a workflow."""
    found = instance.content_object
    if isinstance(found, Page):
        refresh([found.translation_key])


def note_writing(
    sender: type[StringTranslation],
    instance: StringTranslation,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Take a text that was written, by whichever door, as confirmed by who wrote it.

    wagtail-localize's own interface, a PO file and code save rows with their ``data``; what it notes
    about errors it saves alone. Rows that ``synchronising`` makes send no signal.
    """
    if not raw and (update_fields is None or "data" in update_fields):
        Unconfirmed.objects.filter(string_translation=instance).delete()


def watch() -> None:
    """Listen to every page type of ours and every kind of translated text."""
    for model in apps.get_models():
        if issubclass(model, BasePage) or (
            issubclass(model, TranslatableMixin) and not issubclass(model, Page)
        ):
            post_save.connect(note_saving, sender=model, dispatch_uid=f"fresh-{model._meta.label}")
    post_save.connect(note_translation, sender=Translation, dispatch_uid="fresh-translation")
    post_save.connect(note_draft, sender=Revision, dispatch_uid="minor-edit")
    post_save.connect(note_writing, sender=StringTranslation, dispatch_uid="confirm-by-writing")
    post_page_move.connect(note_move, dispatch_uid="fresh-move")
    for signal in (workflow_submitted, workflow_approved, workflow_rejected, workflow_cancelled):
        signal.connect(note_review, dispatch_uid="fresh-review")

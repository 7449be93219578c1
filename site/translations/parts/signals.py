"""What happens by itself when a text that pages show is saved or deleted."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from modelcluster.fields import ParentalKey
from wagtail.models import Page

import videos.signals  # noqa: F401  (brings tracks in order before they are judged here)
from people.models import ContactPerson, ContactTitle
from translations.models import LanguageVersion
from translations.parts import references_tell_nobody
from translations.parts.kinds import TRACKS, PartKey, kind_of, kinds
from translations.parts.shown import pages_showing
from translations.parts.vouching import forget, note, tell
from videos.models import Video, VideoTrack

#: Where a row that is being deleted keeps which pages show it.
SHOWN_ON = "_shown_on_pages"


def note_row(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Note what a saved row was written for, and judge the pages that show it."""
    if raw:
        return
    with transaction.atomic():
        is_other = note(instance)
        if is_other or _is_translated(instance):
            tell(kind_of(instance), [instance])


def _is_translated(row: Any) -> bool:
    """Tell whether ``row`` is translated in wagtail-localize: its state may be another without a trace."""
    found = LanguageVersion.objects.filter(translation_key=row.translation_key)
    return bool(found.exists())


def keep_pages(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Remember which pages show what is about to go: the index forgets it."""
    setattr(instance, SHOWN_ON, pages_showing([_key(instance)]))


def forget_row(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Forget a deleted row, and judge the pages that showed it."""
    with transaction.atomic():
        if isinstance(instance, tuple(kind.model for kind in kinds().values())):
            forget(instance)
        _refresh(getattr(instance, SHOWN_ON, set()))


def note_other(
    sender: type[Model],
    instance: Any,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **kwargs: Any,
) -> None:
    """Judge the pages of a saved track, film or person: its language or organisation may be another."""
    if raw or (update_fields is not None and not update_fields & JUDGED[sender]):
        return
    _refresh(pages_showing([_key(instance)]))


#: What of these the parts of a page depend on.
JUDGED: dict[type[Model], frozenset[str]] = {
    ContactPerson: frozenset({"organisation", "organisation_id"}),
    Video: frozenset({"spoken_language"}),
    VideoTrack: frozenset({"content", "language", "kind", "source_digest", "translated_from"}),
}


def _key(instance: Any) -> PartKey:
    if isinstance(instance, ContactPerson):
        return PartKey(ContactTitle._meta.label_lower, str(instance.pk))
    if isinstance(instance, Video):
        return PartKey(TRACKS, str(instance.pk))
    if isinstance(instance, VideoTrack):
        return PartKey(TRACKS, str(instance.video_id))
    return kind_of(instance).key_of(instance)


def _refresh(keys: set[Any]) -> None:
    if keys:
        from translations.freshness import refresh

        refresh(keys)


def watch() -> None:
    """Listen to all that pages show from elsewhere; after what keeps the versions of these."""
    references_tell_nobody.apply()
    for kind in kinds().values():
        post_save.connect(note_row, sender=kind.model, dispatch_uid=f"part-{kind.label}-save")
    for model in JUDGED:
        post_save.connect(note_other, sender=model, dispatch_uid=f"part-{model._meta.label}-save")
    for model in (*(kind.model for kind in kinds().values()), *JUDGED):
        label = model._meta.label
        pre_delete.connect(keep_pages, sender=model, dispatch_uid=f"part-{label}-keep")
        post_delete.connect(forget_row, sender=model, dispatch_uid=f"part-{label}-forget")
    for model in apps.get_models():
        if _is_choice_of_page(model):
            post_delete.connect(
                references_tell_nobody.reread,
                sender=model,
                dispatch_uid=f"references-{model._meta.label}",
            )


def _is_choice_of_page(model: type[Model]) -> bool:
    """Tell whether rows of ``model`` are child rows of pages that lead to what pages show."""
    shown = (*(kind.model for kind in kinds().values()), ContactPerson, Video)
    fields = model._meta.concrete_fields
    return any(
        isinstance(field, ParentalKey) and issubclass(field.related_model, Page) for field in fields
    ) and any(field.related_model and issubclass(field.related_model, shown) for field in fields)

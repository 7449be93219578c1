"""A live page or a text was saved: what its source now says, and what its own version vouches for.

Both in the transaction of the saving, so that no reader is ever shown a stale fact without notice.
Nothing is published here: language versions keep their texts until a person acts on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from core.models import BasePage
from core.untranslated import put_untranslated
from translations import acting
from translations.deriving import derived
from translations.forms import (
    Forms,
    beside_texts,
    forgiven_forms,
    form_changes,
    forms_of,
    matching_forms,
)
from translations.freshness import all_gaps, refresh
from translations.models import LanguageVersion, MinorEdit, Original, SegmentChange, Snapshot
from translations.synchronising import as_said
from translations.texts import FALLBACK, Change, Text, changes, forgiven, segments_of, texts_of
from translations.turns import take_turn

#: The entry in the history of a page of which a minor edit was published.
LOGGED = "kohtaamo.minor_edit"


def begin(translation: Translation) -> LanguageVersion:
    """Make the records of a new translation: of its source, and of the version it will be."""
    source = translation.source
    with transaction.atomic():
        ensure_original(source)
        version, created = LanguageVersion.objects.get_or_create(
            translation=translation,
            defaults={
                "translation_key": source.object_id,
                "locale_id": translation.target_locale_id,
                "source_locale_id": source.locale_id,
            },
        )
        if created:
            page = Page.objects.filter(
                translation_key=source.object_id, locale_id=translation.target_locale_id
            ).first()
            if page is not None and not page.alias_of_id:
                settle_version(version, page.specific)
        refresh([source.object_id])
    return version


def ensure_original(source: TranslationSource) -> Original:
    """Return the record of what the source says, made of its live row if there is none yet."""
    original = Original.objects.of(source.object_id, source.locale_id).first()
    if original is None:
        instance, kept = source.get_source_instance(), source.as_instance()
        said = texts_of(instance)
        segments, forms = segments_of(said), forms_of(instance)
        original = Original.objects.create(
            translation_key=source.object_id,
            locale_id=source.locale_id,
            segments=segments,
            texts=_words(said),
            forms=forms,
            is_ahead=segments != segments_of(texts_of(kept)) or forms != forms_of(kept),
        )
    return original


def follow(instance: Any) -> None:
    """Note what ``instance``, just saved and live, says now; judge its language versions anew.

    Costs an object that is neither source nor version two queries.
    """
    key, locale = instance.translation_key, instance.locale_id
    version = None
    if acting.current().no_version != (key, locale):
        version = (
            LanguageVersion.objects.filter(translation_key=key, locale_id=locale)
            .select_related("source_locale", "translation")
            .first()
        )
    original = _held(key, locale)
    with transaction.atomic():
        found = original.first()
        if found is None and version is None:
            if isinstance(instance, BasePage):
                _stand_alone(instance)
            return
        if found is not None and getattr(instance, "live", True):
            _note(found, texts_of(instance), instance)
        if version is not None and isinstance(instance, Page) and instance.live:
            settle_version(version, instance)
        elif version is not None and not isinstance(instance, Page):
            settle_row(version, instance)
        # A version of a version has two originals; one that is no source leaves its own to be read.
        refresh([key], [found] if found is not None and version is None else ())


def _stand_alone(page: BasePage) -> None:
    """Let a page whose original was deleted be nobody's translation once it is published anew.

    Until then its readers are told that the original is gone; whoever publishes it answers for it now.
    """
    if not page.source_language or page.untranslated or not page.live_revision_id:
        return
    if page.live_revision_id != acting.current().revision_id:
        return
    originals = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=page.source_language
    )
    if not originals.exists():
        page.source_language = ""
        type(page).objects.filter(pk=page.pk).update(source_language="")


def follow_draft(page: Any, user: Any = None) -> None:
    """Note what the draft of a page that is not public says: it is what is translated until then."""
    key, locale = page.translation_key, page.locale_id
    with transaction.atomic():
        if not Original.objects.of(key, locale).exists():
            return
        take_turn(key)
        found = _held(key, locale).first()
        if found is not None and _note(found, texts_of(page), page, user):
            refresh([key])


def _words(said: Iterable[Text]) -> dict[str, str]:
    return {text.mark: text.text for text in said}


def _note(original: Original, said: Sequence[Text], instance: Any, user: Any = None) -> bool:
    """Write what the source says now, what changed, and what minor edits forgive; tell if it did."""
    segments, words, forms = segments_of(said), _words(said), forms_of(instance)
    if segments == original.segments and forms == original.forms:
        return False
    found = changes(original.segments, segments, {**original.texts, **words})
    other = form_changes(original.forms, forms)
    who = acting.current()
    now = timezone.now()
    user = user or who.user or _author(instance)
    is_minor = who.is_minor or _is_minor_revision(original, instance, user)
    SegmentChange.objects.bulk_create(
        SegmentChange(
            original=original,
            path=change.path,
            old_mark=change.old,
            new_mark=change.new,
            old_text=original.texts.get(change.old, ""),
            new_text=words.get(change.new, ""),
            is_minor=is_minor,
            changed_at=now,
            changed_by=user,
        )
        for change in (*found, *beside_texts(other, found))
    )
    gone = {path for path, _mark in original.segments} - {path for path, _mark in segments}
    original.segments, original.texts, original.forms = segments, words, forms
    original.changed_at, original.is_ahead = now, True
    original.save()
    if is_minor:
        _forgive(original, found, other)
    if gone:
        _forget(original, gone)
    return True


def _held(key: UUID, locale: int) -> QuerySet[Original]:
    """Return the record of a source, held; ``is_minor_revision``: what goes out was ticked as minor."""
    ticked = MinorEdit.objects.filter(revision_id=acting.current().revision_id or 0)
    return (
        Original.objects.of(key, locale)
        .annotate(is_minor_revision=Exists(ticked))
        .select_for_update(no_key=True, of=("self",))
    )


def _is_minor_revision(original: Original, instance: Any, user: Any) -> bool:
    """Tell whether the revision that is being published was ticked as a minor edit; then log it."""
    revision = getattr(instance, "live_revision_id", None)
    if revision is None or revision != acting.current().revision_id:
        return False
    if not getattr(original, "is_minor_revision", False):
        return False
    log(instance, LOGGED, user=user, revision=instance.live_revision)
    return True


def _author(instance: Any) -> Any:
    """Return who wrote what goes out, where nobody says who publishes it."""
    revision = getattr(instance, "live_revision", None)
    return revision.user if revision is not None else None


def _followers(original: Original) -> list[LanguageVersion]:
    return list(
        LanguageVersion.objects.filter(
            translation_key=original.translation_key, source_locale_id=original.locale_id
        ).select_for_update(no_key=True)
    )


def _forgive(original: Original, minor: Sequence[Change], forms: Sequence[Change]) -> None:
    """Let versions, and drafts of them, vouch for the new words of a minor edit as for the old ones."""
    versions = _followers(original)
    snapshots = list(Snapshot.objects.filter(version__in=versions))
    records: list[LanguageVersion | Snapshot] = [*versions, *snapshots]
    for record in records:
        record.shown = forgiven(record.shown, minor)
        record.forms = forgiven_forms(record.forms, forms)
    LanguageVersion.objects.bulk_update(versions, ["shown", "forms"])
    Snapshot.objects.bulk_update(snapshots, ["shown", "forms"])


def _forget(original: Original, gone: set[str]) -> None:
    """Forget what versions vouched for in parts that are gone from them too.

    A removed block or row is a fact: ``core.facts`` has taken it off the versions already. A text that
    was only emptied still stands there, and stays outdated.
    """
    changed = []
    for version in _followers(original):
        if not any(entry[0] in gone for entry in version.shown):
            continue
        page = Page.objects.filter(
            translation_key=version.translation_key, locale_id=version.locale_id
        ).first()
        left = {text.path for text in texts_of(page.specific)} if page else set()
        version.shown = [e for e in version.shown if e[0] not in gone or e[0] in left]
        changed.append(version)
    LanguageVersion.objects.bulk_update(changed, ["shown"])


def settle_version(version: LanguageVersion, page: Any) -> None:
    """Let ``version`` vouch for what the revision that is live now was made of.

    What the page remembers of it is put on its row anew each time: a revision that goes out again brings
    what it was when it was saved.
    """
    revision = page.live_revision_id
    if revision is None or revision != version.made_of:
        snapshot = Snapshot.objects.filter(revision_id=revision).first() if revision else None
        version.shown = snapshot.shown if snapshot else derived(version, page)
        version.forms = snapshot.forms if snapshot else _derived_forms(version, page)
        version.made_of = revision
        version.is_withdrawn = False
        version.save(update_fields=["shown", "forms", "made_of", "is_withdrawn"])
    put_untranslated(
        page,
        str(version.source_locale.language_code),
        [(path, kind != FALLBACK) for path, _mark, kind in version.shown],
    )
    _bring_update(version, page)


def _derived_forms(version: LanguageVersion, page: Any) -> Forms | None:
    """Return the forms that a version really has which came by another door than ours.

    One that was stopped is written by hand: its links and its order are its own.
    """
    source = type(page)._base_manager.filter(
        translation_key=version.translation_key, locale_id=version.source_locale_id
    )
    original = Original.objects.of(version.translation_key, version.source_locale_id).first()
    instance = source.first() if version.translation.enabled and original is not None else None
    if instance is None or original is None:
        return None
    return matching_forms(version.shown, page, original.segments, as_said(instance))


def _bring_update(version: LanguageVersion, page: Any) -> None:
    """Show on a version that says all its source says when the facts of that changed last.

    An older version must not bear the day of a change it knows nothing of.
    """
    source = type(page)._base_manager.filter(
        translation_key=version.translation_key, locale_id=version.source_locale_id
    )
    updated_on = source.values_list("updated_on", flat=True).first()
    if updated_on is None or updated_on == page.updated_on:
        return
    original = Original.objects.of(version.translation_key, version.source_locale_id).first()
    if original is not None and not all_gaps(original, version):
        page.updated_on = updated_on
        type(page).objects.filter(pk=page.pk).update(updated_on=updated_on)


def settle_row(version: LanguageVersion, instance: Any) -> None:
    """Let the version of a snippet vouch for what its row, just saved, says."""
    shown = derived(version, instance)
    if shown != version.shown:
        version.shown = shown
        version.save(update_fields=["shown"])

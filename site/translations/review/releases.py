"""Versions of a page that are held until all are ready, and go out in one transaction or not at all.

While a release holds a page, no door publishes it (``core.registry.register_hold``); an approval is noted
instead. The release itself goes through, within ``letting_through``. It runs with the last approval, or
when a person or the clock (``kohtaamo release_languages``) asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, WorkflowState

from core import languages
from core.models import BasePage
from core.publishing import Problem, PublicationRefused
from core.registry import register_hold
from translations.acting import acting, current
from translations.lifecycle.decisions import told
from translations.lifecycle.members import members
from translations.models import Release, ReleaseItem
from translations.turns import take_turn

#: Entries in the history of a page.
HELD, READY = "kohtaamo.release_held", "kohtaamo.release_ready"
RELEASED, CANCELLED = "kohtaamo.released", "kohtaamo.release_cancelled"
REFUSED = "kohtaamo.release_refused"

#: The pages that are being released just now.
_through: ContextVar[frozenset[int]] = ContextVar("kohtaamo-releasing", default=frozenset())


@contextmanager
def letting_through(pages: Iterable[int]) -> Iterator[None]:
    """Let the hold not count for ``pages`` (primary keys) within the block."""
    token = _through.set(_through.get() | frozenset(pages))
    try:
        yield
    finally:
        _through.reset(token)


def held_item(page: Page) -> ReleaseItem | None:
    """Return the place of ``page`` in the release that holds it, if one does; one query."""
    if page.pk is None:
        return None
    found: ReleaseItem | None = (
        ReleaseItem.objects.filter(page=page.pk, release__state=Release.State.HOLDING)
        .select_related("release")
        .first()
    )
    return found


@register_hold
def problems_of(page: BasePage) -> list[Problem]:
    """Return what keeps a held page back."""
    if page.pk is None or page.pk in _through.get():
        return []
    if page.live_revision_id and page.live_revision_id == current().revision_id:
        return []  # its row is being written: the publication was asked before it began
    item = held_item(page)
    if item is None:
        return []
    message = _("It is held: all its languages are published together, once all of them are ready.")
    href = reverse("translations_review:release", args=[item.release.source_id])
    return [Problem("title", message, href=href)]


def release_of(source: Page) -> Release | None:
    """Return the release that holds ``source`` and what is translated from it."""
    found: Release | None = Release.objects.filter(
        source=source.pk, state=Release.State.HOLDING
    ).first()
    return found


def items_of(release: Release) -> list[ReleaseItem]:
    """Return the items, each after what it is translated from, with the pages they are of."""
    items = list(
        release.items.select_related("page__locale", "revision", "approved_by").order_by("pk")
    )
    order = list(members(items[0].page.translation_key)) if items else []
    return sorted(
        items,
        key=lambda item: (
            item.page_id != release.source_id,
            order.index(item.page.locale_id) if item.page.locale_id in order else len(order),
        ),
    )


def hold(
    source: Page, targets: Iterable[Page], user: Any, *, at: datetime | None = None
) -> Release:
    """Hold ``source`` and ``targets`` until all of them are ready, and not before ``at``.

    Whether ``user`` may publish them is for the caller to ask. Raises ValidationError where one of
    them is held already, or the time is over. A publication that was scheduled is given up.
    """
    pages = [source, *targets]
    if len(pages) < 2:
        raise ValidationError(_("Choose at least one translation."), code="none")
    if at is not None and at <= timezone.now():
        raise ValidationError(_("Choose a time that is still to come."), code="past")
    keys = [page.pk for page in pages]
    with transaction.atomic(), acting(user=user):
        take_turn(*(page.translation_key for page in pages))
        if ReleaseItem.objects.filter(page__in=keys, release__state=Release.State.HOLDING).exists():
            raise ValidationError(_("One of these pages is held already."), code="held")
        release = Release.objects.create(source=source, at=at, held_by=user)
        ReleaseItem.objects.bulk_create(ReleaseItem(release=release, page=page) for page in pages)
        for page in pages:
            page.revisions.update(approved_go_live_at=None)
            log(page, HELD, user=user)
    return release


def mark_ready(item: ReleaseItem, revision: Revision, user: Any) -> Release:
    """Note that ``revision`` may go out with the others; with the last one, all do."""
    with transaction.atomic(), acting(user=user):
        release = _locked(item.release)
        if release is None:
            raise ValidationError(_("These pages are not held any more."), code="free")
        ReleaseItem.objects.filter(pk=item.pk).update(
            revision=revision, approved_at=timezone.now(), approved_by=user
        )
        log(item.page.specific, READY, user=user, revision=revision)
        if not _is_early(release) and all(one.is_ready for one in release.items.all()):
            _run(release, user)
    return release


def note_submitted(sender: type[WorkflowState], instance: WorkflowState, **kwargs: Any) -> None:
    """Take back that a held page is ready when a newer text of it is submitted."""
    page = instance.content_object
    if isinstance(page, Page):
        ReleaseItem.objects.filter(page=page.pk, release__state=Release.State.HOLDING).update(
            revision=None, approved_at=None, approved_by=None
        )


def try_release(release: Release, user: Any = None) -> bool:
    """Publish all items, or none; tell whether they are out. What stood in the way is on the release.

    Asked by a person, or by the clock (without ``user``). Safe to ask twice, and by two at once.
    """
    with transaction.atomic(), acting(user=user):
        found = _locked(release)
        if found is None:
            return False
        if user is None:
            found.tried_at = timezone.now()
            found.save(update_fields=["tried_at"])
        return _run(found, user)


def due() -> list[Release]:
    """Return the releases whose time has come and that the clock has not tried yet."""
    return list(
        Release.objects.filter(
            state=Release.State.HOLDING, at__lte=timezone.now(), tried_at=None
        ).order_by("at", "pk")
    )


def cancel(release: Release, user: Any) -> bool:
    """Let the pages go their own ways again; tell whether they were still held."""
    with transaction.atomic():
        found = _locked(release)
        if found is None:
            return False
        _end(found, Release.State.CANCELLED, user)
        for item in found.items.select_related("page"):
            log(item.page.specific, CANCELLED, user=user)
    return True


def _locked(release: Release) -> Release | None:
    """Return the release, which nobody else touches until the transaction ends, if it still holds."""
    take_turn(*release.items.values_list("page__translation_key", flat=True))
    found: Release | None = (
        Release.objects.filter(pk=release.pk, state=Release.State.HOLDING)
        .select_for_update(no_key=True)
        .first()
    )
    return found


def _is_early(release: Release) -> bool:
    return release.at is not None and release.at > timezone.now()


def _end(release: Release, state: str, user: Any) -> None:
    release.state, release.ended_at, release.ended_by = state, timezone.now(), user
    release.refusals = []
    release.save()


def _run(release: Release, user: Any) -> bool:
    items = items_of(release)
    lacking = [item for item in items if not item.is_ready]
    if lacking:
        names = ", ".join(languages.endonym(item.page.locale.language_code) for item in lacking)
        return _refuse(
            release, [gettext("Not ready yet: %(languages)s.") % {"languages": names}], user
        )
    try:
        with transaction.atomic(), letting_through(item.page_id for item in items):
            for item in items:
                _publish(item, user)
            for item in items:
                _check_is_out(item)
                log(item.page.specific, RELEASED, user=user, revision=item.revision)
            _end(release, Release.State.RELEASED, user)
    except (PublicationRefused, ValidationError) as refusal:
        release.refresh_from_db()
        page = getattr(refusal, "page", None)
        head = [f"“{page.title}” ({languages.endonym(page.locale.language_code)})"] if page else []
        return _refuse(release, [*head, *told(refusal)], user)
    return True


def _refuse(release: Release, sentences: list[str], user: Any) -> bool:
    if release.refusals != sentences:
        log(release.source.specific, REFUSED, user=user, data={"problems": sentences})
    release.refusals = sentences
    release.save(update_fields=["refusals"])
    return False


def _publish(item: ReleaseItem, user: Any) -> None:
    """Publish the approved revision now, whatever time it had been given itself."""
    page = Page.objects.get(pk=item.page_id)
    if page.live and page.live_revision_id == item.revision_id:
        return
    action = PublishPageRevisionAction(item.revision, user=user)
    if action.object.go_live_at is not None and action.object.go_live_at > timezone.now():
        action.object.go_live_at = None
    action.execute(skip_permission_checks=True)  # whoever approved each of them was asked


def _check_is_out(item: ReleaseItem) -> None:
    page = Page.objects.get(pk=item.page_id)
    if not page.live or page.live_revision_id != item.revision_id:
        sentence = _("It would not be public yet: what it is translated from is not.")
        raise PublicationRefused(page, [Problem("title", sentence)])

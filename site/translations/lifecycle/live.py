"""Withdrawn with its source, public again with it, and never public before it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from core.facts.families import family
from core.publishing import Problem, PublicationRefused
from translations import acting
from translations.freshness import refresh
from translations.lifecycle.decisions import Deed, is_left_out, told
from translations.lifecycle.members import Member, carrying, members
from translations.models import LanguageVersion, LeftOut, Waiting

#: Entries in the history of a version: went with its source, came again with it or did not, waits.
WITHDRAWN, BROUGHT_BACK = "kohtaamo.withdrawn", "kohtaamo.brought_back"
NOT_BROUGHT_BACK = "kohtaamo.not_brought_back"
WAITS = "kohtaamo.waits_for_source"


def carry_live(key: UUID) -> int:
    """Let all versions of a page be public with what they follow, or not; return how many changed.

    A version is withdrawn with its source, unless it is left out. One that was withdrawn, or whose
    publication was asked for in the meantime, goes out with it again; if it may not, it stays a draft,
    its history says why, and the source is not held back.
    """
    changed = 0
    with transaction.atomic(), carrying(Deed.LIVE, key) as is_first:
        found = members(key) if is_first else {}
        for member in found.values():
            leader = found.get(member.leader) if member.leader is not None else None
            if leader is None:
                continue
            if leader.live:
                _forget_decision(member)
                version = member.awaited
                if version is not None and not member.live and not _is_over(leader):
                    member.live = _bring_back(member, version)
                    changed += 1
            elif member.live and not is_left_out(member, Deed.LIVE):
                _withdraw(member, leader)
                member.live, member.expired = False, leader.expired
                changed += 1
        if changed:
            refresh([key])
    return changed


def _is_over(leader: Member) -> bool:
    """Tell whether the time of the source is over, though nobody has taken it down yet."""
    return leader.expire_at is not None and leader.expire_at <= timezone.now()


def _forget_decision(member: Member) -> None:
    """Forget that a version was left out of a withdrawal that has ended."""
    if Deed.LIVE in member.decided:
        LeftOut.objects.filter(version=member.version, deed=Deed.LIVE).delete()


def _withdraw(member: Member, leader: Member) -> None:
    """Take a version off the site as its source was taken off."""
    page = member.page
    if member.version is not None:
        LanguageVersion.objects.filter(pk=member.version.pk).update(is_withdrawn=True)
    UnpublishPageAction(
        page, set_expired=leader.expired, user=acting.current().user, log_action=WITHDRAWN
    ).execute(skip_permission_checks=True)  # who may withdraw the source was asked


def _bring_back(member: Member, version: LanguageVersion) -> bool:
    """Publish what is waiting, else what was public last; tell whether the version is public now."""
    page = member.page
    waiting: Waiting | None = getattr(version, "waiting", None)
    user = acting.current().user or (waiting.asked_by if waiting else None)
    LanguageVersion.objects.filter(pk=version.pk).update(is_withdrawn=False)
    Waiting.objects.filter(version=version).delete()
    try:
        with transaction.atomic():
            _publish(page, waiting.revision if waiting else _last_live(version, page), user)
    except (PublicationRefused, ValidationError) as refusal:
        log(page, NOT_BROUGHT_BACK, user=user, data={"problems": told(refusal)})
        return False
    return bool(Page.objects.filter(pk=page.pk, live=True).exists())


def _last_live(version: LanguageVersion, page: Any) -> Revision | None:
    return page.revisions.filter(pk=version.made_of).first() if version.made_of else None


def _publish(page: Any, revision: Revision | None, user: Any) -> None:
    draft = page.latest_revision
    row = revision or page.save_revision(user=user, changed=False, clean=False)
    row.publish(user=user, changed=False, log_action=BROUGHT_BACK, skip_permission_checks=True)
    if revision is None and draft is not None:
        # What was last public had no revision of its own; a newer draft stays the newest.
        Page.objects.filter(pk=page.pk).update(latest_revision=draft, has_unpublished_changes=True)


class Deleted(PublicationRefused):
    """A page does not go out because somebody has deleted it meanwhile."""

    def __init__(self, page: Any) -> None:
        super().__init__(page, [Problem("title", _("Somebody has deleted it meanwhile."))])


def version_of(page: Page) -> LanguageVersion | None:
    """Return the record of ``page`` as a version of another, followed or stopped, if it is one."""
    return (
        LanguageVersion.objects.filter(
            translation_key=page.translation_key, locale_id=page.locale_id
        )
        .select_related("translation")
        .first()
    )


def source_of(version: LanguageVersion) -> Page | None:
    """Return the row of what ``version`` follows, or None where it is gone."""
    leader = family(version.translation_key).get(version.locale_id)
    if leader is None:
        return None
    rows = Page.objects.filter(translation_key=version.translation_key, locale_id=leader)
    found: Page | None = rows.first()
    return found


def wait(version: LanguageVersion, page: Page, revision: Revision) -> None:
    """Keep ``revision`` of ``page`` until its source is public; then it is published."""
    user = acting.current().user
    Waiting.objects.update_or_create(
        version=version, defaults={"revision": revision, "asked_by": user}
    )
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    log(page, WAITS, user=user, revision=revision)
    carry_live(version.translation_key)
    refresh([version.translation_key])


def note_expired(page: Page) -> None:
    """Let a version whose time ended together with its source's be public again with it.

    ``publish_scheduled`` takes the pages in no order; the version may have gone first.
    """
    found = members(page.translation_key)
    member = found.get(page.locale_id)
    leader = found.get(member.leader) if member and member.leader is not None else None
    if member is None or member.version is None or leader is None:
        return
    if member.expired and leader.expire_at is not None and leader.expire_at == member.expire_at:
        LanguageVersion.objects.filter(pk=member.version.pk).update(is_withdrawn=True)

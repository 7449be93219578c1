"""The time at which a page stops being public is one for all its versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from translations import acting
from translations.freshness import refresh
from translations.lifecycle.decisions import Deed, is_left_out
from translations.lifecycle.members import Member, carrying, members

#: The entry in the history of a version whose time of expiry was changed.
EXPIRY_CARRIED = "kohtaamo.expiry_carried"


def carry_expiry(key: UUID) -> int:
    """Put on each version the time of expiry of what it follows; return how many had another.

    Written past the doors of publication, as facts are: what a version may lack must not keep it
    public for longer. Newest drafts and scheduled revisions get it too.
    """
    changed = 0
    with transaction.atomic(), carrying(Deed.EXPIRY, key) as is_first:
        found = members(key) if is_first else {}
        for member in found.values():
            leader = found.get(member.leader) if member.leader is not None else None
            if leader is None or leader.expire_at == member.expire_at:
                continue
            if not is_left_out(member, Deed.EXPIRY):
                _write(member, leader.expire_at)
                member.expire_at = leader.expire_at
                changed += 1
        if changed:
            refresh([key])
    return changed


def _write(member: Member, moment: datetime | None) -> None:
    page = _put(member.page, moment)
    before = member.expire_at.isoformat() if member.expire_at else None
    value = moment.isoformat() if moment else None
    data = {"expire_at": value, "before": before}
    log(page, EXPIRY_CARRIED, user=acting.current().user, data=data)


def _put(page: Any, moment: datetime | None) -> Any:
    Page.objects.filter(pk=page.pk).update(expire_at=moment)
    page.expire_at = moment
    rewrite(page, "expire_at", moment.isoformat() if moment else None)
    if page.live and Page.objects.filter(alias_of=page.pk).exists():
        page.update_aliases()
    return page


def restore_own(page: Any) -> None:
    """Give a version that was left out afterwards the time back that it had before."""
    last = PageLogEntry.objects.filter(page=page.pk, action=EXPIRY_CARRIED).order_by("pk").last()
    if last is None:
        return
    before = last.data.get("before")
    moment = datetime.fromisoformat(before) if before else None
    if moment is None or moment > timezone.now():
        _put(page, moment)


def rewrite(page: Page, name: str, value: Any) -> None:
    """Write a field of the newest draft of ``page``, and of its scheduled revisions."""
    for revision in page.revisions.filter(
        Q(pk=page.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    ):
        if revision.content.get(name) != value:
            content = {**revision.content, name: value}
            Revision.objects.filter(pk=revision.pk).update(content=content)

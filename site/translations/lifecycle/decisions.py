"""Leaving a version out of what its source does: with a reason, on record, and revocable."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from translations import acting
from translations.freshness import refresh
from translations.lifecycle.members import Member
from translations.models import LanguageVersion, LeftOut

Deed = LeftOut.Deed
#: Entries in the history of a version: it was left out of a deed; it follows again.
LEFT_OUT, FOLLOWS_AGAIN = "kohtaamo.left_out", "kohtaamo.follows_again"


def is_left_out(member: Member, deed: str) -> bool:
    """Tell whether the version does not follow in ``deed``, and put on record what is decided just now."""
    reason = acting.current().left_out.get(member.locale_id, "").strip()
    if reason and member.version is not None:
        leave_out(member.version, deed, reason, page=member.page)
        return True
    return deed in member.decided


def leave_out(version: LanguageVersion, deed: str, reason: str, *, page: Page) -> LeftOut:
    """Put on record that ``version`` does not follow its source in ``deed``; its history says so."""
    user = acting.current().user
    with transaction.atomic():
        before = LeftOut.objects.filter(version=version, deed=deed).first()
        if before is not None and before.reason == reason:
            return before
        row, _created = LeftOut.objects.update_or_create(
            version=version, deed=deed, defaults={"reason": reason, "decided_by": user}
        )
        note(page, deed, reason)
        refresh([version.translation_key])
    return row


def note(page: Page, deed: str, reason: str) -> None:
    """Write into the history of ``page`` that it was left out."""
    log(page, LEFT_OUT, user=acting.current().user, data={"deed": str(deed), "reason": reason})


def take_back(version: LanguageVersion, deed: str, *, page: Page) -> bool:
    """Let ``version`` follow in ``deed`` from now on; tell whether it did not. Carries nothing yet."""
    with transaction.atomic():
        count, _rows = LeftOut.objects.filter(version=version, deed=deed).delete()
        if count:
            log(page, FOLLOWS_AGAIN, user=acting.current().user, data={"deed": str(deed)})
            refresh([version.translation_key])
    return bool(count)


def told(error: Exception) -> list[str]:
    """Return the sentences of a refusal (``core.publishing``) or of what a field has against a value."""
    problems: Any = getattr(error, "problems", None)
    if problems is not None:
        return [str(problem.message) for problem in problems]
    return [str(message) for message in getattr(error, "messages", [str(error)])]

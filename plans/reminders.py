"""Reminders by e-mail of actions nothing was told of: once a period, never twice (at most once).

What is to be sent is claimed first: a row for each action, committed before any mail leaves. Whoever
runs the same at the same time finds it claimed. Where no mail server took a mail the claim is given
back, and the next run tries again. A run that is killed in between may have sent a mail or not; nobody is
mailed a second time for that, but the claim stays without ``delivered_at``, and every later run counts it
aloud, so that nothing is lost in silence. The report of the editors has all these actions anyway.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from plans.models import ReminderSent
from plans.silence import SilentAction, silent_actions

logger = logging.getLogger(__name__)
#: A claim older than this without delivery belongs to a run that died.
GIVEN_UP: Final = timedelta(hours=6)
_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Outcome:
    """What one run did; numbers only, nobody's name or address."""

    mails: int = 0
    actions: int = 0
    failed: int = 0
    #: Silent actions without anybody to remind.
    without_anybody: int = 0
    #: Claims of a run that died, whose mails may not have gone out.
    uncertain: int = 0


def remind(now: datetime | None = None) -> Outcome:
    """Mail everybody who has to tell of actions, one mail each; safe to run again at any time."""
    now = now or timezone.now()
    uncertain = ReminderSent.objects.filter(delivered_at=None, sent_at__lt=now - GIVEN_UP).count()
    silent = silent_actions(day=timezone.localdate(now, timezone.get_default_timezone()))
    reachable = [(action, addresses_of(action)) for action in silent]
    with_somebody = [(action, found) for action, found in reachable if found]
    claims = _claim([action for action, _found in with_somebody], now)
    by_address: dict[str, list[SilentAction]] = {}
    for action, addresses in with_somebody:
        if action.key in claims:
            for address in addresses:
                by_address.setdefault(address, []).append(action)
    delivered: set[tuple[UUID, UUID]] = set()
    failed = 0
    connection = get_connection()
    for address, actions in by_address.items():
        try:
            message_to(address, actions, connection=connection).send()
        except Exception as error:
            # One address must not keep the others from theirs. The error itself is not
            # logged: mail servers answer with the address.
            logger.error("A reminder could not be sent (%s)", type(error).__name__)  # noqa: TRY400
            failed += 1
        else:
            delivered.update(action.key for action in actions)
            _mark([key for action in actions if (key := claims.get(action.key))], now)
    _give_back({pk for key, pk in claims.items() if key not in delivered})
    return Outcome(
        len(by_address) - failed,
        len(delivered),
        failed,
        len(reachable) - len(with_somebody),
        uncertain,
    )


def addresses_of(action: SilentAction) -> list[str]:
    """Return the valid addresses of those to remind: nothing that could break a mail's head."""
    found = []
    for address in action.recipients:
        try:
            validate_email(address)
        except ValidationError:
            continue
        found.append(address)
    return found


def message_to(address: str, actions: list[SilentAction], connection: Any = None) -> EmailMessage:
    """Return the mail to one recipient: all her actions, in the language most of them are in.

    The subject holds a number and no text that anybody has written.
    """
    codes = Counter(action.plan.language_code for action in actions)
    ((code, _count),) = codes.most_common(1)
    with translation.override(code):
        subject = ngettext(
            "%(count)s action of a plan is without news",
            "%(count)s actions of plans are without news",
            len(actions),
        ) % {"count": len(actions)}
        body = render_to_string("plans/reminder.txt", {"plans": _by_plan(actions)})
    return EmailMessage(
        subject,
        body,
        to=[address],
        headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: no answer of a machine, please
        connection=connection,
    )


def _by_plan(actions: Iterable[SilentAction]) -> list[dict[str, Any]]:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    found: dict[int, dict[str, Any]] = {}
    for action in actions:
        group = found.setdefault(
            action.plan.pk,
            {
                "title": action.plan.title,
                "href": f"{base}{reverse('plan_progress', args=[action.plan.pk])}",
                "actions": [],
            },
        )
        group["actions"].append(action)
    return list(found.values())


@transaction.atomic
def _claim(actions: list[SilentAction], now: datetime) -> dict[tuple[UUID, UUID], int]:
    """Return the rows of those of ``actions`` that nobody was reminded of in this period, now claimed."""
    keys = {action.key: action for action in actions}
    ReminderSent.objects.bulk_create(
        [
            # Long ago: a row to hold, which counts as no reminder.
            ReminderSent(plan_key=plan, action_id=action, sent_at=_LONG_AGO, delivered_at=_LONG_AGO)
            for plan, action in keys
        ],
        ignore_conflicts=True,
    )
    rows = ReminderSent.objects.select_for_update().filter(
        plan_key__in={plan for plan, _action in keys}
    )
    claimed = {}
    for row in rows.order_by("pk"):
        action = keys.get((row.plan_key, row.action_id))
        if action is None or row.sent_at > now - timedelta(days=action.plan.reminder_days):
            continue
        claimed[row.plan_key, row.action_id] = row.pk
    ReminderSent.objects.filter(pk__in=claimed.values()).update(sent_at=now, delivered_at=None)
    return claimed


def _mark(claims: list[int], now: datetime) -> None:
    ReminderSent.objects.filter(pk__in=claims).update(delivered_at=now)


def _give_back(claims: set[int]) -> None:
    ReminderSent.objects.filter(pk__in=claims).delete()

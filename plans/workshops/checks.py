"""What a workshop had better have before its plan goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.publishing import Problem
from people.models import anybody_to_ask

if TYPE_CHECKING:
    from plans.models import PlanPage


def workshop_problems(page: PlanPage) -> list[Problem]:
    """Return advice on the workshops of ``page`` that are still to come; none of it blocks."""
    now = timezone.now()
    to_come = [
        row
        for row in page.workshops.all()
        if row.ends_at and row.starts_at and not row.is_cancelled and not row.times.is_past(now)
    ]
    problems = []
    nowhere = [row for row in to_come if not row.sign_up_url]
    if nowhere and not anybody_to_ask(page.contacts.all()):
        message = _(
            "Workshop “%(title)s”: nowhere to sign up, and nobody to ask. "
            "Add a sign-up link or a contact person."
        )
        problems += [
            Problem("workshops", message % {"title": row.title}, blocks=False) for row in nowhere
        ]
    problems += [
        Problem(
            "workshops",
            _("Workshop “%(title)s”: say where in the town it is.") % {"title": row.title},
            blocks=False,
        )
        for row in to_come
        if row.town and not row.venue and not row.online_url
    ]
    return problems

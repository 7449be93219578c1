"""Two mails about an application: to the applicant that it has come, to the staff that there is one.

Neither holds anything of what was written: the first could be sent to anybody by anybody who types her
address, and the second lies in a mailbox for ever.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils import timezone

from core import languages
from core.languages import UiText
from news import limits
from news.questions import written_first

if TYPE_CHECKING:
    from news.models import Application, CallPage

logger = logging.getLogger(__name__)
#: Seconds to wait for the mail server: the applicant is waiting too.
PATIENCE = 10


def send(application: Application, page: CallPage, applicant: str) -> None:
    """Confirm to the applicant, where she gave an address, and tell the staff, where there is one to tell.

    A mail that cannot be sent is logged, without the address; the application is there all the same.
    """
    if applicant and limits.may_be_mailed(applicant):
        application.is_confirmed = _confirm(application, page, applicant)
        if application.is_confirmed:
            application.save(update_fields=["is_confirmed"])
    if page.notice_email:
        _notify(application, page)


def _confirm(application: Application, page: CallPage, applicant: str) -> bool:
    code = page.language_code
    received = timezone.localtime(application.received_at)
    lines: list[str] = [
        languages.say_in(
            code,
            "Your application was received on %(date)s at %(time)s.",
            date=received.date(),
            time=received.time(),
        ),
        languages.say_in(code, "Its reference: %(reference)s", reference=application.reference),
        f"{page.title}\n{page.full_url}",
    ]
    if page.removed_on is not None:
        lines.append(
            languages.say_in(
                code, "What you sent is removed on %(date)s at the latest.", date=page.removed_on
            )
        )
    lines.append(
        languages.say_in(code, "This message was sent by itself. If you sent nothing, ignore it.")
    )
    subject = languages.say_in(
        code, "Your application has been received: %(title)s", title=page.title
    )
    return _mail(applicant, subject, lines)


def _notify(application: Application, page: CallPage) -> None:
    shown = written_first(page) or page
    code = shown.language_code
    path = reverse("applications:list", args=[application.call])
    count = type(application).objects.filter(call=application.call).count()
    lines: list[str] = [
        languages.say_in(
            code, "There is a new application to the call “%(title)s”.", title=shown.title
        ),
        languages.say_in(code, "Applications so far: %(count)s", count=count),
        f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}",
    ]
    subject = languages.say_in(code, "A new application: %(title)s", title=shown.title)
    _mail(page.notice_email, subject, lines)


def _mail(to: str, subject: UiText, lines: list[str]) -> bool:
    """Send one mail; tell whether the mail server took it."""
    message = EmailMessage(
        subject=" ".join(subject.split()),
        body="\n\n".join(lines) + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        # So that no automatic reply answers it (RFC 3834, section 5).
        headers={"Auto-Submitted": "auto-generated", "Content-Language": subject.lang},
        connection=get_connection(timeout=PATIENCE),
    )
    try:
        return bool(message.send())
    except Exception as fault:
        logger.warning("A mail about an application was not sent: %s", type(fault).__name__)
        return False

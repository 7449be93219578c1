"""How somebody applies: the form under the call, what is sent with it, and what she is told.

Nothing of it is kept by caches. The only cookie is the one against forged forms, and only whoever opens
the form gets it. Whatever is refused, what she wrote comes back to her.
"""

from __future__ import annotations

import logging
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.core.files import File
from django.db import IntegrityError, transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from core import languages
from core.languages import UiText
from news import file_kinds, limits, mails
from news.application_form import ApplicationForm, QuestionFormBuilder, shown_questions
from news.calls import CallForm
from news.deadline import OPEN
from news.models import Application, ApplicationFile
from news.questions import Question, questions_of

if TYPE_CHECKING:
    from news.models import CallPage

logger = logging.getLogger(__name__)

#: The name of the field nobody sees and no person fills in.
TRAP = "website"
TOKEN = "form"  # noqa: S105  (a name)
_RECEIPT = "news.receipt"
NOTHING: MultiValueDict[str, str] = MultiValueDict()


def apply(page: CallPage, request: HttpRequest) -> HttpResponse:
    """Answer at the address of the form. Raises Http404 for a call without one.

    409 tells that the call is not open, 422 that something must be mended, 429 that too much was sent.
    """
    if not page.has_form:
        raise Http404("this call has no form")
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    request.shown_part = CallForm(page)  # type: ignore[attr-defined]
    questions = questions_of(page)
    if request.method != "POST":
        if page.state != OPEN:
            return _refused(page, request, questions, 200)
        return _answer(page, request, "news/call_apply.html", shown_form(page, questions))
    token = limits.read_token(request.POST.get(TOKEN, ""), page.translation_key)
    if token is not None:
        sent_already = Application.objects.filter(token=token).first()
        if sent_already is not None:
            return _to_receipt(page, request, sent_already)
    if page.state != OPEN:
        return _refused(page, request, questions, 409)
    return _take(page, request, questions, token)


def _take(
    page: CallPage, request: HttpRequest, questions: list[Question], token: uuid.UUID | None
) -> HttpResponse:
    """Store what was sent, or show the form again."""

    def again(
        status: int, why: UiText | None = None, form: ApplicationForm | None = None
    ) -> HttpResponse:
        context = shown_form(page, questions, form, request)
        return _answer(page, request, "news/call_apply.html", {**context, "why": why}, status)

    if not limits.may_send(request):
        why = languages.say_in(
            page.language_code,
            "Too much has been sent from your network. Wait ten minutes, then send again.",
        )
        response = again(429, why)
        response["Retry-After"] = str(limits.WITHIN)
        return response
    if token is None:
        why = languages.say_in(
            page.language_code,
            "The form could not be recognised. Look it through, then send again.",
        )
        return again(422, why)
    if request.POST.get(TRAP, ""):
        why = languages.say_in(
            page.language_code,
            "A field that is there to catch robots was filled in. Empty it, then send again.",
        )
        return again(422, why)
    if limits.is_too_quick(request.POST[TOKEN]):
        why = languages.say_in(
            page.language_code,
            "That was quicker than anybody writes, so it was taken for a robot. Send again.",
        )
        return again(422, why)
    form = form_of(page, questions, request)
    if not form.is_valid():
        return again(422, form=form)
    application, is_new = store(page, form, token, page.asked_at)
    if is_new:
        mails.send(application, page, form.email())
    return _to_receipt(page, request, application)


def form_of(page: CallPage, questions: list[Question], request: HttpRequest) -> ApplicationForm:
    """Return the form with what was sent."""
    made = QuestionFormBuilder(questions, page.language_code).get_form_class()
    form = made(request.POST, request.FILES)
    form.code = page.language_code
    return form


def store(
    page: CallPage, form: ApplicationForm, token: uuid.UUID, now: datetime
) -> tuple[Application, bool]:
    """Return the application, and whether it is new: the same form is stored once.

    All of it is stored or nothing; a file that was written for nothing is deleted.
    """
    written: list[ApplicationFile] = []
    try:
        with transaction.atomic():
            application = Application.objects.create(
                call=page.translation_key,
                language=page.language_code,
                token=token,
                received_at=now,
                answers=form.answers(),
            )
            for key, sent in form.sent_files():
                row = ApplicationFile(
                    application=application,
                    question=key,
                    name=sent.name,
                    kind=sent.kind,
                    size=sent.upload.size or 0,
                )
                sent.upload.seek(0)
                written.append(row)
                row.file.save(sent.name, File(sent.upload), save=True)
    except BaseException as fault:
        for row in written:
            if row.file.name:
                row.file.storage.delete(row.file.name)
        if not isinstance(fault, IntegrityError):
            raise
        # The same form was sent twice at once; the other one was a moment quicker.
        return Application.objects.get(token=token), False
    logger.info("Application %s to call %s was stored", application.pk, page.translation_key)
    return application, True


# What is shown ------------------------------------------------------------------------------------


def shown_form(
    page: CallPage,
    questions: list[Question] | None = None,
    form: ApplicationForm | None = None,
    request: HttpRequest | None = None,
) -> dict[str, Any]:
    """Return what the template of the form needs; with what was sent in ``request``."""
    questions = questions_of(page) if questions is None else questions
    data = request.POST if request is not None else NOTHING
    shown = shown_questions(questions, form, data)
    token = data.get(TOKEN, "")
    if limits.read_token(token, page.translation_key) is None:
        token = limits.new_token(page.translation_key)
    return {
        "questions": shown,
        "faulty": [one for one in shown if one.faults],
        "token": token,
        "trap": data.get(TRAP, ""),
        "sent_files": bool(request is not None and request.FILES),
        "most_files": file_kinds.MOST_FILES,
        "most_megabytes": file_kinds.MOST_BYTES // file_kinds.MEGABYTE,
        "accepted": ",".join(file_kinds.SUFFIXES),
    }


def _refused(
    page: CallPage, request: HttpRequest, questions: list[Question], status: int
) -> HttpResponse:
    """Say that the call is not open; show what she wrote, to be copied."""
    data = request.POST if request.method == "POST" else NOTHING
    shown = [
        one
        for one in shown_questions(questions, None, data)
        if one.written or (one.kind == "checkbox" and one.value)
    ]
    context = {"written": shown, "was_sent": request.method == "POST"}
    return _answer(page, request, "news/call_closed.html", context, status)


def _answer(
    page: CallPage, request: HttpRequest, template: str, further: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {**page.get_context(request), **further}
    response = TemplateResponse(request, template, context, status=status)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


# The receipt --------------------------------------------------------------------------------------


def _to_receipt(page: CallPage, request: HttpRequest, application: Application) -> HttpResponse:
    receipt = signing.Signer(salt=_RECEIPT).sign(application.token.hex)
    response = HttpResponseRedirect(f"{page.get_url(request)}apply/received/{receipt}/")
    response.status_code = 303
    response["Cache-Control"] = "private, no-store"
    return response


def received(page: CallPage, request: HttpRequest, receipt: str) -> HttpResponse:
    """Show the receipt of an application; nothing that was in it. Raises Http404 for any other address."""
    try:
        token = uuid.UUID(signing.Signer(salt=_RECEIPT).unsign(receipt))
        application = Application.objects.get(token=token, call=page.translation_key)
    except (signing.BadSignature, ValueError, Application.DoesNotExist):
        raise Http404("no such application") from None
    request.shown_part = CallForm(page)  # type: ignore[attr-defined]
    context = {
        "application": application,
        "received": timezone.localtime(application.received_at),
        "files": application.files.count(),
    }
    return _answer(page, request, "news/call_confirmation.html", context)

"""What a call must have before it goes out, and what it had better have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import languages
from core.publishing import Problem
from news.deadline import day_of
from news.file_kinds import MOST_FILE_QUESTIONS

if TYPE_CHECKING:
    from news.models import CallPage

#: The languages every call should be in: those a Finnish public body serves everybody in
#: (Language Act 423/2003, section 32).
BOTH = ("fi", "sv")


def problems_of(call: CallPage) -> list[Problem]:
    """Return what is missing or wrong of the window, of the way to apply, and of the languages."""
    found = [*_window(call), *(_form(call) if call.has_form else _address(call))]
    return found + _other_language(call)


def _window(call: CallPage) -> list[Problem]:
    if call.closes_at is None:
        return [Problem("closes_at", _("Say when the call closes, with the time of day."))]
    found = []
    if call.opens_at is not None and call.opens_at >= call.closes_at:
        found.append(Problem("closes_at", _("The call would close before it opens.")))
    if call.decided_on is not None and call.decided_on < day_of(call.closes_at):
        found.append(Problem("decided_on", _("It cannot be decided before it has closed.")))
    return found


def _address(call: CallPage) -> list[Problem]:
    if call.apply_url or call.apply_email:
        return []
    message = _("Nobody can apply: give an address, or choose a form of its own.")
    return [Problem("applied_with", message)]


def _form(call: CallPage) -> list[Problem]:
    written = call.written_questions
    questions = list(call.questions.all()) if written is None else written
    found = []
    if not questions:
        found.append(Problem("questions", _("The form asks nothing: add questions.")))
    for question in questions:
        if question.field_type in question.CHOOSING and len(question.choice_lines) < 2:
            message = _("The question “%(question)s” needs at least two choices, one a line.")
            found.append(Problem("questions", message % {"question": question.label}))
    files = sum(question.field_type == question.Kind.FILE for question in questions)
    if files > MOST_FILE_QUESTIONS:
        message = _("A form may ask for files in %(count)s questions at most.")
        found.append(Problem("questions", message % {"count": MOST_FILE_QUESTIONS}))
    if call.remove_after is None:
        message = _("Say after how many days applications are removed.")
        found.append(Problem("remove_after", message))
    if call.privacy_notice_id is None:
        message = _("Choose the privacy notice that applicants are to read (GDPR, article 13).")
        found.append(Problem("privacy_notice", message))
    return found


def _other_language(call: CallPage) -> list[Problem]:
    """Advise to offer a call in Finnish or Swedish in the other one too."""
    code = call.language_code if call.locale_id else ""
    if code not in BOTH or call.pk is None:
        return []
    other = BOTH[1 - BOTH.index(code)]
    if Page.objects.filter(
        translation_key=call.translation_key, locale__language_code=other, alias_of=None
    ).exists():
        return []
    message = _("The call is not there in %(language)s: translate it, so that everybody may apply.")
    href = reverse("wagtail_localize:submit_page_translation", args=[call.pk])
    said = message % {"language": languages.endonym(other)}
    return [Problem("other_language", said, blocks=False, href=href)]

"""Sow the calls: one that is open, with a form of its own, and one that is decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from core.freshness import today
from home.demo.call_shape import Call
from home.demo.content.valplanerat import CALLS
from home.demo.shape import HELSINKI, key_of, moment
from news.models import (
    Application,
    CallDate,
    CallPage,
    CallPageContact,
    CallPageRelated,
    CallPageTheme,
    CallQuestion,
)

if TYPE_CHECKING:
    from home.demo.sowing import Sower

KEYS = tuple(call.key for call in CALLS)
#: When offices close.
CLOSING = time(16, 15)


def sow(sower: Sower) -> None:
    """Make what is missing of the calls: as they were written first, their translations, applications."""
    for call in CALLS:
        code = call.written_in
        if code not in sower.locales:
            continue
        is_new = (call.key, code) not in sower.pages
        if is_new:
            page = _original(sower, call)
            parent = sower.index_in(code)
            sower.pages[call.key, code] = sower.publish(parent, page, page.published_on)
        missing = [
            other
            for other in call.words
            if other in sower.locales and (call.key, other) not in sower.pages
        ]
        if missing or is_new:
            original = CallPage.objects.get(pk=sower.pages[call.key, code])
            for other in missing:
                written = _page_in(sower, call, other)
                sower.pages[call.key, other] = sower.translated(
                    original, other, written, original.published_on
                )
        if is_new:
            _applications(call, original)


def _original(sower: Sower, call: Call) -> CallPage:
    """Return an unsaved page with all that a call refers to."""
    page = _page_in(sower, call, call.written_in)
    page.organisation = sower.vocabularies.organisations[call.organisation]
    page.funder = sower.vocabularies.funders[call.funder] if call.funder else None
    page.contacts = [
        CallPageContact(person=sower.people[key], sort_order=order)
        for order, key in enumerate(call.contacts)
    ]
    page.themes = [
        CallPageTheme(theme=sower.vocabularies.themes[key], sort_order=order)
        for order, key in enumerate(call.themes)
    ]
    page.related = [
        CallPageRelated(page_id=sower.pk_of(key), sort_order=order)
        for order, key in enumerate(call.related)
    ]
    return page


def _page_in(sower: Sower, call: Call, code: str) -> CallPage:
    """Return an unsaved page with the words of one language; its rows have keys of their own."""
    words, locale = call.words[code], sower.locales[code]
    page = CallPage(
        title=words.title,
        lead=words.lead,
        who=words.who,
        places=call.places,
        places_unit=words.unit,
        published_on=moment(_day(call.published)),
        closes_at=datetime.combine(_day(call.closes), CLOSING, tzinfo=HELSINKI),
        decided_on=call.decided,
        outcome=words.outcome,
        applied_with=CallPage.FORM if call.questions else CallPage.ADDRESS,
        apply_email=call.email,
        privacy_notice_id=sower.pk_of("privacy") if call.questions else None,
        image=sower.pictures.scene(call.scene),
        image_alt=words.alt,
        body=sower.bodies.of(call.key, words.body),
        locale=locale,
        translation_key=key_of("page", call.key),
        owner=sower.editor,
    )
    page.dates = [
        CallDate(
            what=what,
            where=where,
            day=None if day is None else _day(day),
            sort_order=order,
            locale=locale,
            translation_key=key_of("call-date", call.key, str(order)),
        )
        for order, ((what, where), day) in enumerate(zip(words.dates, call.dates, strict=True))
    ]
    page.questions = [
        CallQuestion(
            label=asked.label,
            help_text=asked.help,
            choices=asked.choices,
            field_type=kind,
            purpose=purpose,
            required=required,
            sort_order=order,
            locale=locale,
            translation_key=key_of("call-question", call.key, str(order)),
        )
        for order, (asked, (kind, purpose, required)) in enumerate(
            zip(words.questions, call.questions, strict=True)
        )
    ]
    return page


def _applications(call: Call, page: CallPage) -> None:
    questions = list(page.questions.all())
    Application.objects.bulk_create(
        [
            Application(
                token=key_of("application", call.key, str(number)),
                call=page.translation_key,
                language=call.written_in,
                received_at=page.published_on + timedelta(days=1 + number, hours=number),
                answers=_answered(questions, answers),
            )
            for number, answers in enumerate(call.applications)
        ],
        ignore_conflicts=True,
    )


def _answered(
    questions: Iterable[CallQuestion], answers: Iterable[object]
) -> list[dict[str, object]]:
    return [
        {"key": question.key, "label": question.label, "value": answer}
        for question, answer in zip(questions, answers, strict=True)
    ]


def _day(day: date | int) -> date:
    return today() + timedelta(days=day) if isinstance(day, int) else day

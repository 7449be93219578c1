"""The questions of a call's form as one language shows them.

How many there are, in which order, of which kind and which must be answered is as the call was written
first, also where a translation has not been synchronised yet: what comes in is then one table. What a
question says is the translation's, where there is one; otherwise the text says which language it is in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core import languages
from core.facts import family
from core.languages import UiText

if TYPE_CHECKING:
    from news.models import CallPage, CallQuestion


@dataclass(frozen=True)
class Choice:
    """One choice: what is stored, in the language the call was written in, and what is shown."""

    value: str
    label: UiText


@dataclass(frozen=True)
class Question:
    """A question; its names are those of Wagtail's form builder."""

    clean_name: str
    field_type: str
    label: UiText
    help_text: UiText
    required: bool
    purpose: str
    choices: list[Choice] = field(default_factory=list)
    default_value: str = ""


def written_first(page: CallPage) -> CallPage | None:
    """Return the live page that ``page`` is a translation of, at first or second hand; None for none."""
    leaders, locale_id = family(page.translation_key), page.locale_id
    while locale_id in leaders:
        locale_id = leaders[locale_id]
    if locale_id == page.locale_id:
        return None
    pages = type(page).objects.live().select_related("locale")
    found: CallPage | None = pages.filter(
        translation_key=page.translation_key, locale_id=locale_id
    ).first()
    return found


def questions_of(page: CallPage) -> list[Question]:
    """Return the questions of ``page`` in its language; at three queries more for a translation."""
    own = list(page.questions.all())
    source = written_first(page) if page.source_language and page.pk else None
    if source is None:
        return [_question(page, row, row) for row in own]
    by_key = {row.translation_key: row for row in own}
    return [
        _question(page, row, by_key.get(row.translation_key), source.language_code)
        for row in source.questions.all()
    ]


def _question(
    page: CallPage, row: CallQuestion, own: CallQuestion | None, written_in: str = ""
) -> Question:
    """Return the question ``row``, in the words of ``own`` where there are any."""

    def text(name: str) -> UiText:
        if own is None:
            return said(getattr(row, name), written_in or page.language_code)
        code = page.lang_of(f"questions.{own.translation_key}.{name}")
        return said(getattr(own, name), code)

    values = row.choice_lines
    labels, choices_in = values, written_in or page.language_code
    if own is not None and len(own.choice_lines) == len(values):
        labels = own.choice_lines
        choices_in = page.lang_of(f"questions.{own.translation_key}.choices")
    return Question(
        clean_name=row.key,
        field_type=row.field_type,
        label=text("label"),
        help_text=text("help_text"),
        required=row.required,
        purpose=row.purpose,
        choices=[
            Choice(value, said(label, choices_in))
            for value, label in zip(values, labels, strict=True)
        ],
    )


def said(text: Any, code: str) -> UiText:
    """Return ``text``, which is in the language ``code``, so that a template can say so."""
    return UiText(str(text), languages.html_lang(code), languages.direction(code))

"""Words of choices (kinds, states) in the language of a page, which know the language they are in."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from core import languages
from core.languages import UiText


def said(label: Any, code: str) -> UiText:
    """Return the label of a choice in the language ``code``, with a capital, or in its fallback."""
    with translation.override(None):
        msgid = str(label)  # as it stands in the code, in no language
    text = languages.say_in(code, msgid)
    return UiText(f"{text[:1].upper()}{text[1:]}", text.lang, text.direction)

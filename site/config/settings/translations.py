"""Settings of language versions: which a page must have, and which editor translators use."""

from __future__ import annotations

import re

from config import environment


def languages_by_type(value: str) -> dict[str, list[str]]:
    """Return what ``value`` says: ``app.Model=fi+sv, app.Other=fi`` as codes by page type.

    Raises ValueError for anything else; whether the types and languages are there is checked by
    ``translations.checks``.
    """
    found: dict[str, list[str]] = {}
    for part in environment.split(value):
        match = re.fullmatch(r"(\w+\.\w+)\s*=\s*([\w-]+(?:\+[\w-]+)*)", part)
        if match is None:
            raise ValueError(f"must be written like news.CallPage=fi+sv, not {part!r}.")
        found[match[1]] = match[2].split("+")
    return found


#: Languages that a page of the type must, or should, have before it goes out (``translations.gate``).
KOHTAAMO_REQUIRED_LANGUAGES = environment.parsed(
    "KOHTAAMO_REQUIRED_LANGUAGES", "", languages_by_type
)
KOHTAAMO_RECOMMENDED_LANGUAGES = environment.parsed(
    "KOHTAAMO_RECOMMENDED_LANGUAGES", "news.CallPage=fi+sv", languages_by_type
)
#: Whether translators get wagtail-localize's own editor in place of ours (ADR 0025).
KOHTAAMO_STOCK_TRANSLATION_EDITOR = environment.boolean("KOHTAAMO_STOCK_TRANSLATION_EDITOR", False)

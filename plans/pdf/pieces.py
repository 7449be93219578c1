"""The pieces a document is put together of; ``plan.typ`` knows how each is set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import formats, timezone, translation
from django.utils.functional import Promise

from core import languages
from core.languages import UiText, say_in
from plans.pdf.letters import running
from plans.rich_text import Node, safe_address

#: Names of values that are no text: they reach Typst as they are.
NO_TEXT = frozenset({"k", "lang", "dir", "href", "src", "state", "brand", "address"})

#: Signs that keep a part of a line in an order of its own (Unicode Standard Annex 9, 2.5).
LEFT_TO_RIGHT, FIRST_STRONG, POP = "\u2066", "\u2068", "\u2069"


@dataclass(frozen=True)
class Pen:
    """Writes in one language, and marks what is in another. ``code`` is the page's."""

    code: str

    @property
    def lang(self) -> str:
        """Return the BCP 47 tag of what is written unmarked."""
        return languages.html_lang(self.code)

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return languages.direction(self.code)

    def marks(self, lang: str) -> dict[str, str]:
        """Return what marks a text as being in ``lang``; nothing for the page's own or an empty tag."""
        if not lang or lang == self.lang:
            return {}
        return {"lang": lang, "dir": languages.direction(_code_of(lang))}

    def t(self, text: object, lang: str = "", *, bold: bool = False) -> Node:
        """Return words; those of the interface (``UiText``) know which language they are in.

        Words of the other direction are isolated, so that they leave what stands around them in order.
        """
        if isinstance(text, UiText):
            lang = text.lang
        marks = self.marks(lang)
        shown = str(text)
        if marks and marks["dir"] != self.direction and shown.strip():
            shown = f"{FIRST_STRONG}{shown}{POP}"
        return {"k": "t", "t": shown, **({"b": True} if bold else {}), **marks}

    def name(self, text: object, *, bold: bool = False) -> Node:
        """Return a name, whatever script it is in."""
        isolated = f"{FIRST_STRONG}{text}{POP}" if self.direction == "rtl" else text
        return self.t(isolated, bold=bold)

    def code_text(self, text: object) -> Node:
        """Return an address or a number of a phone, which is always read from left to right."""
        return self.t(self.left_to_right(text))

    def left_to_right(self, text: object) -> str:
        """Return ``text`` isolated from the words of a page that is read from right to left."""
        return f"{LEFT_TO_RIGHT}{text}{POP}" if self.direction == "rtl" else str(text)

    def p(self, *inlines: Node) -> Node:
        """Return a paragraph."""
        return {"k": "p", "c": list(inlines)}

    def h(self, level: int, *inlines: Node) -> Node:
        """Return a heading."""
        return {"k": "h", "level": level, "c": list(inlines)}

    def a(self, href: str, *inlines: Node) -> Node:
        """Return a link, or the words alone where there is nowhere to lead to."""
        address = safe_address(href)
        if not address:
            return {"k": "a", "href": "", "c": list(inlines)} if len(inlines) > 1 else inlines[0]
        return {"k": "a", "href": address, "c": list(inlines)}

    def inside(self, lang: str, blocks: Sequence[Node]) -> list[Node]:
        """Return ``blocks`` marked as being in ``lang``."""
        marks = self.marks(lang)
        return [{"k": "in", **marks, "c": list(blocks)}] if marks and blocks else list(blocks)

    def label(self, label: str | Promise) -> UiText:
        """Return the label of a choice in the page's language, or whichever it is known in."""
        with translation.override(None):
            msgid = str(label)  # as it stands in the code
        return say_in(self.code, msgid) if msgid else UiText("", self.lang, "ltr")

    def date(self, day: date | datetime, style: str = "DATE_FORMAT") -> str:
        """Return a day as the language writes it, or in the fewest signs (``SHORT_DATE_FORMAT``)."""
        if isinstance(day, datetime):
            day = timezone.localtime(day, timezone.get_default_timezone())
        with translation.override(self.code):
            return str(formats.date_format(day, style))

    def clock(self, moment: datetime) -> str:
        """Return the time of day where the site is."""
        there = timezone.localtime(moment, timezone.get_default_timezone())
        with translation.override(self.code):
            return str(formats.date_format(there, "TIME_FORMAT"))

    def number(self, value: Decimal | int) -> str:
        """Return a number as the language writes it, without zeros that say nothing."""
        shown: Any = value
        if isinstance(value, Decimal):
            shown = int(value) if value == value.to_integral_value() else value.normalize()
        with translation.override(self.code):
            return str(formats.number_format(shown, use_l10n=True, force_grouping=True))


def _code_of(lang: str) -> str:
    """Return a language code with the tag ``lang``."""
    return next((code for code, row in languages.KNOWN.items() if row.lang == lang), lang)


def capital(text: UiText) -> UiText:
    """Return a text with a capital at its beginning."""
    return UiText(text[:1].upper() + text[1:], text.lang, text.direction)


def terms(items: Iterable[tuple[Sequence[Node], Sequence[Node]]]) -> list[Node]:
    """Return a list of names and what is said of each, or nothing for an empty one."""
    rows = [{"term": list(term), "c": list(blocks)} for term, blocks in items if blocks]
    return [{"k": "terms", "items": rows}] if rows else []


def table(
    columns: Sequence[int],
    head: Sequence[Sequence[Node]] | None,
    rows: Sequence[Sequence[Sequence[Node]]],
    caption: Sequence[Node] = (),
    *,
    first: bool = False,
) -> Node:
    """Return a table; a column of width 0 is as wide as it needs to be. ``first`` names the rows."""
    return {
        "k": "table",
        "columns": list(columns),
        "head": [list(cell) for cell in head] if head is not None else None,
        "rows": [[list(cell) for cell in row] for row in rows],
        "caption": list(caption),
        "first": first,
    }


def settled(value: Any, name: str = "") -> Any:
    """Return a document with every text in it as it can be set (``letters``), whatever it was."""
    if isinstance(value, str):
        return value if name in NO_TEXT else running(value)
    if isinstance(value, dict):
        return {key: settled(each, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [settled(each, name) for each in value]
    return value

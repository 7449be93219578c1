"""Rich text written without tags: what a translator sees in a plain field, and what is stored.

wagtail-localize keeps a sentence of rich text as HTML with inline tags, its links as ``<a id="a1">``.
Nobody should have to write that. In a plain field it is written so::

    Come on **Monday** to the __library__ and read [1|the plan].
    **bold**   __italic__   [1|the words of the first link]   {code|words of another kind}

A line break is a line break; ``\\`` before a sign takes its meaning away. The editor's script turns what
is seen (bold words, links as chips) into the same notation, so the server knows one only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from django.core.exceptions import ValidationError
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, extract_ids, validate_translation_links

BOLD, ITALIC = ("b", "strong"), ("i", "em")
#: Tags that wagtail-localize lets through besides; written as ``{code|…}``.
OTHERS: Final = frozenset({"abbr", "acronym", "code"})
ESCAPED: Final = re.compile(r"[\\*_\[\]{}]")
MARK: Final = re.compile(r"\\(?P<literal>.)|\*\*|__|\[(?P<link>\d+)\||\{(?P<tag>[a-z]+)\||[\]}]")
#: Signs that no text has: a database refuses the first, the last two turn all that follows the other way
#: round, the others break a page.
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e]")


def tidied(text: str) -> str:
    """Return ``text`` with line breaks of one kind, without control signs and blanks around it."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def plain(html: str) -> str:
    """Return the words of a stored text, without tags; a break is a line break."""
    return str(StringValue(html).render_text())


# From what is stored to what is seen --------------------------------------------------------------


def to_notation(html: str) -> str:
    """Return a stored text in the notation."""
    return "".join(_noted(child) for child in BeautifulSoup(html, "html.parser").children)


def _noted(node: Any) -> str:
    if isinstance(node, NavigableString):
        return ESCAPED.sub(r"\\\g<0>", str(node))
    if node.name == "br":
        return "\n"
    inner = "".join(_noted(child) for child in node.children)
    if node.name in BOLD:
        return f"**{inner}**"
    if node.name in ITALIC:
        return f"__{inner}__"
    if node.name == "a" and (number := number_of(node.get("id", ""))):
        return f"[{number}|{inner}]"
    return f"{{{node.name}|{inner}}}" if node.name in OTHERS else inner


def number_of(link: str) -> str:
    """Return the number of a link from its id: ``1`` of ``a1``; empty for anything else."""
    return link[1:] if re.fullmatch(r"a[1-9]\d*", link) else ""


def to_view(html: str, targets: Mapping[str, str]) -> SafeString:
    """Return a stored text as HTML to look at or to write in: links as chips, no attributes but ours.

    ``targets`` says in words where each link leads, by its id.
    """
    soup = BeautifulSoup(html, "html.parser")
    return mark_safe("".join(_viewed(child, targets) for child in soup.children))  # noqa: S308


def _viewed(node: Any, targets: Mapping[str, str]) -> str:
    if isinstance(node, NavigableString):
        return str(escape(str(node)))
    if node.name == "br":
        return "<br>"
    inner = mark_safe("".join(_viewed(child, targets) for child in node.children))  # noqa: S308
    if node.name == "a":
        link = str(node.get("id", ""))
        return str(
            format_html(
                '<span class="te-link" data-link="{}" data-target="{}">{}</span>',
                number_of(link),
                targets.get(link, ""),
                inner,
            )
        )
    if node.name in (*BOLD, *ITALIC, *OTHERS):
        return f"<{node.name}>{inner}</{node.name}>"
    return str(inner)


# From what is written to what is stored -----------------------------------------------------------


def from_plain(text: str) -> str:
    """Return the text of a plain field as wagtail-localize stores it."""
    return str(StringValue.from_plaintext(tidied(text)).data)


def to_html(text: str, source: str) -> str:
    """Return a text in the notation as it is stored; ``source`` is the stored text it translates.

    Raises ValidationError for what does not end, overlaps, or names a link the source does not have.
    """
    html = _Reader(tidied(text), source).read()
    # A mark around nothing is gone by now; what stood behind it may begin with a blank.
    html = _Reader(tidied(to_notation(html)), source).read()
    try:
        found = StringValue.from_translated_html(html)
        validate_translation_links(source, found.data)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    return str(found.data)


def missing_links(source: str, html: str) -> list[str]:
    """Return the ids of links that ``source`` has and its translation has not, in order of number."""
    return sorted(
        extract_ids(source) - extract_ids(html), key=lambda link: int(number_of(link) or 0)
    )


def words_of_links(html: str) -> dict[str, str]:
    """Return the words of each link of a stored text, by its id."""
    links = BeautifulSoup(html, "html.parser").find_all("a")
    return {str(link.get("id", "")): link.get_text() for link in links}


class _Reader:
    """Reads one text from the left; what is open is kept on a stack."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        soup = BeautifulSoup(source, "html.parser")
        self.links = {str(link.get("id", "")) for link in soup.find_all("a")}
        self.bold = _first_of(soup, BOLD)
        self.italic = _first_of(soup, ITALIC)
        self.others = OTHERS
        #: What is open: sign, opening tag, name, and the pieces inside so far.
        self.open: list[tuple[str, str, str, list[str]]] = [("", "", "", [])]

    def read(self) -> str:
        """Return the HTML."""
        at = 0
        for found in MARK.finditer(self.text):
            self._write(self.text[at : found.start()])
            at = found.end()
            self._take(found)
        self._write(self.text[at:])
        if len(self.open) > 1:
            raise self._unfinished()
        return "".join(self.open[0][3])

    def _write(self, text: str) -> None:
        self.open[-1][3].append(str(escape(text)).replace("\n", "<br/>"))

    def _take(self, found: re.Match[str]) -> None:
        sign = found[0]
        if found["literal"]:
            self._write(found["literal"])
        elif sign in ("**", "__"):
            name = self.bold if sign == "**" else self.italic
            self._toggle(sign, name)
        elif found["link"]:
            self._link(found["link"])
        elif found["tag"] in self.others:
            self.open.append(("}", f"<{found['tag']}>", found["tag"], []))
        elif sign in "]}" and self._is_open(sign):
            self._close(sign)
        else:
            self._write(sign)

    def _link(self, number: str) -> None:
        link = f"a{int(number)}"
        if link not in self.links:
            raise ValidationError(
                _("The source text has no link %(number)s.") % {"number": number}, code="link"
            )
        if self._is_open("]"):
            raise ValidationError(_("A link cannot stand inside a link."), code="nested")
        self.open.append(("]", f'<a id="{link}">', "a", []))

    def _is_open(self, sign: str) -> bool:
        return any(sign == kind for kind, *_rest in self.open)

    def _toggle(self, sign: str, name: str) -> None:
        if self._is_open(sign):
            self._close(sign)
        else:
            self.open.append((sign, f"<{name}>", name, []))

    def _close(self, sign: str) -> None:
        if self.open[-1][0] != sign:
            raise self._unfinished()
        _sign, tag, name, pieces = self.open.pop()
        inner = "".join(pieces)
        if inner:
            self.open[-1][3].append(f"{tag}{inner}</{name}>")

    def _unfinished(self) -> ValidationError:
        sign = self.open[-1][0]
        if sign == "]":
            return ValidationError(_("A link has no end: write ] after its words."), code="link")
        if sign == "}":
            return ValidationError(_("A mark has no end: write } after its words."), code="mark")
        return ValidationError(
            _("Bold or italic words have no end: write %(sign)s after them as well.")
            % {"sign": sign},
            code="mark",
        )


def _first_of(soup: BeautifulSoup, names: Iterable[str]) -> str:
    """Return which of ``names`` the source uses; the first of them where it uses none."""
    names = list(names)
    found = soup.find(names)
    return found.name if isinstance(found, Tag) else names[0]

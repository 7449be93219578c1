"""Rich text as a tree of plain data, for everything that is not HTML: the PDF and the open data.

A block is ``{"k": "p", "c": [inline…]}`` or ``{"k": "ul" | "ol", "c": [[block…]…]}``; an inline is
``{"k": "t", "t": text, "b": bold, "i": italic, "lang": tag, "dir": direction}``, ``{"k": "br"}`` or
``{"k": "a", "href": …, "c": [inline…]}``.
No markup is ever built: what looks like markup of any kind stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from wagtail.models import Locale, Page

from core.models import Attachment

Node = dict[str, Any]

PARAGRAPHS: Final = frozenset({"p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})
LISTS: Final = frozenset({"ul", "ol"})
BOLD: Final = frozenset({"b", "strong"})
ITALIC: Final = frozenset({"i", "em"})
UNSEEN: Final = frozenset({"script", "style", "template"})
#: What HTML takes for one blank; a non-breaking one is none of them.
BLANKS: Final = re.compile("[ \t\n\r\f]+")
#: Lists deeper than this are written at this depth.
DEEPEST_LIST: Final = 4
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
LONGEST_ADDRESS: Final = 2000


@dataclass(frozen=True)
class Links:
    """Where links of rich texts lead: pages and documents by their ids, as absolute addresses."""

    base: str = ""
    pages: dict[int, str] = field(default_factory=dict)
    documents: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, texts: Iterable[Any], locale: Locale, base: str, pages: Iterable[int] = ()
    ) -> Links:
        """Return the links of all ``texts``, and of ``pages``, for readers of ``locale``.

        Costs four queries at most.
        A page that is not public is led to by no link; one with a version in the language is led to
        there. ``base`` is the address of the site, such as ``https://www.example.org``.
        """
        finder = _Finder()
        for text in texts:
            finder.feed(source_of(text))
            finder.close()
        return cls(
            base, _addresses(finder.pages | set(pages), locale), _files(finder.documents, base)
        )

    def href(self, attributes: dict[str, str | None]) -> str:
        """Return the absolute address an ``<a>`` of the database leads to; empty for nowhere safe."""
        kind = attributes.get("linktype") or ""
        if kind in ("page", "document"):
            known = self.pages if kind == "page" else self.documents
            return known.get(_number(attributes.get("id")), "")
        return safe_address(attributes.get("href") or "", self.base)


def safe_address(address: str, base: str = "") -> str:
    """Return ``address`` as an absolute one, or nothing where it is none that one may click on."""
    text = address.strip()
    if not text or len(text) > LONGEST_ADDRESS or any(not sign.isprintable() for sign in text):
        return ""
    try:
        found = urljoin(f"{base}/", text) if base else text
        scheme = urlsplit(found).scheme
    except ValueError:
        return ""
    return found if scheme.lower() in SCHEMES else ""


def source_of(text: Any) -> str:
    """Return the HTML of a rich text as the database has it."""
    return str(getattr(text, "source", text) or "")


def tree_of(text: Any, links: Links) -> list[Node]:
    """Return the blocks of a rich text, paragraphs without a word left out."""
    reader = _Reader(links)
    reader.feed(source_of(text))
    reader.close()
    reader.end_paragraph()
    return _filled(reader.root)


def paragraph(text: str) -> list[Node]:
    """Return a plain text as blocks: a paragraph for each part with an empty line before it."""
    parts = [part.splitlines() for part in text.replace("\r\n", "\n").split("\n\n")]
    blocks: list[Node] = []
    for lines in parts:
        inlines: list[Node] = []
        for line in lines:
            if line.strip():
                inlines += [{"k": "br"}] if inlines else []
                inlines.append({"k": "t", "t": line})
        if inlines:
            blocks.append({"k": "p", "c": inlines})
    return blocks


def plain(blocks: Iterable[Node]) -> str:
    """Return the words of ``blocks``: a line for each paragraph and each point of a list."""
    lines: list[str] = []
    for block in blocks:
        if block["k"] in LISTS:
            lines += [
                f"{_mark(block, place)}{plain(item)}" for place, item in enumerate(block["c"], 1)
            ]
        else:
            lines.append(_words(block["c"]).strip())
    return "\n".join(line for line in lines if line)


def _filled(blocks: list[Node]) -> list[Node]:
    """Return ``blocks`` without lists and items that hold nothing."""
    found = []
    for block in blocks:
        if block["k"] in LISTS:
            items = [item for item in (_filled(item) for item in block["c"]) if item]
            block = {**block, "c": items}
        if block["c"]:
            found.append(block)
    return found


def _mark(block: Node, place: int) -> str:
    return "– " if block["k"] == "ul" else f"{place}. "


def _words(inlines: Iterable[Node]) -> str:
    found = ""
    for node in inlines:
        if node["k"] == "a":
            found += _words(node["c"])
        else:
            found += "\n" if node["k"] == "br" else str(node["t"])
    return found


def _number(value: str | None) -> int:
    """Return an id of the database; -1 for what can be none."""
    text = value or ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def _addresses(ids: set[int], locale: Locale) -> dict[int, str]:
    """Return where the pages ``ids`` are read in ``locale``, or else in their own language."""
    if not ids:
        return {}
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    found = Page.objects.live().public().filter(translation_key__in=keys).select_related("locale")
    own: dict[int, Page] = {page.pk: page for page in found}
    ours = {page.translation_key: page for page in found if page.locale_id == locale.pk}
    rows = Page.objects.filter(pk__in=ids).values_list("pk", "translation_key")
    shown = {pk: ours.get(key) or own.get(pk) for pk, key in rows}
    return {pk: page.full_url or "" for pk, page in shown.items() if page is not None}


def _files(ids: set[int], base: str) -> dict[int, str]:
    rows = Attachment.objects.filter(pk__in=ids) if ids else ()
    return {row.pk: safe_address(row.url, base) for row in rows}


class _Finder(HTMLParser):
    """Collects the ids of what the links of rich texts lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: set[int] = set()
        self.documents: set[int] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the id of a link to a page or to a document."""
        attributes = dict(attrs)
        kinds = {"page": self.pages, "document": self.documents}
        found = kinds.get(attributes.get("linktype") or "")
        number = _number(attributes.get("id"))
        if tag == "a" and found is not None and number >= 0:
            found.add(number)

    def close(self) -> None:
        """Be ready for the next text."""
        super().close()
        self.reset()


class _Reader(HTMLParser):
    """Builds the tree; whatever is nested wrongly, every word lands in some block."""

    def __init__(self, links: Links) -> None:
        super().__init__()
        self.links = links
        self.root: list[Node] = []
        #: The open lists, each with the blocks of its open item, if one is open.
        self.lists: list[tuple[Node, list[Node] | None]] = []
        self.inlines: list[Node] = []
        self.link: Node | None = None
        self.bold = self.italic = self.unseen = self.too_deep = 0
        #: What marks the language of each open ``<span>``, if anything does.
        self.spans: list[dict[str, str]] = []

    def end_paragraph(self) -> None:
        """Close the open paragraph."""
        inlines = [node for node in self.inlines if node["k"] != "a" or not _is_blank(node)]
        self.inlines, self.link = [], None
        while inlines and _is_blank(inlines[-1]):
            inlines.pop()
        if any(not _is_blank(node) for node in inlines):
            self._here().append({"k": "p", "c": inlines})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a paragraph, a list, an item, or what marks words."""
        if tag in UNSEEN:
            self.unseen += 1
        elif tag in PARAGRAPHS:
            self.end_paragraph()
        elif tag in LISTS:
            self._open_list(tag)
        elif tag == "li":
            self.end_paragraph()
            if self.lists:
                self._open_item()
        elif tag == "br" and self.inlines:
            (self.link["c"] if self.link else self.inlines).append({"k": "br"})
        elif tag in BOLD:
            self.bold += 1
        elif tag in ITALIC:
            self.italic += 1
        elif tag == "span":
            self.spans.append(_marks(dict(attrs)))
        elif tag == "a":
            href = self.links.href(dict(attrs))
            self.link = {"k": "a", "href": href, "c": []} if href else None
            if self.link:
                self.inlines.append(self.link)

    def handle_endtag(self, tag: str) -> None:
        """Close what ``tag`` has opened, if anything."""
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in PARAGRAPHS or tag == "li":
            self.end_paragraph()
            if tag == "li" and self.lists:
                self.lists[-1] = (self.lists[-1][0], None)
        elif tag in LISTS:
            self.end_paragraph()
            if self.too_deep:
                self.too_deep -= 1
            elif self.lists:
                self.lists.pop()
        elif tag in BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag in ITALIC:
            self.italic = max(0, self.italic - 1)
        elif tag == "span" and self.spans:
            self.spans.pop()
        elif tag == "a":
            self.link = None

    def handle_data(self, data: str) -> None:
        """Add words to the open paragraph."""
        text = BLANKS.sub(" ", data)
        if self.unseen or not text or (not text.strip() and not self.inlines):
            return
        node: Node = {"k": "t", "t": text}
        node |= {"b": True} if self.bold else {}
        node |= {"i": True} if self.italic else {}
        node |= next((marks for marks in reversed(self.spans) if marks), {})
        (self.link["c"] if self.link else self.inlines).append(node)

    def _here(self) -> list[Node]:
        """Return the blocks that the next block belongs to."""
        if not self.lists:
            return self.root
        if self.lists[-1][1] is None:
            self._open_item()
        blocks = self.lists[-1][1]
        return blocks if blocks is not None else self.root

    def _open_list(self, tag: str) -> None:
        self.end_paragraph()
        if len(self.lists) >= DEEPEST_LIST:
            self.too_deep += 1
            return
        made: Node = {"k": tag, "c": []}
        self._here().append(made)
        self.lists.append((made, None))

    def _open_item(self) -> None:
        item: list[Node] = []
        self.lists[-1][0]["c"].append(item)
        self.lists[-1] = (self.lists[-1][0], item)


def _marks(attributes: dict[str, str | None]) -> dict[str, str]:
    """Return the language of words that are still in the language they were written in."""
    lang, direction = attributes.get("lang"), attributes.get("dir")
    return {"lang": lang, "dir": direction} if lang and direction in ("ltr", "rtl") else {}


def _is_blank(node: Node) -> bool:
    if node["k"] == "a":
        return not _words(node["c"]).strip()
    return node["k"] == "br" or not node["t"].strip()

"""The body of a page as blocks of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import translation

from core.languages import KNOWN, endonym, html_lang, say_in
from people.models import ContactCard
from plans.models import PlanPage
from plans.pdf.pictures import PHOTO, Pictures
from plans.pdf.pieces import Pen, table
from plans.rich_text import Links, Node, paragraph, safe_address, tree_of

#: Blocks whose value, or a part of it, is rich text.
RICH = {"paragraph": lambda value: value, "accordion": lambda value: value["text"]}


def rich_texts(body: Any) -> list[Any]:
    """Return the rich texts in ``body``, whose links are to be looked up."""
    return [RICH[block.block_type](block.value) for block in body if block.block_type in RICH]


def images_in(body: Any) -> list[Any]:
    """Return the images in ``body``."""
    values = [block.value for block in body if block.block_type == "picture"]
    return [value["image"] for value in values if value["image"] is not None]


@dataclass(frozen=True)
class Body:
    """Writes the body of ``page``: ``cards`` are its contact persons, by primary key of the person."""

    page: PlanPage
    pen: Pen
    links: Links
    pictures: Pictures
    cards: dict[int, ContactCard]

    def blocks(self) -> list[Node]:
        """Return all blocks, each in its own language; one whose thing has gone is left out."""
        found: list[Node] = []
        for block in self.page.body:
            write = self._writers().get(block.block_type)
            if write is not None:
                lang = html_lang(self.page.lang_of(f"body.{block.id}"))
                found += self.pen.inside(lang, write(block.value))
        return stepwise(found)

    def _writers(self) -> dict[str, Callable[[Any], list[Node]]]:
        return {
            "paragraph": lambda value: tree_of(value, self.links),
            "heading": self._heading,
            "quote": self._quote,
            "accordion": lambda value: [
                self.pen.p(self.pen.t(value["title"], bold=True)),
                *tree_of(value["text"], self.links),
            ],
            "table": self._table,
            "picture": self._picture,
            "documents": lambda value: [
                *self._named(value["heading"]),
                *documents(self.pen, value["documents"], self.links.base),
            ],
            "call_to_action": self._button,
            "contact": self._contact,
            "video": self._video,
            "video_embed": self._outside_video,
        }

    def _named(self, text: str) -> list[Node]:
        return [self.pen.p(self.pen.t(text, bold=True))] if text else []

    def _heading(self, value: Any) -> list[Node]:
        return [self.pen.h(3 if value["level"] == "3" else 2, self.pen.t(value["text"]))]

    def _quote(self, value: Any) -> list[Node]:
        by = ", ".join(part for part in (value["speaker"], value["role"]) if part)
        said = [self.pen.name(by)] if by else []
        return [{"k": "quote", "c": paragraph(value["text"]), "by": said}]

    def _table(self, value: Any) -> list[Node]:
        rows = [[self._cell(cell) for cell in row] for row in (value or {}).get("data") or []]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return []
        rows = [row + [[]] * (width - len(row)) for row in rows]
        has_head = bool(value.get("first_row_is_table_header")) and len(rows) > 1
        head = rows.pop(0) if has_head else None
        name = value.get("table_caption") or ""
        caption = [self.pen.t(name)] if name else []
        first = bool(value.get("first_col_is_header"))
        return [table([1] * width, head, rows, caption, first=first)]

    def _cell(self, text: Any) -> list[Node]:
        return [self.pen.t(text)] if text not in (None, "") else []

    def _picture(self, value: Any) -> list[Node]:
        src = self.pictures.name_of(value["image"], PHOTO)
        caption = [self.pen.t(value["caption"])] if value["caption"] else []
        if value["image"] is not None and value["image"].credit:
            name = say_in(self.pen.code, "Photo:")
            caption += [self.pen.t(" "), self.pen.t(name), self.pen.t(f" {value['image'].credit}")]
        alt = "" if value["is_decorative"] else value["alt_text"]
        if not src:
            return [self.pen.p(self.pen.t(alt))] if alt else []
        return [self.pictures.node(src, alt, caption)]

    def _button(self, value: Any) -> list[Node]:
        page = value["page"]
        href = value["url"] or ""
        if page is not None:
            href = self.links.pages.get(page.pk, "")
        if not safe_address(href):
            return []
        before = value["introduction"]
        first = [self.pen.t(f"{before} ")] if before else []
        return [self.pen.p(*first, self.pen.a(href, self.pen.t(value["text"])))]

    def _contact(self, value: Any) -> list[Node]:
        person = value["person"]
        card = self.cards.get(person.pk) if person is not None else None
        return contact(self.pen, card) if card is not None else []

    def _video(self, value: Any) -> list[Node]:
        video = value["video"]
        if video is None:
            return []
        if video.is_withdrawn():
            return []
        told = (video.manifest or {}).get("texts", {}).get(self.page.language_code, {})
        spoken = (
            video.spoken_language if video.spoken_language in KNOWN else self.page.language_code
        )
        title = told.get("title") or video.title
        lang = "" if told.get("title") else html_lang(spoken)
        return [self._film(self.page.full_url or "", self.pen.t(title, lang))]

    def _outside_video(self, value: Any) -> list[Node]:
        return [self._film(value["url"], self.pen.t(value["title"]))]

    def _film(self, href: str, title: Node) -> Node:
        name = self.pen.t(say_in(self.pen.code, "Video:"), bold=True)
        return self.pen.p(name, self.pen.t(" "), self.pen.a(href, title))


def stepwise(blocks: list[Node], above: int = 1) -> list[Node]:
    """Return ``blocks`` with no heading more than one level below the one before it (PDF/UA-1, 7.4)."""
    found = []
    for block in blocks:
        if block["k"] == "h":
            above = min(block["level"], above + 1)
            found.append({**block, "level": above})
        elif block["k"] == "in" and block["c"][0]["k"] == "h":
            (heading,) = stepwise(block["c"], above)
            above = heading["level"]
            found.append({**block, "c": [heading]})
        else:
            found.append(block)
    return found


def pages_of_buttons_in(body: Any) -> list[int]:
    """Return the ids of the pages that the buttons of ``body`` lead to."""
    values = [block.value for block in body if block.block_type == "call_to_action"]
    return [value["page"].pk for value in values if value["page"] is not None]


def documents(pen: Pen, rows: Iterable[Any], base: str) -> list[Node]:
    """Return a list of files: name, type, size in the words of the language, and its own language."""
    items = []
    for row in rows:
        if row is None:
            continue
        lang = html_lang(row.language) if row.language in KNOWN else ""
        with translation.override(pen.code):
            size = str(filesizeformat(row.get_file_size() or 0)).replace("\xa0", " ")
        about = [pen.t(f" ({row.file_extension.upper()}, {size}")]
        if lang:
            about += [pen.t(", "), pen.t(endonym(row.language), lang)]
        name = pen.a(safe_address(row.url, base), pen.t(row.title, lang))
        items.append([pen.p(name, *about, pen.t(")"))])
    return [{"k": "ul", "c": items}] if items else []


def contact(pen: Pen, card: ContactCard) -> list[Node]:
    """Return a person to call or write to: a paragraph of name, title, body and ways to reach her."""
    person = card.person
    inlines: list[Node] = [pen.name(person.name, bold=True)]
    for text, lang in ((card.title, card.title_lang), (card.organisation, card.organisation_lang)):
        if text:
            inlines += [{"k": "br"}, pen.t(text, lang)]
    if person.phone:
        phone = pen.code_text(person.shown_phone)
        inlines += [{"k": "br"}, pen.a(f"tel:{person.phone}", phone)]
    if person.email:
        inlines += [{"k": "br"}, pen.a(f"mailto:{person.email}", pen.code_text(person.email))]
    if card.spoken:
        inlines += [{"k": "br"}, pen.t(say_in(pen.code, "Speaks:")), pen.t(" ")]
        for place, (lang, name) in enumerate(card.spoken):
            inlines += [pen.t(", ")] if place else []
            inlines.append(pen.t(name, lang))
    return [pen.p(*inlines)]

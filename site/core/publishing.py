"""What a page must have before it goes out, and what it had better have.

The same list is asked by the editing form (which refuses to submit or publish), by the panel above it
and the checks beside it (which advise while one writes), and by every other door (``core.doors``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from core.models import BasePage, Photograph

#: What Django's storage appends where a file of the name exists already.
RENAMED = re.compile(r"_[A-Za-z0-9]{7}$")
FILE_NAME = re.compile(r"\.(avif|gif|heic|jpe?g|png|svg|tiff?|webp)\s*$", re.IGNORECASE)


#: Link texts that say nothing outside their sentence (WCAG 2.2, 2.4.4), in the editors' languages.
EMPTY_LINK_TEXTS = frozenset(
    {
        *("täältä", "tästä", "tässä", "täällä", "tähän", "lue lisää", "lisää", "linkki"),
        *("klikkaa", "klikkaa tästä", "klikkaa tähän"),
        *("här", "läs mer", "mer", "länk", "klicka här", "hit"),
        *("here", "click here", "read more", "more", "link", "this"),
    }
)


@dataclass(frozen=True)
class Problem:
    """One thing missing or wrong: the field it belongs to, a sentence, and whether it blocks.

    ``href`` is where an editor mends it, if that is not the page's own form. ``kind`` names the rule of
    the checks panel (``core.content_checks``) where that is not the name of the field.
    """

    field: str
    message: str | Promise
    blocks: bool = True
    href: str = ""
    kind: str = ""

    @property
    def html(self) -> SafeString:
        """Return the sentence, as a link where it is mended elsewhere."""
        if self.href:
            return format_html('<a href="{}">{}</a>', self.href, self.message)
        return format_html("{}", self.message)


class PublicationRefused(Exception):  # noqa: N818  (what happened, not what went wrong)
    """A page did not go out, because of problems that block; nothing was written.

    No ValidationError: wagtail-localize keeps those to itself, and would say that all went well. No
    PermissionDenied: Wagtail would say that the editor may not open the page. Editors are told by
    ``core.middleware.RefusedPublicationMiddleware``.
    """

    def __init__(self, page: Any, problems: Iterable[Problem]) -> None:
        self.page = page
        self.problems = list(problems)
        super().__init__(page, self.problems)

    def __str__(self) -> str:
        sentences = " ".join(str(problem.message) for problem in self.problems)
        return gettext("“%(page)s” was not published. %(why)s") % {
            "page": self.page.title,
            "why": sentences,
        }

    @property
    def html(self) -> SafeString:
        """Return what is said to an editor: the page, what it lacks, and links to where it is mended."""
        head = gettext("“%(page)s” was not published.") % {"page": self.page.title}
        items = format_html_join("", "<li>{}</li>", ((p.html,) for p in self.problems))
        return format_html("{}<ul>{}</ul>", head, items)


def alt_problem(image: Photograph, alt: str) -> str | Promise | None:
    """Return what is wrong with a text alternative, or None (WCAG 2.2, 1.1.1)."""
    alt = alt.strip()
    if not alt:
        return _("Describe the image for those who cannot see it, or mark it as decoration.")
    stem = PurePath(str(image.file.name)).stem
    names = {stem.casefold(), RENAMED.sub("", stem).casefold()}
    if FILE_NAME.search(alt) or alt.casefold() in names:
        return _("The description is the name of the file. Say what the image shows.")
    return None


def picture_problems(page: BasePage) -> list[Problem]:
    """Return the blocking problems of the page's images: the main one and those in its body."""
    problems: list[Problem] = []
    image = getattr(page, "image", None)
    if image is not None and not getattr(page, "image_is_decorative", False):
        message = alt_problem(image, getattr(page, "image_alt", ""))
        if message:
            problems.append(Problem("image_alt", message))
    for value in _picture_values(getattr(page, "body", None)):
        if value.get("image") is None or value.get("is_decorative"):
            continue
        message = alt_problem(value["image"], value.get("alt_text") or "")
        if message:
            problems.append(Problem("body", message))
    return problems


def _picture_values(body: Any) -> Iterator[Any]:
    for block in body or ():
        if block.block_type == "picture":
            yield block.value


class _LinkTexts(HTMLParser):
    """Collects the texts of the links in a piece of rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a text where a link begins."""
        if tag == "a":
            self._open = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        """End the text where the link ends."""
        if tag == "a":
            self._open = False

    def handle_data(self, data: str) -> None:
        """Add to the text of the link one is in."""
        if self._open:
            self.texts[-1] += data


def link_problems(page: BasePage) -> list[Problem]:
    """Return an advisory problem where a link of the body has a text that says nothing by itself."""
    texts: list[str] = []
    for block in getattr(page, "body", None) or ():
        parser = _LinkTexts()
        if block.block_type == "paragraph":
            parser.feed(block.value.source)
        elif block.block_type == "accordion":
            parser.feed(block.value["text"].source)
        elif block.block_type == "call_to_action":
            parser.texts.append(block.value["text"])
        texts += parser.texts
    if any(text.strip(" \n\t.:!»>→").casefold() in EMPTY_LINK_TEXTS for text in texts):
        message = _("A link says only “here” or “read more”. Name what it leads to.")
        return [Problem("links", message, blocks=False)]
    return []

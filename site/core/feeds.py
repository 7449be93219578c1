"""Atom feeds (RFC 4287) in which every text says which language it is in."""

from __future__ import annotations

import re
from typing import Any, cast

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

#: What no XML 1.0 document may hold; text pasted from a word processor sometimes does.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """Return ``text`` with a blank for each character that XML cannot hold."""
    return UNWRITABLE.sub(" ", text)


class _TitleIn:
    """Writes XML as ``handler`` does, the title with its language: Django writes it without."""

    def __init__(self, handler: Any, lang: str) -> None:
        self.handler, self.lang = handler, lang

    def addQuickElement(  # noqa: N802  (SAX's name)
        self, name: str, contents: Any = None, attrs: Any = None
    ) -> None:
        attributes = {**(attrs or {}), "xml:lang": self.lang} if name == "title" else attrs
        self.handler.addQuickElement(name, contents, attributes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.handler, name)


class LocalisedAtomFeed(Atom1Feed):
    """An Atom feed whose entries say which language they are in, where it is not the feed's.

    Of a feed, ``title_lang``, and ``rights`` with ``rights_lang``, may be given; of an item,
    ``title_lang`` and ``lead_lang`` are needed: BCP 47 tags.
    """

    def root_attributes(self) -> dict[str, str]:
        """Name the language of the feed."""
        attributes: dict[str, str] = super().root_attributes()
        attributes["xml:lang"] = str(self.feed["language"])
        return attributes

    def add_root_elements(self, handler: Any) -> None:
        """Add what must be said of the whole feed, in its own language."""
        lang = self.feed.get("title_lang") or self.feed["language"]
        super().add_root_elements(
            handler
            if lang == self.feed["language"]
            else cast(SimplerXMLGenerator, _TitleIn(handler, lang))
        )
        rights = self.feed.get("rights")
        if rights:
            attributes = {"type": "text"}
            if self.feed["rights_lang"] != self.feed["language"]:
                attributes["xml:lang"] = self.feed["rights_lang"]
            handler.addQuickElement("rights", rights, attributes)

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Name the language of an entry's title where it is not the feed's."""
        attributes: dict[str, str] = super().item_attributes(item)
        if item["title_lang"] != self.feed["language"]:
            attributes["xml:lang"] = item["title_lang"]
        return attributes

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write the summary ourselves, as it may be in another language than the title."""
        super().add_item_elements(handler, {**item, "description": None})
        attributes = {"type": "text"}
        if item["lead_lang"] != item["title_lang"]:
            attributes["xml:lang"] = item["lead_lang"]
        handler.addQuickElement("summary", item["description"], attributes)

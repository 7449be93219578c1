"""How demo content is written down: one object a thing, one `Words` a language.

The body of a page is a list of pieces. A plain string is a paragraph (or, where it begins with
``<``, ready HTML); everything else is made by one of the small functions below. All languages of a
page have the same pieces in the same order, so that each text meets its translation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

NAMESPACE = UUID("6f6a1f0a-4d0e-5d0a-9a4e-6b6f68746161")
HELSINKI = ZoneInfo("Europe/Helsinki")


def key_of(*names: str) -> UUID:
    """Return the translation key of the demo thing called ``names``: the same in every installation."""
    return uuid5(NAMESPACE, "/".join(names))


def moment(day: date, hour: int = 9) -> datetime:
    """Return ``hour`` o'clock in Helsinki on ``day``."""
    return datetime.combine(day, time(hour), tzinfo=HELSINKI)


@dataclass(frozen=True)
class Piece:
    """One block of a body; names of pictures, files, pages and people are resolved when it is sown."""

    kind: str
    value: Mapping[str, Any]


Body = Sequence[str | Piece]


def heading(text: str, level: int = 2) -> Piece:
    """Return a heading."""
    return Piece("heading", {"text": text, "level": str(level)})


def quote(text: str, speaker: str, role: str) -> Piece:
    """Return a quotation."""
    return Piece("quote", {"text": text, "speaker": speaker, "role": role})


def accordion(title: str, text: str, *, is_open: bool = False) -> Piece:
    """Return a text that opens; ``text`` is HTML."""
    return Piece("accordion", {"title": title, "text": text, "is_open": is_open})


def table(caption: str, *rows: Sequence[str]) -> Piece:
    """Return a table whose first row holds its headers."""
    return Piece("table", {"caption": caption, "rows": [list(row) for row in rows]})


def picture(scene: str, alt: str, caption: str = "") -> Piece:
    """Return an image of ``scene``."""
    return Piece("picture", {"scene": scene, "alt": alt, "caption": caption})


def documents(title: str, *names: str) -> Piece:
    """Return files to download, by their names in `home.demo.files`."""
    return Piece("documents", {"heading": title, "names": names})


def call_to_action(text: str, introduction: str = "", *, page: str = "", url: str = "") -> Piece:
    """Return a button that leads to the demo page ``page`` or to ``url``."""
    return Piece(
        "call_to_action", {"text": text, "introduction": introduction, "page": page, "url": url}
    )


def contact(person: str) -> Piece:
    """Return the contact card of ``person``."""
    return Piece("contact", {"person": person})


def film(name: str) -> Piece:
    """Return the film called ``name`` in `home.demo.films`."""
    return Piece("video", {"film": name})


@dataclass(frozen=True)
class Words:
    """What a page says in one language."""

    title: str
    lead: str = ""
    body: Body = ()
    alt: str = ""
    caption: str = ""
    place: str = ""


@dataclass(frozen=True)
class Item:
    """A news item. The first language of ``words`` is the one it was written in.

    ``words`` of None for a language means: sent to the translators, nothing translated yet.
    """

    key: str
    day: date
    words: Mapping[str, Words | None]
    themes: Sequence[str]
    contacts: Sequence[str]
    organisation: str = "suvisalmi"
    scene: str = ""
    funder: str = ""
    related: Sequence[str] = ()
    updated: date | None = None
    #: It leads to a campaign, and is sown after the campaigns.
    is_late: bool = False

    @property
    def written_in(self) -> str:
        """Return the code of the language the item was written in."""
        return next(iter(self.words))


@dataclass(frozen=True)
class EncounterWords:
    """An encounter in one language; ``text`` and ``questions`` are HTML."""

    title: str
    people: str
    place: str
    text: str
    questions: str


@dataclass(frozen=True)
class CampaignWords:
    """What a campaign says in one language; a place is its name and a note."""

    title: str
    slogan: str
    lead: str
    alt: str
    body: Body = ()
    encounters: Sequence[EncounterWords] = ()
    places: Sequence[tuple[str, str]] = ()
    project: str = ""


@dataclass(frozen=True)
class Campaign:
    """A campaign. It begins and ends so many days after the day it is sown.

    The encounters of ``words`` follow ``films``, the places ``addresses``.
    """

    key: str
    begins: int
    ends: int
    words: Mapping[str, CampaignWords]
    organisers: Sequence[str]
    contacts: Sequence[str]
    scene: str
    films: Sequence[str] = ()
    addresses: Sequence[str] = ()
    materials: Sequence[str] = ()
    related: Sequence[str] = ()
    funder: str = ""
    project_url: str = ""


@dataclass(frozen=True)
class Standing:
    """A page that stays, such as the privacy notice."""

    key: str
    words: Mapping[str, Words]
    contacts: Sequence[str] = ()
    in_menus: bool = False
    scene: str = ""


@dataclass(frozen=True)
class Person:
    """A contact person, who does not exist; ``portrait`` is the word her face is drawn from."""

    key: str
    name: str
    titles: Mapping[str, str]
    organisation: str
    phone: str
    email: str
    spoken: str
    portrait: str = ""


@dataclass(frozen=True)
class Term:
    """A theme or an organisation: name by language, and for a theme what it means."""

    key: str
    names: Mapping[str, str]
    descriptions: Mapping[str, str] = field(default_factory=dict)
    url: str = ""

"""How a call of the demo is written down: facts once, words in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from home.demo.shape import Body


@dataclass(frozen=True)
class Asked:
    """A question in one language."""

    label: str
    help: str = ""
    choices: str = ""


@dataclass(frozen=True)
class CallWords:
    """What a call says in one language; ``who`` and ``outcome`` are HTML, ``dates`` are what and where."""

    title: str
    lead: str
    who: str
    unit: str
    alt: str
    body: Body = ()
    dates: Sequence[tuple[str, str]] = ()
    questions: Sequence[Asked] = ()
    outcome: str = ""


@dataclass(frozen=True)
class Call:
    """A call. The first language of ``words`` is the one it was written in.

    A day is a date, or a number of days after the day it is sown. ``questions`` are kind, purpose and
    whether an answer is required, in the order of the words'; without any one applies by e-mail.
    """

    key: str
    published: date | int
    closes: date | int
    words: Mapping[str, CallWords]
    places: int
    organisation: str
    contacts: Sequence[str]
    themes: Sequence[str]
    scene: str
    funder: str = ""
    related: Sequence[str] = ()
    dates: Sequence[date | int | None] = ()
    decided: date | None = None
    email: str = ""
    questions: Sequence[tuple[str, str, bool]] = ()
    #: Answers of invented applicants, in the language the call was written in.
    applications: Sequence[Sequence[object]] = ()

    @property
    def written_in(self) -> str:
        """Return the code of the language the call was written in."""
        return next(iter(self.words))

"""How the demo's plans are written down: what is one for all languages, and the words of each.

A day is either a date, or a number of days counted from the day of sowing (less than nothing is in
the past), so that in any year something is done, something under way and something late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from core.freshness import today
from home.demo.shape import HELSINKI, Body

Day = date | int


def day_of(day: Day) -> date:
    """Return the date of ``day``."""
    return today() + timedelta(days=day) if isinstance(day, int) else day


def clock(day: Day, hour: int) -> datetime:
    """Return ``hour`` o'clock in Finland on ``day``."""
    return datetime.combine(day_of(day), time(hour), tzinfo=HELSINKI)


class ActionWords(NamedTuple):
    """An action in one language; ``measure`` is empty in all languages or in none."""

    title: str
    text: str
    measure: str = ""


class TitledText(NamedTuple):
    """A goal or a spearhead in one language."""

    title: str
    text: str


class WorkshopWords(NamedTuple):
    """A workshop in one language."""

    title: str
    town: str
    venue: str = ""
    audience: str = ""


@dataclass(frozen=True)
class News:
    """How far an action was on a day, with a note in the languages somebody wrote it in."""

    state: str
    day: Day
    notes: Mapping[str, str] = field(default_factory=dict)
    value: str = ""


@dataclass(frozen=True)
class DemoAction:
    """An action: its words, who answers for it, and what was told of it."""

    words: Mapping[str, ActionWords]
    responsible: str = ""
    contact: str = ""
    starts: Day | None = None
    ends: Day | None = None
    baseline: str = ""
    target: str = ""
    told: Sequence[News] = ()


@dataclass(frozen=True)
class DemoGoal:
    """A goal and its actions."""

    words: Mapping[str, TitledText]
    actions: Sequence[DemoAction] = ()


@dataclass(frozen=True)
class DemoWorkshop:
    """A workshop from one full hour to another."""

    words: Mapping[str, WorkshopWords]
    day: Day
    hours: tuple[int, int] = (13, 16)
    spoken: str = "fi"
    online_url: str = ""
    sign_up_url: str = ""
    #: How many days before the workshop one can sign up at the latest, until 16 o'clock.
    sign_up_ends: int | None = None
    is_cancelled: bool = False


@dataclass(frozen=True)
class DemoReport:
    """A follow-up report; ``document`` is a name in `home.demo.files`."""

    kind: str
    day: Day
    words: Mapping[str, str]
    document: str = ""


@dataclass(frozen=True)
class PlanWords:
    """What a plan says in one language."""

    title: str
    lead: str
    alt: str = ""
    adopted_by: str = ""
    legal_basis: str = ""
    strategy: str = ""
    body: Body = ()


@dataclass(frozen=True)
class Plan:
    """A plan; with an ``area`` it is a regional one, and stands under the plan ``parent``."""

    key: str
    kind: str
    published: Day
    begins: Day
    words: Mapping[str, PlanWords]
    ends: Day | None = None
    stage: str = "adopted"
    goals: Sequence[DemoGoal] = ()
    spearheads: Sequence[Mapping[str, TitledText]] = ()
    responsible: str = ""
    contacts: Sequence[str] = ()
    documents: Sequence[str] = ()
    reports: Sequence[DemoReport] = ()
    workshops: Sequence[DemoWorkshop] = ()
    scene: str = ""
    funder: str = ""
    adopted_on: date | None = None
    section: str = ""
    case_number: str = ""
    decision_url: str = ""
    strategy_url: str = ""
    comments_until: Day | None = None
    comments_url: str = ""
    replaces: str = ""
    parent: str = ""
    area: str = ""
    #: Of a regional plan: the numbers of the goals it chose from its parent, counted from 1.
    chosen: Sequence[int] = ()
    actions: Sequence[DemoAction] = ()
    funding: tuple[int, int] | None = None

"""How much a page matters to readers now: what is put right first when there is more than one can do.

Core knows no page types; each app says it of its own, as queries that are written into one expression,
so that ten thousand pages are put in order by the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import IntEnum

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When


class Importance(IntEnum):
    """From what nobody misses on a visit to what nobody has read yet."""

    FRONT_DOOR = 0
    OPEN = 1  # one can take part until a day: a wrong word costs somebody her chance
    IN_FORCE = 2  # it holds today
    LIST = 3  # on the way to everything else
    RECENT = 4
    ORDINARY = 5
    PAST = 6
    DRAFT = 7


#: Returns pages by their importance at a moment; where a page is in two, the first counts.
Ranks = Callable[[datetime], Iterable[tuple[Importance, QuerySet]]]  # type: ignore[type-arg]

_ranks: list[Ranks] = []


def register_importance(ranks: Ranks) -> Ranks:
    """Register what an app says of its own page types; those nobody speaks of are ``ORDINARY``."""
    if ranks not in _ranks:
        _ranks.append(ranks)
    return ranks


def importance_at(now: datetime) -> Case:
    """Return the importance of the pages of a queryset as an expression; costs no query of its own."""
    said = [pair for ranks in _ranks for pair in ranks(now)]
    said.sort(key=lambda pair: pair[0])
    return Case(
        When(live=False, then=Value(int(Importance.DRAFT))),
        *(When(Q(pk__in=pages.values("pk")), then=Value(int(rank))) for rank, pages in said),
        default=Value(int(Importance.ORDINARY)),
        output_field=IntegerField(),
    )

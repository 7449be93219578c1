"""Which goals of its programme a regional plan has chosen, and what is wrong with that: pure functions.

What was chosen is kept as ids of goals, the same in all languages. The programme goes on living: a goal
may be removed from it, and a plan may be moved to another programme. Then an id is ``lost``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Source: the good-relations project's rule for regional implementation plans.
FEWEST_GOALS: Final = 1
MOST_GOALS: Final = 3

NONE_CHOSEN = _("Choose one, two or three goals of the programme.")
TOO_MANY = _("Choose at most three goals: now there are %(count)s.")
LOST = _("A chosen goal is not a goal of this programme, or no longer. Leave it out.")


def key_in(raw: Any) -> UUID | None:
    """Return the id of a goal as a UUID, or None for what is none."""
    if not isinstance(raw, str | UUID):
        return None
    try:
        return UUID(str(raw))
    except ValueError:
        return None


def keys_in(raw: Any) -> list[UUID]:
    """Return the ids that ``raw``, whatever JSON it is, holds as a list: in its order, each once."""
    if not isinstance(raw, list | tuple):
        return []
    return list(dict.fromkeys(key for one in raw if (key := key_in(one)) is not None))


@dataclass(frozen=True)
class Choice:
    """The goals chosen, in the programme's order, and those that are none of its goals."""

    chosen: list[UUID]
    lost: list[UUID]

    @classmethod
    def of(cls, raw: Any, offered: Iterable[UUID]) -> Choice:
        """Sort out ``raw``, whatever it is; ``offered`` are the goals of the programme."""
        offered = list(dict.fromkeys(offered))
        keys = keys_in(raw)
        return cls(
            [key for key in offered if key in keys], [key for key in keys if key not in offered]
        )

    @property
    def value(self) -> list[str]:
        """Return what is stored: what is lost stays at the end, until somebody leaves it out."""
        return [str(key) for key in (*self.chosen, *self.lost)]

    @property
    def faults(self) -> list[str | Promise]:
        """Return what is wrong, in sentences; empty where the rule is kept."""
        found: list[str | Promise] = []
        count = len(self.chosen) + len(self.lost)
        if count < FEWEST_GOALS:
            found.append(NONE_CHOSEN)
        if count > MOST_GOALS:
            found.append(TOO_MANY % {"count": count})
        if self.lost:
            found.append(LOST)
        return found


def removed(chosen: Sequence[UUID], offered: Sequence[UUID]) -> bool:
    """Tell whether any of the goals ``chosen`` by an area is no longer ``offered``."""
    return bool(set(chosen) - set(offered))

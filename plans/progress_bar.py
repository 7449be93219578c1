"""How far a plan or a goal is, as a bar and in numbers: pure functions over a tally.

The bar is only a picture of the words beside it. What is done stands tallest and what has not begun
is a line, so that it can be read without colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from plans.outline import Tally

#: The bar's own units; the page stretches it to the width there is.
LENGTH: Final = 100
HEIGHT: Final = 10
#: How tall each state stands.
HEIGHTS: Final[dict[str, int]] = {
    "done": 10,
    "under_way": 7,
    "delayed": 7,
    "not_started": 2,
    "dropped": 2,
}


@dataclass(frozen=True)
class Piece:
    """One rectangle of a bar; numbers as they stand in an SVG attribute, with a point."""

    state: str
    x: str
    y: str
    width: str
    height: str


def pieces_of(tally: Tally) -> list[Piece]:
    """Return the rectangles of a bar, from its start; together they are ``LENGTH`` long."""
    total, before, pieces = tally.total, 0, []
    for state, count in tally.counts.items():
        height = HEIGHTS[state]
        start, end = LENGTH * before / total, LENGTH * (before + count) / total
        pieces.append(
            Piece(
                str(state),
                _number(start),
                _number(HEIGHT - height),
                _number(end - start),
                _number(height),
            )
        )
        before += count
    return pieces


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")

"""How two states of a text differ, word by word. Pure: plain text in, runs of words out.

The runs carry no markup: a template shows them as ``<del>`` and ``<ins>``, each with the direction of
its own language, so that a number or a full stop does not wander in a text written from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

Kind = Literal["same", "old", "new"]

#: A word with what belongs to it (an apostrophe, a hyphen, a decimal comma), a blank, or one sign.
TOKEN: Final = re.compile(r"\s+|\w+(?:[-'’:.,]\w+)*|[^\w\s]")
#: Above this many pairs of words to compare, a text is shown as replaced as a whole.
MOST_PAIRS: Final = 1_000_000


@dataclass(frozen=True)
class Run:
    """Words that stayed (``same``), went (``old``) or came (``new``)."""

    kind: Kind
    text: str


def word_changes(old: str, new: str) -> list[Run]:
    """Return what became of ``old`` in ``new``, in reading order; joined, the runs give both back."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle_old = before[head : len(before) - tail]
    middle_new = after[head : len(after) - tail]
    runs = [
        ("same", "".join(after[:head])),
        *_middle(middle_old, middle_new),
        ("same", "".join(after[len(after) - tail :])),
    ]
    return list(_joined([Run(kind, text) for kind, text in runs if text]))  # type: ignore[arg-type]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many tokens both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _middle(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    if len(old) * len(new) > MOST_PAIRS:
        yield "old", "".join(old)
        yield "new", "".join(new)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(new[j1:j2])
        else:
            yield "old", "".join(old[i1:i2])
            yield "new", "".join(new[j1:j2])


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Take a lone blank between two changes into them: three changed words are one change."""
    old, new = "", ""
    for place, run in enumerate(runs):
        is_gap = (
            run.kind == "same" and run.text.isspace() and bool(old or new) and place + 1 < len(runs)
        )
        if run.kind == "old":
            old += run.text
        elif run.kind == "new":
            new += run.text
        elif is_gap:
            old, new = old + run.text, new + run.text
        else:
            yield from _changed(old, new)
            old, new = "", ""
            yield run
    yield from _changed(old, new)


def _changed(old: str, new: str) -> Iterator[Run]:
    if old:
        yield Run("old", old)
    if new:
        yield Run("new", new)

"""From words to mouths and voices: the syllables of a line, and when each is said.

Voices in the demo's films are hums, one note a syllable. The mouth and the voice read the same row of
syllables, so they move together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from core.drawing.palette import Dice
from home.demo.films.script import Film, Line

#: Seconds: of one syllable at ease, of the breath after a comma and after a sentence.
SYLLABLE, BREATH, STOP = 0.165, 0.18, 0.32

#: The mouth of a vowel: 1 narrow, 2 open, 3 round.
_MOUTHS = {**dict.fromkeys("eiy", 1), **dict.fromkeys("aäáå", 2), **dict.fromkeys("oöu", 3)}
_PARTS = re.compile(r"([aeiouyäöå]+)|([,:;–])|([.!?])|([^aeiouyäöå,:;–.!?]+)", re.IGNORECASE)
#: Digits are said, too: 1971 has eight syllables or more.
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True)
class Syllable:
    """One note of a voice: from ``start`` for ``length`` seconds; ``tone`` is its pitch as a factor."""

    start: float
    length: float
    mouth: int
    tone: float


@lru_cache(maxsize=256)
def syllables(text: str, start: float, end: float) -> tuple[Syllable, ...]:
    """Return the syllables of ``text``, said from ``start`` on at ease, faster if ``end`` is near."""
    dice = Dice(text)
    steps: list[tuple[float, int]] = []
    for vowels, comma, stop, _other in _PARTS.findall(_DIGITS.sub("aua", text)):
        if vowels:
            mouth = _MOUTHS[vowels[0].lower()]
            steps.append((SYLLABLE * (1.25 if len(vowels) > 1 else 1), mouth))
        elif comma:
            steps.append((BREATH, 0))
        elif stop:
            steps.append((STOP, 0))
    while steps and steps[-1][1] == 0:
        steps.pop()
    whole = sum(length for length, _mouth in steps)
    pace = min(1.0, (end - start - 0.15) / whole) if whole else 1.0
    found: list[Syllable] = []
    at = start + 0.08
    for number, (length, mouth) in enumerate(steps):
        length *= pace
        if mouth:
            sunk = 1.07 - 0.16 * number / len(steps)
            if text.rstrip().endswith("?") and number > len(steps) - 4:
                sunk += 0.14
            found.append(Syllable(at, length, mouth, sunk * dice.span(0.95, 1.05)))
        at += length
    return tuple(found)


def said(line: Line) -> tuple[Syllable, ...]:
    """Return the syllables of a line in the language that is spoken: the first of its texts."""
    return syllables(next(iter(line.texts.values())), line.start, line.end)


def mouth_at(film: Film, who: str, time: float) -> int:
    """Return how far ``who`` opens the mouth at ``time``: 0 closed to 3 round."""
    for line in film.lines:
        if line.who == who and line.start <= time < line.end:
            for each in said(line):
                if each.start <= time < each.start + each.length:
                    part = (time - each.start) / each.length
                    return each.mouth if part < 0.62 else min(1, each.mouth)
    return 0


def is_speaking(film: Film, who: str, time: float) -> bool:
    """Tell whether ``who`` is in the middle of a line at ``time``."""
    return any(line.who == who and line.start <= time < line.end for line in film.lines)

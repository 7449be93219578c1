"""The sound of a film: hums for voices, a few noises, two notes that meet.

Made number by number, so that nothing has to be recorded or licensed. Nobody is heard to say a word:
the words are in the captions and in the text alternative.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from core.drawing.palette import Dice
from home.demo.films.cast import CAST
from home.demo.films.script import Film, Line
from home.demo.films.speech import said

#: Samples a second: enough for a hum, and both AAC and Opus take it as it is.
SAMPLES = 24_000
_TABLE = 1024
#: How loud each harmonic of a voice is, by its mouth: narrow, open, round.
_VOWELS: Mapping[int, tuple[float, ...]] = MappingProxyType(
    {1: (1.0, 0.30, 0.06, 0.05), 2: (1.0, 0.48, 0.26, 0.10), 3: (1.0, 0.34, 0.10)}
)
_BELL = (1.0, 0.0, 0.22, 0.0, 0.07)


def write_sound(film: Film, path: Path, *, described: bool = False, samples: int = SAMPLES) -> None:
    """Write the film's sound to ``path`` as WAV of ``samples`` a second.

    ``described`` with the describer's voice in it.
    """
    track = Track(film.length, samples)
    track.room()
    for line in film.lines:
        if line.who:
            track.voice(line, CAST[line.who].pitch)
        elif line.effect:
            EFFECTS[line.effect](track, line)
    if described:
        for note in film.notes:
            track.voice(Line(note.start, note.end, "narrator", note.texts), CAST["narrator"].pitch)
    track.save(path)


@lru_cache(maxsize=8)
def _wave_of(harmonics: tuple[float, ...]) -> list[float]:
    """Return one period of a tone."""
    whole = sum(harmonics)
    return [
        sum(part * math.sin(math.tau * (n + 1) * i / _TABLE) for n, part in enumerate(harmonics))
        / whole
        for i in range(_TABLE)
    ]


class Track:
    """A row of samples that sounds are added to."""

    def __init__(self, seconds: float, rate: int) -> None:
        self.rate = rate
        self.samples = array("f", bytes(4 * round(seconds * rate)))

    def tone(
        self, start: float, length: float, pitch: float, harmonics: tuple[float, ...],
        *, loud: float, attack: float = 0.02, decay: float = 0.0, fall: float = 1.0,
    ) -> None:  # fmt: skip
        """Add a tone of ``pitch`` hertz that glides to ``fall`` times it.

        With a ``decay`` (seconds) it rings off like a bell; without, it ends as softly as it began.
        """
        table = _wave_of(harmonics)
        first, count = round(start * self.rate), round(length * self.rate)
        rise, ends = (
            max(1, round(attack * self.rate)),
            max(1, round(min(0.09, length / 3) * self.rate)),
        )
        samples, phase = self.samples, 0.0
        step = pitch * _TABLE / self.rate
        glide = fall ** (1 / max(1, count))
        ring = math.exp(-1 / (decay * self.rate)) if decay else 1.0
        strength = loud
        for i in range(min(count, len(samples) - first)):
            near = min(1.0, i / rise, (count - i) / ends)
            samples[first + i] += table[int(phase) % _TABLE] * strength * near
            phase += step
            step *= glide
            strength *= ring

    def noise(self, start: float, length: float, *, loud: float, dark: float, word: str) -> None:
        """Add a breath of noise; ``dark`` (0 to 1) takes its highs away."""
        first, count = round(start * self.rate), round(length * self.rate)
        seed, held = int(Dice(word).share() * 65536) * 2 + 1, 0.0
        samples = self.samples
        for i in range(min(count, len(samples) - first)):
            seed = (seed * 1_103_515_245 + 12_345) & 0x7FFFFFFF
            held += (seed / 0x3FFFFFFF - 1 - held) * (1 - dark)
            samples[first + i] += held * loud * math.sin(math.pi * i / count)

    def room(self) -> None:
        """Add the quiet of a room, so that silence is not dead."""
        loop = Track(2, self.rate)
        loop.noise(0, 2, loud=0.05, dark=0.985, word="room")
        quiet = loop.samples
        half, count = len(quiet) // 2, len(quiet)
        for i in range(len(self.samples)):  # two loops over each other: no seam is heard
            self.samples[i] += quiet[i % count] + quiet[(i + half) % count]

    def voice(self, line: Line, pitch: float) -> None:
        """Add what somebody hums, a note a syllable."""
        for each in said(line):
            self.tone(
                each.start, each.length * 1.08, pitch * each.tone, _VOWELS[each.mouth],
                loud=0.2, attack=0.03, fall=0.97,
            )  # fmt: skip

    def save(self, path: Path) -> None:
        """Write the track as WAV of 16 bits, one channel; what is too loud takes all down with it."""
        scale = 32_000 / max(1.0, max(self.samples), -min(self.samples))
        whole = array("h", [int(each * scale) for each in self.samples])
        if sys.byteorder == "big":
            whole.byteswap()
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self.rate)
            file.writeframes(whole.tobytes())


def _chord(track: Track, line: Line) -> None:
    for at, pitch in ((0.0, 392.0), (0.55, 587.3), (1.0, 493.9)):
        track.tone(line.start + at, line.end - line.start - at + 0.2, pitch, _BELL,
                   loud=0.16, attack=0.015, decay=0.7)  # fmt: skip


def _bell(track: Track, line: Line) -> None:
    for number in range(5):
        track.tone(line.start + number * 0.44, 0.8, (1046.5, 880.0)[number % 2], _BELL,
                   loud=0.09, attack=0.008, decay=0.22)  # fmt: skip


def _coffee(track: Track, line: Line) -> None:
    dice, at = Dice("coffee"), line.start
    while at < line.end - 0.15:
        track.tone(at, 0.07, dice.span(180, 420), (1.0, 0.2), loud=0.09, fall=1.5)
        at += dice.span(0.05, 0.17)


def _pen(track: Track, line: Line) -> None:
    dice, at = Dice("pen"), line.start
    while at < line.end - 0.2:
        length = dice.span(0.1, 0.2)
        track.noise(at, length, loud=0.06, dark=0.45, word=f"pen{at}")
        at += length + dice.span(0.01, 0.07)


def _laugh(track: Track, line: Line) -> None:
    for number in range(4):
        for who, late in (("kerttu", 0.0), ("yusuf", 0.11)):
            track.tone(line.start + 0.08 + number * 0.19 + late, 0.12,
                       CAST[who].pitch * (1.25 - number * 0.07), _VOWELS[2], loud=0.14, fall=0.9)  # fmt: skip


EFFECTS: Mapping[str, Callable[[Track, Line], None]] = MappingProxyType(
    {"chord": _chord, "bell": _bell, "coffee": _coffee, "pen": _pen, "laugh": _laugh}
)

"""How a film is written down: who says what and when, what is seen, and how the camera looks at it.

The script is the single source: frames, voices, mouths, captions, descriptions and the text
alternative are all made from it, so none of them can disagree about a time. Times are seconds from
the beginning, lengths units of a stage 1600 wide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from home.demo.films.cast import CAST
from videos.cues import Cue, write

#: Frames a second: drawn film is made "on twos".
RATE = 12
SIZE = (1280, 720)
#: Seconds one shot takes to turn into the next.
DISSOLVE = 0.34


@dataclass(frozen=True)
class Line:
    """A caption: what ``who`` says, or a sound where ``who`` is empty. ``effect`` is what one hears.

    ``texts`` are by language, lines already broken: at most two of 42 signs.
    """

    start: float
    end: float
    who: str
    texts: Mapping[str, str]
    effect: str = ""


@dataclass(frozen=True)
class Note:
    """What a describer says where nobody speaks, by language."""

    start: float
    end: float
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Act:
    """From ``at`` on, somebody looks, smiles or moves so; what is None stays as it was.

    ``pose`` is one of ``acting.POSES``; ``turn`` turns the head away from the shot's ``facing``.
    """

    at: float
    who: str
    pose: str | None = None
    turn: float | None = None
    smile: float | None = None
    brows: float | None = None
    gaze: float | None = None
    nod: bool = False


@dataclass(frozen=True)
class Place:
    """Where an actor is seen: the middle of the head at (``x``, ``y``), ``scale`` times the figure."""

    who: str
    x: float
    y: float
    scale: float
    facing: float = 0
    back: bool = False


@dataclass(frozen=True)
class Box:
    """What the camera sees: the upper left corner and the width; it is 16 : 9."""

    x: float = 0
    y: float = 0
    w: float = 1600

    @property
    def h(self) -> float:
        """Return the height."""
        return self.w * 9 / 16


@dataclass(frozen=True)
class Walk:
    """Somebody small who walks from one place to another while the shot lasts; `dress` colours the bag."""

    who: str
    start: tuple[float, float]
    end: tuple[float, float]
    height: float
    bag: str = ""


@dataclass(frozen=True)
class Shot:
    """A picture that lasts until the next one begins: a set, those in it, a camera that may move."""

    start: float
    scene: str
    places: Sequence[Place] = ()
    camera: Box = field(default_factory=Box)
    to: Box | None = None
    walk: Walk | None = None


@dataclass(frozen=True)
class Seen:
    """What somebody who does not see the film is told in the text alternative, by language."""

    at: float
    texts: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Film:
    """One film. ``poster`` is the second whose frame is its poster."""

    key: str
    names: Mapping[str, str]
    length: float
    poster: float
    shots: Sequence[Shot]
    lines: Sequence[Line]
    acts: Sequence[Act]
    seen: Sequence[Seen]
    notes: Sequence[Note] = ()
    chapters: Sequence[tuple[float, Mapping[str, str]]] = ()

    def captions(self, code: str, *, described: bool = False) -> str:
        """Return the captions in language ``code`` as WebVTT; ``described`` with the describer's voice."""
        cues = [
            Cue(line.start, line.end, _spoken(line.who, line.texts[code], code))
            for line in self.lines
        ]
        if described:
            cues += [
                Cue(note.start, note.end, _spoken("narrator", wrapped(note.texts[code]), code))
                for note in self.notes
            ]
        return write(cues)

    def descriptions(self, code: str) -> str:
        """Return what is seen, for a screen reader to read aloud where nobody speaks, as WebVTT."""
        return write(Cue(note.start, note.end, note.texts[code]) for note in self.notes)

    def chapter_track(self, code: str) -> str:
        """Return the chapters in language ``code`` as WebVTT."""
        ends = [start for start, _names in self.chapters[1:]] + [self.length]
        return write(
            Cue(start, end, names[code])
            for (start, names), end in zip(self.chapters, ends, strict=True)
        )

    def transcript(self, code: str, *, described: bool = False) -> str:
        """Return the text alternative in language ``code``: all that is seen and heard, in its order."""
        told = [(each.at, each.texts[code]) for each in self.seen]
        if described:
            voice = CAST["narrator"].names[code]
            told += [(note.start, f"{voice}: {note.texts[code]}") for note in self.notes]
        for line in self.lines:
            words = line.texts[code].replace("\n", " ")
            told.append(
                (line.start, f"{CAST[line.who].names[code]}: {words}" if line.who else f"[{words}]")
            )
        return "\n\n".join(text for _at, text in sorted(told, key=lambda each: each[0]))

    @property
    def languages(self) -> list[str]:
        """Return the languages its captions are written in; the first is the one spoken."""
        return list(self.lines[0].texts)


def _spoken(who: str, text: str, code: str) -> str:
    """Return a caption's text as WebVTT: with its speaker, or a sound in brackets."""
    return f"<v {CAST[who].names[code]}>{text}" if who else f"[{text}]"


def wrapped(text: str, width: int = 42) -> str:
    """Return ``text`` in two lines of about the same length, where one of ``width`` is not enough."""
    if len(text) <= width:
        return text
    breaks = [at for at, sign in enumerate(text) if sign == " "]
    at = min(breaks, key=lambda place: abs(place - len(text) / 2))
    return f"{text[:at]}\n{text[at + 1 :]}"

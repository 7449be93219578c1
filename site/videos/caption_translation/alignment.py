"""What of a translation belongs to which caption, after the film's captions have changed as well as before.

Nothing here asks the database: it is given the source's cues and what has been written of them, and
returns one entry a caption (and one for each speaker's name) with its state.
"""

from __future__ import annotations

import difflib
import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from django.utils.functional import Promise

from videos.caption_translation import wording
from videos.caption_translation.wording import Measure, Words
from videos.cues import Cue

#: What the names of speakers are filed under; the key of a cue begins with a digit.
SPEAKER: Final = "speaker "
#: Characters of a name; a longer one is no name, and stays as it is.
MAX_NAME: Final = 100


class State(StrEnum):
    """How far the translation of one caption is."""

    MISSING = "missing"
    CHANGED = "changed"
    MACHINE = "machine"
    DONE = "done"


@dataclass(frozen=True)
class Written:
    """What stands written for a text: by whom, when, and for which source.

    ``source`` is None where it is not known what the source was then. ``pk`` is None for what is only
    in the track residents see; ``by_machine`` for what no person has looked at.
    """

    key: str
    source: str | None
    text: str
    shown: str = ""
    pk: int | None = None
    by_machine: bool = False
    saved_at: datetime | None = None
    saved_by_id: int | None = None
    saved_by: str = ""


@dataclass(frozen=True)
class Entry:
    """One text to translate, as the translator sees it: a caption, or a speaker's name."""

    key: str
    source: str
    cue: Cue | None = None
    speaker: str = ""
    number: int = 0
    written: Written | None = None

    @property
    def text(self) -> str:
        """Return what is written for it; empty where nothing is."""
        return self.written.text if self.written else ""

    @property
    def shown(self) -> str:
        """Return what residents see of it."""
        return self.written.shown if self.written else ""

    @property
    def token(self) -> str:
        """Return the mark of the text as it is now: who saves over it must know it."""
        return token_of(self.text)

    @property
    def state(self) -> State:
        """Return how far its translation is."""
        if self.written is None or not wording.plain(self.text):
            return State.MISSING
        if self.written.source != self.source:
            return State.CHANGED
        return State.MACHINE if self.written.by_machine else State.DONE

    @property
    def needs_work(self) -> bool:
        """Tell whether the translator still has something to do here."""
        return self.state != State.DONE or self.fault is not None

    @property
    def needs_confirming(self) -> bool:
        """Tell whether there is a text that somebody must say is right."""
        return self.state in (State.CHANGED, State.MACHINE)

    @cached_property
    def fault(self) -> str | Promise | None:
        """Return why the text cannot be shown; None if it can."""
        return wording.fault_of(self.text, self.cue) if self.cue and self.text else None

    @property
    def seconds(self) -> float:
        """Return for how long the caption is shown."""
        return self.cue.end - self.cue.start if self.cue else 0.0

    @cached_property
    def measure(self) -> Measure:
        """Return how the translation reads."""
        return wording.measure(self.text, self.seconds)

    @property
    def most_characters(self) -> int:
        """Return how many characters can be read at ease while the caption is shown."""
        return wording.most_characters(self.seconds)

    @property
    def old_source(self) -> str | None:
        """Return what the source was when it was translated, where that is known and was different."""
        if self.state != State.CHANGED or self.written is None:
            return None
        return self.written.source

    @cached_property
    def changes(self) -> list[tuple[str, str]]:
        """Return what has changed in the source: pairs of ``same``, ``old`` or ``new`` and the words."""
        return list(_word_changes(self.old_source, self.source)) if self.old_source else []


def token_of(text: str) -> str:
    """Return the mark of a text: short, and the same for the same text only."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Alignment:
    """The captions and speakers of a film with what is written of each, and what has no place any more."""

    entries: list[Entry] = field(default_factory=list)
    speakers: list[Entry] = field(default_factory=list)
    left_over: list[Written] = field(default_factory=list)

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """Return captions and speakers by their keys."""
        return {entry.key: entry for entry in (*self.speakers, *self.entries)}

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the speakers' names in the translation, by their names in the film's captions."""
        return {entry.source: entry.text for entry in self.speakers if entry.text}

    def count(self, state: State) -> int:
        """Return how many captions are in ``state``."""
        return sum(entry.state == state for entry in self.entries)

    @property
    def total(self) -> int:
        """Return how many captions there are."""
        return len(self.entries)

    @property
    def done(self) -> int:
        """Return how many captions need nothing more."""
        return self.count(State.DONE)

    @property
    def is_complete(self) -> bool:
        """Tell whether every caption is done and can be shown."""
        return bool(self.entries) and not any(entry.needs_work for entry in self.entries)

    @property
    def is_begun(self) -> bool:
        """Tell whether anything is written."""
        return any(entry.text for entry in self.entries)

    def translation(self) -> list[Cue]:
        """Return the captions in the other language: the source's cues with the translator's words."""
        return [
            wording.translated(
                entry.cue, Words(self.names.get(entry.speaker, entry.speaker), entry.text)
            )
            for entry in self.entries
            if entry.cue is not None
        ]


def align(source: Sequence[Cue], written: Iterable[Written]) -> Alignment:
    """Give each caption of ``source`` what is written for it.

    A text that was written for these very words at these times comes first; then one written for the
    same words at other times (the caption was moved); then one for other words at the same times (the
    words were changed). What is left has no place any more.
    """
    words = [wording.words_of(cue) for cue in source]
    names = dict.fromkeys(word.speaker for word in words if 0 < len(word.speaker) <= MAX_NAME)
    wanted = [
        *((SPEAKER + name, name) for name in names),
        *((cue.key, word.text) for cue, word in zip(source, words, strict=True)),
    ]
    found, left_over = _match(wanted, list(written))
    speakers = [
        Entry(key=SPEAKER + name, source=name, written=found.get(SPEAKER + name)) for name in names
    ]
    entries = [
        Entry(cue.key, word.text, cue, word.speaker, number, found.get(cue.key))
        for number, (cue, word) in enumerate(zip(source, words, strict=True), 1)
    ]
    return Alignment(entries, speakers, [row for row in left_over if row.text])


def _match(
    wanted: list[tuple[str, str]], written: list[Written]
) -> tuple[dict[str, Written], list[Written]]:
    """Return what is written for each wanted key, and what is left."""
    found: dict[str, Written] = {}
    free = dict(enumerate(written))
    steps: list[tuple[Any, Any]] = [
        (lambda key, source: (key, source), lambda row: (row.key, row.source)),
        (
            lambda key, source: (key.startswith(SPEAKER), source),
            lambda row: (row.key.startswith(SPEAKER), row.source),
        ),
        (lambda key, _source: key, lambda row: row.key),
    ]
    for mark_of_wanted, mark_of_row in steps:
        queues: dict[Any, deque[int]] = defaultdict(deque)
        for place, row in free.items():
            queues[mark_of_row(row)].append(place)
        for key, source in wanted:
            queue = queues.get(mark_of_wanted(key, source))
            if key not in found and queue:
                found[key] = free.pop(queue.popleft())
    return found, list(free.values())


def _word_changes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield runs of words that stayed, went (``old``) and came (``new``), in reading order."""
    before, after = old.split(), new.split()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield "same", " ".join(after[j1:j2])
            continue
        if i2 > i1:
            yield "old", " ".join(before[i1:i2])
        if j2 > j1:
            yield "new", " ".join(after[j1:j2])

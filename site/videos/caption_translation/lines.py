"""One caption as the translator's page shows it: times in words, how it reads, whose text it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format, get_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from videos.caption_translation import wording
from videos.caption_translation.alignment import Alignment, Entry, State, token_of
from videos.caption_translation.wording import Measure
from videos.caption_translation.workbench import Conflict

STATE_LABELS = {
    State.MISSING: _("Not translated"),
    State.CHANGED: _("The source has changed"),
    State.MACHINE: _("Made by a machine"),
    State.DONE: _("Done"),
}


@dataclass(frozen=True)
class Line:
    """A caption, or a speaker's name, on the page; ``mine`` is what she typed where another was first."""

    entry: Entry
    conflict: Conflict | None = None

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.conflict.mine if self.conflict else self.entry.text

    @property
    def label(self) -> Promise:
        """Return the state of the translation in words."""
        return STATE_LABELS[self.entry.state]

    @property
    def theirs(self) -> str | None:
        """Return what somebody else has saved meanwhile; None where there is no conflict."""
        return self.conflict.theirs if self.conflict else None

    @property
    def by(self) -> str:
        """Return who wrote what is saved."""
        return self.entry.written.saved_by if self.entry.written else ""

    @property
    def measure(self) -> Measure:
        """Return how the text in the field reads."""
        return wording.measure(self.text, self.entry.seconds)

    @property
    def start(self) -> str:
        """Return where the clip begins, in seconds as a script reads them."""
        return f"{self.entry.cue.start:.3f}" if self.entry.cue else ""

    @property
    def end(self) -> str:
        """Return where the clip ends, in seconds as a script reads them."""
        return f"{self.entry.cue.end:.3f}" if self.entry.cue else ""

    @property
    def time(self) -> str:
        """Return from when to when it is shown, in the reader's own figures."""
        cue = self.entry.cue
        return f"{clock(cue.start)}–{clock(cue.end)}" if cue else ""


def clock(seconds: float) -> str:
    """Return ``seconds`` as a time in the film, to a tenth."""
    minutes, rest = divmod(round(seconds * 10), 600)
    point = get_format("DECIMAL_SEPARATOR")
    return f"{minutes}:{rest // 10:02}{point}{rest % 10}"


def saved_at() -> str:
    """Return the time of day in the reader's way of writing it."""
    return date_format(timezone.localtime(), "TIME_FORMAT")


def lines_of(
    alignment: Alignment, conflicts: Mapping[str, Conflict], *, to_do_first: bool
) -> tuple[list[Line], list[Line]]:
    """Return the speakers' names and the captions as they are shown, in the order asked for."""
    speakers = [Line(entry, conflicts.get(entry.key)) for entry in alignment.speakers]
    captions = [Line(entry, conflicts.get(entry.key)) for entry in alignment.entries]
    if to_do_first:
        order = [State.CHANGED, State.MACHINE, State.MISSING, State.DONE]
        captions.sort(
            key=lambda line: (
                not line.conflict,
                not line.entry.needs_work,
                order.index(line.entry.state),
            )
        )
    return speakers, captions


def tokens(alignment: Alignment) -> str:
    """Return which text each field was filled from, as the page sends it back: JSON, key to token.

    Fields that were empty are left out.
    """
    return json.dumps({e.key: e.token for e in alignment.by_key.values() if e.text})


def base_of(key: str, bases: object) -> str:
    """Return the token a text was written over; that of an empty text where the page says nothing."""
    found = bases.get(key) if isinstance(bases, dict) else None
    return found if isinstance(found, str) else token_of("")

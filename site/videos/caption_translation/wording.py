"""The words of a caption as a translator writes them, and as WebVTT does.

She writes text: ``&`` is an ``&``, the speaker's name stands in a field of its own, the times are out
of her reach. The few tags a caption may have (``<i>``, ``<lang en>``) she may use as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from videos import cue_text, cues
from videos.cues import Cue

#: Characters of one text as it is typed; WebVTT's references may make it longer (``cues.MAX_LENGTH``).
MAX_LENGTH: Final = 1_000
#: Lines of a caption above which it hides the picture.
MAX_LINES: Final = 2

_VOICE = re.compile(r"<v((?:\.[^\s<>]*)?) ([^<>]*)>")
_VOICE_TAG = re.compile(r"</?v(?=[\s.>/])[^<>]*>", re.IGNORECASE)
_TIME_TAG = re.compile(r"<[0-9:.]+>")
_AMPERSAND = re.compile(r"&amp;(?![#A-Za-z])")
_LESS = re.compile(r"&lt;(?=\s|$)", re.MULTILINE)
#: Line ends, blanks and controls that only some programs know; a PO file would break at them.
_STRANGE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True)
class Words:
    """A caption taken apart: who speaks (empty where it is not said, or where several do), and what."""

    speaker: str
    text: str


def words_of(cue: Cue) -> Words:
    """Return the words of ``cue`` for translating.

    The voice of a caption with several voices stays in its text, where its place matters.
    """
    payload = _TIME_TAG.sub("", cue.payload)
    voice = _single_voice(payload)
    if voice is None:
        return Words("", _editable(payload))
    speaker = " ".join(tidy(cue_text.unescape(voice[2])).split())
    return Words(speaker, _editable(_VOICE_TAG.sub("", payload)))


def _single_voice(payload: str) -> re.Match[str] | None:
    """Return the voice a caption begins with, if it is the only one."""
    voice = _VOICE.match(payload)
    return voice if voice and len(re.findall(r"<v[\s.>]", payload)) == 1 else None


def _editable(payload: str) -> str:
    """Return cue text with references only where a sign could be taken for markup."""
    text = _LESS.sub("<", _AMPERSAND.sub("&", payload)).replace("&gt;", ">")
    return tidy(text)


def tidy(text: str) -> str:
    """Return text as it is kept: one kind of line end, no controls, no blanks around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_STRANGE.sub(" ", line).rstrip() for line in text.split("\n")).strip()


def plain(text: str) -> str:
    """Return what of a translator's text is read on the screen."""
    return cue_text.plain(text)


def fault_of(text: str, cue: Cue) -> str | Promise | None:
    """Return why ``text`` cannot stand in the place of ``cue``'s words; None if it can."""
    if len(text) > MAX_LENGTH:
        return _("The text is longer than 1,000 characters.")
    if _TIME_TAG.search(text):
        return _("There is a time within the text. The times stay as they are in the film.")
    if _VOICE_TAG.search(text) and _single_voice(cue.payload) is not None:
        return _("There is a tag <v> in the text. The speaker's name has a field of its own.")
    try:
        payload = _payload(cue, Words("", text))
    except cue_text.ForeignTagError as error:
        if error.unfinished:
            return _("A < here begins no tag, “<%(tag)s”. Write &lt; for the sign itself.") % {
                "tag": error.tag
            }
        return _("<%(tag)s> is no tag a caption may have.") % {"tag": error.tag}
    if len(payload) > cues.MAX_LENGTH:
        return _("The text is too long for a caption.")
    return None


def translated(cue: Cue, words: Words) -> Cue:
    """Return ``cue`` with other words: its times, settings and identifier stay as they are.

    Raises ForeignTagError for a tag that is none of WebVTT's; ask ``fault_of`` first.
    """
    return Cue(cue.start, cue.end, _payload(cue, words), cue.identifier, cue.settings)


def _payload(cue: Cue, words: Words) -> str:
    """Return the cue text: an arrow or an empty line in it would end the caption, so none is left."""
    voice = _single_voice(cue.payload)
    if voice is None:
        return cue_text.clean(words.text)
    speaker = cue_text.annotation(words.speaker or cue_text.unescape(voice[2]))
    return cue_text.clean(f"<v{voice[1]} {cue_text.escape(speaker)}>{words.text}")


@dataclass(frozen=True)
class Measure:
    """How a caption reads: characters a second, lines, characters of the longest line."""

    speed: float
    lines: int
    longest: int

    @property
    def is_fast(self) -> bool:
        """Tell whether it cannot be read at ease in its time."""
        return self.speed > cues.READING_SPEED

    @property
    def is_tall(self) -> bool:
        """Tell whether it has more than two lines."""
        return self.lines > MAX_LINES

    @property
    def is_wide(self) -> bool:
        """Tell whether a line of it may not fit on a phone's screen."""
        return self.longest > cues.LINE_LENGTH


def measure(text: str, seconds: float) -> Measure:
    """Return how ``text`` reads when it is shown for ``seconds``."""
    lines = plain(text).split("\n") if plain(text) else []
    return Measure(
        speed=cues.reading_speed("\n".join(lines), seconds),
        lines=len(lines),
        longest=max(map(len, lines), default=0),
    )


def most_characters(seconds: float) -> int:
    """Return how many characters can be read at ease in ``seconds``."""
    return int(seconds * cues.READING_SPEED)

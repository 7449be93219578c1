"""Timed text: WebVTT read strictly, SubRip converted, and cues as the transcript and translators need them.

What is stored is written anew from what was understood, so nothing foreign is ever served: cue
settings and the standard's own tags stay, style and region blocks go (readers choose how captions
look themselves: EN 301 549, 7.1.4).

Source: W3C WebVTT, sections 3 (syntax) and 4.2.2 (cue text).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

import webvtt
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

#: Bytes. An hour of dense captions is some 100 KB.
MAX_SIZE = 1024 * 1024
MAX_CUES = 5_000
#: Characters a second above which captions cannot be read at ease.
READING_SPEED = 17

#: Tags of WebVTT cue text; anything else is no caption.
_TAGS = frozenset({"c", "i", "b", "u", "v", "lang", "ruby", "rt"})
_TAG = re.compile(r"<(/?)([^\s.>/]*)([^>]*)>")
_TIME_TAG = re.compile(r"<(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_BLANKS = re.compile(r"\s+")


class CueError(ValueError):
    """A timed text that cannot be used; the message is for the editor, in her language."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Cue:
    """One caption: from ``start`` to ``end`` in seconds, its text as WebVTT writes it."""

    start: float
    end: float
    payload: str
    identifier: str = ""
    settings: str = ""

    @property
    def key(self) -> str:
        """Return the times as WebVTT writes them: what a translation of the cue is filed under."""
        return f"{timestamp(self.start)} --> {timestamp(self.end)}"

    @property
    def speaker(self) -> str:
        """Return who speaks, from the voice tag; empty where it is not said."""
        found = _VOICE.search(self.payload)
        return html.unescape(found[1]).strip() if found else ""

    @property
    def text(self) -> str:
        """Return the plain text, in one line for each line of the caption."""
        return plain(self.payload)

    @property
    def reading_speed(self) -> float:
        """Return the characters a second a reader needs (see ``READING_SPEED``)."""
        return reading_speed(self.text, self.end - self.start)


def plain(payload: str) -> str:
    """Return cue text without tags and with its character references resolved."""
    lines = (_BLANKS.sub(" ", _TAG.sub("", line)).strip() for line in payload.split("\n"))
    return html.unescape("\n".join(line for line in lines if line))


def reading_speed(text: str, seconds: float) -> float:
    """Return the characters a second of ``text`` shown for ``seconds``; blanks count, line ends do not."""
    return len(text.replace("\n", "")) / seconds if seconds > 0 else float("inf")


def timestamp(seconds: float) -> str:
    """Return ``seconds`` as WebVTT writes a time."""
    whole = round(seconds * 1000)
    hours, rest = divmod(whole, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def read(data: bytes) -> list[Cue]:
    """Return the cues of an uploaded WebVTT or SubRip file.

    Raises CueError, with a sentence for the editor, for anything else: a file too large, in another
    encoding, with a cue that ends before it begins, or with tags that are no caption's.
    """
    if len(data) > MAX_SIZE:
        raise CueError(_("The file is too large for captions: at most 1 MB."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CueError(_("The file is not text in UTF-8. Save it again as UTF-8.")) from None
    if "\x00" in text:
        raise CueError(_("The file is not text."))
    return parse(text)


def parse(text: str) -> list[Cue]:
    """Return the cues of ``text``, WebVTT or SubRip; raise CueError as ``read`` does."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n ")
    if not text:
        raise CueError(_("The file is empty."))
    is_vtt = text.startswith("WEBVTT")
    try:
        found = webvtt.from_string(text, strict=True) if is_vtt else _from_srt(text)
    except (MalformedFileError, MalformedCaptionError) as error:
        raise CueError(
            _("This is neither WebVTT nor SubRip (SRT): %(fault)s") % {"fault": error}
        ) from None
    cues = [
        Cue(
            caption.start_time.in_milliseconds() / 1000,
            caption.end_time.in_milliseconds() / 1000,
            "\n".join(caption.lines),
            caption.identifier or "",
            str(caption.settings or "") if is_vtt else "",
        )
        for caption in found.captions
    ]
    _check(cues)
    return cues


def _from_srt(text: str) -> webvtt.WebVTT:
    from io import StringIO

    return webvtt.from_buffer(StringIO(text), format="srt")


def _check(cues: list[Cue]) -> None:
    if not cues:
        raise CueError(_("There is not a single caption in the file."))
    if len(cues) > MAX_CUES:
        raise CueError(_("There are more than 5,000 captions in the file."))
    seen: set[str] = set()
    for cue in cues:
        where = {"time": cue.key}
        if cue.end <= cue.start:
            raise CueError(_("A caption ends before it begins: %(time)s") % where)
        if cue.key in seen:
            raise CueError(_("Two captions have the same times: %(time)s") % where)
        seen.add(cue.key)
        if not cue.text:
            raise CueError(_("A caption is empty: %(time)s") % where)
        for _slash, name, _rest in _TAG.findall(_TIME_TAG.sub("", cue.payload)):
            if name.lower() not in _TAGS:
                raise CueError(
                    _("A caption holds a tag that is none of WebVTT's, <%(tag)s>: %(time)s")
                    % {**where, "tag": name[:20]}
                )


def write(cues: Iterable[Cue]) -> str:
    """Return ``cues`` as a WebVTT file, in the order of their times."""
    blocks = ["WEBVTT"]
    for cue in sorted(cues, key=lambda cue: (cue.start, cue.end)):
        head = f"{cue.key} {cue.settings}".rstrip()
        lines = [cue.identifier, head] if cue.identifier else [head]
        blocks.append("\n".join([*lines, cue.payload]))
    return "\n\n".join(blocks) + "\n"

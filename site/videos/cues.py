"""Timed text: WebVTT read strictly, SubRip converted, and cues as the transcript and translators need them.

What is stored is written anew from what was understood, so nothing foreign is ever served: cue
settings and the standard's own tags stay, style and region blocks go (readers choose how captions
look themselves: EN 301 549, 7.1.4).

Source: W3C WebVTT, sections 4 (syntax) and 6 (parsing).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from videos import cue_text

#: Bytes. An hour of dense captions is some 100 KB.
MAX_SIZE = 1024 * 1024
MAX_CUES = 5_000
#: Characters of one caption as it is written, tags included.
MAX_LENGTH = 2_000
#: Characters a second above which captions cannot be read at ease.
READING_SPEED = 17
#: Characters in a line above which it may not fit on a phone's screen.
LINE_LENGTH = 42

_ARROW = "-->"
_VTT_TIME = r"(\d{2,4}):([0-5]\d):([0-5]\d)\.(\d{3})|([0-5]\d):([0-5]\d)\.(\d{3})"
_SRT_TIME = r"(\d{1,4}):([0-5]?\d):([0-5]?\d)(?:[,.](\d{1,3}))?"
_AFTER = r"(?:[ \t](.*))?\s*"
_VTT_TIMES = re.compile(rf"\s*(?:{_VTT_TIME})[ \t]*-->[ \t]*(?:{_VTT_TIME}){_AFTER}", re.ASCII)
_SRT_TIMES = re.compile(rf"\s*{_SRT_TIME}[ \t]*-->[ \t]*{_SRT_TIME}{_AFTER}", re.ASCII)
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>")

_PERCENT = r"(?:100|[0-9]{1,2})(?:\.[0-9]{1,3})?%"
_SETTINGS = {
    "vertical": re.compile(r"rl|lr"),
    "line": re.compile(rf"(?:-?[0-9]{{1,2}}|{_PERCENT})(?:,(?:start|center|end))?"),
    "position": re.compile(rf"{_PERCENT}(?:,(?:line-left|center|line-right))?"),
    "size": re.compile(_PERCENT),
    "align": re.compile(r"start|center|end|left|right"),
}


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
        return cue_text.unescape(found[1]).strip() if found else ""

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
    return cue_text.plain(payload)


def escape(text: str) -> str:
    """Return plain text, as somebody typed it, as the text of a cue."""
    return cue_text.trimmed(cue_text.escape(text.replace("\r\n", "\n").replace("\r", "\n")))


def reading_speed(text: str, seconds: float) -> float:
    """Return the characters a second of ``text`` shown for ``seconds``; blanks count, line ends do not."""
    return len(text.replace("\n", "")) / seconds if seconds > 0 else float("inf")


def timestamp(seconds: float) -> str:
    """Return ``seconds`` as WebVTT writes a time."""
    whole = round(seconds * 1000)
    hours, rest = divmod(whole, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


# Reading ------------------------------------------------------------------------------------------


def read(data: bytes) -> list[Cue]:
    """Return the cues of an uploaded WebVTT or SubRip file.

    UTF-8, or UTF-16 that says so by its first bytes. Raises CueError, with a sentence for the
    editor, for anything else: a file too large, in another encoding, with a cue that ends before it
    begins, or with tags that are no caption's.
    """
    return parse(decode(data))


def decode(data: bytes) -> str:
    """Return the text of an uploaded file; raise CueError as ``read`` does."""
    if len(data) > MAX_SIZE:
        raise CueError(_("The file is too large for captions: at most 1 MB."))
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise CueError(_("The file is not text in UTF-8. Save it again as UTF-8.")) from None


def parse(text: str) -> list[Cue]:
    """Return the cues of ``text``, WebVTT or SubRip, by time; raise CueError as ``read`` does."""
    _check_text(text)
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise CueError(_("The file is empty."))
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.strip())
    is_vtt = bool(_HEADER.fullmatch(lines[first]))
    if not is_vtt and _ARROW not in text:
        raise CueError(_("This is neither WebVTT nor SubRip (SRT): there are no times in it."))
    times = _VTT_TIMES if is_vtt else _SRT_TIMES
    rows = _rows(lines, first + is_vtt, times, is_vtt)
    cues: list[Cue] = []
    for row in rows:
        if len(cues) == MAX_CUES:
            raise CueError(_("There are more than 5,000 captions in the file."))
        cues.append(_cue(row, len(cues) + 1, is_vtt))
    if not cues:
        raise CueError(_("There is not a single caption in the file."))
    if sum(map(_size, cues)) > MAX_SIZE:
        raise CueError(_("The file is too large for captions: at most 1 MB."))
    cues.sort(key=lambda cue: (cue.start, cue.end))
    for earlier, later in pairwise(cues):
        if (earlier.start, earlier.end) == (later.start, later.end):
            raise CueError(_("Two captions have the same times: %(time)s") % {"time": later.key})
    return cues


def _check_text(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise CueError(_("The file is not text.")) from None
    if size > MAX_SIZE:
        raise CueError(_("The file is too large for captions: at most 1 MB."))
    if "\x00" in text:
        raise CueError(_("The file is not text."))


def _size(cue: Cue) -> int:
    """Return how many bytes a cue takes at most when it is written, its references included."""
    return len(cue.payload.encode()) + len(cue.identifier.encode()) + len(cue.settings) + 40


@dataclass
class _Row:
    """A caption as its lines stand in the file; ``line`` counts from 1."""

    line: int
    times: re.Match[str]
    identifier: str = ""
    text: list[str] = field(default_factory=list)


def _rows(lines: list[str], first: int, times: re.Pattern[str], is_vtt: bool) -> Iterator[_Row]:
    """Yield the captions of a file: the line of times, what stands before it and under it.

    A line of times inside a caption begins the next one: the empty line between them was forgotten.
    """
    row: _Row | None = None
    loose: list[tuple[int, str]] = []
    skipping = is_vtt  # the header goes on to the first empty line
    for number, line in enumerate(lines[first:], first + 1):
        if _ARROW in line:
            found = times.fullmatch(line)
            if found is None:
                raise _bad_times(number, line, is_vtt)
            if row is not None:
                identifier = _forgotten_number(row, is_vtt)
                yield row
            else:
                identifier = "" if skipping else _identifier(loose, is_vtt)
            row, loose, skipping = _Row(number, found, identifier), [], False
        elif not line.strip():
            if row is not None:
                yield row
            elif loose:
                _refuse_loose(loose, is_vtt)
            row, loose, skipping = None, [], False
        elif row is not None:
            row.text.append(line)
        elif not skipping:
            skipping = is_vtt and not loose and bool(_ASIDE.fullmatch(line))
            if not skipping:
                loose.append((number, line))
    if row is not None:
        yield row
    elif loose:
        _refuse_loose(loose, is_vtt)


def _identifier(loose: list[tuple[int, str]], is_vtt: bool) -> str:
    """Return the name a caption was given in the one line above its times."""
    if len(loose) > 1:
        _refuse_loose(loose[:-1], is_vtt)
    return _name(loose[0][1]) if loose else ""


def _name(line: str) -> str:
    """Return a line as the identifier of a cue, empty where it could be taken for something else."""
    name = cue_text.trimmed(line)[:100]
    if _ARROW in name or "<" in name or _ASIDE.fullmatch(name) or _HEADER.fullmatch(name):
        return ""
    return name


def _forgotten_number(row: _Row, is_vtt: bool) -> str:
    """Take the number of the next caption from the end of this one, where no empty line parts them."""
    last = row.text[-1].strip() if row.text else ""
    number = last.isascii() and last.isdigit() and len(last) < 6
    if number and (not is_vtt or (row.identifier.isdigit() and int(last) > int(row.identifier))):
        row.text.pop()
        return last
    return ""


def _refuse_loose(loose: list[tuple[int, str]], is_vtt: bool) -> None:
    """Raise CueError for text that has no times; a number without a caption is only an empty one."""
    number, line = loose[0]
    if not is_vtt and all(text.strip().isdigit() for _number, text in loose):
        return
    raise CueError(
        _("Line %(line)s, “%(text)s”, belongs to no caption: there are no times above it.")
        % {"line": number, "text": cue_text.trimmed(line)[:40]}
    )


def _bad_times(number: int, line: str, is_vtt: bool) -> CueError:
    example = "00:00:01.000 --> 00:00:03.500" if is_vtt else "00:00:01,000 --> 00:00:03,500"
    return CueError(
        _("The times in line %(line)s, “%(text)s”, are not written like %(example)s.")
        % {"line": number, "text": cue_text.trimmed(line)[:60], "example": example}
    )


def _cue(row: _Row, number: int, is_vtt: bool) -> Cue:
    """Return a caption of a file; raise CueError naming its number and times."""
    start, end = _seconds(row.times, is_vtt)
    where = {"number": number, "time": f"{timestamp(start)} --> {timestamp(end)}"}
    if end <= start:
        raise CueError(_("Caption %(number)s ends before it begins: %(time)s") % where)
    text, settings = "\n".join(row.text), row.times.groups()[-1] or ""
    if not is_vtt:
        text, settings = cue_text.from_subrip(text)
    try:
        payload = cue_text.clean(text)
    except cue_text.ForeignTagError as error:
        raise _bad_tag(error, where) from None
    if len(payload) > MAX_LENGTH:
        raise CueError(_("Caption %(number)s is longer than 2,000 characters: %(time)s") % where)
    if not plain(payload):
        raise CueError(_("Caption %(number)s is empty: %(time)s") % where)
    identifier = "" if not is_vtt and row.identifier.isdigit() else row.identifier
    return Cue(start, end, payload, identifier, _valid_settings(settings))


def _bad_tag(error: cue_text.ForeignTagError, where: dict[str, object]) -> CueError:
    text = (
        _("Caption %(number)s has a < that begins no tag, “<%(tag)s”; write &lt; for it: %(time)s")
        if error.unfinished
        else _("Caption %(number)s holds a tag that is none of WebVTT's, <%(tag)s>: %(time)s")
    )
    return CueError(text % {**where, "tag": error.tag})


def _seconds(times: re.Match[str], is_vtt: bool) -> tuple[float, float]:
    parts = times.groups()
    if is_vtt:
        return _of(*_long_or_short(parts[:7])), _of(*_long_or_short(parts[7:14]))
    return _of(*parts[:4]), _of(*parts[4:8])


def _long_or_short(parts: tuple[str | None, ...]) -> tuple[str | None, ...]:
    return parts[:4] if parts[0] else ("0", *parts[4:])


def _of(
    hours: str | None, minutes: str | None, seconds: str | None, thousandths: str | None
) -> float:
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return (whole * 1000 + int((thousandths or "0").ljust(3, "0"))) / 1000


def _valid_settings(settings: str) -> str:
    """Return those cue settings that the standard knows, each once."""
    kept: dict[str, str] = {}
    for setting in settings.split():
        name, _colon, value = setting.partition(":")
        if name in _SETTINGS and _SETTINGS[name].fullmatch(value):
            kept.setdefault(name, value)
    return " ".join(f"{name}:{value}" for name, value in kept.items())


# Writing ------------------------------------------------------------------------------------------


def write(cues: Iterable[Cue]) -> str:
    """Return ``cues`` as a WebVTT file, in the order of their times.

    Whoever made the cues: what is written holds WebVTT's own tags and valid settings only, and no
    text can pass for a time. Raises CueError for a tag that is none of WebVTT's.
    """
    blocks = ["WEBVTT"]
    ordered = sorted(cues, key=lambda cue: (cue.start, cue.end))
    for number, cue in enumerate(ordered, 1):
        try:
            payload = cue_text.clean(cue.payload)
        except cue_text.ForeignTagError as error:
            raise _bad_tag(error, {"number": number, "time": cue.key}) from None
        head = f"{cue.key} {_valid_settings(cue.settings)}".rstrip()
        name = _name(cue.identifier)
        blocks.append("\n".join([*([name] if name else []), head, payload]))
    return "\n\n".join(blocks) + "\n"


# Advice -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Advice:
    """Something about a caption that is allowed but hard on readers; ``number`` counts from 1."""

    code: str
    number: int
    cue: Cue
    message: str | Promise


def advice(cues: list[Cue], duration: float = 0) -> list[Advice]:
    """Return what is worth mending in ``cues``, caption by caption.

    ``duration`` is that of the film in seconds, 0 where it is not known. The limits are those most
    guidelines for subtitles set for adult readers.
    """
    found: list[Advice] = []
    latest_end = 0.0
    for number, cue in enumerate(cues, 1):
        length = max(len(line) for line in cue.text.split("\n"))
        values = {
            "number": number,
            "time": cue.key,
            "speed": ceil(cue.reading_speed),
            "length": length,
        }
        remarks: list[tuple[str, bool, str | Promise]] = [
            (
                "late",
                bool(duration) and cue.end > duration + 0.5,
                _("Caption %(number)s goes on after the film has ended: %(time)s"),
            ),
            (
                "overlap",
                cue.start < latest_end,
                _("Caption %(number)s begins before the one before it has ended: %(time)s"),
            ),
            (
                "fast",
                cue.reading_speed > READING_SPEED,
                _(
                    "Caption %(number)s is hard to read in time: %(speed)s characters a second, "
                    "at most 17 is good: %(time)s"
                ),
            ),
            (
                "wide",
                length > LINE_LENGTH,
                _(
                    "Caption %(number)s has a line of %(length)s characters, at most 42 is good: "
                    "%(time)s"
                ),
            ),
        ]
        found += [
            Advice(code, number, cue, text % values) for code, holds, text in remarks if holds
        ]
        latest_end = max(latest_end, cue.end)
    return found

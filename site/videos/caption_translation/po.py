"""Captions as a PO file, for a translator's own tools, and back.

The context of an entry is the times of its caption, so nothing gets lost when the same words are said
twice. What needs a second look (the source has changed, a machine wrote it) is marked fuzzy, and what
comes back fuzzy is not taken. Times cannot be changed through a file: they are read as a name only.

Source: GNU gettext manual, “The Format of PO Files”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import polib
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import languages
from videos import cues
from videos.caption_translation import wording
from videos.caption_translation.alignment import SPEAKER, Entry, State
from videos.caption_translation.workbench import Change, Workbench

MEDIA_TYPE: Final = "text/x-gettext-translation; charset=utf-8"
#: Bytes: as much as the captions themselves may have.
MAX_SIZE: Final = cues.MAX_SIZE
#: The context of a speaker's name.
SPEAKER_CONTEXT: Final = "speaker"
_TRACK, _DIGEST, _MADE = "X-Kohtaamo-Track", "X-Kohtaamo-Digest", "X-Kohtaamo-Exported"
_KEYWORD = re.compile(r"^msgid\s", re.MULTILINE)


class PoError(ValueError):
    """A file that cannot be used at all; the message is for the translator, in her language."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


# Out ----------------------------------------------------------------------------------------------


def export(bench: Workbench) -> str:
    """Return the captions and what is written of them as the text of a PO file."""
    po = polib.POFile(wrapwidth=0)
    now = timezone.now()
    po.header = _in_one_line(
        gettext("%(film)s: %(kind)s into %(language)s")
        % {
            "film": bench.source.video.title,
            "kind": bench.source.get_kind_display(),
            "language": languages.endonym(bench.code),
        }
    )
    po.metadata = {
        "Project-Id-Version": "Kohtaamo",
        "PO-Revision-Date": now.strftime("%Y-%m-%d %H:%M%z"),
        "Language": languages.hreflang(bench.code),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Kohtaamo-Source-Language": languages.hreflang(bench.source.language),
        _TRACK: str(bench.source.pk),
        _DIGEST: bench.source.digest,
        _MADE: now.isoformat(),
    }
    for entry in bench.alignment.speakers:
        po.append(
            polib.POEntry(
                msgctxt=SPEAKER_CONTEXT,
                msgid=entry.source,
                msgstr=entry.text,
                comment=gettext("The name of a speaker. Left empty, it stays as it is."),
            )
        )
    for entry in bench.alignment.entries:
        po.append(_po_entry(entry))
    return str(po)


def _po_entry(entry: Entry) -> polib.POEntry:
    fuzzy = entry.needs_confirming
    return polib.POEntry(
        msgctxt=entry.key,
        msgid=entry.source,
        msgstr=entry.text,
        comment="\n".join(_remarks(entry)),
        flags=["fuzzy"] if fuzzy else [],
        previous_msgid=entry.old_source,
    )


def _remarks(entry: Entry) -> Iterator[str]:
    """Yield what a translator should know of a caption."""
    if entry.speaker:
        yield _in_one_line(gettext("Speaker: %(name)s") % {"name": entry.speaker})
    yield gettext("At most %(count)s characters can be read in %(seconds)s seconds.") % {
        "count": entry.most_characters,
        "seconds": f"{entry.seconds:.1f}",
    }
    if entry.state == State.MACHINE:
        yield gettext("Made by a machine, not checked by anybody yet.")


def _in_one_line(text: str) -> str:
    return " ".join(wording.tidy(text).split())


# In -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Left:
    """An entry of a file that was not taken: which caption, what it said, and why it stays out."""

    where: str
    text: str
    reason: str | Promise


@dataclass
class Report:
    """What became of a file: how many texts were taken, which were not, and how many were there already."""

    taken: int = 0
    same: int = 0
    empty: int = 0
    left: list[Left] = field(default_factory=list)


def read(data: bytes, bench: Workbench) -> polib.POFile:
    """Return an uploaded file, once it is known to be a PO file for this film and language.

    Raises PoError for anything else. Nothing of the file is taken for a path or an address.
    """
    if len(data) > MAX_SIZE:
        raise PoError(_("The file is too large: at most 1 MB."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PoError(_("The file is not text in UTF-8. Save it again as UTF-8.")) from None
    if not _KEYWORD.search(text) or "\x00" in text:
        raise PoError(_("This is no PO file."))
    try:
        # Were the text the name of a file, polib would open that; with a comment before it, it is none.
        po = polib.pofile(f"#\n{text}", encoding="utf-8")
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise PoError(_("This is no valid PO file: %(fault)s") % {"fault": _fault(error)}) from None
    _check_header(po, bench)
    return po


def _fault(error: Exception) -> str:
    """Return the line polib stumbled at; its messages begin with the whole file."""
    line = re.search(r"\(line (\d+)\)", str(error))
    return gettext("line %(number)s") % {"number": max(int(line[1]) - 1, 1)} if line else "?"


def _check_header(po: polib.POFile, bench: Workbench) -> None:
    """Refuse a file that was made for another film or another language."""
    track = po.metadata.get(_TRACK, "").strip()
    if not track:
        raise PoError(
            _(
                "The file does not say which captions it is for. Download it here and translate that."
            )
        )
    if track != str(bench.source.pk):
        raise PoError(_("The file was made for the captions of another film."))
    language = po.metadata.get("Language", "").strip()
    if not _is_language(language, bench.code):
        raise PoError(
            _("The file is in another language: “%(language)s”, not %(wanted)s.")
            % {"language": language[:20], "wanted": languages.endonym(bench.code)}
        )


def _is_language(tag: str, code: str) -> bool:
    """Tell whether the header names the language, also as ``sv_FI``; never easy Finnish as Finnish."""
    said, wanted = tag.replace("_", "-").lower(), languages.hreflang(code).lower()
    if said == wanted:
        return True
    known = {languages.hreflang(other).lower() for other in languages.KNOWN}
    return said not in known and said.startswith(f"{wanted}-")


def take(po: polib.POFile, bench: Workbench, user: Any) -> Report:
    """Take from a file what fits the captions as they are now, all at once; report on every entry.

    A text that somebody else has written since the file was made is not written over.
    """
    report = Report()
    made = _made_at(po)
    changes: list[Change] = []
    pairs: dict[str, polib.POEntry] = {}
    for row, entry in _pairs(po, bench, report):
        reason = _refusal(row, entry, made, user)
        text = wording.tidy(row.msgstr)
        if reason is not None:
            report.left.append(Left(_where(entry), text, reason))
        elif not wording.plain(text):
            report.empty += 1
        elif text == entry.text and not entry.needs_confirming:
            report.same += 1
        else:
            pairs[entry.key] = row
            changes.append(Change(entry.key, text, entry.token, confirms=True))
    outcome = bench.save(changes, user)
    report.taken = len(outcome.saved)
    for key, conflict in outcome.conflicts.items():
        report.left.append(Left(_where(conflict.entry), pairs[key].msgstr, _CHANGED_HERE))
    for key, text in outcome.unknown.items():
        report.left.append(Left(key, text, _UNKNOWN))
    report.left.sort(key=lambda left: left.where)
    return report


_UNKNOWN = _("There is no such caption in the film.")
_SOURCE_CHANGED = _("The words in the film's captions have changed since the file was made.")
_CHANGED_HERE = _("Somebody else has written another text here since the file was made.")
_TWICE = _("The caption is in the file twice.")
_FUZZY = _("It is marked as fuzzy: unsure.")


def _pairs(
    po: polib.POFile, bench: Workbench, report: Report
) -> Iterator[tuple[polib.POEntry, Entry]]:
    """Yield the entries of the file with the caption or name each is for; report the others."""
    by_key = bench.alignment.by_key
    by_source = _unmistakable(bench.alignment.entries)
    rows = [row for row in po if not row.obsolete and row.msgid]
    keys = [_key(row) for row in rows]
    counted = Counter(keys)
    exact = {
        key
        for row, key in zip(rows, keys, strict=True)
        if key in by_key and by_key[key].source == wording.tidy(row.msgid)
    }
    for row, key in zip(rows, keys, strict=True):
        text, where = wording.tidy(row.msgstr), key.removeprefix(SPEAKER)[:60]
        entry = by_key.get(key)
        if counted[key] > 1:
            report.left.append(Left(where, text, _TWICE))
            continue
        if key not in exact:
            # The caption may only have been moved: the words tell, if nothing else says them.
            known, entry = entry, by_source.get(wording.tidy(row.msgid))
            if entry is None or entry.key in exact or key.startswith(SPEAKER):
                if wording.plain(text):
                    report.left.append(Left(where, text, _SOURCE_CHANGED if known else _UNKNOWN))
                continue
            exact.add(entry.key)
        if entry is not None:
            yield row, entry


def _key(row: polib.POEntry) -> str:
    context = (row.msgctxt or "").strip()
    return SPEAKER + wording.tidy(row.msgid) if context == SPEAKER_CONTEXT else context


def _unmistakable(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Return the captions whose words are said once in the film, by their words."""
    counted = Counter(entry.source for entry in entries)
    return {entry.source: entry for entry in entries if counted[entry.source] == 1}


def _refusal(
    row: polib.POEntry, entry: Entry, made: datetime | None, user: Any
) -> str | Promise | None:
    """Return why a text is not taken; None if it can be."""
    text = wording.tidy(row.msgstr)
    if not wording.plain(text):
        return None
    if row.fuzzy:
        return _FUZZY
    if entry.cue is not None and (fault := wording.fault_of(text, entry.cue)) is not None:
        return fault
    written = entry.written
    by_another = (
        written is not None
        and written.saved_at is not None
        and written.saved_by_id != user.pk
        and (made is None or written.saved_at > made)
    )
    return _CHANGED_HERE if by_another and text != entry.text else None


def _made_at(po: polib.POFile) -> datetime | None:
    """Return when the file was made; None if it does not say so."""
    try:
        made = parse_datetime(po.metadata.get(_MADE, "").strip())
    except ValueError:
        return None
    return made if made is not None and made.tzinfo is not None else None


def _where(entry: Entry) -> str:
    return entry.key.removeprefix(SPEAKER)

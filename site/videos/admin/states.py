"""How it stands with a film, in a few words: for the list, where there is no room for sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Final, Literal

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from videos.models import VideoRendition
from videos.parts import Parts
from videos.shortcomings import Shortcoming, shortcomings

Tone = Literal["good", "busy", "warning", "critical", "plain"]

#: What a film can be asked for in the filter: each with the shortcomings that mean it.
LACKING: Final[dict[str, tuple[str | Promise, frozenset[str]]]] = {
    "captions": (
        gettext_lazy("captions"),
        frozenset({"captions", "captions_due", "captions_unreviewed", "version_captions"}),
    ),
    "description": (
        gettext_lazy("audio description"),
        frozenset(
            {
                "description",
                "description_reason",
                "description_integrated",
                "description_version",
                "description_text",
                "text_alternative",
            }
        ),
    ),
    "poster": (gettext_lazy("poster or its description"), frozenset({"poster", "poster_alt"})),
    "files": (
        gettext_lazy("files for viewers"),
        frozenset({"files_pending", "files_failed"}),
    ),
    "rights": (gettext_lazy("rights or consent"), frozenset({"withdrawn"})),
}

_WORDS: Final[dict[str, str | Promise]] = {
    "captions": gettext_lazy("lacks captions"),
    "captions_unreviewed": gettext_lazy("captions unchecked"),
    "version_captions": gettext_lazy("a version lacks captions"),
    "text_alternative": gettext_lazy("lacks a text alternative"),
    "description": gettext_lazy("audio description undecided"),
    "description_reason": gettext_lazy("audio description undecided"),
    "description_integrated": gettext_lazy("lacks audio description"),
    "description_version": gettext_lazy("lacks audio description"),
    "description_text": gettext_lazy("lacks a text alternative"),
    "poster": gettext_lazy("lacks a poster"),
    "poster_alt": gettext_lazy("poster not described"),
    "withdrawn": gettext_lazy("rights have ended"),
}
#: Told by the files themselves.
_FILES: Final = LACKING["files"][1]


@dataclass(frozen=True)
class Chip:
    """A state in words; ``tone`` says how urgent it is and is never the only sign of it."""

    text: str | Promise
    tone: Tone


@dataclass(frozen=True)
class Making:
    """How far the files of a film are; ``percent`` is that of all of them together."""

    running: bool
    percent: int
    failed: int
    total: int

    @classmethod
    def of(cls, rows: Iterable[VideoRendition]) -> Making:
        """Return the state of these files: those of the film as it is now."""
        rows = list(rows)
        unfinished = (VideoRendition.WAITING, VideoRendition.RUNNING)
        done = [100 if row.state == VideoRendition.DONE else row.progress for row in rows]
        return cls(
            any(row.state in unfinished for row in rows),
            sum(done) // len(rows) if rows else 0,
            sum(row.state == VideoRendition.FAILED for row in rows),
            len(rows),
        )


def chips(parts: Parts) -> list[Chip]:
    """Return the states of a film: its files, what it lacks, or that it is ready."""
    found = shortcomings(parts.video, parts=parts)
    return [*_files(parts), *_lacks(found)] or [Chip(_("ready"), "good")]


def _files(parts: Parts) -> list[Chip]:
    making = Making.of(parts.current_renditions)
    told: list[Chip] = []
    if making.running:
        told.append(Chip(_("being made, %(percent)s %%") % {"percent": making.percent}, "busy"))
    if making.failed:
        text = ngettext("%(count)s file failed", "%(count)s files failed", making.failed)
        told.append(Chip(text % {"count": making.failed}, "critical"))
    if not making.total:
        told.append(Chip(_("no files for viewers"), "critical"))
    return told


def _lacks(found: Iterable[Shortcoming]) -> list[Chip]:
    told: dict[str, Chip] = {}
    for lacking in found:
        if lacking.code == "captions_due" and lacking.due:
            days = ceil((lacking.due - timezone.now()) / timedelta(days=1))
            text = ngettext("captions due in %(count)s day", "captions due in %(count)s days", days)
            told[lacking.code] = Chip(text % {"count": days}, "warning")
        elif lacking.blocks and lacking.code not in _FILES:
            text = str(_WORDS.get(lacking.code, _("not ready for publication")))
            tone: Tone = "critical" if lacking.code == "withdrawn" else "warning"
            told.setdefault(text, Chip(text, tone))
    return list(told.values())

"""One text as the editor shows it, and what its script is told when it has been saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from translations.editor import notation
from translations.editor.desk import Desk
from translations.segments import Row, Standing, Written

#: The states in words, with the icon that goes with each: no state is told by colour alone.
STATES: Final[dict[Standing, tuple[Promise, str]]] = {
    Standing.UNCONFIRMED: (_("The source has changed"), "warning"),
    Standing.ERROR: (_("Cannot be used"), "cross"),
    Standing.MISSING: (_("Not translated"), "radio-empty"),
    Standing.MACHINE: (_("Made by a machine"), "cogs"),
    Standing.CONFIRMED: (_("Done"), "check"),
    Standing.FREE: (_("May stay as it is"), "minus"),
}


@dataclass(frozen=True)
class Refused:
    """What was typed and is not saved: another wrote meanwhile (``theirs``), or the field says why not."""

    typed: str
    theirs: Written | None = None
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """A text on the page. ``parts`` is what other parts of the app add to it."""

    row: Row
    targets: Mapping[str, str] = field(default_factory=dict)
    refused: Refused | None = None
    parts: list[SafeString] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return the name of the text in the form."""
        return str(self.row.key)

    @property
    def label(self) -> Promise:
        """Return the state in words."""
        return STATES[self.row.standing][0]

    @property
    def icon(self) -> str:
        """Return the icon of the state."""
        return STATES[self.row.standing][1]

    @property
    def typed(self) -> str:
        """Return what stands in the field."""
        return self.refused.typed if self.refused else self.row.typed

    @property
    def seen(self) -> str:
        """Return the mark of the text that what stands in the field was written over."""
        theirs = self.refused.theirs if self.refused else None
        return theirs.mark if theirs else self.row.mark

    @cached_property
    def source_view(self) -> SafeString:
        """Return the source text to look at."""
        return self._view(self.row.source)

    @cached_property
    def text_view(self) -> SafeString:
        """Return what stands in the field, as the field for rich text shows it."""
        return self._view(self._data or "")

    @property
    def is_visual(self) -> bool:
        """Tell whether the field can show emphasis and links: not where what was typed is no such text."""
        return self.row.is_rich and self._data is not None

    @cached_property
    def _data(self) -> str | None:
        if self.refused is None:
            return self.row.text
        try:
            return self.row.stored(self.refused.typed)
        except ValidationError:
            return None

    @cached_property
    def theirs_view(self) -> SafeString:
        """Return the other's text, to look at."""
        theirs = self.refused.theirs if self.refused else None
        return self._view(theirs.data) if theirs else SafeString("")

    @cached_property
    def old_view(self) -> SafeString:
        """Return the source text as it was."""
        return self._view(self.row.old_source)

    @cached_property
    def links(self) -> list[tuple[str, str, str]]:
        """Return the links of the source: number, where it leads, its words."""
        words = notation.words_of_links(self.row.source)
        return [
            (number, target, words.get(link, target))
            for link, target in self.targets.items()
            if (number := notation.number_of(link))
        ]

    @cached_property
    def lost_links(self) -> str:
        """Return the numbers of links that the translation lacks."""
        if not (self.row.is_rich and self.row.text):
            return ""
        lost = notation.missing_links(self.row.source, self.row.text)
        return ", ".join(notation.number_of(link) for link in lost)

    @property
    def is_long(self) -> bool:
        """Tell whether the field needs several lines."""
        return self.row.rule.has_lines or self.row.is_rich

    @property
    def lines(self) -> int:
        """Return how many lines the field has at first, by what it is to hold."""
        longest = max(len(self.row.source), len(self.row.text))
        return min(12, max(1, -(-longest // 60)))

    def _view(self, html: str) -> SafeString:
        if self.row.is_rich:
            return notation.to_view(html, self.targets)
        return format_html_join(
            SafeString("<br>"), "{}", ((line,) for line in notation.plain(html).split("\n"))
        )


def lines_of(
    desk: Desk,
    rows: list[Row],
    refused: Mapping[str, Refused],
    parts: Mapping[str, list[SafeString]],
) -> list[Line]:
    """Return the texts as they are shown."""
    return [
        Line(
            row,
            desk.targets.get(str(row.key), {}),
            refused.get(str(row.key)),
            parts.get(str(row.key), []),
        )
        for row in rows
    ]


def told(desk: Desk, line: Line) -> dict[str, Any]:
    """Return what the script is told of a text that was saved, confirmed or dropped."""
    done, total = desk.progress
    return {
        "key": line.key,
        "standing": str(line.row.standing),
        "label": str(line.label),
        "icon": line.icon,
        "seen": line.row.mark,
        "isToDo": line.row.is_to_do,
        "needsConfirming": line.row.needs_confirming,
        "lostLinks": line.lost_links,
        "typed": line.row.typed,
        "view": line.text_view,
        "time": date_format(timezone.localtime(), "TIME_FORMAT"),
        "done": done,
        "total": total,
        "toDo": sum(row.is_to_do for row in desk.rows),
    }

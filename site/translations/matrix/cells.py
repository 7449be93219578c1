"""One cell of the matrix: a language of an object, in words and with an icon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core import languages
from translations.matrix.queries import ORIGINAL, SEPARATE
from translations.models import LeftOut, State

WORDS: dict[str, str | Promise] = {
    **{state.value: state.label for state in State},
    ORIGINAL: _("original"),
    SEPARATE: _("written separately"),
}
ICONS = {
    ORIGINAL: "doc-full",
    SEPARATE: "doc-empty",
    State.MISSING: "minus",
    State.IN_WORK: "edit",
    State.IN_REVIEW: "view",
    State.OUTDATED: "warning",
    State.FALLBACK: "info-circle",
    State.MACHINE: "cogs",
    State.UP_TO_DATE: "check",
}


@dataclass(frozen=True)
class Column:
    """A language of the site, by its own name."""

    locale: Locale

    @property
    def language(self) -> str:
        """Return the name of the language in itself."""
        return languages.endonym(self.locale.language_code)

    @property
    def lang(self) -> str:
        """Return the ``lang`` of that name."""
        return languages.html_lang(self.locale.language_code)


@dataclass(frozen=True)
class Cell(Column):
    """A version: how true it is, since when it is not, and who changed the original."""

    state: str = State.MISSING
    href: str = ""
    is_live: bool = False
    outdated: int = 0
    untranslated: int = 0
    unconfirmed: int = 0
    disagreements: tuple[str, ...] = ()
    since: datetime | None = None
    changed_by: str = ""

    @property
    def word(self) -> Any:
        """Return the state in words."""
        return WORDS[self.state]

    @property
    def icon(self) -> str:
        """Return the name of the icon; the word stands beside it."""
        return ICONS[self.state]

    @property
    def is_draft_original(self) -> bool:
        """Tell whether this is an original, or a text of its own, that no reader sees."""
        return self.state in (ORIGINAL, SEPARATE) and not self.is_live

    @property
    def is_missing(self) -> bool:
        """Tell whether there is no version; ``href`` then leads to where one is ordered."""
        return self.state == State.MISSING

    @property
    def unlike(self) -> list[Any]:
        """Return in what, beside its texts, the version does not follow the original."""
        return [LeftOut.Deed(code).label for code in self.disagreements]

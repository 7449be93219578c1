"""What the readers of a language version are told of it, above its text.

The ``translations`` app knows how true a version is; ``components/version_notice.html`` says it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation.trans_real import gettext_noop

from core import languages
from core.languages import Message

#: In which language something is said or written, as a part of a sentence in any language.
IN_LANGUAGE: Final[dict[str, str]] = {
    "fi": gettext_noop("in Finnish"),
    "sv": gettext_noop("in Swedish"),
    "en": gettext_noop("in English"),
    "se": gettext_noop("in Northern Sami"),
    "smn": gettext_noop("in Inari Sami"),
    "sms": gettext_noop("in Skolt Sami"),
    "uk": gettext_noop("in Ukrainian"),
    "ar": gettext_noop("in Arabic"),
    "ru": gettext_noop("in Russian"),
    "so": gettext_noop("in Somali"),
    "et": gettext_noop("in Estonian"),
    "fi-simple": gettext_noop("in easy-to-read Finnish"),
}


@dataclass(frozen=True)
class OriginalLink:
    """The public page that a version was translated from."""

    title: str
    href: str
    lang: str
    hreflang: str


@dataclass(frozen=True)
class VersionNotice:
    """What is to be said of one version; ``source`` is the code of the language it was translated from.

    ``first`` is the code of the language that the page was written in, where that is another: the
    newer version of a translation of a translation stands there.

    ``fallback`` and ``machine`` are numbers of texts, of ``total``; where only the page itself knows
    that it is partly untranslated, ``total`` is 0. ``changed_on`` is the day of the last change of the
    original that an outdated version lacks, where it is known.
    """

    source: str
    is_withdrawn: bool = False
    is_outdated: bool = False
    changed_on: date | None = None
    total: int = 0
    fallback: int = 0
    machine: int = 0
    #: Whether something of the page, counted or not, is shown in the other language.
    is_partly_untranslated: bool = False
    original: OriginalLink | None = None
    first: str = ""

    @property
    def newer(self) -> str:
        """Return the code of the language in which a newer version stands."""
        return self.first or self.source

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything a reader has to know."""
        return bool(
            self.is_withdrawn or self.is_outdated or self.is_partly_untranslated or self.machine
        )

    @property
    def in_source_language(self) -> Message | str:
        """Return in which language the original is, to be said in the language of the sentence."""
        return _in_language(self.source)

    @property
    def in_newer_language(self) -> Message | str:
        """Return in which language a newer version stands."""
        return _in_language(self.newer)

    @property
    def is_wholly_untranslated(self) -> bool:
        """Tell whether no text of the page is translated."""
        return 0 < self.total == self.fallback

    @property
    def is_wholly_machine_made(self) -> bool:
        """Tell whether no person has seen any text of the page."""
        return 0 < self.total == self.machine


def _in_language(code: str) -> Message | str:
    msgid = IN_LANGUAGE.get(code)
    return Message(msgid) if msgid else languages.endonym(code)

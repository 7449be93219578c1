"""The languages a video can be spoken or signed in, and its tracks written in.

Sources: BCP 47 and the IANA language subtag registry. ``fse`` is Finnish Sign Language, ``fss``
Finland-Swedish Sign Language, and ``zxx`` says that there is no language in the content at all.
"""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import languages

NO_SPEECH: Final = "zxx"
SIGNED: Final[dict[str, str]] = {
    "fse": "suomalainen viittomakieli",
    "fss": "finlandssvenskt teckenspråk",
}
#: A sign language is named in the written language of its country.
_WRITTEN: Final = {"fse": "fi", "fss": "sv"}
#: Easy-to-read Finnish is a way of writing; what is spoken is Finnish.
_WRITTEN_ONLY: Final = {"fi-simple"}


def name_of(code: str) -> str:
    """Return the language's own name; an unknown code as it is."""
    if code in SIGNED:
        return SIGNED[code]
    return languages.endonym(code) if code in languages.KNOWN else code


def lang_of_name(code: str) -> str:
    """Return the ``lang`` of what ``name_of`` returns."""
    return _WRITTEN.get(code) or (languages.html_lang(code) if code in languages.KNOWN else "")


def spoken_choices() -> list[tuple[str, str | Promise]]:
    """Return the languages a film can be spoken or signed in, by their own names."""
    written = [
        (code, language.endonym)
        for code, language in languages.KNOWN.items()
        if code not in _WRITTEN_ONLY
    ]
    return [*written, *SIGNED.items(), (NO_SPEECH, _("No speech"))]


def track_choices() -> list[tuple[str, str]]:
    """Return the languages a track can be written in, by their own names."""
    return [(code, language.endonym) for code, language in languages.KNOWN.items()]


def version_choices() -> list[tuple[str, str]]:
    """Return the languages a version of a film can be in: spoken, easy-to-read and signed ones."""
    return [*track_choices(), *SIGNED.items()]

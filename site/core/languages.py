"""The languages this site can speak, and one place to look an interface text up in them.

A site picks its languages by one environment variable (``KOHTAAMO_LANGUAGES``); everything
else about a language (its own name, direction, the ``lang`` a browser and a screen reader
understand, whom it falls back to) stands in ``KNOWN`` below.

This module is imported by the settings, so nothing here may read a setting at import time.

Sources: endonyms and directions from Unicode CLDR (checked against Babel by a test); ``simple``
is a variant registered in the IANA language subtag registry, so ``fi-simple`` is valid BCP 47.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, cast

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.formats import localize
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override, trans_real
from django.utils.translation.trans_real import gettext_noop

Direction = Literal["ltr", "rtl"]

SOURCE: Final = "en"
"""The language the msgids in the code are written in."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language the site can be published in.

    ``code`` is Django's (the URL prefix), ``endonym`` the name in the language itself, ``name``
    the English name (a msgid), ``lang`` the BCP 47 tag for the HTML ``lang`` attribute,
    ``direction`` the writing direction, and ``fallback`` the code of the language whose
    interface text is tried before the site's main language, or ``None``.
    """

    code: str
    endonym: str
    name: str
    lang: str
    direction: Direction = "ltr"
    fallback: str | None = None


KNOWN: Final[dict[str, Language]] = {
    language.code: language
    for language in (
        Language("fi", "suomi", "Finnish", "fi"),
        Language("sv", "svenska", "Swedish", "sv"),
        Language("en", "English", "English", "en"),
        Language("se", "davvisámegiella", gettext_noop("Northern Sami"), "se"),
        Language("smn", "anarâškielâ", gettext_noop("Inari Sami"), "smn"),
        Language("sms", "sääʹmǩiõll", gettext_noop("Skolt Sami"), "sms"),
        Language("uk", "українська", "Ukrainian", "uk"),
        Language("ar", "العربية", "Arabic", "ar", direction="rtl"),
        Language("ru", "русский", "Russian", "ru"),
        Language("so", "Soomaali", gettext_noop("Somali"), "so"),
        Language("et", "eesti", "Estonian", "et"),
        # Easy-to-read Finnish: a content language of its own, in Finnish as far as a browser,
        # a speech synthesiser or a hyphenation dictionary is concerned.
        Language(
            "fi-simple", "selkosuomi", gettext_noop("Easy-to-read Finnish"), "fi", fallback="fi"
        ),
    )
}


def _language(code: str) -> Language:
    """Return the table row of ``code``; a ValueError names a code the table lacks."""
    try:
        return KNOWN[code]
    except KeyError:
        known = ", ".join(KNOWN)
        raise ValueError(f"unknown language code {code!r}; the site knows {known}") from None


def site_languages(codes: Iterable[str], main: str | None = None) -> list[tuple[str, str]]:
    """Return the ``LANGUAGES`` setting for ``codes``: pairs of code and endonym, in that order.

    Raises ValueError for a code the table lacks, for one given twice, for an empty list and for
    one without ``main``, the site's first language, and names it.
    """
    chosen: list[tuple[str, str]] = []
    for code in codes:
        language = _language(code)
        if any(code == earlier for earlier, _ in chosen):
            raise ValueError(f"language code {code!r} is listed twice")
        chosen.append((code, language.endonym))
    if not chosen:
        raise ValueError("a site needs at least one language")
    if main is not None and main not in dict(chosen):
        raise ValueError(f"{main!r}, the site's first language, must be among the languages")
    return chosen


def register_language_info() -> None:
    """Tell Django about the languages of the table that it does not know.

    Without this ``get_language_info("se")`` raises KeyError, and with it every template that
    lists languages. Django's own entries are left alone. Safe to call more than once.
    """
    for language in KNOWN.values():
        LANG_INFO.setdefault(
            language.code,
            {
                "bidi": language.direction == "rtl",
                "code": language.code,
                "name": language.name,
                "name_local": language.endonym,
            },
        )


def html_lang(code: str) -> str:
    """Return the BCP 47 tag for the ``lang`` attribute; ValueError if ``code`` is unknown."""
    return _language(code).lang


def direction(code: str) -> Direction:
    """Return ``ltr`` or ``rtl`` for the ``dir`` attribute; ValueError if ``code`` is unknown."""
    return _language(code).direction


def endonym(code: str) -> str:
    """Return the name of the language in the language itself; ValueError if unknown."""
    return _language(code).endonym


def default_code(codes: Sequence[str]) -> str | None:
    """Return the code of the version a reader of no known language is sent to (``x-default``).

    The site's main language if it is among ``codes``, else English, else the first; None of none.
    """
    preferred = (settings.LANGUAGE_CODE, SOURCE)
    return next((code for code in (*preferred, *codes) if code in codes), None)


def hreflang(code: str) -> str:
    """Return the tag that tells this version of a page from its siblings.

    The ``lang`` of easy-to-read Finnish is ``fi``; two alternates of a page may not share one
    ``hreflang``, so there the full tag ``fi-simple`` is used. ValueError if unknown.
    """
    return _language(code).code


class UiText(str):
    """An interface text that knows the language it is in.

    A plain string in every other respect (it prints, joins and serialises as one), with
    ``lang`` and ``direction`` for the attributes of the element that shows it.
    """

    __slots__ = ("direction", "lang")

    lang: str
    direction: Direction

    def __new__(cls, text: str, lang: str, direction: Direction) -> UiText:
        """Return ``text`` marked as being in ``lang``, written in ``direction``."""
        self = super().__new__(cls, text)
        self.lang = lang
        self.direction = direction
        return self


def in_code(text: str, code: str) -> UiText:
    """Return ``text``, written by people in language ``code``, marked as being in it."""
    return UiText(text, tag_of(code), direction_of(code))


@dataclass(frozen=True, slots=True)
class Message:
    """A msgid as it stands in a template: text, optional plural, optional gettext context."""

    msgid: str
    plural: str | None = None
    context: str | None = None

    @property
    def key(self) -> str:
        """The msgid as gettext files it, with its context in front."""
        if self.context is None:
            return self.msgid
        return f"{self.context}{trans_real.CONTEXT_SEPARATOR}{self.msgid}"


def say_in(
    code: str,
    msgid: str,
    /,
    *,
    plural: str | None = None,
    context: str | None = None,
    **values: object,
) -> UiText:
    """Return an interface text in language ``code``, whatever language is active.

    Made for what must be said in the language of the reader who is *not* here yet: "This page
    is not available in Swedish", in Swedish. Where that language has no such text, the
    fallback's is returned, and ``lang`` says so. ``values`` fill the ``%(name)s`` places (always
    ``s``: numbers and dates are written as the language writes them, a ``Message`` is said in it);
    with ``plural``, ``values["count"]`` chooses the form.

    Raises KeyError for a place without a value, TypeError if ``count`` is not a whole number.
    The text is not escaped: a template escapes it, like any string.
    """
    return say(Message(msgid, plural, context), code, values)


def say(message: Message, code: str | None, values: Mapping[str, object]) -> UiText:
    """Return ``message`` as plain text in language ``code`` or the first fallback that has it."""
    found, template = _find(message, code, values)
    if values:
        shown = _shown(values, found)
        template %= {name: str(value) for name, value in shown.items()}
    return UiText(template, tag_of(found), direction_of(found))


def say_html(message: Message, code: str | None, values: Mapping[str, object]) -> SafeString:
    """Return ``message`` as HTML, in a ``<span lang dir>`` when it fell back.

    Text and values are escaped, except values that are safe strings already. A colon that leads to
    what follows on the page stays outside the span: within it, it would stand at the far side of the
    label where the page runs the other way.
    """
    found, template = _find(message, code, values)
    html = escape(template)
    if values:
        shown = _shown(values, found)
        escaped = {name: conditional_escape(cast(str, value)) for name, value in shown.items()}
        html = mark_safe(html % escaped)  # noqa: S308 -- text and values are escaped
    lang = tag_of(found)
    if lang == tag_of(code):
        return html
    after = ":" if html.endswith(":") else ""
    html = mark_safe(html.removesuffix(after))  # noqa: S308 -- escaped above
    return format_html(
        '<span lang="{}" dir="{}">{}</span>{}', lang, direction_of(found), html, after
    )


def _shown(values: Mapping[str, object], found: str) -> dict[str, object]:
    """Return ``values`` as language ``found`` writes numbers and dates, and says what is a message."""
    if all(isinstance(value, str) for value in values.values()):
        return dict(values)
    with override(found):
        return {
            name: say(value, found, {}) if isinstance(value, Message) else localize(value)
            for name, value in values.items()
        }


def tag_of(code: str | None) -> str:
    """Return the HTML ``lang`` of any code Django may have active; no code means English."""
    if code is None:
        return SOURCE
    return KNOWN[code].lang if code in KNOWN else code


def direction_of(code: str | None) -> Direction:
    """Return the writing direction of any code Django may have active."""
    if code is not None and code in KNOWN:
        return KNOWN[code].direction
    return "rtl" if (code or SOURCE).partition("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def _find(message: Message, code: str | None, values: Mapping[str, object]) -> tuple[str, str]:
    """Return the language that has ``message`` and its text there, placeholders still open."""
    count: int | None = None
    if message.plural is not None:
        given = values.get("count")
        if not isinstance(given, int):
            raise TypeError(f"a plural text needs a whole number as count, not {given!r}")
        count = given
    for candidate in _chain(code):
        text = _own_text(trans_real.translation(candidate), message.key, count)
        if text:
            return candidate, text
    if count is not None and count != 1:
        return SOURCE, str(message.plural)
    return SOURCE, message.msgid


def _chain(code: str | None) -> Iterator[str]:
    """Yield the languages to try for a reader of ``code``, without the source language.

    A reader of English is never given another language: the source text is hers.
    """
    if code is None:
        return
    own_fallback = KNOWN[code].fallback if code in KNOWN else None
    for candidate in dict.fromkeys((code, own_fallback or code, settings.LANGUAGE_CODE)):
        if candidate.partition("-")[0] == SOURCE:
            return
        yield candidate


def _own_text(translation: trans_real.DjangoTranslation, key: str, count: int | None) -> str | None:
    """Return what the catalogues of one language say for ``key``, or None if they are silent."""
    if count is None:
        return _singular(translation, key)
    try:
        text: str | None = _catalog(translation).plural(key, count)
    except KeyError:
        return None
    return text


def _catalog(translation: trans_real.DjangoTranslation) -> trans_real.TranslationCatalog:
    """Return the texts that one language has itself, without those it falls back to.

    Django answers a missing text from the default language without saying so. To know the
    difference one has to ask ``DjangoTranslation._catalog``. It is private, so a test notices
    if it changes.
    """
    catalog: trans_real.TranslationCatalog = translation._catalog  # type: ignore[attr-defined]
    return catalog


@lru_cache(maxsize=8192)
def _singular(translation: trans_real.DjangoTranslation, key: str) -> str | None:
    """Return the singular text for ``key``, remembered for as long as the object lives.

    Keyed on the translation object, so a catalogue that Django reloads is not remembered.
    An entry with plural forms is filed under ``(key, form)``: form of one.
    """
    catalog = _catalog(translation)
    text: str | None = catalog.get(key)
    if not text:
        try:
            text = catalog.plural(key, 1)
        except KeyError:
            text = None
    return text

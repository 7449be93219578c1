"""What page templates say again and again: languages of fragments, pictures, addresses of lists.

Registered as template builtins. Nothing here queries the database: a tag shows what the view and
the page have already fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from core import languages
from core.pictures import meet_svg
from core.untranslated import foreign_descriptions, foreign_titles

register = template.Library()

NOTHING = SafeString("")
LONG_WORDS = {"fi": re.compile(r"[^\W\d_]{16,}"), "sv": re.compile(r"[^\W\d_]{14,}")}
#: Where a long word may break, by language: before the last consonant ahead of a vowel; in Swedish also
#: after the endings that join compounds (likabehandlings-plan), and never within kr, pl, ck, sj, st.
SYLLABLES = {
    "fi": re.compile(
        r"(?<=[^\W\d_]{3})(?=[bcdfghjklmnpqrstvwxzšž][aeiouyäöå][^\W\d_]{2})", re.IGNORECASE
    ),
    "sv": re.compile(
        r"(?:(?<=hets)|(?<=ings)|(?<=ions))(?=[^\W\d_]{3})"
        r"|(?<=[^\W\d_]{3})(?<!het)(?<!ing)(?<!ion)(?:"
        r"(?<!s)(?=(?:[bdfgkpt]r|[bfkp]l(?!ig))[aeiouyåäö][^\W\d_])"
        r"|(?<![bdfgkpt](?=r))(?<![bfkp](?=l(?!ig)))(?<![csk](?=k))(?<![skt](?=j))(?<!s(?=t))"
        r"(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö][^\W\d_]{2}))",
        re.IGNORECASE,
    ),
}
SOFT_HYPHEN = "\u00ad"


# Languages of fragments ---------------------------------------------------------------------------


@register.simple_tag
def lang_attrs(page: Any, path: str, part: str = "") -> SafeString:
    """Return `` lang dir`` for the text at ``path`` of ``page`` where it is in another language.

    ``path`` is a field's name, or ``"body"`` with the id of a block as ``part``.
    """
    code = _other_language(page, path, part)
    return _attributes(languages.html_lang(code)) if code else NOTHING


@register.simple_tag
def text_lang(page: Any, path: str, part: str = "") -> str:
    """Return the ``lang`` of the text at ``path``; empty outside a page, as in a block's preview."""
    code = _other_language(page, path, part) or getattr(page, "language_code", "")
    return languages.html_lang(code) if code else ""


@register.simple_tag
def lang_chip(page: Any, path: str, part: str = "") -> SafeString:
    """Return a small visible mark naming the language of a text shown untranslated, else nothing."""
    code = _other_language(page, path, part)
    is_mixed = getattr(page, "is_mixed", None)
    if is_mixed is not None and is_mixed(f"{path}.{part}" if part else path):
        code = page.source_language
    return _chip(code)


@register.simple_tag(takes_context=True)
def part_lang(context: Context, name: str) -> SafeString:
    """Return `` lang dir`` for the part ``name`` of the block being shown, where that is untranslated.

    Of a block that is untranslated as a whole, ``components/body.html`` says so.
    """
    key = getattr(context.get("block"), "id", None)
    return lang_attrs(context.get("page"), "body", f"{key}.{name}") if key else NOTHING


@register.simple_tag(takes_context=True)
def cell_lang(context: Context, row: int, column: int) -> SafeString:
    """Return `` lang dir`` for a cell of the table being shown; rows count from below its header."""
    return part_lang(context, f"cell-{row + bool(context.get('table_header'))}-{column}")


@register.simple_tag
def foreign_lang(row: Any, page: Any) -> SafeString:
    """Return `` lang dir`` for a vocabulary row or page that is in another language than ``page``."""
    if row is None or page is None or row.locale_id == page.locale_id:
        return NOTHING
    return _attributes(languages.html_lang(row.locale.language_code))


@register.simple_tag
def title_lang_of(other: Any, page: Any) -> SafeString:
    """Return `` lang dir`` for the title of ``other`` shown on ``page``, where it is in another language."""
    code = foreign_titles().get(other.pk, "")
    return _attributes(languages.html_lang(code)) if code else foreign_lang(other, page)


@register.simple_tag
def title_chip_of(other: Any, page: Any) -> SafeString:
    """Return the visible mark of that language, as ``title_lang_of``."""
    code = foreign_titles().get(other.pk, "")
    if not code and other.locale_id != page.locale_id:
        code = other.locale.language_code
    return _chip(code)


@register.simple_tag
def description_lang_of(other: Any, page: Any) -> SafeString:
    """Return `` lang dir`` for ``other.search_description`` shown on ``page``, as ``title_lang_of``."""
    code = foreign_descriptions().get(other.pk, "")
    return _attributes(languages.html_lang(code)) if code else foreign_lang(other, page)


@register.simple_tag
def summary_lang(item: Any) -> SafeString:
    """Return `` lang dir`` for the summary of ``item`` where it is in another language than its page."""
    lang = item.summary_text.lang
    return NOTHING if lang == item.html_lang else _attributes(lang)


@register.simple_tag
def row_lang(page: Any, relation: str, row: Any, field: str) -> SafeString:
    """Return `` lang dir`` for a field of a translated row of ``page`` that is still untranslated."""
    return lang_attrs(page, relation, f"{row.translation_key}.{field}")


@register.simple_tag
def in_its_language(page: Any, field: str) -> SafeString:
    """Return a field's text, marked with its language where that is not the page's."""
    text = getattr(page, field)
    attributes = lang_attrs(page, field)
    return (
        format_html("<span{}>{}</span>", attributes, text)
        if attributes
        else conditional_escape(text)
    )


@register.simple_tag
def as_lang(tag: str) -> SafeString:
    """Return `` lang dir`` for a language tag such as ``fi``; nothing for an empty one."""
    return _attributes(tag) if tag else NOTHING


@register.simple_tag
def fallback_lang(text: languages.UiText) -> SafeString:
    """Return `` lang dir`` for an interface text in another language than the active one."""
    if text.lang == languages.tag_of(get_language()):
        return NOTHING
    return _attributes(text.lang)


@register.filter
def has_note(links: Iterable[Any]) -> bool:
    """Tell whether any of the language links says that its version is missing."""
    return any(link.note for link in links)


@register.simple_tag
def endonym(code: str) -> SafeString:
    """Return the name of a language in that language, marked as such; an unknown code as it is."""
    if code not in languages.KNOWN:
        return conditional_escape(code)
    attributes = _attributes(languages.html_lang(code))
    return format_html("<bdi{}>{}</bdi>", attributes, languages.endonym(code))


def _other_language(page: Any, path: str, part: str) -> str:
    lang_of = getattr(page, "lang_of", None)
    if lang_of is None:
        return ""
    code = str(lang_of(f"{path}.{part}" if part else path))
    return "" if code == page.language_code else code


def _chip(code: str) -> SafeString:
    """Return the mark that names a language; nothing without one."""
    if not code:
        return NOTHING
    attributes = _attributes(languages.html_lang(code))
    return format_html(
        '<span class="in-language"{}>{}</span> ', attributes, languages.endonym(code)
    )


def _attributes(tag: str) -> SafeString:
    return format_html(' lang="{}" dir="{}"', tag, languages.direction_of(tag))


@register.filter
def soft_hyphens(text: str, lang: str) -> str:
    """Let the longest Finnish and Swedish words of a heading break between syllables where it is narrow.

    Browsers without a dictionary of the language would break them anywhere. Shorter words
    (16 letters in Finnish, 14 in Swedish) and other languages stay as they are.
    """
    syllable = SYLLABLES.get(lang)
    if syllable is None:
        return text
    return LONG_WORDS[lang].sub(lambda word: syllable.sub(SOFT_HYPHEN, word[0]), str(text))


@register.filter
def at_breakable(address: str) -> SafeString:
    """Return an e-mail address that may break after its @ where the column is narrow."""
    name, at, host = str(address).partition("@")
    if not at:
        return conditional_escape(address)
    return format_html("{}@<wbr>{}", name, host)


@register.filter
def machine_time(moment: date | datetime | None) -> str:
    """Return ``moment`` for a ``datetime`` attribute, in local time and without seconds."""
    if isinstance(moment, datetime):
        local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
        return local.isoformat(timespec="minutes")
    return moment.isoformat() if moment else ""


# Pictures -----------------------------------------------------------------------------------------


@register.simple_tag
def meet(key: object, width: int = 800, height: int = 450, salt: str = "") -> SafeString:
    """Draw the picture of ``key``; ``salt`` sets it apart from the same picture elsewhere on the page."""
    return meet_svg(str(key), width=width, height=height, salt=salt)


# Addresses ----------------------------------------------------------------------------------------


@register.simple_tag
def page_query(query: Mapping[str, str], number: int = 1) -> str:
    """Return the relative address of page ``number`` of a list narrowed by ``query``."""
    pairs = {**query, "page": str(number)} if number > 1 else dict(query)
    return f"?{urlencode(pairs)}" if pairs else "./"


@register.simple_tag
def query_without(query: Mapping[str, str], name: str) -> str:
    """Return the relative address of a list without the filter ``name``, from its first page."""
    return page_query({key: value for key, value in query.items() if key != name})


@register.simple_tag(takes_context=True)
def once(context: Context, anchor: str) -> str:
    """Return ``anchor`` the first time a request asks for it, then an empty string: ids are unique."""
    request = context.get("request")
    if request is None or not anchor:
        return anchor
    used: set[str] = request.__dict__.setdefault("_anchors", set())
    if anchor in used:
        return ""
    used.add(anchor)
    return anchor


# What a page has at hand --------------------------------------------------------------------------


@register.simple_tag
def theme_of(item: Any) -> Any:
    """Return the first theme of a news item in its own language, if its themes were fetched with it."""
    fetched = getattr(item, "_prefetched_objects_cache", {})
    if "themes" not in fetched:
        return None
    themes = (link.theme for link in item.themes.all())
    return next((theme for theme in themes if theme.locale_id == item.locale_id), None)


@register.simple_tag(takes_context=True)
def staff_bar(context: Context) -> Any:
    """Return Wagtail's bar for staff in a session; readers without one cost no look at the session."""
    from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

    request = context.get("request")
    if request is None:
        return ""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    if not has_session and not getattr(request, "is_preview", False):
        return ""
    return wagtailuserbar(context)

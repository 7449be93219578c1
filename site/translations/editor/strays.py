"""Words that were typed for a text which the source does not say any more: given back, never lost.

Whoever works without script sends all texts at once, perhaps an hour after the page was loaded. In between
the source may have changed, or the translation may have been stopped.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_localize.models import String, StringTranslation, TranslationContext

from core import languages
from translations.editor import notation
from translations.models import SegmentChange
from translations.segments import Key, Row
from translations.texts import mark_of

#: How a form names a text, and the mark of the translation that was seen.
TEXT, SEEN = "text-", "seen-"
#: The key of no text.
NOWHERE: Final = Key(0, 0)
NAME: Final = re.compile(rf"{TEXT}(\d{{1,18}})-(\d{{1,18}})")


@dataclass(frozen=True)
class Stray:
    """What was ``typed``, for a text that was there before: ``source``, HTML as stored, where it is known."""

    typed: str
    key: Key = NOWHERE
    source: str = ""

    @property
    def source_words(self) -> str:
        """Return the words of the source text."""
        return notation.plain(self.source)

    def heir_among(self, rows: Iterable[Row]) -> Row | None:
        """Return the text that took the place: the one it was changed into, or the only one there."""
        here = [row for row in rows if row.key.context == self.key.context]
        changed = [row for row in here if self.source and row.old_source == self.source]
        found = changed or ([] if any(row.is_rich for row in here) else here)
        return found[0] if len(found) == 1 else None


def strays_of(
    key: UUID, locale_id: int, sent: Mapping[str, str], known: Container[str] = ()
) -> list[Stray]:
    """Return what somebody typed for texts of the object ``key`` that are not ``known`` (by ``str(Key)``).

    ``sent`` is the form. What stands there as it was shown, nobody typed. Five queries at most, and none
    where all are known.
    """
    typed = {
        found: str(sent[name])
        for name in sent
        if (found := _key_of(name)) is not None and str(found) not in known
    }
    if not typed:
        return []
    stored = {
        Key(row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            context__object_id=key,
            locale_id=locale_id,
            context__in={one.context for one in typed},
            translation_of__in={one.string for one in typed},
        ).select_related("translation_of")
    }
    sources = {one: row.translation_of.data for one, row in stored.items()}
    sources |= _said_before(key, [one for one in typed if one not in stored])
    return [
        Stray(words, one, sources.get(one, ""))
        for one, words in typed.items()
        if _is_own(
            words,
            sent.get(f"{SEEN}{one}", ""),
            stored[one].data if one in stored else "",
            sources.get(one, ""),
        )
    ]


def answer_stopped(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    """Give back what the editor's form sends to a page or row that is no translation any more.

    Somebody stopped the translation or made an alias of it meanwhile. None for another form: that of the
    page itself, which could not read this one.
    """
    if request.method != "POST" or not any(_key_of(name) for name in request.POST):
        return None
    title = _("The translation was stopped meanwhile")
    strays = strays_of(instance.translation_key, instance.locale_id, request.POST)
    if not strays:
        messages.warning(request, title)
        return redirect(request.path)
    messages.error(request, _("Nothing was saved. Copy what you need before you leave this page."))
    code = str(instance.locale.language_code)
    context = {
        "title": title,
        "instance": instance,
        "strays": strays,
        "words": {"lang": languages.html_lang(code), "dir": languages.direction(code)},
    }
    return TemplateResponse(request, "translations/editor/stopped.html", context, status=409)


def _key_of(name: str) -> Key | None:
    found = NAME.fullmatch(name)
    return Key(int(found[1]), int(found[2])) if found else None


def _said_before(key: UUID, wanted: list[Key]) -> dict[Key, str]:
    """Return what the source said once; nothing for what it never said: the texts of others are theirs."""
    if not wanted:
        return {}
    strings = dict(
        String.objects.filter(pk__in={one.string for one in wanted}).values_list("pk", "data")
    )
    paths = dict(
        TranslationContext.objects.filter(
            object_id=key, pk__in={one.context for one in wanted}
        ).values_list("pk", "path")
    )
    said = set(
        SegmentChange.objects.filter(
            original__translation_key=key, path__in=paths.values()
        ).values_list("path", "old_mark")
    )
    return {
        one: strings[one.string]
        for one in wanted
        if one.string in strings and (paths.get(one.context), mark_of(strings[one.string])) in said
    }


def _is_own(typed: str, seen: str, stored: str, source: str) -> bool:
    """Tell whether somebody typed this, and did not just send what the field showed (``seen``)."""
    words = notation.tidied(typed)
    if not words or not seen:
        return bool(words)
    if stored and mark_of(stored) == seen:
        shown = (notation.to_notation(stored), notation.plain(stored))
        return words not in map(notation.tidied, shown)
    try:
        return seen not in (
            mark_of(notation.from_plain(words)),
            mark_of(notation.to_html(words, source)),
        )
    except ValidationError:
        return True

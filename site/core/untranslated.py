"""Which texts of a translated page are still in the language it was written in.

The ``translations`` app knows, and tells the page when a version goes out; the page remembers, so that
every template can mark those texts with the right ``lang`` without a query.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.cache import cache
from django.db import transaction

if TYPE_CHECKING:
    from core.models import BasePage

#: Behind the name of a text of which only a part is untranslated.
PART = "/part"
TITLES, SECONDS = "kohtaamo-foreign-texts", 60


def _text_of(path: str) -> str:
    """Return the text a segment belongs to: its block in the body, else its own path."""
    field, dot, rest = path.partition(".")
    return f"{field}.{rest.partition('.')[0]}" if dot and field == "body" else path


def untranslated_paths(shown: Iterable[tuple[str, bool]]) -> list[str]:
    """Return what a page remembers of ``shown``: the path of each text, and whether it is translated.

    A block of the body of which nothing is translated is one text. Of one that is translated in part
    its untranslated parts are remembered each (``body.<id>.<part>``), and that it is such a block.
    """
    states: dict[str, dict[str, set[bool]]] = {}
    for path, is_own in shown:
        states.setdefault(_text_of(path), {}).setdefault(path, set()).add(is_own)
    found = []
    for text, parts in states.items():
        kinds = set().union(*parts.values())
        if kinds == {False}:
            found.append(text)
        elif False in kinds:
            found.append(f"{text}{PART}")
            found += [path for path, own in parts.items() if path != text and own == {False}]
    return sorted(found)


def put_untranslated(page: BasePage, language: str, shown: Iterable[tuple[str, bool]]) -> None:
    """Store on the row of ``page`` which of its texts are in ``language``, that of its source.

    ``shown`` has the path of each text, and whether it is in the page's own language.
    """
    paths = untranslated_paths(shown)
    if (page.source_language, page.untranslated) == (language, paths):
        return
    page.source_language, page.untranslated = language, paths
    type(page).objects.filter(pk=page.pk).update(source_language=language, untranslated=paths)
    cache.delete(TITLES)
    # Whoever asks before this is committed would keep the old answer.
    transaction.on_commit(lambda: cache.delete(TITLES))


def foreign_titles() -> dict[int, str]:
    """Return, by page id, the code of the language of each title that is still untranslated."""
    return _foreign()["title"]


def foreign_descriptions() -> dict[int, str]:
    """Return, by page id, the code of the language of each untranslated description for search engines."""
    return _foreign()["search_description"]


def _foreign() -> dict[str, dict[int, str]]:
    """Return which texts of Wagtail's own are untranslated, by field and page id.

    Kept for a minute at most: menus and breadcrumbs of every page ask for it.
    """
    kept: dict[str, dict[int, str]] | None = cache.get(TITLES)
    if kept is None:
        from core.models import BasePage

        kept = {"title": {}, "search_description": {}}
        for model in apps.get_models():
            if issubclass(model, BasePage):
                rows = model.objects.exclude(source_language="").exclude(untranslated=[])
                for pk, code, paths in rows.values_list("pk", "source_language", "untranslated"):
                    for name in kept.keys() & set(paths):
                        kept[name][pk] = code
        cache.set(TITLES, kept, SECONDS)
    return kept

"""Which texts of a translated page are still in the language it was written in.

The ``translations`` app knows, and tells the page when a version goes out; the page remembers, so that
every template can mark those texts with the right ``lang`` without a query.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.cache import cache

if TYPE_CHECKING:
    from core.models import BasePage

#: Behind the name of a text of which only a part is untranslated.
PART = "/part"
TITLES, SECONDS = "kohtaamo-foreign-titles", 60


def _text_of(path: str) -> str:
    """Return the text a segment belongs to: its block in the body, else its own path."""
    field, dot, rest = path.partition(".")
    return f"{field}.{rest.partition('.')[0]}" if dot and field == "body" else path


def untranslated_paths(shown: Iterable[tuple[str, bool]]) -> list[str]:
    """Return what a page remembers of ``shown``: the path of each text, and whether it is translated."""
    states: dict[str, set[bool]] = {}
    for path, is_own in shown:
        states.setdefault(_text_of(path), set()).add(is_own)
    return sorted(
        path if True not in found else f"{path}{PART}"
        for path, found in states.items()
        if False in found
    )


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


def foreign_titles() -> dict[int, str]:
    """Return, by page id, the code of the language of each title that is still untranslated.

    Kept for a minute at most: menus and breadcrumbs of every page ask for it.
    """
    kept: dict[int, str] | None = cache.get(TITLES)
    if kept is None:
        from core.models import BasePage

        kept = {}
        for model in apps.get_models():
            if issubclass(model, BasePage):
                rows = model.objects.exclude(source_language="").values_list(
                    "pk", "source_language", "untranslated"
                )
                kept |= {pk: code for pk, code, paths in rows if "title" in paths}
        cache.set(TITLES, kept, SECONDS)
    return kept

"""What a version vouches for, told from its texts where nothing remembers how it was made.

A revision of a translation that came by another door than ours (restored by hand, saved by code, from
before this app) has no ``Snapshot``. Each of its texts is looked up among the translations that were
ever made of a text at its place; one that nobody knows keeps vouching for what stood there before.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from wagtail_localize.models import StringTranslation

from translations.models import LanguageVersion, Original
from translations.texts import CONFIRMED, FALLBACK, by_path, is_figure, texts_of, vouched


def derived(version: LanguageVersion, instance: Any) -> list[list[str]]:
    """Return ``shown`` for ``instance`` as it is in memory; three queries.

    Never says more than is known: a text without a trace vouches for no source text, and the version
    is outdated there until somebody confirms it.
    """
    own = texts_of(instance)
    known = _known(version)
    before: dict[str, list[list[str]]] = defaultdict(list)
    for entry in version.shown:
        before[entry[0]].append(list(entry))
    original = Original.objects.of(version.translation_key, version.source_locale_id).first()
    said = by_path(original.segments) if original else {}
    ever = _ever_said(original, said)
    is_stopped = not version.translation.enabled
    shown = []
    for path, mark, text in own:
        candidates = known.get((path, text), [])
        # Of several texts that are translated so, the one the source says now.
        candidates.sort(key=lambda one: one[0] not in said.get(path, []))
        earlier = before[path]
        same = next((entry for entry in earlier if entry[1:] == [mark, FALLBACK]), None)
        if candidates:
            found = list(candidates[0])
        elif same is not None:
            found = same[1:]
        elif mark in ever.get(path, ()):
            # Whoever writes by hand may use a word of the source: a name is one in both languages.
            is_name = is_stopped and len(text.split()) == 1
            found = [mark, CONFIRMED if is_name else FALLBACK]
        elif earlier:
            found = [earlier[0][1], CONFIRMED]
        else:
            continue
        before[path] = [entry for entry in earlier if entry[1] != found[0]]
        shown.append([path, *found])
    return shown


def _ever_said(original: Original | None, said: dict[str, list[str]]) -> dict[str, set[str]]:
    """Return by place the marks of all texts that the source ever said there."""
    found = {path: set(marks) for path, marks in said.items()}
    if original is not None:
        for path, old, new in original.changes.values_list("path", "old_mark", "new_mark"):
            found.setdefault(path, set()).update({old, new} - {""})
    return found


def _known(version: LanguageVersion) -> dict[tuple[str, str], list[list[str]]]:
    """Return by place and translation the marks of the source texts that were so translated."""
    found: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    rows = (
        StringTranslation.objects.filter(
            context__object_id=version.translation_key, locale_id=version.locale_id
        )
        .order_by("-updated_at")
        .values_list(
            "context__path",
            "data",
            "translation_of__data",
            "translation_type",
            "unconfirmed__old_mark",
        )
    )
    for path, data, source, kind, old_mark in rows:
        if is_figure(path, source):
            continue  # nothing that a version vouches for, though somebody put words for it
        found[path, data].append(list(vouched(source, kind, old_mark)))
    return found

"""What is wrong with the catalogues, in sentences a person can act on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib

from core.messages.catalogues import COMPLETE, is_supplement, updated
from core.messages.project import Project

PLACES = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?\w+")
"""What a translation must carry over as it is: placeholders of Python, and HTML tags."""


def check(project: Project) -> list[str]:
    """Return every fault of the project's catalogues, one sentence each; none means all is well."""
    faults = [
        f"{project.relative(path)}: out of date with the code; run the messages command"
        for path, text in updated(project).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    said: dict[tuple[str, str | None, str], tuple[object, str]] = {}
    for path in project.catalogues():
        where = project.relative(path)
        faults += [f"{where}: {fault}" for fault in faults_of(path)]
        for entry in polib.pofile(str(path)):
            if not entry.translated() or is_supplement(entry):
                continue
            text = entry.msgstr or tuple(entry.msgstr_plural.values())
            key = (str(path.relative_to(path.parents[2])), entry.msgctxt, entry.msgid)
            earlier, elsewhere = said.setdefault(key, (text, where))
            if earlier != text:
                faults.append(f"{where}: {entry.msgid!r} is translated otherwise in {elsewhere}")
    return faults


def faults_of(path: Path) -> Iterator[str]:
    """Yield the faults of one catalogue: gaps in Finnish and Swedish, lost placeholders."""
    for entry in polib.pofile(str(path)):
        if entry.obsolete:
            continue
        if path.parts[-3] in COMPLETE and not entry.translated():
            yield f"{entry.msgid!r} is {'fuzzy' if entry.fuzzy else 'not translated'}"
        elif entry.translated():
            yield from (f"{entry.msgid!r}: {fault}" for fault in misplaced(entry))


def misplaced(entry: polib.POEntry) -> Iterator[str]:
    """Yield each way in which a translation has other placeholders or tags than its source.

    A plural form may carry the places of either source text (Finnish may say "one page" or
    "1 page"); the last one, for many, must carry those of the plural.
    """
    one, many = places(entry.msgid), places(entry.msgid_plural or entry.msgid)
    if not entry.msgid_plural:
        if places(entry.msgstr) != one:
            yield _difference(one, places(entry.msgstr))
        return
    forms = [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]
    for form in forms:
        allowed = (many,) if form is forms[-1] else (one, many)
        if places(form) not in allowed:
            yield _difference(many, places(form))


def places(text: str) -> Counter[str]:
    """Count the placeholders and HTML tags of a text."""
    return Counter(PLACES.findall(text.replace("%%", "")))


def _difference(wanted: Counter[str], given: Counter[str]) -> str:
    lost = ", ".join((wanted - given).elements()) or "nothing"
    added = ", ".join((given - wanted).elements()) or "nothing"
    return f"the translation lost {lost} and added {added}"

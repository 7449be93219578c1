"""The texts of a page or snippet, one by one, and how two states of them differ. No database.

A text has a *path* (where it stands, as wagtail-localize names it) and a *mark* (what it says: the
start of wagtail-localize's hash). All that is said of freshness is computed from these two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from wagtail_localize.models import String, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

#: Kinds of what a version shows: confirmed by a person, unconfirmed machine translation, source text.
CONFIRMED, MACHINE, FALLBACK = "c", "m", "f"
#: Texts no reader sees as such.
UNSEEN = frozenset({"slug"})
#: Above this many pairs to compare, changed texts are paired by their order alone.
MOST_PAIRS = 400
#: Below this likeness (0 to 1), one text went and another came.
LEAST_LIKENESS = 0.3


class Text(NamedTuple):
    """One text of an instance: where it stands, its mark, and what it says."""

    path: str
    mark: str
    text: str


#: What a source says: its texts by path and mark. JSON gives lists, so they are taken as sequences.
Segments = Iterable[Sequence[str]]


def mark_of(text: str) -> str:
    """Return the mark of a text: the first 16 digits of wagtail-localize's hash of it."""
    return str(String._get_data_hash(text).hex[:16])


def vouched(text: str, made: str, old_mark: str | None) -> tuple[str, str]:
    """Return the mark of the source text that a translation is of, and how sure it is.

    ``text`` is what the source says, ``made`` wagtail-localize's type of the translation, ``old_mark``
    the text it was written for, where the source has changed since (``Unconfirmed``). A machine's words
    stay a machine's when they are carried over to another text.
    """
    is_machine = made == StringTranslation.TRANSLATION_TYPE_MACHINE
    return old_mark or mark_of(text), MACHINE if is_machine else CONFIRMED


def is_seen(path: str, text: str) -> bool:
    """Tell whether readers see the text as one that has a language: it has letters, and is no address."""
    return path not in UNSEEN and any(sign.isalpha() for sign in text)


def is_figure(path: str, text: str) -> bool:
    """Tell whether the text has no letter (a number, a time, a price): it is the same in all languages."""
    return path not in UNSEEN and not is_seen(path, text)


def texts_of(instance: Any) -> list[Text]:
    """Return the texts of ``instance`` that have a language, in the order of the page."""
    return [
        Text(part.path, mark_of(part.string.data), part.string.data)
        for part in extract_segments(instance)
        if isinstance(part, StringSegmentValue) and is_seen(part.path, part.string.data)
    ]


def segments_of(said: Iterable[Text]) -> list[list[str]]:
    """Return the texts as the records keep them: where each stands, and its mark."""
    return [[text.path, text.mark] for text in said]


def by_path(segments: Segments) -> dict[str, list[str]]:
    """Return the marks at each path, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, mark, *_kind in segments:
        found[path].append(mark)
    return found


@dataclass(frozen=True)
class Gap:
    """What of the source at one path the version does not vouch for, and what it shows too much."""

    path: str
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    @property
    def count(self) -> int:
        """Return the number of outdated texts: a changed one counts once."""
        return max(len(self.missing), len(self.surplus))


@dataclass(frozen=True)
class Change:
    """One text that became another; without ``old`` it was added, without ``new`` it was removed."""

    path: str
    old: str
    new: str


def changes(before: Segments, after: Segments, texts: Mapping[str, str]) -> list[Change]:
    """Return how the texts ``after`` differ from those ``before``; a changed order is no change.

    ``texts`` has the text behind each mark. In a paragraph of several texts the changed ones are
    paired by their order and likeness, so that each keeps its translation.
    """
    old_marks, new_marks = by_path(before), by_path(after)
    found: list[Change] = []
    for path in [*new_marks, *(path for path in old_marks if path not in new_marks)]:
        old, new = old_marks.get(path, []), new_marks.get(path, [])
        if old != new:
            gone, come = without(old, new), without(new, old)
            found += [Change(path, *pair) for pair in paired(gone, come, texts)]
    return found


def without(marks: Sequence[str], others: Iterable[str]) -> list[str]:
    """Return those of ``marks`` that are not among ``others``, each counted as often as it stands."""
    left = Counter(others)
    kept = []
    for mark in marks:
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(mark)
    return kept


def paired(
    gone: Sequence[str], come: Sequence[str], texts: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Pair the marks that went with those that came, in order; what is left has an empty partner."""
    if len(gone) == len(come):
        return list(zip(gone, come, strict=True))
    if len(gone) * len(come) > MOST_PAIRS:
        longest = max(len(gone), len(come))
        return [
            (gone[i] if i < len(gone) else "", come[i] if i < len(come) else "")
            for i in range(longest)
        ]
    return _aligned(gone, come, texts)


def _aligned(
    gone: Sequence[str], come: Sequence[str], texts: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Pair so that the likeness of all pairs together is greatest."""
    rows, columns = len(gone), len(come)
    likeness = [[_likeness(texts.get(a, ""), texts.get(b, "")) for b in come] for a in gone]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((gone[i], come[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((gone[i], ""))
            i += 1
        else:
            pairs.append(("", come[j]))
            j += 1
    return pairs + [(mark, "") for mark in gone[i:]] + [("", mark) for mark in come[j:]]


def _likeness(one: str, other: str) -> float:
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= LEAST_LIKENESS else 0.0


def forgiven(shown: Iterable[Sequence[str]], minor: Iterable[Change]) -> list[list[str]]:
    """Return what a version vouches for after minor edits of its source: the new texts for the old.

    A text that the edit added is none the version lacks: it is vouched for unseen, until the version
    is made anew. One that it removed is forgotten.
    """
    entries = [list(entry) for entry in shown]
    for change in minor:
        at = next(
            (
                i
                for i, one in enumerate(entries)
                if change.old and one[:2] == [change.path, change.old]
            ),
            None,
        )
        if at is not None and change.new:
            entries[at][1] = change.new
        elif at is not None:
            del entries[at]
        elif not change.old:
            entries.append([change.path, change.new, CONFIRMED])
    return entries

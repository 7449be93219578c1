"""The texts of a submitted translation beside their source, those that changed first.

What is shown of the translation is what the revision says that would be published, not what somebody has
typed since. What counts as changed is what differs from what is public now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page, Revision
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translations.editor import notation
from translations.editor.diff import Run, word_changes
from translations.editor.links import targets_of
from translations.freshness import gaps_of
from translations.models import LanguageVersion, Original, SegmentChange, Snapshot
from translations.review.comments import Comments, Thread, comments_of
from translations.segments import Row, rows_of
from translations.texts import FALLBACK, MACHINE, changes, mark_of

#: The texts of a page by place, in order.
Said = dict[str, list[str]]


@dataclass(frozen=True)
class Line:
    """One text as a reviewer sees it. ``old`` and ``old_source`` are what is public, where that differs."""

    row: Row
    text: str
    old: str = ""
    old_source: str = ""
    is_changed: bool = False
    #: The source has it only since the translation was submitted.
    is_later: bool = False
    #: The translation shows the source text, marked.
    is_untranslated: bool = False
    targets: Mapping[str, str] = field(default_factory=dict)
    threads: list[Thread] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Return the name of the text in forms and addresses."""
        return str(self.row.key)

    @property
    def source_view(self) -> SafeString:
        """Return the source text to look at."""
        return self._view(self.row.source)

    @property
    def text_view(self) -> SafeString:
        """Return the translation to look at."""
        return self._view(self.text)

    @property
    def source_runs(self) -> list[Run]:
        """Return how the source differs from what the public translation was made of."""
        return _runs(self.old_source, self.row.source)

    @property
    def text_runs(self) -> list[Run]:
        """Return how the translation differs from the public one."""
        return _runs(self.old, self.text)

    @property
    def open_count(self) -> int:
        """Return how many comments nobody has settled."""
        return sum(thread.is_open for thread in self.threads)

    def _view(self, html: str) -> SafeString:
        if self.row.is_rich:
            return notation.to_view(html, self.targets)
        lines = ((line,) for line in notation.plain(html).split("\n"))
        return format_html_join(SafeString("<br>"), "{}", lines)


@dataclass
class Sheet:
    """What a reviewer decides on."""

    lines: list[Line]
    comments: Comments
    #: Whether nothing of it is public yet: then all of it is new, and nothing is marked as changed.
    is_first: bool
    #: How many texts of the source changed since, and would be outdated at once.
    outdated: int = 0
    untranslated: int = 0
    machine: int = 0

    @property
    def changed(self) -> list[Line]:
        """Return the texts that differ from what is public."""
        return [line for line in self.lines if line.is_changed]

    @property
    def others(self) -> list[Line]:
        """Return the texts that stay as they are."""
        return [line for line in self.lines if not line.is_changed]


def sheet_of(translation: Translation, page: Page, revision: Revision) -> Sheet:
    """Return the sheet of a translation whose ``page`` would go out as ``revision`` says.

    Call ``bring_up`` before. A number of queries that does not grow with the texts.
    """
    rows = rows_of(translation)
    said = _said(revision.as_object())
    public = _said(page.specific) if page.live else {}
    version = LanguageVersion.objects.filter(translation=translation).first()
    source = translation.source
    original = Original.objects.of(source.object_id, source.locale_id).first()
    snapshot = Snapshot.objects.filter(revision=revision).first()
    shown: list[list[str]] = snapshot.shown if snapshot else (version.shown if version else [])
    segments: list[list[str]] = original.segments if original else []
    comments = comments_of(translation, [row.key for row in rows])
    targets = targets_of(rows)
    submitted = _submitted(translation, rows, said)
    old_texts = _before(public, said) if public else {}
    old_sources = _sources_before(version, original) if public else {}
    missing = {(path, mark) for gap in gaps_of(segments, shown) for path, mark in _missing(gap)}
    fallback = {(path, mark) for path, mark, kind in shown if kind == FALLBACK}
    lines = []
    for row in rows:
        text = submitted.get(str(row.key), "")
        here = (row.path, mark_of(row.source))
        old = old_texts.get((row.path, mark_of(text)))
        old_source = old_sources.get(here)
        lines.append(
            Line(
                row=row,
                text=text,
                old=old or "",
                old_source=old_source or "",
                is_changed=bool(public) and (old is not None or old_source is not None),
                is_later=here in missing,
                is_untranslated=here in fallback,
                targets=targets.get(str(row.key), {}),
                threads=comments.by_key.get(str(row.key), []),
            )
        )
    kinds = [kind for _path, _mark, kind in shown]
    return Sheet(
        lines,
        comments,
        is_first=not public,
        outdated=sum(gap.count for gap in gaps_of(segments, shown)),
        untranslated=kinds.count(FALLBACK),
        machine=kinds.count(MACHINE),
    )


def _missing(gap: Any) -> Iterable[tuple[str, str]]:
    return ((gap.path, mark) for mark in gap.missing)


def _runs(old: str, new: str) -> list[Run]:
    before, after = notation.plain(old), notation.plain(new)
    return word_changes(before, after) if old and before != after else []


def _said(page: Any) -> Said:
    """Return what ``page`` says, place by place."""
    found: Said = defaultdict(list)
    values = [one for one in extract_segments(page) if isinstance(one, StringSegmentValue)]
    for value in sorted(values, key=lambda one: one.order):
        found[value.path].append(value.string.data)
    return found


def _submitted(translation: Translation, rows: Iterable[Row], said: Said) -> dict[str, str]:
    """Return by key what the revision says for each text: by its order at its place.

    Where the source has more or fewer texts there by now, a text counts that is still translated so.
    """
    orders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for path, context, string in (
        StringSegment.objects.filter(source_id=translation.source_id)
        .order_by("order")
        .values_list("context__path", "context_id", "string_id")
    ):
        orders[path].append((context, string))
    found: dict[str, str] = {}
    for row in rows:
        here = said.get(row.path, [])
        keys = orders[row.path]
        if len(here) == len(keys):
            found[str(row.key)] = here[keys.index((row.key.context, row.key.string))]
        elif row.text in here:
            found[str(row.key)] = row.text
    return found


def _before(public: Said, said: Said) -> dict[tuple[str, str], str]:
    """Return by place and mark the public text that each new text takes the place of; empty for none."""
    texts = {
        mark_of(text): text for side in (public, said) for here in side.values() for text in here
    }
    return {
        (change.path, change.new): texts.get(change.old, "")
        for change in changes(_marks(public), _marks(said), texts)
        if change.new
    }


def _marks(said: Said) -> list[list[str]]:
    return [[path, mark_of(text)] for path, here in said.items() for text in here]


def _sources_before(
    version: LanguageVersion | None, original: Original | None
) -> dict[tuple[str, str], str]:
    """Return by place and mark the source text that the public version was made of, where it changed."""
    if version is None or original is None:
        return {}
    vouched = [entry[:2] for entry in version.shown]
    if vouched == original.segments:
        return {}
    log = SegmentChange.objects.filter(
        original=original, old_mark__in={mark for _path, mark in vouched}
    ).values_list("old_mark", "old_text")
    texts = {**dict(log), **original.texts}
    return {
        (change.path, change.new): texts.get(change.old, "")
        for change in changes(vouched, original.segments, texts)
        if change.new
    }

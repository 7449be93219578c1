"""Bring wagtail-localize's segments up to what the source says, and keep translations of changed texts.

wagtail-localize keys a translation by its source text: change a word, and the translation is orphaned
and the source text published in its place. Here the old translation stands for the new text too, with
an ``Unconfirmed`` row that says what it was written for, until a person confirms, edits or drops it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from bs4 import BeautifulSoup
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.strings import extract_ids

from translations.models import Original, SegmentChange, Unconfirmed
from translations.texts import Change, changes, is_figure, mark_of

refresh_segments = TranslationSource.refresh_segments
get_source_instance = TranslationSource.get_source_instance
get_or_create_from_instance = TranslationSource.get_or_create_from_instance.__func__
update_or_create_from_instance = TranslationSource.update_or_create_from_instance.__func__


def bring_up(source: TranslationSource) -> bool:
    """Read the live source into ``source`` if it says something else by now; tell whether it did.

    Call it before segments are shown, written or published. Two who do it at once wait for each other.
    """
    ahead = Original.objects.of(source.object_id, source.locale_id).filter(is_ahead=True)
    if not ahead.exists():
        return False  # the common case, without a lock
    with transaction.atomic():
        original = ahead.select_for_update(no_key=True).first()
        if original is None:
            return False  # another did it while we waited
        source.refresh_from_db()
        source.update_from_db()
    return True


@wraps(refresh_segments)
def refresh_and_keep(self: TranslationSource) -> None:
    """Refresh the segments of a source, and carry translations over to the texts that changed."""
    with transaction.atomic():
        before = _said(self)
        refresh_segments(self)
        after = _said(self)
        if before and before != after:
            _keep(self, before, after)
        Original.objects.of(self.object_id, self.locale_id).filter(is_ahead=True).update(
            is_ahead=False
        )


def as_said(instance: Any) -> Any:
    """Return ``instance`` as its source text stands: a page that is not live, as its last draft."""
    if not isinstance(instance, Page) or instance.live or instance.alias_of_id:
        return instance
    page = instance.specific
    return page.get_latest_revision_as_object() if page.latest_revision_id else page


@wraps(get_source_instance)
def source_as_said(self: TranslationSource) -> Any:
    """Return what is to be translated: wagtail-localize would take the first draft of a new page."""
    return as_said(get_source_instance(self))


def apply() -> None:
    """Put the keeping methods in wagtail-localize's place, whoever calls them."""
    TranslationSource.refresh_segments = refresh_and_keep
    TranslationSource.get_source_instance = source_as_said
    for name, original in (
        ("get_or_create_from_instance", get_or_create_from_instance),
        ("update_or_create_from_instance", update_or_create_from_instance),
    ):
        setattr(TranslationSource, name, classmethod(_of_what_is_said(original)))


def _of_what_is_said(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def made(cls: type[TranslationSource], instance: Any) -> Any:
        return original(cls, as_said(instance))

    return made


#: The texts of a source at one place: mark, primary key of the ``String``, and the text.
Said = dict[tuple[str, int], list[tuple[str, int, str]]]


def _said(source: TranslationSource) -> Said:
    """Return by path and context the texts that the segments of ``source`` hold, in order."""
    found: Said = defaultdict(list)
    for path, context, string, text in (
        StringSegment.objects.filter(source=source)
        .order_by("order")
        .values_list("context__path", "context_id", "string_id", "string__data")
    ):
        found[path, context].append((mark_of(text), string, text))
    return found


def _keep(source: TranslationSource, before: Said, after: Said) -> None:
    """Let the translation of each changed text stand for the new one, in all languages."""
    texts = {m: text for said in (before, after) for rows in said.values() for m, _pk, text in rows}
    found = changes(_flat(before), _flat(after), texts)
    turned = [
        change
        for change in found
        if change.old and change.new and not is_figure(change.path, texts[change.new])
    ]
    if not turned:
        return
    contexts = dict((*before, *after))
    strings = {
        (path, mark): pk
        for said in (before, after)
        for (path, _context), rows in said.items()
        for mark, pk, _text in rows
    }
    pairs = {
        (contexts[one.path], strings[one.path, one.old]): (one, strings[one.path, one.new])
        for one in turned
    }
    made = StringTranslation.objects.filter(
        context__in=[context for context, _pk in pairs],
    ).select_related("unconfirmed")
    rows = list(made)
    taken = {(row.context_id, row.translation_of_id, row.locale_id) for row in rows}
    news = _news(source, turned)
    kept: list[tuple[StringTranslation, Unconfirmed | None]] = []
    for row in rows:
        pair = pairs.get((row.context_id, row.translation_of_id))
        if pair is None or (row.context_id, pair[1], row.locale_id) in taken:
            continue
        kept.append(_carried(row, pair[1], pair[0], texts, news[pair[0]]))
    _create_as_old_as_they_are([new for new, _mark in kept])
    Unconfirmed.objects.bulk_create(mark for _new, mark in kept if mark is not None)


def _create_as_old_as_they_are(rows: list[StringTranslation]) -> None:
    """Create ``rows`` with the times they have: Django would say that they were written now."""
    times = [(row.created_at, row.updated_at) for row in rows]
    StringTranslation.objects.bulk_create(rows)
    for row, (created, updated) in zip(rows, times, strict=True):
        row.created_at, row.updated_at = created, updated
    StringTranslation.objects.bulk_update(rows, ["created_at", "updated_at"], batch_size=100)


def _flat(said: Said) -> list[list[str]]:
    return [[path, mark] for (path, _context), rows in said.items() for mark, _pk, _text in rows]


def _carried(
    row: StringTranslation, string: int, change: Change, texts: dict[str, str], news: Any
) -> tuple[StringTranslation, Unconfirmed | None]:
    """Return the translation for the new text, and what says that nobody confirmed it."""
    new = StringTranslation(
        translation_of_id=string,
        locale_id=row.locale_id,
        context_id=row.context_id,
        data=with_known_links(row.data, texts[change.new]),
        translation_type=row.translation_type,
        tool_name=row.tool_name,
        last_translated_by_id=row.last_translated_by_id,
        created_at=row.created_at,
        updated_at=row.updated_at,
        has_error=row.has_error,
        field_error=row.field_error,
    )
    earlier: Unconfirmed | None = getattr(row, "unconfirmed", None)
    if news.is_minor and earlier is None:
        return new, None
    return new, Unconfirmed(
        string_translation=new,
        old_mark=earlier.old_mark if earlier else change.old,
        old_text=earlier.old_text if earlier else texts[change.old],
        changed_at=earlier.changed_at if earlier and news.is_minor else news.changed_at,
        changed_by_id=earlier.changed_by_id if earlier and news.is_minor else news.changed_by_id,
    )


def with_known_links(translated: str, source: str) -> str:
    """Return ``translated`` without the links that ``source`` does not have any more; their words stay."""
    unknown = extract_ids(translated) - extract_ids(source)
    if not unknown:
        return translated
    soup = BeautifulSoup(translated, "html.parser")
    for link in soup.find_all("a", id=list(unknown)):
        link.unwrap()
    return str(soup)


class _News:
    """When a text was changed last, by whom, and whether all that happened to it was minor."""

    def __init__(self, rows: Iterable[SegmentChange]) -> None:
        rows = list(rows)
        major = [row for row in rows if not row.is_minor]
        told = major or rows
        self.is_minor = bool(rows) and not major
        self.changed_at = told[-1].changed_at if told else timezone.now()
        self.changed_by_id = told[-1].changed_by_id if told else None


def _news(source: TranslationSource, turned: Iterable[Change]) -> dict[Change, _News]:
    """Return for each change what the log says of the way from the old text to the new one."""
    log: dict[str, list[SegmentChange]] = defaultdict(list)
    for row in SegmentChange.objects.filter(
        original__translation_key=source.object_id,
        original__locale_id=source.locale_id,
        path__in={change.path for change in turned},
    ):
        log[row.path].append(row)
    return {change: _News(_way(log[change.path], change)) for change in turned}


def _way(log: list[SegmentChange], change: Change) -> list[SegmentChange]:
    """Return the last unbroken way in the log from the old text to the new one; else all since the old."""
    way: list[SegmentChange] = []
    wanted = change.new
    for row in reversed(log):
        if row.new_mark == wanted:
            way.insert(0, row)
            wanted = row.old_mark
            if wanted == change.old:
                return way
    start = max((i for i, row in enumerate(log) if row.old_mark == change.old), default=0)
    return log[start:]

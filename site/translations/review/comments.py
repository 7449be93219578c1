"""What people say of single texts: threads, which stay when the text changes or goes.

A comment is of a place and a language. It is shown beside the text it was written about; when that text
says something else by now, beside what stands in its place, with the words it was about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from translations.editor.notation import plain
from translations.models import SegmentComment
from translations.segments import Key, name_of

#: The most one may write at once.
LONGEST = 2_000


@dataclass(frozen=True)
class Said:
    """One comment as it is shown."""

    pk: int
    text: str
    by: str
    at: Any


@dataclass
class Thread:
    """A comment with its answers; ``about`` is the source text it was written about, if it changed."""

    first: Said
    answers: list[Said] = field(default_factory=list)
    about: str = ""
    resolved_by: str = ""
    resolved_at: Any = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has settled it yet."""
        return self.resolved_at is None


@dataclass
class Comments:
    """All comments on a translation: by text (``str(key)``), and on texts that are gone."""

    by_key: dict[str, list[Thread]] = field(default_factory=dict)
    elsewhere: list[Thread] = field(default_factory=list)

    @property
    def open_count(self) -> int:
        """Return how many threads nobody has settled."""
        threads = [*self.elsewhere, *(one for found in self.by_key.values() for one in found)]
        return sum(thread.is_open for thread in threads)


def comments_of(translation: Translation, keys: Iterable[Key] | None = None) -> Comments:
    """Return the comments on ``translation``, those that are open first; two queries at most.

    ``keys`` are the texts that are shown, if they are at hand.
    """
    if keys is None:
        pairs = StringSegment.objects.filter(source_id=translation.source_id).order_by("order")
        keys = [Key(*pair) for pair in pairs.values_list("context_id", "string_id")]
    places: dict[int, list[Key]] = defaultdict(list)
    for key in keys:
        places[key.context].append(key)
    rows = SegmentComment.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    ).select_related("written_by", "resolved_by")
    threads: dict[int, Thread] = {}
    comments = Comments()
    for row in rows:
        said = Said(row.pk, row.text, name_of(row.written_by), row.written_at)
        if row.thread_id is not None:
            if row.thread_id in threads:
                threads[row.thread_id].answers.append(said)
            continue
        thread = threads[row.pk] = Thread(
            said, resolved_by=name_of(row.resolved_by), resolved_at=row.resolved_at
        )
        _put(comments, thread, row, places.get(row.context_id, ()))
    for found in (*comments.by_key.values(), comments.elsewhere):
        found.sort(key=lambda thread: not thread.is_open)
    return comments


def _put(comments: Comments, thread: Thread, row: SegmentComment, keys: Sequence[Key]) -> None:
    key = next((key for key in keys if key.string == row.string_id), None)
    if key is None:
        thread.about = plain(row.quoted)
        key = keys[0] if keys else None
    if key is None:
        comments.elsewhere.append(thread)
    else:
        comments.by_key.setdefault(str(key), []).append(thread)


def say(translation: Translation, key: Key, text: str, user: Any) -> SegmentComment:
    """Write a comment on a text of ``translation``.

    Raises ValidationError where it is empty or too long, or the source does not have the text.
    """
    segment = (
        StringSegment.objects.filter(
            source_id=translation.source_id, context=key.context, string=key.string
        )
        .select_related("string")
        .first()
    )
    if segment is None:
        raise ValidationError(
            _("The source does not have this text any more. Load the page again."), code="gone"
        )
    return SegmentComment.objects.create(
        context_id=key.context,
        locale_id=translation.target_locale_id,
        string_id=key.string,
        quoted=segment.string.data,
        text=_checked(text),
        written_by=user,
    )


def reply(translation: Translation, pk: int, text: str, user: Any) -> SegmentComment:
    """Answer the comment ``pk`` on ``translation``; a settled thread is open again."""
    first = thread_of(translation, pk)
    row = SegmentComment.objects.create(
        context_id=first.context_id,
        locale_id=first.locale_id,
        string_id=first.string_id,
        quoted=first.quoted,
        thread=first,
        text=_checked(text),
        written_by=user,
    )
    settle(translation, pk, None)
    return row


def settle(translation: Translation, pk: int, user: Any) -> None:
    """Say that the thread ``pk`` on ``translation`` is settled; without ``user`` it is open again."""
    first = thread_of(translation, pk)
    first.resolved_by = user
    first.resolved_at = timezone.now() if user is not None else None
    first.save(update_fields=["resolved_by", "resolved_at"])


def thread_of(translation: Translation, pk: int) -> SegmentComment:
    """Return the first comment of a thread on ``translation``. Raises ValidationError for any other."""
    first: SegmentComment | None = SegmentComment.objects.filter(
        pk=pk,
        thread=None,
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
    ).first()
    if first is None:
        raise ValidationError(_("This comment is not here."), code="unknown")
    return first


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise ValidationError(_("Write something first."), code="empty")
    if len(text) > LONGEST:
        raise ValidationError(
            _("A comment may have at most %(count)s characters.") % {"count": LONGEST},
            code="long",
        )
    return text

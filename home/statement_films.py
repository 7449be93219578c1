"""From the report of films into the accessibility statement: what is not accessible, why, what instead.

Source: Act 306/2019, section 9, and Commission Implementing Decision (EU) 2018/1523: the statement names
the content that is not accessible. Rows are added to a draft; a person reads it, says when it will be
mended, and publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from core import languages
from home.models import AccessibilityDefect, AccessibilityStatementPage
from videos.models import Video, VideoText
from videos.report.rows import Row, rows_of

#: The longest text a defect holds (``AccessibilityDefect``).
LIMIT = 300
#: The criteria of what is seen and heard, which the film's text alternative tells in words.
_TIMED = frozenset({"1.2.1", "1.2.2", "1.2.5"})


@dataclass(frozen=True)
class Filled:
    """What was done to a statement: how many rows were added, and which could go."""

    added: int
    mended: list[str]


def statements_for(user: Any) -> list[AccessibilityStatementPage]:
    """Return the statements ``user`` may add rows to.

    Not offered are a translation that follows its original (it gets its rows from there; the next
    translation would take away what was added by hand) and a statement in a language that the site's
    own texts are not written in (its rows would be in Finnish).
    """
    pages = AccessibilityStatementPage.objects.select_related("locale").order_by("locale_id", "pk")
    following = set(
        Translation.objects.filter(
            enabled=True, source__object_id__in=[page.translation_key for page in pages]
        ).values_list("source__object_id", "target_locale_id")
    )
    return [
        page
        for page in pages
        if (page.translation_key, page.locale_id) not in following
        and page.alias_of_id is None
        and _is_written_here(page)
        and page.permissions_for_user(user).can_edit()
        and not _is_locked_for(page, user)
    ]


def _is_written_here(page: AccessibilityStatementPage) -> bool:
    """Tell whether the site has texts in the language of ``page``, by one of the statement's own."""
    return languages.say_in(page.language_code, "What to use instead:").lang == page.html_lang


def _is_locked_for(page: AccessibilityStatementPage, user: Any) -> bool:
    lock = page.get_lock()
    return bool(lock is not None and lock.for_user(user))


@transaction.atomic
def fill(page: AccessibilityStatementPage, user: Any) -> Filled:
    """Add to a draft of ``page`` a row for each thing the films on public pages lack.

    A row that is there already (the same film, the same success criterion) is not added again, so
    pressing twice does nothing twice. Nothing is taken away: rows of films mended since are named, and
    somebody decides. Nothing is published.
    """
    page = AccessibilityStatementPage.objects.select_for_update().get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    there = list(draft.defects.all())
    rows = rows_of(Video.objects.defer("manifest"))
    with translation.override(page.locale.language_code):
        wanted = list(_defects(rows, page))
        new = [defect for defect in wanted if not any(_is_same(defect, old) for old in there)]
        mended = [old.what for old in there if _is_mended(old, wanted, rows)]
    if new:
        for place, defect in enumerate(new, start=len(there)):
            defect.sort_order = place
            draft.defects.add(defect)
        draft.save_revision(user=user, log_action=True)
    return Filled(len(new), mended)


def _defects(
    rows: Iterable[Row], page: AccessibilityStatementPage
) -> Iterator[AccessibilityDefect]:
    """Return the rows for what breaks the law on a public page now, one a film and criterion."""
    public = [row for row in rows if not row.is_unused and row.blocking]
    told = _told_in_words([row.video.pk for row in public], page)
    for row in public:
        named: set[str] = set()
        for lack in row.blocking:
            criterion = lack.shortcoming.criterion
            if not criterion or criterion in named:
                continue
            named.add(criterion)
            since = date_format(lack.since, "SHORT_DATE_FORMAT") if lack.since else ""
            yield AccessibilityDefect(
                locale=page.locale,
                what=_short(_what(criterion), row),
                why=_("Missing since %(day)s. It is being mended.") % {"day": since},
                alternative=_("The video's text alternative, below it on the page.")
                if row.video.pk in told and criterion in _TIMED
                else "",
                criterion=criterion,
            )


def _what(criterion: str) -> str:
    return {
        "1.1.1": _("Video %(film)s: what its poster shows is not described."),
        "1.2.1": _("Video %(film)s: there is no text that tells what is seen in it."),
        "1.2.2": _("Video %(film)s: the captions are missing or unchecked."),
        "1.2.5": _("Video %(film)s: the audio description is missing."),
    }[criterion]


def _name(title: str) -> str:
    """Return the name of a film as it stands in a row, by which the row is found again."""
    return f"“{title}”"


def _short(text: str, row: Row) -> str:
    """Return the sentence with the film's title, cut so that it fits."""
    room = LIMIT - len(text)
    title = row.title if len(row.title) <= room else row.title[: room - 1].rstrip() + "…"
    return text % {"film": _name(title)}


def _told_in_words(keys: list[int], page: AccessibilityStatementPage) -> set[int]:
    """Return those of the films that have a text alternative in the language of the statement."""
    texts = VideoText.objects.filter(video_id__in=keys, locale_id=page.locale_id)
    return set(texts.exclude(transcript="").values_list("video_id", flat=True))


def _is_same(defect: AccessibilityDefect, other: AccessibilityDefect) -> bool:
    """Tell whether two rows are of the same film and criterion, however somebody has reworded one."""
    name = defect.what[defect.what.index("“") : defect.what.rindex("”") + 1]
    return name in other.what and defect.criterion == other.criterion.strip()


def _is_mended(
    old: AccessibilityDefect, wanted: list[AccessibilityDefect], rows: Iterable[Row]
) -> bool:
    """Tell whether a row names a film of the site that no longer lacks what the row says."""
    is_of_a_film = any(_name(row.title) in old.what for row in rows)
    return is_of_a_film and not any(_is_same(defect, old) for defect in wanted)

"""Telling how far the actions of a plan are: recorded beside the page, for all languages (ADR 0020).

What was told stays: a later report is added to the earlier ones. Two people who save at once lose
nothing. No page gets a revision, none is published, and no translation is outdated by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.dispatch import Signal
from wagtail.log_actions import log
from wagtail.models import Locale, Page

from plans import tasks
from plans.models import PlanPage, ProgressNote, ProgressReport

State = ProgressReport.State
#: Entries in the history of the page.
TOLD: Final = "kohtaamo.progress_told"
CORRECTED: Final = "kohtaamo.progress_corrected"
TAKEN_BACK: Final = "kohtaamo.progress_taken_back"

#: Sent with ``plan_key`` once something that was told is in the database, or is there no more.
progress_changed = Signal()


class NotTheLastError(Exception):
    """A report cannot be changed any more: a later one was told meanwhile, or it is gone."""


@dataclass(frozen=True)
class News:
    """What somebody tells of one action. ``seen`` is the report that was the last one in her form."""

    action_id: UUID
    state: State
    reported_on: date
    value: Decimal | None = None
    note: str = ""
    seen: int | None = None


@dataclass
class Recorded:
    """What was recorded: of which actions, and of which of them somebody had told meanwhile."""

    actions: list[UUID] = field(default_factory=list)
    overtaken: list[UUID] = field(default_factory=list)


def is_news(news: News, seen: ProgressReport | None) -> bool:
    """Tell whether ``news`` says more than the report that was seen; another day alone does not."""
    before = (State(seen.state), seen.value) if seen else (State.NOT_STARTED, None)
    return (news.state, news.value) != before or bool(news.note.strip())


@transaction.atomic
def tell(page: PlanPage, locale: Locale, user: Any, told: Iterable[News]) -> Recorded:
    """Record what is new of ``told``, with notes in the language ``locale``; rows without news are left.

    The same thing sent twice by the same person is recorded once.
    """
    _hold(page)
    history = reports_of(page)
    recorded, reports, notes = Recorded(), [], []
    for news in told:
        rows = history.get(news.action_id, [])
        seen = next((row for row in rows if row.pk == news.seen), None)
        if not is_news(news, seen) or (rows and _is_again(news, rows[0], locale, user)):
            continue
        report = ProgressReport(
            plan_key=page.translation_key,
            action_id=news.action_id,
            state=news.state,
            value=news.value,
            reported_on=news.reported_on,
            made_by=user,
        )
        reports.append(report)
        notes.append(news.note.strip())
        recorded.actions.append(news.action_id)
        if any(row.pk > (news.seen or 0) for row in rows):
            recorded.overtaken.append(news.action_id)
    if reports:
        ProgressReport.objects.bulk_create(reports)
        ProgressNote.objects.bulk_create(
            ProgressNote(report=report, locale=locale, text=text)
            for report, text in zip(reports, notes, strict=True)
            if text
        )
        _settle(page, user, TOLD, len(reports))
    return recorded


@transaction.atomic
def write_notes(page: PlanPage, locale: Locale, user: Any, texts: dict[int, str]) -> int:
    """Put the notes of reports, by their key, in the language ``locale``; return how many changed.

    An empty text takes the note away.
    """
    _hold(page)
    reports = ProgressReport.objects.filter(plan_key=page.translation_key, pk__in=texts)
    rows = {
        note.report_id: note
        for note in ProgressNote.objects.filter(report__in=reports, locale=locale)
    }
    changed = 0
    for report in reports:
        text, note = texts[report.pk].strip(), rows.get(report.pk)
        if text == (note.text if note else ""):
            continue
        changed += 1
        if not text and note is not None:
            note.delete()
        else:
            ProgressNote.objects.update_or_create(
                report=report, locale=locale, defaults={"text": text}
            )
    if changed:
        _settle(page, user, CORRECTED, changed)
    return changed


@transaction.atomic
def correct(page: PlanPage, report: ProgressReport, user: Any, notes: dict[int, str]) -> None:
    """Save the corrected ``report`` with its notes by locale.

    Raises NotTheLastError if it is not the last of its action.
    """
    _hold(page)
    _must_be_last(page, report)
    report.save(update_fields=["state", "value", "reported_on"])
    for locale_id, text in notes.items():
        if text.strip():
            ProgressNote.objects.update_or_create(
                report=report, locale_id=locale_id, defaults={"text": text.strip()}
            )
        else:
            ProgressNote.objects.filter(report=report, locale_id=locale_id).delete()
    _settle(page, user, CORRECTED, 1)


@transaction.atomic
def take_back(page: PlanPage, report: ProgressReport, user: Any) -> None:
    """Delete ``report``; raise NotTheLastError if it is not the last of its action."""
    _hold(page)
    _must_be_last(page, report)
    report.delete()
    _settle(page, user, TAKEN_BACK, 1)


def reports_of(page: PlanPage) -> dict[UUID, list[ProgressReport]]:
    """Return what was told of the actions of a plan, the last report first; one query."""
    found: dict[UUID, list[ProgressReport]] = {}
    for row in ProgressReport.objects.filter(plan_key=page.translation_key):
        found.setdefault(row.action_id, []).append(row)
    return found


def last_told(rows: Sequence[ProgressReport]) -> ProgressReport | None:
    """Return the report that was made last, whatever day it tells of: the one that may be corrected."""
    return max(rows, key=lambda row: row.pk, default=None)


def _hold(page: PlanPage) -> None:
    """Let nobody else tell of the same plan until this transaction ends; language versions are one plan."""
    rows = Page.objects.filter(translation_key=page.translation_key).order_by("pk")
    list(rows.select_for_update(no_key=True, of=("self",)).values_list("pk"))


def _must_be_last(page: PlanPage, report: ProgressReport) -> None:
    last = last_told(reports_of(page).get(report.action_id, []))
    if last is None or last.pk != report.pk:
        raise NotTheLastError


def _is_again(news: News, row: ProgressReport, locale: Locale, user: Any) -> bool:
    same = (news.state, news.value, news.reported_on) == (row.state, row.value, row.reported_on)
    if not same or row.made_by_id != getattr(user, "pk", None):
        return False
    note = row.notes.filter(locale=locale).values_list("text", flat=True).first() or ""
    return news.note.strip() == note


def _settle(page: PlanPage, user: Any, action: str, count: int) -> None:
    """Note it in the page's history; have made anew what shows it, once it is committed."""
    log(page, action, user=user, data={"count": count})
    transaction.on_commit(partial(tasks.wake, page.translation_key))
    transaction.on_commit(
        partial(progress_changed.send, sender=PlanPage, plan_key=page.translation_key)
    )

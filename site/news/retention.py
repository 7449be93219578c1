"""Applications are removed when their time is over: rows, files, and files whose row is long gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from news.models import Application, ApplicationFile, CallPage
from news.storage import private_storage

#: A file is written a moment before its row is there for others to see.
LEFTOVER = timedelta(days=1)


@dataclass
class Removed:
    """How much was removed."""

    applications: int = 0
    files: int = 0
    leftovers: int = 0


def overdue(day: date) -> set[UUID]:
    """Return the calls whose applications are to be gone on ``day``.

    Those of a call that no longer exists are; of a call without a deadline, none.
    """
    until: dict[UUID, date | None] = {}
    for call in CallPage.objects.order_by().only("translation_key", "closes_at", "remove_after"):
        known = until.get(call.translation_key)
        ends = call.removed_on
        until[call.translation_key] = max(known, ends) if known and ends else known or ends
    applied = set(Application.objects.order_by().values_list("call", flat=True).distinct())
    return {key for key in applied if key not in until or _is_over(until[key], day)}


def _is_over(ends: date | None, day: date) -> bool:
    return ends is not None and ends <= day


def remove_old(day: date) -> Removed:
    """Remove what is overdue on ``day``, call by call; may be run at any time and again."""
    removed = Removed()
    for key in overdue(day):
        with transaction.atomic():
            rows = Application.objects.filter(call=key)
            removed.files += ApplicationFile.objects.filter(application__call=key).count()
            removed.applications += rows.count()
            rows.delete()
    removed.leftovers = _remove_leftovers()
    return removed


def _remove_leftovers() -> int:
    """Delete files that no row names: of a process that was killed between the two."""
    storage = private_storage()
    count = 0
    try:
        folders, _files = storage.listdir("")
    except FileNotFoundError:
        return 0
    for folder in folders:
        _folders, names = storage.listdir(folder)
        paths = [f"{folder}/{name}" for name in names]
        known = set(
            ApplicationFile.objects.filter(file__startswith=f"{folder}/").values_list(
                "file", flat=True
            )
        )
        for path in paths:
            if path not in known and storage.get_modified_time(path) < timezone.now() - LEFTOVER:
                storage.delete(path)
                count += 1
    return count

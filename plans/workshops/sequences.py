"""How often the calendar entry of a workshop has changed (SEQUENCE and LAST-MODIFIED, RFC 5545, 3.8.7).

Counted when a plan is published, for every language version of it: facts reach all of them at once
(ADR 0019).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from plans.models import PlanPage, Workshop, WorkshopSequence

#: What of a workshop its entry says. Its address is not among it: that changes with the tree of pages.
SAID = (
    "title",
    "starts_at",
    "ends_at",
    "town",
    "venue",
    "online_url",
    "audience",
    "language",
    "sign_up_url",
    "sign_up_until",
    "is_cancelled",
)


def fingerprint(row: Workshop) -> str:
    """Return a digest of what the entry of ``row`` says."""
    said: list[Any] = [getattr(row, name) for name in SAID]
    written = json.dumps(
        [one.timestamp() if hasattr(one, "timestamp") else one for one in said],
        ensure_ascii=False,
    )
    return hashlib.sha256(written.encode()).hexdigest()


@transaction.atomic
def count_changes(plan_key: UUID) -> int:
    """Count what has changed in the workshops of a plan, in all its live language versions.

    Returns how many entries are new or have changed; run again it finds none. Three queries at most,
    and two to write. Two publications at once wait for one another.
    """
    plans = PlanPage.objects.filter(translation_key=plan_key, live=True)
    rows = list(Workshop.objects.filter(page__in=plans.values("pk")).select_related("page__locale"))
    known = _known({row.translation_key for row in rows}, lock=True)
    now = timezone.now()
    new, changed = [], []
    for row in rows:
        code, digest = row.page.locale.language_code, fingerprint(row)
        kept = known.get((row.translation_key, code))
        if kept is None:
            new.append(
                WorkshopSequence(
                    key=row.translation_key, language_code=code, fingerprint=digest, changed_at=now
                )
            )
        elif kept.fingerprint != digest:
            kept.fingerprint, kept.changed_at = digest, now
            kept.sequence += 1
            changed.append(kept)
    if new:
        WorkshopSequence.objects.bulk_create(new, ignore_conflicts=True)
    if changed:
        WorkshopSequence.objects.bulk_update(changed, ["fingerprint", "sequence", "changed_at"])
    return len(new) + len(changed)


def sequences_of(keys: Iterable[UUID], code: str) -> dict[UUID, WorkshopSequence]:
    """Return by key how often entries in the language ``code`` have changed; one query."""
    found = _known(set(keys), code=code)
    return {key: row for (key, _code), row in found.items()}


def _known(
    keys: set[UUID], code: str = "", *, lock: bool = False
) -> dict[tuple[UUID, str], WorkshopSequence]:
    if not keys:
        return {}
    rows = WorkshopSequence.objects.filter(key__in=keys)
    if code:
        rows = rows.filter(language_code=code)
    if lock:
        rows = rows.select_for_update().order_by("pk")
    return {(row.key, row.language_code): row for row in rows}


@receiver(page_published)
def count_changes_on_publication(sender: type, instance: Any, **kwargs: Any) -> None:
    """Count what has changed when a plan goes out."""
    if isinstance(instance, PlanPage):
        count_changes(instance.translation_key)

"""Which plan may replace which: pure rules over what replaces what, and the lock that keeps them.

Plans are told by their translation key, one for all languages: a plan that replaces its own Swedish
version would replace itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q


class Fault(Enum):
    """What is wrong with one plan replacing another."""

    ITSELF = "itself"
    CIRCLE = "circle"
    SECOND = "second"


def fault_of(key: UUID, replaced: UUID, replacements: Mapping[UUID, UUID]) -> Fault | None:
    """Return what is wrong with the plan ``key`` replacing the plan ``replaced``; None if nothing is.

    ``replacements`` tells of every other plan which one it replaces. A chain may have any length; each
    plan has one successor at most, and none comes back to where it began.
    """
    if replaced == key:
        return Fault.ITSELF
    seen, older = {key}, replaced
    while older not in seen:
        seen.add(older)
        following = replacements.get(older)
        if following is None:
            break
        older = following
    if older == key:
        return Fault.CIRCLE
    if any(replaced == old and newer != key for newer, old in replacements.items()):
        return Fault.SECOND
    return None


def replacements_beside(key: UUID, *, live: bool) -> dict[UUID, UUID]:
    """Return which plan each other plan replaces; the public ones (``live``) or the drafts. One query."""
    from plans.models import PlanPage

    rows = PlanPage.objects.filter(
        ~Q(translation_key=key), replaces__isnull=False, live=live
    ).order_by("pk")
    return dict(rows.values_list("translation_key", "replaces__translation_key"))


def hold_the_chain() -> None:
    """Within a transaction, wait until nobody else is publishing a plan that replaces another.

    Two editors who publish two successors of one plan at once would each see none beside her own. All
    take the same row, so that they wait in one line and never for each other. It is not written, and
    keeps nobody from pointing at it. SQLite has one writer at a time anyway.
    """
    from plans.models import PlanPage

    if connection.in_atomic_block:
        kind = ContentType.objects.get_for_model(PlanPage)
        list(ContentType.objects.select_for_update(no_key=True).filter(pk=kind.pk))

"""How much plans matter to readers: while one may comment on them, and while they are in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from core.importance import Importance, register_importance
from plans.models import PlanIndexPage, PlanPage, WorkshopIndexPage


@register_importance
def ranks(now: datetime) -> Iterable[tuple[Importance, Any]]:
    """Return plans by what they are at ``now``, in the time of the site.

    As ``plans.state.Standing``, except that one replaced by another is still in force here until its
    period ends: that is a question of a chain of pages.
    """
    day = timezone.localdate(now, timezone.get_default_timezone())
    plans = PlanPage.objects.all()
    stage = PlanPage.Stage
    may_comment = Q(comments_until=None) | Q(comments_until__gte=day)
    has_ended = Q(stage=stage.ENDED) | Q(stage=stage.ADOPTED, ends_on__lt=day)
    yield Importance.OPEN, plans.filter(may_comment, stage=stage.CONSULTATION)
    yield Importance.PAST, plans.filter(has_ended)
    yield (
        Importance.IN_FORCE,
        plans.exclude(has_ended).filter(stage=stage.ADOPTED, starts_on__lte=day),
    )
    for index in (PlanIndexPage, WorkshopIndexPage):
        yield Importance.LIST, index.objects.all()

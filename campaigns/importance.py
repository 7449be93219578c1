"""How much campaigns matter to readers: while they run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from campaigns.models import CampaignIndexPage, CampaignPage
from core.importance import Importance, register_importance


@register_importance
def ranks(now: datetime) -> Iterable[tuple[Importance, Any]]:
    """Return campaigns by what they are at ``now``, in the time of the site."""
    day = timezone.localdate(now, timezone.get_default_timezone())
    yield Importance.LIST, CampaignIndexPage.objects.all()
    yield Importance.IN_FORCE, CampaignPage.objects.not_past(day)
    yield Importance.PAST, CampaignPage.objects.past(day)

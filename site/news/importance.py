"""How much news and calls matter to readers: a call until it closes, news for a month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from core.importance import Importance, register_importance
from news.models import CallPage, NewsIndexPage, NewsPage

#: How long news are news.
FRESH: Final = timedelta(days=30)


@register_importance
def ranks(now: datetime) -> Iterable[tuple[Importance, Any]]:
    """Return calls and news by what they are at ``now``."""
    yield Importance.OPEN, CallPage.objects.filter(closes_at__gt=now)
    yield Importance.LIST, NewsIndexPage.objects.all()
    yield Importance.RECENT, NewsPage.objects.filter(published_on__gt=now - FRESH)
    yield Importance.PAST, NewsPage.objects.filter(published_on__lte=now - FRESH)
    yield Importance.PAST, CallPage.objects.past(now)

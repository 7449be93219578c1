"""How long a page may be kept by a browser or a cache when it changes by itself at a known moment.

What is said of a day ("ends today") is computed when the page is shown, and would be wrong in a copy
kept past midnight.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control

#: Seconds a page that changes by itself may be kept at most; editors see their own change within it.
LONGEST = 60


def start_of(day: date) -> datetime:
    """Return the first moment of ``day`` where the site is (setting ``TIME_ZONE``), summer time or not."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def today() -> date:
    """Return the day it is where the site is, whatever time zone a member of staff has chosen."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def seconds_until(moment: datetime, now: datetime | None = None) -> int:
    """Return the whole seconds from ``now`` to ``moment``, cut; 0 where it has passed.

    Counted in UTC: two times of one zone are otherwise told apart by their clocks, which jump.
    """
    passed = moment.astimezone(UTC) - (now or timezone.now()).astimezone(UTC)
    return max(0, int(passed.total_seconds()))


def keep_until(response: HttpResponseBase, moment: datetime | None) -> None:
    """Forbid ``response`` to be kept past ``moment``; None asks for nothing."""
    if moment is not None:
        patch_cache_control(response, max_age=min(LONGEST, seconds_until(moment)))

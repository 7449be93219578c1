"""When a call is open: a window of time, exact at the second, and what is said of it by itself.

Everything here is computed from the moment it is asked about; nothing is stored and no database is read.
Moments are compared in UTC: two times of one zone are otherwise told apart by their clocks, which jump.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.utils import timezone

from core.freshness import start_of

COMING: Final = "coming"
OPEN: Final = "open"
CLOSED: Final = "closed"
DECIDED: Final = "decided"


def day_of(moment: datetime) -> date:
    """Return the day it is at ``moment`` where the site is (setting ``TIME_ZONE``)."""
    return moment.astimezone(timezone.get_default_timezone()).date()


@dataclass(frozen=True)
class Window:
    """From ``opens_at``, included, to ``closes_at``, excluded; None leaves that side open.

    ``decided_on`` is the day on which the outcome is told; it counts only once the call is closed.
    """

    closes_at: datetime | None
    opens_at: datetime | None = None
    decided_on: date | None = None

    def state(self, now: datetime) -> str:
        """Return ``COMING``, ``OPEN``, ``CLOSED`` or ``DECIDED`` at the moment ``now``."""
        now = now.astimezone(UTC)
        if self.closes_at is not None and now >= self.closes_at.astimezone(UTC):
            is_told = self.decided_on is not None and day_of(now) >= self.decided_on
            return DECIDED if is_told else CLOSED
        if self.opens_at is not None and now < self.opens_at.astimezone(UTC):
            return COMING
        return OPEN

    def days_left(self, now: datetime) -> int:
        """Return how many midnights lie between ``now`` and the deadline: 0 on its own day."""
        if self.closes_at is None:
            return 0
        return max(0, (day_of(self.closes_at) - day_of(now)).days)

    def changes_after(self, now: datetime) -> datetime | None:
        """Return the first moment after ``now`` at which state or days left differ; None for never."""
        state = self.state(now)
        moments: list[datetime] = []
        if state == COMING:
            moments = [moment for moment in (self.opens_at, self.closes_at) if moment is not None]
        elif state == OPEN and self.closes_at is not None:
            moments = [self.closes_at, start_of(day_of(now) + timedelta(days=1))]
        elif state == CLOSED and self.decided_on is not None:
            moments = [start_of(self.decided_on)]
        return min((moment.astimezone(UTC) for moment in moments), default=None)

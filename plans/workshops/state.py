"""What a workshop is at a moment: upcoming, going on or past; and whether one can sign up for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

UPCOMING: Final = "upcoming"
RUNNING: Final = "running"
PAST: Final = "past"
CANCELLED: Final = "cancelled"

OPEN: Final = "open"
CLOSED: Final = "closed"
NONE: Final = ""


@dataclass(frozen=True)
class Times:
    """When a workshop is, and until when one signs up; moments with a time zone, any.

    They are compared in UTC: Python compares two times of one zone by their clocks, which jump.
    """

    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool = False
    signs_up: bool = False
    sign_up_until: datetime | None = None

    def __post_init__(self) -> None:
        for name in ("starts_at", "ends_at", "sign_up_until"):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, moment.astimezone(UTC))

    def state(self, now: datetime) -> str:
        """Return ``UPCOMING``, ``RUNNING``, ``PAST`` or ``CANCELLED`` at ``now``."""
        if self.is_cancelled:
            return CANCELLED
        if now.astimezone(UTC) < self.starts_at:
            return UPCOMING
        return PAST if self.is_past(now) else RUNNING

    def is_past(self, now: datetime) -> bool:
        """Tell whether its time is over, whether it was held or not."""
        return now.astimezone(UTC) >= self.ends_at

    @property
    def closes_at(self) -> datetime:
        """Return when sign-up closes: at its deadline, without one at the beginning; never after the end."""
        return min(self.sign_up_until or self.starts_at, self.ends_at)

    def sign_up(self, now: datetime) -> str:
        """Return ``OPEN`` or ``CLOSED``, or ``NONE`` where nobody signs up (any more)."""
        if not self.signs_up or self.is_cancelled or self.is_past(now):
            return NONE
        return OPEN if now.astimezone(UTC) < self.closes_at else CLOSED

    def changes_after(self, now: datetime) -> datetime | None:
        """Return the first moment after ``now`` at which something else is said of it; None for never."""
        moments = [self.ends_at]
        if not self.is_cancelled:
            moments.append(self.starts_at)
            if self.signs_up:
                moments.append(self.closes_at)
        present = now.astimezone(UTC)
        return min((moment for moment in moments if moment > present), default=None)


def changes_at_of(workshops: Iterable[Times], now: datetime) -> datetime | None:
    """Return when the first of ``workshops`` changes; None where none will."""
    changes = (times.changes_after(now) for times in workshops)
    return min((moment for moment in changes if moment is not None), default=None)

"""When a campaign runs: its days, and the state they give it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from core.freshness import start_of

COMING: Final = "coming"
RUNNING: Final = "running"
PAST: Final = "past"


@dataclass(frozen=True)
class Period:
    """From ``starts_on`` to ``ends_on``, both days included, in the time of the site; None is no end."""

    starts_on: date
    ends_on: date | None = None

    def state(self, day: date) -> str:
        """Return ``COMING``, ``RUNNING`` or ``PAST`` on ``day``."""
        if day < self.starts_on:
            return COMING
        return PAST if self.ends_on is not None and day > self.ends_on else RUNNING

    def changes_after(self, day: date) -> datetime | None:
        """Return the first moment at which the state will no longer be that of ``day``; None for never."""
        state = self.state(day)
        if state == COMING:
            return start_of(self.starts_on)
        if state == RUNNING and self.ends_on is not None and self.ends_on < date.max:
            return start_of(self.ends_on + timedelta(days=1))
        return None

"""What a plan is on a day, as a reader is told it, and when that changes by itself: pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.freshness import start_of


class PlanState(models.TextChoices):
    """What a plan is on a day. Its stage says what was decided; the day and a newer plan do the rest."""

    DRAFT = "draft", _("draft")
    COMMENT = "comment", _("out for comment")
    COMING = "coming", _("not yet in force")
    IN_FORCE = "in_force", _("in force")
    ENDED = "ended", _("ended")
    REPLACED = "replaced", _("replaced")


#: Those that hold no more: the end of every list.
EARLIER = frozenset({PlanState.ENDED, PlanState.REPLACED})
#: The stages of ``PlanPage.Stage`` by their values, so that this module needs no model.
CONSULTATION, ADOPTED, STOPPED = "consultation", "adopted", "ended"
#: A plan at one of these stages has been decided, and takes the place of the one it replaces.
DECIDED = frozenset({ADOPTED, STOPPED})


@dataclass(frozen=True)
class Standing:
    """What the state of a plan depends on; all days in the time of the site, first and last included.

    ``replaced_from`` is the first day of the live, adopted plan that replaces this one.
    """

    stage: str
    starts_on: date
    ends_on: date | None = None
    comments_until: date | None = None
    replaced_from: date | None = None

    def on(self, day: date) -> PlanState:
        """Return the state on ``day``.

        A plan is replaced when the period of the newer one begins, and holds until then. One whose
        time for comments is over is a draft again: somebody is working on it.
        """
        if self.replaced_from is not None and self.replaced_from <= day:
            return PlanState.REPLACED
        if self.stage == STOPPED:
            return PlanState.ENDED
        if self.stage == CONSULTATION:
            is_over = self.comments_until is not None and self.comments_until < day
            return PlanState.DRAFT if is_over else PlanState.COMMENT
        if self.stage != ADOPTED:
            return PlanState.DRAFT
        if self.ends_on is not None and self.ends_on < day:
            return PlanState.ENDED
        return PlanState.COMING if day < self.starts_on else PlanState.IN_FORCE

    def changes_after(self, day: date) -> datetime | None:
        """Return the first moment at which the state is no longer that of ``day``; None for never."""
        state = self.on(day)
        ends = (end for end in (self.ends_on, self.comments_until) if end and end < date.max)
        firsts = {self.starts_on, self.replaced_from, *(end + timedelta(days=1) for end in ends)}
        for first in sorted(one for one in firsts if one is not None and one > day):
            if self.on(first) != state:
                return start_of(first)
        return None

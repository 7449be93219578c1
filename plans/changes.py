"""What has happened to the actions of a plan, by day: the change log of its page and of its feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plans.outline import Action, Outline, State, Told

#: How many the page shows; the feed has more.
LATEST = 10


@dataclass(frozen=True)
class Change:
    """What was told of an action on one day, and the state it was in before."""

    action: Action
    told: Told
    #: None where nothing had been told of it.
    before: State | None

    @property
    def is_new_state(self) -> bool:
        """Tell whether the state is another than before, not only the note or the figure."""
        return self.before != self.told.state


def changes_of(outline: Outline) -> list[Change]:
    """Return all that was told of the actions of ``outline``, newest first; of one day, in their order."""
    found = []
    for action in outline:
        for place, told in enumerate(action.history):
            older = action.history[place + 1 : place + 2]
            found.append(Change(action, told, older[0].state if older else None))
    return sorted(found, key=lambda change: change.told.reported_on, reverse=True)

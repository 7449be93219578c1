"""What a plan must have before it goes out, and what it had better have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.publishing import Problem

if TYPE_CHECKING:
    from plans.models import PlanPage


def problems_of(page: PlanPage) -> list[Problem]:
    """Return what is missing or wrong with ``page``, beyond what every page is asked."""
    return []

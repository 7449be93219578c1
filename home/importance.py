"""How much the front door matters to readers: nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from core.importance import Importance, register_importance
from home.models import HomePage


@register_importance
def ranks(now: datetime) -> Iterable[tuple[Importance, Any]]:
    """Return the front doors."""
    yield Importance.FRONT_DOOR, HomePage.objects.all()

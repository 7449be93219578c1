"""Who does what is being done, and how: told to the signal handlers that carry it on.

Wagtail's signals do not say who acts, nor that an edit is minor, nor which versions an editor left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Acting:
    """Who acts, whether the edit is minor, and why versions (by locale id) do not follow."""

    user: Any = None
    is_minor: bool = False
    left_out: Mapping[int, str] = field(default_factory=dict)
    #: The primary key of the revision that is being published.
    revision_id: int | None = None
    #: The page that is being published (key, language), where it is known to be nobody's version.
    no_version: tuple[UUID, int] | None = None


_acting: ContextVar[Acting | None] = ContextVar("kohtaamo-acting", default=None)


def current() -> Acting:
    """Return what is known of the deed that is being done."""
    return _acting.get() or Acting()


@contextmanager
def acting(
    user: Any = None,
    *,
    is_minor: bool | None = None,
    left_out: Mapping[int, str] | None = None,
    revision_id: int | None = None,
    no_version: tuple[UUID, int] | None = None,
) -> Iterator[Acting]:
    """Say within the block who acts; what is not given stays as it was said around it."""
    around = current()
    said = Acting(
        user if user is not None else around.user,
        around.is_minor if is_minor is None else is_minor,
        around.left_out if left_out is None else dict(left_out),
        around.revision_id if revision_id is None else revision_id,
        around.no_version if no_version is None else no_version,
    )
    token = _acting.set(said)
    try:
        yield said
    finally:
        _acting.reset(token)

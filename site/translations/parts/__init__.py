"""Texts that a page shows from elsewhere: vocabularies, titles, texts of videos, captions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise


@dataclass(frozen=True)
class PartState:
    """How true one such text is in one language."""

    label: str | Promise
    href: str = ""
    outdated: int = 0
    fallback: int = 0
    since: datetime | None = None
    latest: datetime | None = None


def parts_of(page_keys: Iterable[UUID]) -> dict[UUID, frozenset[Any]]:
    """Return which parts the pages show."""
    return {}


def states_of(parts: Iterable[Any], locales: Iterable[int]) -> dict[tuple[Any, int], PartState]:
    """Return the states of ``parts`` in ``locales``; nothing is said of those that are as they should be."""
    return {}

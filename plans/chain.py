"""Which plan replaces which: read for the whole site at one query, told by translation key.

Forms refuse a plan that replaces itself in a circle, and a second successor (``plans.forms``). Data may
hold either all the same: here neither breaks a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from plans.models import PlanPage
from plans.state import DECIDED


@dataclass(frozen=True)
class Replacement:
    """A plan that replaces an earlier one. It ``counts`` once it is public and was adopted."""

    key: UUID
    replaced: UUID
    starts_on: date
    counts: bool


@dataclass(frozen=True)
class Chain:
    """All replacements of the site: by the newer plan, and by the older one."""

    older: dict[UUID, UUID] = field(default_factory=dict)
    newer: dict[UUID, list[Replacement]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Chain:
        """Read what live plans, and drafts among them, replace; one query."""
        rows = PlanPage.objects.filter(replaces__isnull=False).values_list(
            "translation_key",
            "replaces__translation_key",
            "starts_on",
            "stage",
            "live",
            "view_restrictions",
        )
        return cls.of(
            Replacement(key, replaced, starts_on, live and restriction is None and stage in DECIDED)
            for key, replaced, starts_on, stage, live, restriction in rows
        )

    @classmethod
    def of(cls, replacements: Iterable[Replacement]) -> Chain:
        """Arrange ``replacements``; of language versions of one plan, one that counts is enough."""
        found: dict[tuple[UUID, UUID], Replacement] = {}
        for one in replacements:
            pair = (one.replaced, one.key)
            if one.key != one.replaced and (pair not in found or one.counts):
                found[pair] = one
        chain = cls()
        # Of two successors the one that begins later is shown: the other may well be replaced by it.
        for one in sorted(found.values(), key=lambda one: (one.starts_on, one.key), reverse=True):
            chain.older.setdefault(one.key, one.replaced)
            chain.newer.setdefault(one.replaced, []).append(one)
        return chain

    def predecessors(self, key: UUID) -> list[UUID]:
        """Return the keys of the plans before the plan ``key``, the latest first; each once."""
        return list(self._walk(key))

    def _walk(self, key: UUID) -> Iterator[UUID]:
        seen = {key}
        while (older := self.older.get(key)) is not None and older not in seen:
            yield older
            seen.add(older)
            key = older

    def successor(self, key: UUID) -> Replacement | None:
        """Return the nearest plan after the plan ``key`` that counts; None where there is none."""
        seen, level = {key}, [key]
        while level:
            after = [one for older in level for one in self.newer.get(older, ())]
            after = [one for one in after if one.key not in seen]
            found = next((one for one in after if one.counts), None)
            if found is not None:
                return found
            level = list(dict.fromkeys(one.key for one in after))
            seen.update(level)
        return None

    def replaced_from(self, key: UUID) -> date | None:
        """Return the first day of the plan that replaces the plan ``key``."""
        found = self.successor(key)
        return found.starts_on if found is not None else None

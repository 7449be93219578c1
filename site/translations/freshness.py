"""How true a language version is: one function for one of them or for thousands.

``freshness_of`` computes it from the records (``Original``, ``LanguageVersion.shown``, the page tree,
decisions, the texts a page shows from elsewhere) at a constant number of queries; ``refresh`` keeps
the answer on the rows, for lists and notices. The editor's badge, the matrix, the public notice and
the publish gate ask these and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from translations.evidence import (
    Evidence,
    Key,
    Lack,
    Place,
    gather,
    read_changes,
    read_decisions,
    read_wide_decisions,
)
from translations.forms import form_gaps
from translations.models import LanguageVersion, Original, State
from translations.readers import agree
from translations.texts import FALLBACK, MACHINE, Gap, by_path, without

#: Versions computed together: a bound for memory and for the parameters of a query.
AT_ONCE = 2_000


@dataclass(frozen=True)
class Freshness:
    """The answer about one version. ``since`` and ``latest``: the first and last change it lacks."""

    state: str = State.IN_WORK
    is_live: bool = False
    is_in_review: bool = False
    total: int = 0
    outdated: int = 0
    fallback: int = 0
    machine: int = 0
    disagreements: tuple[str, ...] = ()
    since: datetime | None = None
    latest: datetime | None = None
    changed_by_id: int | None = None
    gaps: tuple[Gap, ...] = field(default=(), compare=False)

    @property
    def columns(self) -> dict[str, Any]:
        """Return what ``LanguageVersion`` keeps of the answer."""
        values = asdict(self)
        del values["gaps"]
        return {**values, "state": str(self.state), "disagreements": list(self.disagreements)}


def gaps_of(segments: Iterable[Sequence[str]], shown: Iterable[Sequence[str]]) -> tuple[Gap, ...]:
    """Return where a version that shows ``shown`` differs from a source that says ``segments``."""
    segments, shown = list(segments), list(shown)
    if [entry[:2] for entry in shown] == segments:
        return ()  # the common case, without counting
    wanted, vouched = by_path(segments), by_path(shown)
    found = []
    for path in [*wanted, *(path for path in vouched if path not in wanted)]:
        new, old = wanted.get(path, []), vouched.get(path, [])
        if new != old:
            gap = Gap(path, tuple(without(new, old)), tuple(without(old, new)))
            if gap.count:
                found.append(gap)
    return tuple(found)


def all_gaps(original: Original | None, version: LanguageVersion) -> tuple[Gap, ...]:
    """Return what ``version`` lacks of its source: texts, and forms of fields whose texts it has."""
    if original is None:
        return gaps_of([], version.shown)
    texts = gaps_of(original.segments, version.shown)
    return texts + form_gaps(original.forms, version.forms, texts)


def disagreements_of(source: Place, target: Place, expected_parent: str) -> tuple[str, ...]:
    """Return what of the lifecycle of two pages does not agree, as codes of ``LeftOut.Deed``.

    ``expected_parent`` is the path of the page the target should stand under; empty where the parent of
    the source has no version in its language. A draft of a live source is no disagreement: it is in work.
    """
    found = []
    if target.live and not source.live:
        found.append("live")
    if target.expire_at != source.expire_at:
        found.append("expiry")
    if expected_parent and not target.is_child_of(expected_parent):
        found.append("place")
    if not agree((source.restrictions, source.inherited), (target.restrictions, target.inherited)):
        found.append("restriction")
    return tuple(found)


def assess(
    version: LanguageVersion, evidence: Evidence, lacks: Sequence[Lack], torn: tuple[str, ...]
) -> Freshness:
    """Return the freshness of one version from what was gathered about it.

    ``lacks`` is what its texts lack, and those of the versions it was made from; ``torn`` what of its
    lifecycle does not agree, decided or not.
    """
    original = evidence.original_of(version)
    kinds = [kind for _path, _mark, kind in version.shown]
    parts = evidence.parts_of(version)
    target = evidence.target_of(version)
    live = target is not None and target.live
    left_out = evidence.left_out(version)
    disagreements = tuple(code for code in torn if code not in left_out)
    moments = evidence.moments_of(version, lacks)
    outdated = sum(gap.count for _original, gap in lacks) + sum(part.outdated for part in parts)
    fallback = kinds.count(FALLBACK) + sum(part.fallback for part in parts)
    machine = kinds.count(MACHINE)
    is_in_review = target is not None and target.is_in_review
    if not live:
        state = State.IN_REVIEW if is_in_review else State.IN_WORK
    elif outdated or disagreements:
        state = State.OUTDATED
    elif fallback:
        state = State.FALLBACK
    elif machine:
        state = State.MACHINE
    else:
        state = State.UP_TO_DATE
    return Freshness(
        state=state,
        is_live=live,
        is_in_review=is_in_review,
        total=len(original.segments) if original else 0,
        outdated=outdated,
        fallback=fallback,
        machine=machine,
        disagreements=disagreements,
        since=moments.since,
        latest=moments.latest,
        changed_by_id=moments.changed_by_id,
        gaps=tuple(gap for one, gap in lacks if one is original),
    )


def _disagreements(version: LanguageVersion, evidence: Evidence) -> tuple[str, ...]:
    source, target = evidence.source_of(version), evidence.target_of(version)
    if source is None or target is None:
        return ()
    return disagreements_of(source, target, evidence.expected_parent(version))


def freshness_of(
    versions: Iterable[LanguageVersion], originals: Iterable[Original] = ()
) -> dict[int, Freshness]:
    """Return the freshness of ``versions`` by their primary key, at a constant number of queries.

    Pass all versions of an object, for one that was made from another version lacks what that lacks;
    at most ``AT_ONCE``, ``refresh_all`` does the counting for more. ``originals`` are the records of
    sources that the caller has at hand.
    """
    rows = list(versions)
    evidence = gather(rows, originals)
    lacks: dict[Key, list[Lack]] = {}
    torn, changed = {}, set()
    for version in rows:
        original = evidence.original_of(version)
        found = all_gaps(original, version)
        lacks[version.translation_key, version.locale_id] = [(original, gap) for gap in found]
        torn[version.pk] = _disagreements(version, evidence)
        if original is not None and found:
            changed.add(original.pk)
    if changed:
        read_changes(evidence, changed)
    if any(torn.values()):
        read_decisions(evidence, (pk for pk, found in torn.items() if found))
        seen_by_others = [row for row in rows if "restriction" in torn[row.pk]]
        if seen_by_others:
            read_wide_decisions(evidence, seen_by_others)
    sources = {(one.translation_key, one.locale_id): one.source_locale_id for one in rows}
    return {
        version.pk: assess(version, evidence, _all_lacks(version, lacks, sources), torn[version.pk])
        for version in rows
    }


def _all_lacks(
    version: LanguageVersion, lacks: Mapping[Key, list[Lack]], sources: Mapping[Key, int]
) -> list[Lack]:
    """Return what ``version`` lacks, and what those lack that it was made from, each of another."""
    key, locale = version.translation_key, version.locale_id
    found: list[Lack] = []
    passed: set[int] = set()
    while locale not in passed and (key, locale) in sources:
        passed.add(locale)
        found += lacks[key, locale]
        locale = sources[key, locale]
    return found


#: What is to be computed when a deed is done: keys, with the originals that were at hand.
_gathered: ContextVar[dict[UUID, list[Original]] | None] = ContextVar(
    "kohtaamo-to-refresh", default=None
)


@contextmanager
def refreshing_once() -> Iterator[None]:
    """Compute each object once when the block ends, however often it is asked for within it.

    For what is one deed and one transaction: a publication saves a page, its rows and its references.
    """
    if _gathered.get() is not None:
        yield
        return
    gathered: dict[UUID, list[Original]] = {}
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    if gathered:
        refresh(gathered, [one for found in gathered.values() for one in found])


def refresh(keys: Iterable[UUID], originals: Iterable[Original] = ()) -> int:
    """Compute and keep the freshness of all versions of the objects ``keys``; return how many had another.

    Within ``refreshing_once`` it is done at the end, and nothing is returned yet.
    """
    gathered = _gathered.get()
    if gathered is not None:
        known = list(originals)
        for key in keys:
            gathered[key] = [one for one in known if one.translation_key == key] or gathered.get(
                key, []
            )
        return 0
    with transaction.atomic():
        # What another changes just now is read when she has done.
        rows = LanguageVersion.objects.filter(translation_key__in=set(keys)).order_by("pk")
        return _refresh(rows.select_for_update(no_key=True), originals)


def refresh_all(*, is_check: bool = False) -> tuple[int, int]:
    """Compute the freshness of every version; return (versions, those whose stored one was wrong).

    With ``is_check`` nothing is written. Queries and time grow with the number of versions, memory
    does not.
    """
    total, drifted, last = 0, 0, UUID(int=0)
    while True:
        rest = LanguageVersion.objects.filter(translation_key__gt=last)
        rows = list(rest.order_by("translation_key")[:AT_ONCE])
        if len(rows) == AT_ONCE:  # the versions of the last object may go on
            rows = [row for row in rows if row.translation_key != rows[-1].translation_key]
        if not rows:
            return total, drifted
        total, last = total + len(rows), rows[-1].translation_key
        drifted += len(_drifted(rows)) if is_check else _refresh(rows)


def _drifted(
    rows: Iterable[LanguageVersion], originals: Iterable[Original] = ()
) -> list[LanguageVersion]:
    """Put the right answers on ``rows``, in memory; return those that had another."""
    rows = list(rows)
    found = freshness_of(rows, originals)
    drifted = []
    for version in rows:
        columns = found[version.pk].columns
        if any(getattr(version, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(version, name, value)
            drifted.append(version)
    return drifted


def _refresh(rows: Any, originals: Iterable[Original] = ()) -> int:
    with transaction.atomic():
        drifted = _drifted(rows, originals)
        if drifted:
            LanguageVersion.objects.bulk_update(drifted, [*Freshness().columns], batch_size=500)
    return len(drifted)

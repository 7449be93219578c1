"""What is known about language versions: read for many of them at once, at a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Subquery
from django.db.models.functions import Cast, Length, Substr
from wagtail.models import Page, PageViewRestriction, WorkflowState
from wagtail_localize.models import TranslatableObject

from translations.models import LanguageVersion, LeftOut, Original, SegmentChange
from translations.parts import PartState, parts_of, states_of
from translations.readers import OPEN, Restrictions, Said, is_below, paths_left_out, restrictions
from translations.texts import Gap

#: An object in a language.
Key = tuple[UUID, int]
#: Where a version, or one that it was made from, differs from what it was translated from.
Lack = tuple[Original | None, Gap]


@dataclass(frozen=True)
class Place:
    """What the lifecycle of one page is: for a snippet all but its being there is empty."""

    live: bool = True
    expire_at: datetime | None = None
    path: str = ""
    is_in_review: bool = False
    #: What is restricted on the page itself, and on the pages above it.
    restrictions: frozenset[Said] = OPEN
    inherited: frozenset[Said] = OPEN
    #: The translation key of the page it stands under.
    parent: UUID | None = None

    def is_child_of(self, parent: str) -> bool:
        """Tell whether the page stands right under the page whose path is ``parent``."""
        return self.path[: -Page.steplen] == parent


@dataclass(frozen=True)
class Moments:
    """When a version began to be outdated, when its source was last changed, and by whom."""

    since: datetime | None = None
    latest: datetime | None = None
    changed_by_id: int | None = None


@dataclass
class Evidence:
    """All that was read; the questions ``translations.freshness`` asks of it cost no query."""

    originals: dict[Key, Original] = field(default_factory=dict)
    places: dict[Key, Place] = field(default_factory=dict)
    #: Paths of the versions of parents, where a version does not stand under one of its source's.
    parent_paths: dict[Key, str] = field(default_factory=dict)
    decisions: dict[int, set[str]] = field(default_factory=dict)
    #: The last change that made a text old, and the last that made it new: by original, path and mark.
    made_old: dict[tuple[int, str, str], SegmentChange] = field(default_factory=dict)
    made_new: dict[tuple[int, str, str], SegmentChange] = field(default_factory=dict)
    shown_parts: dict[UUID, frozenset[Any]] = field(default_factory=dict)
    part_states: dict[tuple[Any, int], PartState] = field(default_factory=dict)

    def original_of(self, version: LanguageVersion) -> Original | None:
        """Return what the source of ``version`` says."""
        return self.originals.get((version.translation_key, version.source_locale_id))

    def source_of(self, version: LanguageVersion) -> Place | None:
        """Return the lifecycle of the source, or None where it is gone."""
        return self.places.get((version.translation_key, version.source_locale_id))

    def target_of(self, version: LanguageVersion) -> Place | None:
        """Return the lifecycle of the version, or None where it is not made yet."""
        return self.places.get((version.translation_key, version.locale_id))

    def expected_parent(self, version: LanguageVersion) -> str:
        """Return the path of the page the version should stand under, or an empty string."""
        source = self.source_of(version)
        if source is None or source.parent is None:
            return ""
        return self.parent_paths.get((source.parent, version.locale_id), "")

    def left_out(self, version: LanguageVersion) -> set[str]:
        """Return what an editor decided that the version does not follow."""
        return self.decisions.get(version.pk, set())

    def parts_of(self, version: LanguageVersion) -> list[PartState]:
        """Return the states of the texts that the page shows from elsewhere."""
        shown = self.shown_parts.get(version.translation_key, ())
        states = (self.part_states.get((part, version.locale_id)) for part in shown)
        return [state for state in states if state is not None]

    def moments_of(self, version: LanguageVersion, lacks: Iterable[Lack]) -> Moments:
        """Return when the texts that ``version`` lacks, and those of other parts, became outdated."""
        first: list[datetime] = []
        last: list[tuple[datetime, int | None]] = []
        for original, gap in lacks:
            if original is None:
                continue
            old = [self.made_old.get((original.pk, gap.path, mark)) for mark in gap.surplus]
            new = [self.made_new.get((original.pk, gap.path, mark)) for mark in gap.missing]
            known = [change for change in (*old, *new) if change is not None]
            first += [change.changed_at for change in (old if any(old) else known) if change]
            last += [(change.changed_at, change.changed_by_id) for change in known]
            if not known and original.changed_at:
                first.append(original.changed_at)
                last.append((original.changed_at, None))
        for part in self.parts_of(version):
            if part.outdated:
                first += [part.since] if part.since else []
                last += [(part.latest, None)] if part.latest else []
        if not last:
            return Moments()
        latest, who = max(last, key=lambda one: one[0])
        return Moments(min(first) if first else latest, latest, who)


def gather(versions: Sequence[LanguageVersion], originals: Iterable[Original] = ()) -> Evidence:
    """Read what ``versions`` are judged by; ``originals`` are those at hand already.

    Changes and decisions hardly any version needs: ``read_changes`` and ``read_decisions`` ask for those.
    """
    evidence = Evidence()
    if not versions:
        return evidence
    keys = {version.translation_key for version in versions}
    known = list(originals)
    sources = {(version.translation_key, version.source_locale_id) for version in versions}
    if not sources <= {(original.translation_key, original.locale_id) for original in known}:
        known = list(Original.objects.filter(translation_key__in=keys).defer("texts"))
    evidence.originals = {
        (original.translation_key, original.locale_id): original for original in known
    }
    _read_pages(evidence, versions, keys)
    _read_snippets(evidence, versions)
    evidence.shown_parts = parts_of(keys)
    parts = set().union(*evidence.shown_parts.values())
    if parts:
        evidence.part_states = states_of(parts, {version.locale_id for version in versions})
    return evidence


def _read_pages(evidence: Evidence, versions: Sequence[LanguageVersion], keys: set[UUID]) -> None:
    """Read the language versions that are pages of their own, and where and for whom they stand."""
    in_review = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    parent = Page.objects.filter(
        path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    )
    # It or a page above it; most sites have none.
    restricted = PageViewRestriction.objects.filter(
        page__path=Substr(OuterRef("path"), 1, Length("page__path"))
    )
    rows = list(
        Page.objects.filter(translation_key__in=keys, alias_of=None)
        .annotate(
            is_in_review=Exists(in_review),
            is_restricted=Exists(restricted),
            parent_key=Subquery(parent.values("translation_key")[:1]),
        )
        .values_list(
            *("translation_key", "locale_id", "live", "expire_at", "path"),
            *("is_in_review", "is_restricted", "parent_key"),
        )
    )
    found = restrictions() if any(row[6] for row in rows) else Restrictions()
    for key, locale, live, expire_at, path, is_in_review, _is_restricted, parent_key in rows:
        evidence.places[key, locale] = Place(
            live, expire_at, path, is_in_review, found.on(path), found.above(path), parent_key
        )
    elsewhere = set()
    for version in versions:
        source, target = evidence.source_of(version), evidence.target_of(version)
        if source and target and source.parent and source.parent != target.parent:
            elsewhere.add(source.parent)
    if elsewhere:
        evidence.parent_paths = {
            (key, locale): path
            for key, locale, path in Page.objects.filter(
                translation_key__in=elsewhere, alias_of=None
            ).values_list("translation_key", "locale_id", "path")
        }


def read_decisions(evidence: Evidence, versions: Iterable[int]) -> None:
    """Read what editors decided about ``versions`` (primary keys), those that disagree with their source."""
    for pk, deed in LeftOut.objects.filter(version__in=list(versions)).values_list(
        "version_id", "deed"
    ):
        evidence.decisions.setdefault(pk, set()).add(deed)


def read_wide_decisions(evidence: Evidence, versions: Iterable[LanguageVersion]) -> None:
    """Read which of ``versions`` stand below one that was left out of a restriction: they are with it."""
    left_out = paths_left_out()
    for version in versions:
        target = evidence.target_of(version)
        if target is not None and left_out and is_below(target.path, left_out):
            evidence.decisions.setdefault(version.pk, set()).add(LeftOut.Deed.RESTRICTION)


def _read_snippets(evidence: Evidence, versions: Iterable[LanguageVersion]) -> None:
    """Read which of the objects that are no pages are there: one query for each kind of them."""
    homeless = {
        version.translation_key
        for version in versions
        if (version.translation_key, version.source_locale_id) not in evidence.places
    }
    if not homeless:
        return
    kinds: dict[int, set[UUID]] = defaultdict(set)
    for key, kind in TranslatableObject.objects.filter(pk__in=homeless).values_list(
        "pk", "content_type_id"
    ):
        kinds[kind].add(key)
    for kind, keys in kinds.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is None or issubclass(model, Page):
            continue
        rows = model._base_manager.filter(translation_key__in=keys)
        for key, locale in rows.values_list("translation_key", "locale_id"):
            evidence.places[key, locale] = Place()


def read_changes(evidence: Evidence, originals: Iterable[int]) -> None:
    """Read what made the texts of ``originals`` (primary keys) old and new; minor edits make none old."""
    rows = SegmentChange.objects.filter(original__in=list(originals), is_minor=False).defer(
        "old_text", "new_text"
    )
    for change in rows.order_by("changed_at", "pk"):
        evidence.made_old[change.original_id, change.path, change.old_mark] = change
        evidence.made_new[change.original_id, change.path, change.new_mark] = change

"""The rows of the report: every film with what it lacks, the most urgent first.

Source of the duty to know: Act 306/2019, section 9 (what is not accessible is named in the statement).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from django.conf import settings
from django.utils import timezone

from core.models import BasePage
from videos.languages import lang_of_name, name_of
from videos.models import Video, VideoTrack, VideoVersion
from videos.pages import live_pages_of, translations_among
from videos.parts import Parts, gather
from videos.shortcomings import WORDS, Shortcoming, shortcomings

#: What a film can lack that is only ever shown in the place of another: what it lacks in captions is
#: asked of the film it stands in for, and it needs no poster or description of its own.
OF_VERSIONS = frozenset(
    {
        *("files_failed", "files_pending", "withdrawn", "ends_soon"),
        *("flashes", "outdated", "machine_made"),
    }
)


class Urgency(IntEnum):
    """How soon somebody should see to a film; the order of the report."""

    OVERDUE = 0  # on a public page now, and not lawful
    COUNTDOWN = 1  # a live recording within its 14 days
    LACKING = 2  # on no public page; it could not be put on one
    ADVICE = 3
    IN_ORDER = 4


@dataclass(frozen=True)
class Language:
    """A language by its own name."""

    code: str

    @property
    def name(self) -> str:
        """Return the name."""
        return name_of(self.code)

    @property
    def lang(self) -> str:
        """Return the ``lang`` of the name."""
        return lang_of_name(self.code)


@dataclass(frozen=True)
class Lack:
    """Something a film lacks, and since when; None where there is no day to name."""

    shortcoming: Shortcoming
    since: datetime | None = None


@dataclass(frozen=True)
class Row:
    """A film in the report."""

    video: Video
    lacks: list[Lack]
    pages: list[BasePage]
    mains: list[Video] = field(default_factory=list)
    captions: list[Language] = field(default_factory=list)
    missing: list[Language] = field(default_factory=list)
    unchecked: list[Language] = field(default_factory=list)
    outdated: list[Language] = field(default_factory=list)
    now: datetime = field(default_factory=timezone.now)

    @property
    def title(self) -> str:
        """Return the film's title."""
        return str(self.video.title)

    @property
    def spoken(self) -> Language:
        """Return the language spoken or signed in the film."""
        return Language(self.video.spoken_language)

    @property
    def blocking(self) -> list[Lack]:
        """Return what keeps a page with the film from going out."""
        return [lack for lack in self.lacks if lack.shortcoming.blocks]

    @property
    def is_unused(self) -> bool:
        """Tell whether no public page shows the film, neither itself nor in the place of another."""
        return not self.pages

    @property
    def due(self) -> datetime | None:
        """Return when a live recording must have what it lacks."""
        return next(
            (k.shortcoming.due for k in self.lacks if k.shortcoming.code == "captions_due"), None
        )

    @property
    def since(self) -> datetime | None:
        """Return since when, at the earliest known, the film lacks something that blocks."""
        return min((lack.since for lack in self.blocking if lack.since), default=None)

    @property
    def days(self) -> int | None:
        """Return for how many whole days it has lacked it."""
        return (self.now - self.since).days if self.since else None

    @property
    def urgency(self) -> Urgency:
        """Return how soon somebody should see to it."""
        if self.blocking:
            return Urgency.OVERDUE if self.pages else Urgency.LACKING
        if self.due:
            return Urgency.COUNTDOWN
        return Urgency.ADVICE if self.lacks else Urgency.IN_ORDER

    @property
    def is_overdue(self) -> bool:
        """Tell whether the film is on a public page and not lawful there."""
        return self.urgency == Urgency.OVERDUE

    @property
    def is_in_countdown(self) -> bool:
        """Tell whether the film is a live recording that may still be without something."""
        return self.urgency == Urgency.COUNTDOWN

    @property
    def ends_on(self) -> date | None:
        """Return the last day the film may be shown."""
        return self.video.ends_on()


def rows_of(videos: Iterable[Video], now: datetime | None = None) -> list[Row]:
    """Return the rows of ``videos``, the most urgent first, at a constant number of queries.

    Since when a film lacks something is told as well as the data can: from the end of the 14 days or
    of the consent, where there is one; else from the day the film first was on a page that is public
    now; else from its upload. The database keeps no history of captions, so what was taken away later
    seems to be missing for longer than it is, and never for less.
    """
    now = now or timezone.now()
    films = list(videos)
    parts = gather(films)
    mains = _mains([film.pk for film in films])
    keys = {film.pk for film in films} | {m.pk for found in mains.values() for m in found}
    pages = live_pages_of(keys)
    translations = translations_among({p.pk: p for found in pages.values() for p in found}.values())
    found = []
    for film in films:
        its_mains = mains.get(film.pk, [])
        shown = {
            page.pk: page for key in (film.pk, *(m.pk for m in its_mains)) for page in pages[key]
        }
        lacks = _lacks(parts[film.pk], pages[film.pk], translations, now)
        if its_mains and not pages[film.pk]:
            lacks = [lack for lack in lacks if lack.code in OF_VERSIONS]
        first = _first_shown(film, shown.values())
        found.append(
            Row(
                video=film,
                lacks=[Lack(lack, _since(lack, first, now)) for lack in lacks],
                pages=list(shown.values()),
                mains=its_mains,
                now=now,
                **_languages(parts[film.pk]),
            )
        )
    return sorted(found, key=_order)


def _order(row: Row) -> tuple[int, float, str]:
    moment = row.due or row.since
    return row.urgency, moment.timestamp() if moment else 0.0, row.title.casefold()


def _mains(keys: list[int]) -> dict[int, list[Video]]:
    """Return, for each film that is a version, the films it stands in for."""
    rows = VideoVersion.objects.filter(version_id__in=keys).select_related("video")
    found: dict[int, list[Video]] = {}
    for row in rows.defer("video__manifest"):
        found.setdefault(row.version_id, []).append(row.video)
    return found


def _lacks(
    parts: Parts, pages: list[BasePage], translations: set[tuple[Any, int]], now: datetime
) -> list[Shortcoming]:
    """Return what a film lacks for any of its pages, each thing once."""
    asked = {
        (
            page.language_code,
            bool(page.alias_of_id) or (page.translation_key, page.locale_id) in translations,
        )
        for page in pages
    } or {("", True)}
    found: dict[tuple[str, str], Shortcoming] = {}
    for code, is_version in sorted(asked):
        for lack in shortcomings(
            parts.video, code, is_translation=is_version, now=now, parts=parts
        ):
            found.setdefault((lack.code, str(lack.message)), lack)
    return sorted(found.values(), key=lambda lack: not lack.blocks)


def _first_shown(film: Video, pages: Iterable[BasePage]) -> datetime:
    days = [page.first_published_at for page in pages if page.first_published_at]
    # A page may have been public before the film was put on it, but not before there was a film.
    uploaded: datetime = film.created_at
    return max(uploaded, min(days)) if days else uploaded


def _since(lack: Shortcoming, first: datetime, now: datetime) -> datetime | None:
    if not lack.blocks:
        return None
    return lack.due if lack.due and lack.due <= now else first


def _languages(parts: Parts) -> dict[str, Any]:
    """Return the languages of the film's captions, and which of the site's have none."""
    words = parts.written(*WORDS)
    codes = {track.language for track in words}
    has_words = parts.video.has_audio and parts.video.has_speech
    site = [code for code, _name in settings.LANGUAGES]

    def listed(found: Iterable[str]) -> list[Language]:
        order = {code: place for place, code in enumerate(site)}
        return [Language(c) for c in sorted(set(found), key=lambda c: (order.get(c, 99), c))]

    return {
        "captions": listed(codes),
        "missing": listed(set(site) - codes) if has_words else [],
        "unchecked": listed(
            t.language for t in words if t.origin == VideoTrack.MACHINE and t.reviewed_at is None
        ),
        "outdated": listed(t.language for t in words if t.is_outdated),
    }

"""The workshops that a page shows: which, in which order, and with what of their plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from core import languages
from core.models import BasePage, in_language
from core.moment_field import by_the_clock
from plans.models import Area, PlanPage, RegionalPlanPage, Workshop
from plans.workshops import wording
from plans.workshops.state import Times, changes_at_of

#: What is read of a plan whose workshops are shown; its long texts stay in the database.
PLAN_COLUMNS = (
    "title",
    "path",
    "depth",
    "url_path",
    "translation_key",
    "locale",
    "untranslated",
    "source_language",
    "last_published_at",
    "locale__language_code",
)


@dataclass(frozen=True)
class ShownWorkshop:
    """A workshop as it is shown at ``now``, with its plan; a regional one has an area and a programme."""

    row: Workshop
    plan: PlanPage
    now: datetime
    area: Area | None = None
    programme: PlanPage | None = None

    @property
    def top(self) -> PlanPage:
        """Return the programme that its plan carries out, else the plan itself."""
        return self.programme or self.plan

    @cached_property
    def times(self) -> Times:
        """Return its times, read once."""
        return self.row.times

    @property
    def code(self) -> str:
        """Return the code of the language it is shown in."""
        return self.plan.language_code

    @property
    def state(self) -> str:
        """Return what it is now: ``plans.workshops.state``."""
        return self.times.state(self.now)

    @property
    def is_past(self) -> bool:
        """Tell whether its time is over."""
        return self.times.is_past(self.now)

    @property
    def sign_up(self) -> str:
        """Return ``open`` or ``closed``, or nothing where nobody signs up."""
        return self.times.sign_up(self.now)

    @property
    def online_url(self) -> str:
        """Return where one joins online, as long as one can."""
        over = self.is_past or self.row.is_cancelled
        return "" if over else str(self.row.online_url)

    @property
    def is_online(self) -> bool:
        """Tell whether one could, or can, take part online."""
        return bool(self.row.online_url)

    # By the clock in Finland: without a time zone, so that no template moves them ---------------

    @cached_property
    def starts(self) -> datetime:
        """Return when it begins, by the clock."""
        return by_the_clock(self.times.starts_at)

    @cached_property
    def ends(self) -> datetime:
        """Return when it ends, by the clock."""
        return by_the_clock(self.times.ends_at)

    @property
    def closes(self) -> datetime:
        """Return until when one signs up, by the clock."""
        return by_the_clock(self.times.closes_at)

    @property
    def starts_iso(self) -> str:
        """Return when it begins, for a ``datetime`` attribute and JSON-LD, with the offset of the clock."""
        return iso(self.times.starts_at)

    @property
    def ends_iso(self) -> str:
        """Return when it ends, for a ``datetime`` attribute and JSON-LD."""
        return iso(self.times.ends_at)

    @property
    def begins_words(self) -> str:
        """Return weekday, date and time of the beginning, in the page's language."""
        return wording.moment_words(self.starts, self.code)

    @property
    def is_one_day(self) -> bool:
        """Tell whether it ends on the day it begins."""
        return self.starts.date() == self.ends.date()

    @property
    def ends_words(self) -> str:
        """Return the time of the end, with its day where it is another."""
        if self.is_one_day:
            return wording.clock_words(self.ends, self.code)
        return wording.moment_words(self.ends, self.code)

    # Texts and places ---------------------------------------------------------------------------

    def lang_of(self, name: str) -> str:
        """Return the BCP 47 tag of the text in the field ``name``."""
        code = self.plan.lang_of(f"workshops.{self.row.translation_key}.{name}")
        return languages.html_lang(code)

    @property
    def title_lang(self) -> str:
        """Return the BCP 47 tag of the title."""
        return self.lang_of("title")

    def foreign(self, name: str) -> str:
        """Return the BCP 47 tag of the text in the field ``name`` where it is not the page's."""
        lang = self.lang_of(name)
        return "" if lang == languages.html_lang(self.code) else lang

    @cached_property
    def href(self) -> str:
        """Return the address of its place on the page of its plan."""
        return f"{self.plan.get_url() or ''}#{self.row.anchor}"

    @cached_property
    def calendar_href(self) -> str:
        """Return the address of its calendar entry."""
        return f"{self.plan.get_url() or ''}workshops/{self.row.mark}.ics"


@dataclass(frozen=True)
class ShownWorkshops:
    """Workshops to come, soonest first, and past ones, newest first."""

    upcoming: list[ShownWorkshop] = field(default_factory=list)
    past: list[ShownWorkshop] = field(default_factory=list)
    now: datetime = field(default_factory=timezone.now)

    @classmethod
    def of(cls, workshops: Iterable[ShownWorkshop], now: datetime) -> ShownWorkshops:
        """Put ``workshops`` in their order; of two at one time, that of the smaller key comes first."""
        ordered = sorted(workshops, key=in_order)
        past = [one for one in reversed(ordered) if one.is_past]
        return cls([one for one in ordered if not one.is_past], past, now)

    def __iter__(self) -> Any:
        yield from self.upcoming
        yield from self.past

    def __bool__(self) -> bool:
        return bool(self.upcoming or self.past)

    @property
    def changes_at(self) -> datetime | None:
        """Return when the first of them changes."""
        return changes_at_of((one.times for one in self), self.now)


def in_order(workshop: ShownWorkshop) -> tuple[datetime, str]:
    """Return what workshops are ordered by."""
    return workshop.times.starts_at, workshop.row.translation_key.hex


def iso(moment: datetime) -> str:
    """Return ``moment`` in the time of the site, to the minute."""
    return moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="minutes")


def workshops_of(page: PlanPage, now: datetime | None = None) -> ShownWorkshops:
    """Return the workshops of ``page``, and for a programme those of its regional plans as well.

    Three queries, and one more where areas were chosen in another language. In a preview, those that
    are being written. A regional plan that is not live, or not for everybody, adds none.
    """
    now = now or timezone.now()
    found = [ShownWorkshop(row, page, now) for row in page.workshops.all() if is_whole(row)]
    if page.pk is not None and page.numchild:
        regional = RegionalPlanPage.objects.child_of(page).live()
        # What restricts the page itself was asked of the reader before.
        plans = read_plans(
            PlanPage.objects.filter(
                pk__in=regional.filter(view_restrictions__isnull=True).values("pk")
            )
        )
        found += read_workshops(plans, now)
    return ShownWorkshops.of(found, now)


def is_whole(row: Workshop) -> bool:
    """Tell whether a row can be shown: in a preview, one may still lack its times."""
    return bool(row.starts_at and row.ends_at)


@dataclass(frozen=True)
class PlanOfWorkshops:
    """A plan whose workshops are shown, the area it is for, and the programme it stands under."""

    page: PlanPage
    area: Area | None = None
    programme: PlanPage | None = None


def public_workshops(page: BasePage, now: datetime | None = None) -> ShownWorkshops:
    """Return all workshops in the language of ``page`` that everybody may know of.

    Two queries, one more where areas were chosen in another language, and those of restrictions.
    """
    now = now or timezone.now()
    plans = PlanPage.objects.live().filter(locale_id=page.locale_id)
    return ShownWorkshops.of(read_workshops(read_plans(page.publicly(plans)), now), now)


def read_plans(plans: Any) -> dict[int, PlanOfWorkshops]:
    """Return ``plans``, which are in one language, by id, with their areas; one query, or two.

    An alias shows nothing of its own.
    """
    read = list(
        plans.filter(alias_of__isnull=True)
        .select_related("locale", "regionalplanpage__area__locale")
        .only(
            *PLAN_COLUMNS,
            "regionalplanpage__area__name",
            "regionalplanpage__area__slug",
            "regionalplanpage__area__translation_key",
            "regionalplanpage__area__locale__language_code",
        )
    )
    areas = {plan.pk: _area_of(plan) for plan in read}
    shown = in_language((area for area in areas.values() if area), read[0].locale) if read else []
    by_key = {area.translation_key: area for area in shown}
    by_path = {plan.path: plan for plan in read}
    return {
        plan.pk: PlanOfWorkshops(
            plan,
            by_key[area.translation_key] if (area := areas[plan.pk]) is not None else None,
            by_path.get(plan.path[: -plan.steplen]),
        )
        for plan in read
    }


def _area_of(plan: PlanPage) -> Area | None:
    regional = getattr(plan, "regionalplanpage", None)
    return regional.area if regional is not None else None


def read_workshops(plans: dict[int, PlanOfWorkshops], now: datetime) -> list[ShownWorkshop]:
    """Return the workshops of ``plans``; one query."""
    if not plans:
        return []
    found = []
    for row in Workshop.objects.filter(page__in=list(plans)):
        of = plans[row.page_id]
        found.append(ShownWorkshop(row, of.page, now, of.area, of.programme))
    return found

"""The list of workshops as one request asks for it: filtered, paginated, never broken by a bad address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.utils.datastructures import MultiValueDict

from core import languages
from core.listing import Choice, page_links
from core.models import foreign_lang
from plans.workshops.shown import ShownWorkshop

if TYPE_CHECKING:
    from plans.models import PlanPage, WorkshopIndexPage

ITEMS_A_PAGE = 24
UPCOMING, PAST = "upcoming", "past"
NAMES = ("town", "area", "plan", "language", "when")


@dataclass(frozen=True)
class Wanted:
    """What a query string asks for; an empty string asks for everything."""

    town: str = ""
    area: str = ""
    plan: str = ""
    language: str = ""
    when: str = ""

    @classmethod
    def of(cls, query: MultiValueDict[str, str]) -> Wanted:
        """Return what ``query`` asks for; towns are compared without regard to capitals."""
        values = {name: str(query.get(name, "")).strip() for name in NAMES}
        return cls(**{**values, "town": values["town"].casefold()})

    def admits(self, workshop: ShownWorkshop) -> bool:
        """Tell whether ``workshop`` is among what is wanted, whenever it is."""
        area = workshop.area.slug if workshop.area is not None else ""
        return (
            self.town in ("", workshop.row.town.strip().casefold())
            and self.area in ("", area)
            and self.plan in ("", mark_of(workshop.top))
            and (not self.language or self.language in workshop.row.codes)
        )


def mark_of(plan: PlanPage) -> str:
    """Return what names a plan in the address of a list, the same in all languages."""
    return str(plan.translation_key.hex[:8])


@dataclass
class Listing:
    """What the list shows, and how it was narrowed."""

    upcoming: list[ShownWorkshop]
    #: How many there are, on all pages.
    count: int
    items: PageOfItems[ShownWorkshop]
    towns: list[Choice]
    areas: list[Choice]
    plans: list[Choice]
    languages: list[Choice]
    wanted: Wanted
    query: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_request(cls, index: WorkshopIndexPage, request: HttpRequest) -> Listing:
        """Return the list for the query string of ``request``.

        A page number that is none, or out of range, gives the nearest page. Raises Http404 for a
        town, area, plan, language or time that the list does not know: such an address names nothing.
        """
        workshops, wanted = index.workshops, Wanted.of(request.GET)
        every = list(workshops)
        choices = {
            "town": _choices(_towns(every), wanted.town),
            "area": _choices(_areas(every), wanted.area),
            "plan": _choices(_plans(every), wanted.plan),
            "language": _choices(_languages(every), wanted.language),
        }
        _refuse_unknown(wanted, choices)
        upcoming = [one for one in workshops.upcoming if wanted.admits(one)]
        past = [one for one in workshops.past if wanted.admits(one)]
        paginator = Paginator([] if wanted.when == UPCOMING else past, ITEMS_A_PAGE)
        items = paginator.get_page(request.GET.get("page"))
        if wanted.when == PAST:
            upcoming = []
        return cls(
            upcoming=upcoming if items.number == 1 else [],
            count=len(upcoming) + paginator.count,
            items=items,
            towns=choices["town"],
            areas=choices["area"],
            plans=choices["plan"],
            languages=choices["language"],
            wanted=wanted,
            query={name: value for name in NAMES if (value := request.GET.get(name, "").strip())},
        )

    @property
    def is_narrowed(self) -> bool:
        """Tell whether any filter is in use."""
        return bool(self.query)

    @property
    def chosen(self) -> list[tuple[str, Choice]]:
        """Return what is chosen, with the name of its filter."""
        every = (self.towns, self.areas, self.plans, self.languages)
        return [
            (name, choice)
            for name, choices in zip(NAMES, every, strict=False)
            for choice in choices
            if choice.is_chosen
        ]

    @property
    def has_choices(self) -> bool:
        """Tell whether there is anything to narrow."""
        return bool(self.towns or self.areas or self.plans or self.languages)

    @property
    def page_links(self) -> list[int | None]:
        """Return the page numbers to link to; None stands for a gap."""
        return page_links(self.items)

    def __iter__(self) -> Iterator[ShownWorkshop]:
        yield from self.upcoming
        yield from self.items


def _towns(workshops: list[ShownWorkshop]) -> Iterator[tuple[str, str, str]]:
    for one in workshops:
        town = one.row.town.strip()
        yield town, town, one.foreign("town") if town else ""


def _areas(workshops: list[ShownWorkshop]) -> Iterator[tuple[str, str, str]]:
    for one in workshops:
        if one.area is not None:
            yield one.area.slug, one.area.name, foreign_lang(one.area, one.plan.locale)


def _plans(workshops: list[ShownWorkshop]) -> Iterator[tuple[str, str, str]]:
    for one in workshops:
        code = one.top.lang_of("title")
        is_own = code == one.top.language_code
        yield mark_of(one.top), one.top.title, "" if is_own else languages.html_lang(code)


def _languages(workshops: list[ShownWorkshop]) -> Iterator[tuple[str, str, str]]:
    for one in workshops:
        for code in one.row.codes:
            if code in languages.KNOWN:
                yield code, languages.endonym(code), languages.html_lang(code)


def _choices(values: Iterable[tuple[str, str, str]], chosen: str) -> list[Choice]:
    """Return each value once, in the order of their labels."""
    found = {value.casefold(): (value, label, lang) for value, label, lang in values if value}
    return [
        Choice(value, label, lang, bool(chosen) and value.casefold() == chosen.casefold())
        for value, label, lang in sorted(found.values(), key=lambda one: one[1].casefold())
    ]


def _refuse_unknown(wanted: Wanted, choices: dict[str, list[Choice]]) -> None:
    if wanted.when not in ("", UPCOMING, PAST):
        raise Http404("no such time")
    for name, known in choices.items():
        if getattr(wanted, name) and not any(choice.is_chosen for choice in known):
            raise Http404(f"no such {name}")

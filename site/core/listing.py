"""What the lists of the site have in common: filters read from an address, and links to their pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page
from django.http import Http404
from wagtail.models import Locale

from core.models import in_language

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100


@dataclass(frozen=True)
class Choice:
    """One value of a filter: what to send, what to show, in which language, whether it is chosen."""

    value: str
    label: str
    lang: str
    is_chosen: bool


def chosen_row(model: Any, locale: Locale, slug: str) -> Any:
    """Return the row with ``slug``: of the list's language first, else of any, in that language.

    None where no filter is set. Raises Http404 for a slug that names nothing.
    """
    slug = slug.strip()
    if not slug:
        return None
    if "\x00" in slug:
        raise Http404
    rows = list(model.objects.filter(slug=slug).select_related("locale"))
    rows.sort(key=lambda row: row.locale_id != locale.pk)
    if not rows:
        raise Http404
    return in_language(rows[:1], locale)[0]


def chosen_year(written: str) -> int | None:
    """Return the year a filter asks for, None where it is not set; raise Http404 for what is no year."""
    written = written.strip()
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) == 4):
        raise Http404
    year = int(written)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return year


def page_links(items: Page[Any]) -> list[int | None]:
    """Return the page numbers to link to from ``items``; None stands for a gap."""
    numbers = items.paginator.get_elided_page_range(items.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]

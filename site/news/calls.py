"""Lists of calls: what is open first, and when a list must be made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone

from core import languages
from core.listing import page_links
from core.parts import PagePart

if TYPE_CHECKING:
    from news.models import CallPage, NewsIndexPage

ITEMS_A_PAGE = 12


def first_change(calls: Iterable[CallPage]) -> datetime | None:
    """Return the first moment at which what is said of any of ``calls`` changes by itself."""
    changes = (call.changes_at for call in calls)
    return min((moment for moment in changes if moment is not None), default=None)


class CallList(PagePart):
    """The list of all calls, below the list of news."""

    MARK = "calls"
    schema_type = "CollectionPage"

    def __init__(self, page: NewsIndexPage) -> None:
        super().__init__(page, self.MARK)

    @property
    def title(self) -> str:
        """Return the name of the list, in the language of the page or the closest there is."""
        return str(languages.say_in(self.language_code, "Calls for participation"))


class CallForm(PagePart):
    """The form of a call, below the call."""

    MARK = "apply"

    def __init__(self, page: CallPage) -> None:
        super().__init__(page, self.MARK)

    @property
    def title(self) -> str:
        """Return what is done there and for what, if one language has both; else for what alone."""
        return str(self.title_text)

    @property
    def title_text(self) -> languages.UiText:
        """Return the title, which knows the language it is in."""
        title = self.page.title_text
        said = languages.say_in(self.language_code, "Apply: %(title)s", title=title)
        return said if said.lang == title.lang else title


@dataclass
class CallListing:
    """The calls of one language: open and coming ones on the first page, those that are over in pages."""

    current: list[CallPage]
    items: PageOfItems[CallPage]
    query: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_request(cls, index: NewsIndexPage, request: HttpRequest) -> CallListing:
        """Return the list; a page number that is none, or out of range, gives the nearest page."""
        past = index.calls().for_cards().past(timezone.now())
        shown = Paginator(past, ITEMS_A_PAGE).get_page(request.GET.get("page"))
        return cls(index.current_calls if shown.number == 1 else [], shown)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no call at all."""
        return not (self.current or self.items.paginator.count)

    @property
    def page_links(self) -> list[int | None]:
        """Return the page numbers to link to; None stands for a gap."""
        return page_links(self.items)

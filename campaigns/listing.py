"""The campaigns of one language as a resident browses them: running and coming ones, then past ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.paginator import Page as PageOfItems
from django.core.paginator import Paginator
from django.http import HttpRequest

from campaigns.period import COMING, RUNNING
from core.freshness import today
from core.listing import page_links

if TYPE_CHECKING:
    from campaigns.models import CampaignIndexPage, CampaignPage

ITEMS_A_PAGE = 12


@dataclass
class Listing:
    """What the list shows: running ones newest first, coming ones soonest first, past ones in pages."""

    running: list[CampaignPage]
    coming: list[CampaignPage]
    items: PageOfItems[CampaignPage]
    query: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_request(cls, index: CampaignIndexPage, request: HttpRequest) -> Listing:
        """Return the list; a page number that is none, or out of range, gives the nearest page."""
        day = today()
        current = [(campaign, campaign.period.state(day)) for campaign in index.current]
        past = index.campaigns().past(day).newest_first().for_cards()
        return cls(
            running=[campaign for campaign, state in current if state == RUNNING],
            coming=[campaign for campaign, state in reversed(current) if state == COMING],
            items=Paginator(past, ITEMS_A_PAGE).get_page(request.GET.get("page")),
        )

    @property
    def is_first_page(self) -> bool:
        """Tell whether this is where the list begins; what is current stands only there."""
        return self.items.number == 1

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no campaign at all."""
        return not (self.running or self.coming or self.items.paginator.count)

    @property
    def page_links(self) -> list[int | None]:
        """Return the page numbers to link to; None stands for a gap."""
        return page_links(self.items)

"""What the templates of a plan and of a regional plan are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.freshness import today
from core.surroundings import surroundings_of
from people.blocks import persons_in
from people.models import contact_cards
from plans.changes import LATEST, changes_of
from plans.programme import AreaTable, area_table
from plans.shown import addresses_of, show
from plans.workshops.calendars import Links

if TYPE_CHECKING:
    from plans.models import PlanPage


def context_of(page: PlanPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the page of a plan shows, in its own language and as it is today."""
    from plans.models import RegionalPlanPage

    outline, day = page.outline, today()
    is_regional = isinstance(page, RegionalPlanPage)
    areas = AreaTable([]) if is_regional else area_table(page, outline.goals)
    changes = changes_of(outline)
    current = surroundings_of(request, page).current_version
    base = page.get_url(request) or ""
    older, newer = page.relatives(request)
    return {
        "state": page.state,
        "shown": show(page, outline, day, areas.counts),
        "lost": outline.lost,
        "programme": _public(outline.programme),
        "areas": areas,
        "changes": changes[:LATEST],
        "further_changes": max(0, len(changes) - LATEST),
        "workshops": page.shown_workshops,
        "calendar": Links.of(page, request) if page.shown_workshops else None,
        "documents": [link.document for link in page.documents.select_related("document").all()],
        "reports": sorted(
            page.reports.select_related("document").all(),
            key=lambda report: report.reported_on,
            reverse=True,
        ),
        **_people(page),
        "funder": page.shown_funder,
        "older": older,
        "newer": newer,
        "addresses": addresses_of(page, base),
        "share_href": current.href if current else page.full_url,
    }


def _public(programme: PlanPage | None) -> PlanPage | None:
    return programme if programme is not None and programme.live else None


def _people(page: PlanPage) -> dict[str, Any]:
    """Return the cards of the contact persons of the page and of its text; one query."""
    linked = [link.person for link in page.contact_links]
    in_text = persons_in(page.body)
    persons = list({person.pk: person for person in [*linked, *in_text]}.values())
    cards = {
        card.person.pk: card for card in contact_cards(persons, page.locale, page.outline.bodies)
    }
    return {
        "contacts": [cards[person.pk] for person in linked if person.pk in cards],
        "cards_in_body": cards,
    }

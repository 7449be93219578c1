"""What search engines are told of workshops: a schema.org Event for each that a page shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from core import languages
from core.registry import register_structured_data
from core.structured_data import said
from plans.models import PlanPage, WorkshopIndexPage
from plans.workshops.shown import ShownWorkshop

SCHEMA = "https://schema.org/"


@register_structured_data
def events(page: Any, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the events of a plan or of the list of workshops, as far as they were read; no query."""
    if not isinstance(page, PlanPage | WorkshopIndexPage):
        return []
    return [event(workshop, request) for workshop in page.__dict__.get("shown_workshops", ())]


def event(workshop: ShownWorkshop, request: HttpRequest) -> dict[str, Any]:
    """Return one workshop as a schema.org Event; where one joins online only as long as one can."""
    row = workshop.row
    href = f"{workshop.plan.get_full_url(request)}#{row.anchor}"
    status = "EventCancelled" if row.is_cancelled else "EventScheduled"
    in_person = bool(row.town or row.venue)
    if in_person:
        mode = "MixedEventAttendanceMode" if workshop.is_online else "OfflineEventAttendanceMode"
    else:
        mode = "OnlineEventAttendanceMode"
    data: dict[str, Any] = {
        "@type": "Event",
        "@id": href,
        "url": href,
        "name": _said(workshop, "title"),
        "startDate": workshop.starts_iso,
        "endDate": workshop.ends_iso,
        "eventStatus": f"{SCHEMA}{status}",
        "eventAttendanceMode": f"{SCHEMA}{mode}",
        "location": _places(workshop, in_person),
        "organizer": {"@id": f"{request.build_absolute_uri('/')}#organization"},
    }
    if row.audience:
        data["description"] = _said(workshop, "audience")
    spoken = [languages.html_lang(code) for code in row.codes]
    if spoken:
        data["inLanguage"] = spoken
    return data


def _said(workshop: ShownWorkshop, name: str) -> Any:
    """Return a text of the row, with its language where that is not the plan's."""
    row, plan = workshop.row, workshop.plan
    code = plan.lang_of(f"workshops.{row.translation_key}.{name}")
    return said(languages.in_code(getattr(row, name), code), plan.html_lang)


def _places(workshop: ShownWorkshop, in_person: bool) -> Any:
    row = workshop.row
    places: list[dict[str, Any]] = []
    if in_person:
        address: dict[str, Any] = {"@type": "PostalAddress", "addressCountry": "FI"}
        if row.town:
            address["addressLocality"] = _said(workshop, "town")
        name = _said(workshop, "venue" if row.venue else "town")
        places.append({"@type": "Place", "name": name, "address": address})
    if workshop.is_online:
        online = {"@type": "VirtualLocation"}
        if workshop.online_url:
            online["url"] = workshop.online_url
        places.append(online)
    return places[0] if len(places) == 1 else places

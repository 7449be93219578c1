"""The addresses of the calendars of a plan's workshops."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.routable_page.models import path, re_path

if TYPE_CHECKING:
    from plans.models import PlanPage


class CalendarRoutes:
    """Gives a plan the addresses of the calendars of its workshops."""

    @path("workshops.ics/", name="workshops_calendar")
    def workshops_calendar(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the calendar of the plan's workshops."""
        from plans.workshops.calendars import calendar_of_plan

        return calendar_of_plan(cast("PlanPage", self), request)

    @re_path(r"^workshops/(?P<mark>[0-9a-f]{8})\.ics/$", name="workshop_calendar")
    def workshop_calendar(self, request: HttpRequest, mark: str) -> HttpResponseBase:
        """Serve the calendar of one workshop; raise Http404 for one that the plan does not have."""
        from plans.workshops.calendars import calendar_of_one

        return calendar_of_one(cast("PlanPage", self), request, mark)

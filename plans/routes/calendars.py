"""What a plan says of its workshops, and the addresses of their calendars."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.routable_page.models import path, re_path

if TYPE_CHECKING:
    from plans.models import PlanPage
    from plans.workshops.shown import ShownWorkshops


class CalendarRoutes:
    """Gives a plan ``shown_workshops`` and the addresses of its calendars.

    In its context: ``workshops`` and ``calendar``, for ``components/workshops_of_plan.html``.

    The plan's own ``changes_at`` asks ``shown_workshops.changes_at``.
    """

    @cached_property
    def shown_workshops(self) -> ShownWorkshops:
        """Return the workshops as the page shows them now; read once a request."""
        from plans.workshops.shown import workshops_of

        return workshops_of(cast("PlanPage", self))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the workshops, before what machines are told of the page is made."""
        from plans.workshops.calendars import Links

        workshops = self.shown_workshops
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        context["workshops"] = workshops
        context["calendar"] = Links.of(cast("PlanPage", self), request)
        return context

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

"""The list of workshops."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from core.models import BasePage

if TYPE_CHECKING:
    from plans.workshops.shown import ShownWorkshop, ShownWorkshops


class WorkshopIndexPage(RoutablePageMixin, BasePage):
    """All workshops of all plans in one language: those to come first, and as a calendar."""

    lead = models.TextField(_("lead"), blank=True, max_length=400)

    text_fields = ("title", "lead")
    schema_type = "CollectionPage"
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields: ClassVar = [*BasePage.search_fields, index.SearchField("lead")]
    override_translatable_fields = BasePage.override_translatable_fields
    parent_page_types: ClassVar = ["home.HomePage", "plans.PlanIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("workshop list")
        verbose_name_plural = _("workshop lists")

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview as every page does; the routable mixin would leave out the page's own head."""
        return BasePage.serve_preview(self, request, mode_name)

    @cached_property
    def workshops(self) -> ShownWorkshops:
        """Return all workshops of the language, as they are now; read once a request."""
        from plans.workshops.shown import public_workshops

        return public_workshops(self)

    @property
    def changes_at(self) -> datetime | None:
        """Return when the first of the workshops changes."""
        return self.workshops.changes_at

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filtered, paginated list."""
        from plans.workshops.calendars import Links
        from plans.workshops.listing import Listing

        listing = Listing.from_request(self, request)
        #: What machines are told of is what the reader sees.
        self.shown_workshops: list[ShownWorkshop] = list(listing)
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["listing"] = listing
        context["calendar"] = Links.of(self, request)
        return context

    @path("workshops.ics/", name="workshops_calendar")
    def workshops_calendar(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the calendar of all workshops in the language."""
        from plans.workshops.calendars import calendar_of_all

        return calendar_of_all(self, request)

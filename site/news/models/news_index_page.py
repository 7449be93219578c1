"""The list of news."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.models import BasePage
from news.calls import CallList, CallListing, first_change
from news.listing import Listing
from news.models.call_page import CallPage, CallPageQuerySet
from news.models.news_page import NewsPage, NewsPageQuerySet


class NewsIndexPage(RoutablePageMixin, BasePage):
    """All news of the site in one language, what one can take part in now first; and as feeds."""

    lead = models.TextField(_("lead"), blank=True, max_length=400)

    text_fields = ("title", "lead")
    schema_type = "CollectionPage"
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("lead")]
    override_translatable_fields = BasePage.override_translatable_fields
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["news.NewsPage", "news.CallPage"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filtered, paginated list."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        if getattr(request, "shown_part", None) is None:
            context["listing"] = Listing.from_request(self, request)
        return context

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview as every page does; the routable mixin would leave out the page's own head."""
        return BasePage.serve_preview(self, request, mode_name)

    # Further addresses --------------------------------------------------------------------------

    @path("atom.xml/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """Serve the Atom feed of the language, or of one theme (``?theme=``)."""
        from news.feeds import atom

        return atom(self, request)

    @path("feed.json/", name="json_feed")
    def json_feed(self, request: HttpRequest) -> HttpResponse:
        """Serve the JSON Feed 1.1 of the language, or of one theme (``?theme=``)."""
        from news.feeds import json_feed

        return json_feed(self, request)

    @path("calls/", name="calls")
    def all_calls(self, request: HttpRequest) -> HttpResponse:
        """Show all calls: those open and coming, then those that are over."""
        request.shown_part = CallList(self)  # type: ignore[attr-defined]
        listing = CallListing.from_request(self, request)
        response: HttpResponse = self.render(
            request, template="news/call_list.html", context_overrides={"listing": listing}
        )
        return response

    def part(self, mark: str) -> CallList | None:
        """Return the list of all calls."""
        return CallList(self) if mark == CallList.MARK else None

    def part_paths(self) -> dict[str, str]:
        """Return the address of the list of all calls, below the page's."""
        return {CallList.MARK: f"{CallList.MARK}/"}

    # What is listed -----------------------------------------------------------------------------

    def items(self) -> NewsPageQuerySet:
        """Return the news items that whoever may read this list may read, newest first."""
        # What restricts the list was asked of the reader before the list was shown to her.
        items: NewsPageQuerySet = (
            NewsPage.objects.child_of(self).live().filter(view_restrictions__isnull=True)
        )
        return items.newest_first()

    def calls(self) -> CallPageQuerySet:
        """Return the calls that whoever may read this list may read, newest first."""
        calls: CallPageQuerySet = (
            CallPage.objects.child_of(self).live().filter(view_restrictions__isnull=True)
        )
        return calls.newest_first()

    @cached_property
    def current_calls(self) -> list[CallPage]:
        """Return the calls that are open, the soonest to close first, then those to come."""
        return self.calls().for_cards().current(timezone.now())

    @property
    def changes_at(self) -> datetime | None:
        """Return when what is said of the first of its calls changes."""
        return first_change(self.current_calls)

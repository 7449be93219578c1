"""The list of plans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.search import index

from core.freshness import today
from core.models import BasePage
from plans.listing import Entry, Listing
from plans.models.plan_page import PlanPage, PlanPageQuerySet
from plans.routes import ListDataRoutes
from plans.state import Standing

#: What an ``Entry`` is made of.
ENTRY_FIELDS = (
    "translation_key",
    "kind",
    "responsible_unit__translation_key",
    "stage",
    "starts_on",
    "ends_on",
    "comments_until",
)


class PlanIndexPage(ListDataRoutes, RoutablePageMixin, BasePage):
    """All plans in one language: those in force, those one may comment on, and earlier ones."""

    lead = models.TextField(_("lead"), blank=True, max_length=400)

    text_fields = ("title", "lead")
    schema_type = "CollectionPage"
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields: ClassVar = [*BasePage.search_fields, index.SearchField("lead")]
    override_translatable_fields = BasePage.override_translatable_fields
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["plans.PlanPage", "plans.WorkshopIndexPage"]

    class Meta:
        verbose_name = _("plan list")
        verbose_name_plural = _("plan lists")

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview as every page does; the routable mixin would leave out the page's own head."""
        return BasePage.serve_preview(self, request, mode_name)

    def plans(self) -> PlanPageQuerySet:
        """Return the plans that whoever may read this list may read, regional ones left out."""
        # What restricts the list was asked of the reader before the list was shown to her.
        found: PlanPageQuerySet = (
            PlanPage.objects.child_of(self).live().filter(view_restrictions__isnull=True)
        )
        return found

    @cached_property
    def entries(self) -> list[Entry]:
        """Return what the list is made of, those that begin last first; two queries."""
        from plans.chain import Chain

        day, chain, entries = today(), Chain.load(), []
        rows = self.plans().newest_first().values_list("pk", *ENTRY_FIELDS)
        for pk, key, kind, unit, stage, starts, ends, comments in rows:
            standing = Standing(stage, starts, ends, comments, chain.replaced_from(key))
            entries.append(Entry(pk, kind, unit, standing, standing.on(day)))
        return entries

    def cards(self, pks: Iterable[int]) -> dict[int, PlanPage]:
        """Return the plans ``pks`` by key with what their cards show, their states among it."""
        standings = {entry.pk: entry.standing for entry in self.entries}
        plans: dict[int, PlanPage] = PlanPage.objects.for_cards().in_bulk(list(pks))
        for pk, plan in plans.items():
            plan.standing = standings[pk]
        return plans

    @property
    def changes_at(self) -> datetime | None:
        """Return when the state of the first of the plans changes."""
        day = today()
        changes = (entry.standing.changes_after(day) for entry in self.entries)
        return min((moment for moment in changes if moment is not None), default=None)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the plans by state, filtered and in pages."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing.from_request(self, request)
        return context

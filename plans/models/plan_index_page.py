"""The list of plans."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.search import index

from core.models import BasePage
from plans.models.plan_page import PlanPage, PlanPageQuerySet


class PlanIndexPage(RoutablePageMixin, BasePage):
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

"""The list of campaigns."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from campaigns.listing import Listing
from campaigns.models.campaign_page import CampaignPage, CampaignPageQuerySet
from core.freshness import today
from core.models import BasePage


class CampaignIndexPage(BasePage):
    """All campaigns in one language: those that run now, those to come, and those that have ended."""

    lead = models.TextField(_("lead"), blank=True, max_length=400)

    text_fields = ("title", "lead")
    schema_type = "CollectionPage"
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields: ClassVar = [*BasePage.search_fields, index.SearchField("lead")]
    override_translatable_fields = BasePage.override_translatable_fields
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["campaigns.CampaignPage"]

    class Meta:
        verbose_name = _("campaign list")
        verbose_name_plural = _("campaign lists")

    def campaigns(self) -> CampaignPageQuerySet:
        """Return the campaigns that whoever may read this list may read."""
        # What restricts the list was asked of the reader before the list was shown to her.
        found: CampaignPageQuerySet = (
            CampaignPage.objects.child_of(self).live().filter(view_restrictions__isnull=True)
        )
        return found

    @cached_property
    def current(self) -> list[CampaignPage]:
        """Return the campaigns that run or are to come, those that begin last first."""
        return list(self.campaigns().not_past(today()).newest_first().for_cards())

    @property
    def changes_at(self) -> datetime | None:
        """Return when the first of the campaigns begins or ends."""
        day = today()
        changes = (campaign.period.changes_after(day) for campaign in self.current)
        return min((moment for moment in changes if moment is not None), default=None)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns by state."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing.from_request(self, request)
        return context

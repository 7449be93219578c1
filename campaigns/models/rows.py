"""The rows of a campaign: places, materials, contact persons, organisers, news about it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.models.campaign_page import CampaignPage
from core.models import Attachment
from people.models import ContactLink, Organisation


class CampaignPlace(TranslatableMixin, Orderable):
    """Where a campaign is seen: a school, a library, an office."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=160)
    address = models.CharField(
        _("address"), max_length=200, blank=True, help_text=_("Street, number and town.")
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("For example the floor, or when it is open."),
    )
    url = models.URLField(_("website"), blank=True)

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldPanel("note"),
        FieldPanel("url"),
    ]
    # An address is a fact; a town with two languages may write its street in the other one.
    override_translatable_fields: ClassVar = [SynchronizedField("address")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("place of a campaign")
        verbose_name_plural = _("places of a campaign")

    def __str__(self) -> str:
        return self.name


class CampaignMaterial(Orderable):
    """A poster, a guide or another file of a campaign to download."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="materials")
    document = models.ForeignKey(
        Attachment, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [FieldPanel("document")]

    def __str__(self) -> str:
        return str(self.document)


class CampaignContact(ContactLink):
    """A person to ask about a campaign."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="contacts")

    def __str__(self) -> str:
        return str(self.person)


class CampaignOrganiser(Orderable):
    """A body that runs a campaign, alone or with others."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [FieldPanel("organisation")]

    def __str__(self) -> str:
        return str(self.organisation)


class CampaignNews(Orderable):
    """A news item about a campaign."""

    source = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="related")
    page = models.ForeignKey(
        Page, verbose_name=_("news item"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("page", "news.NewsPage")]

    def __str__(self) -> str:
        return str(self.page)

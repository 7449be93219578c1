"""The regional plan: how one area carries out a programme, with one to three of its goals."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.languages import UiText
from core.models import BasePage, in_language
from plans.blocks import ActionsBlock
from plans.choice import keys_in
from plans.forms import RegionalPlanPageForm
from plans.models.area import Area
from plans.models.plan_page import PlanPage
from plans.wording import said


class RegionalPlanPage(PlanPage):
    """How one area carries out the programme this page stands under: its goals, actions, workshops."""

    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    chosen_goals = models.JSONField(
        _("goals chosen from the programme"),
        default=list,
        blank=True,
        help_text=_("One, two or three."),
    )
    actions = StreamField(ActionsBlock(), verbose_name=_("actions"), blank=True)
    funding_from = models.PositiveIntegerField(
        _("funding at least"), null=True, blank=True, help_text=_("In euros.")
    )
    funding_to = models.PositiveIntegerField(
        _("funding at most"), null=True, blank=True, help_text=_("In euros.")
    )

    content_panels: ClassVar = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("area"), FieldPanel("chosen_goals")], heading=_("Area and goals")
        ),
        *PlanPage.about_panels,
        MultiFieldPanel(
            [FieldPanel("funding_from"), FieldPanel("funding_to")], heading=_("Funding")
        ),
        FieldPanel("actions"),
        *PlanPage.beside_panels,
    ]
    search_fields: ClassVar = [*PlanPage.search_fields, index.SearchField("actions")]

    shown_with = (*PlanPage.shown_with, "area__locale")
    override_translatable_fields: ClassVar = [
        *PlanPage.override_translatable_fields,
        SynchronizedField("area", overridable=False),
        SynchronizedField("chosen_goals", overridable=False),
        SynchronizedField("funding_from", overridable=False),
        SynchronizedField("funding_to", overridable=False),
    ]
    base_form_class = RegionalPlanPageForm
    #: Where a new page will stand, as long as it stands nowhere: the editing form knows.
    parent_to_be: PlanPage | None = None
    parent_page_types: ClassVar = ["plans.PlanPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("regional plan")
        verbose_name_plural = _("regional plans")

    @property
    def kicker(self) -> str:
        """A regional plan is one, whatever kind was chosen."""
        return str(self.Kind.REGIONAL.label)

    @property
    def kind_in_words(self) -> UiText:
        """Return the kind of plan in the page's language, with a capital."""
        return said(self.Kind.REGIONAL.label, self.language_code)

    @property
    def chosen_keys(self) -> list[UUID]:
        """Return the ids of the goals chosen, each once, whatever the database holds."""
        return keys_in(self.chosen_goals)

    @property
    def parent_programme(self) -> PlanPage | None:
        """Return the programme this page stands under, or will; one query.

        One that was never public is taken as it was saved last.
        """
        from plans.outline import programme_of

        found = programme_of(self) if self.path else self.parent_to_be
        if found is None or found.live:
            return found
        draft: PlanPage = found.get_latest_revision_as_object()
        return draft

    @cached_property
    def shown_area(self) -> Area | None:
        """Return the area in the page's language."""
        return in_language([self.area], self.locale)[0] if self.area else None

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Add the area, and the programme it is a part of."""
        data = super().structured_data(request)
        if self.shown_area is not None:
            data["spatialCoverage"] = {"@type": "AdministrativeArea", "name": self.shown_area.name}
        programme = self.outline.programme
        if programme is not None and programme.live:
            data["isPartOf"] = {"@type": "Report", "@id": programme.get_full_url(request)}
        return data

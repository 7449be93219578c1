"""The front door, and the pages every public site must have."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core import languages
from core.freshness import today
from core.models import BasePage, Photograph, in_language
from core.models.pictured import PicturedPage, picture_panel
from news.calls import first_change
from news.models import CallPage, NewsIndexPage, NewsPage
from people.blocks import persons_in
from people.models import ContactLink, PagePeople, Theme
from plans.chain import Chain
from plans.models import PlanPage
from videos.blocks import PageBodyBlock

LATEST = 6
MOST_CALLS = 3


class HomePage(BasePage):
    """The front door in one language: what matters today, what is new, what we work on."""

    lead = models.TextField(_("introduction"), blank=True, max_length=300)
    lead_story = models.ForeignKey(
        Page,
        verbose_name=_("lead story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The newest news item, when left empty."),
    )

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        PageChooserPanel("lead_story"),
        InlinePanel(
            "promotions", heading=_("Promoted campaigns and plans"), label=_("Page"), max_num=3
        ),
    ]
    search_fields: ClassVar = [*BasePage.search_fields, index.SearchField("lead")]

    text_fields = ("title", "lead")
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        SynchronizedField("lead_story"),
    ]
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "news.NewsIndexPage",
        "campaigns.CampaignIndexPage",
        "plans.PlanIndexPage",
        "plans.WorkshopIndexPage",
        "home.StandardPage",
        "home.AccessibilityStatementPage",
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def kicker(self) -> str:
        """The front door needs no label."""
        return ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add lead story, latest news, promotions and themes."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        latest = list(
            self.publicly(NewsPage.objects.live())
            .descendant_of(self)
            .newest_first()
            .for_cards()[: LATEST + 1]
        )
        story = self._lead_story(latest)
        context["lead_story"] = story
        context["latest"] = [item for item in latest if story is None or item.pk != story.pk][
            :LATEST
        ]
        context["promotions"] = self.promoted
        context["calls"] = self.open_calls[:MOST_CALLS]
        context["news_index"] = self.publicly(NewsIndexPage.objects.live()).child_of(self).first()
        context["themes"] = in_language(
            Theme.objects.filter(
                translation_key__in=self.publicly(NewsPage.objects.live())
                .descendant_of(self)
                .order_by()
                .values("themes__theme__translation_key")
            ).select_related("locale"),
            self.locale,
        )
        return context

    @cached_property
    def open_calls(self) -> list[CallPage]:
        """Return the calls that are open, the soonest to close first, then those to come."""
        calls = self.publicly(CallPage.objects.live()).descendant_of(self)
        found: list[CallPage] = calls.for_cards().current(timezone.now())
        return found

    @property
    def changes_at(self) -> datetime | None:
        """Return when what is said of the first of its calls, or of a promoted plan, changes."""
        day = today()
        plans = [page for _slot, page in self.promoted if isinstance(page, PlanPage)]
        moments = [plan.standing.changes_after(day) for plan in plans]
        moments.append(first_change(self.open_calls))
        return min((moment for moment in moments if moment is not None), default=None)

    def _lead_story(self, latest: list[NewsPage]) -> Page | None:
        """Return the chosen story in this language if it is public here, else the newest item."""
        chosen = None
        if self.lead_story_id:
            chosen = next((item for item in latest if item.pk == self.lead_story_id), None) or (
                self.publicly(Page.objects.live())
                .filter(
                    translation_key__in=Page.objects.filter(pk=self.lead_story_id).values(
                        "translation_key"
                    ),
                    locale=self.locale,
                )
                .first()
            )
            if chosen is not None and not isinstance(chosen, NewsPage):
                chosen = chosen.specific
                chosen.locale = self.locale
        return chosen or next(iter(latest), None)

    @cached_property
    def promoted(self) -> list[tuple[HomePagePromotion, Page]]:
        """Return the promotions whose page is public in this language, each with that page."""
        slots = list(self.promotions.select_related("page").all())
        keys = [slot.page.translation_key for slot in slots]
        if not keys:
            return []
        public = self.publicly(Page.objects.live())
        found = public.filter(translation_key__in=keys, locale=self.locale).specific()
        pages = {page.translation_key: page for page in found}
        images = Photograph.objects.in_bulk(
            {page.image_id for page in pages.values() if getattr(page, "image_id", None)}
        )
        for page in pages.values():
            page.locale = self.locale
            if getattr(page, "image_id", None):
                page.image = images[page.image_id]
        plans = [page for page in pages.values() if isinstance(page, PlanPage)]
        if plans:
            chain = Chain.load()
            for plan in plans:
                plan.chain = chain
        return [
            (slot, pages[slot.page.translation_key])
            for slot in slots
            if slot.page.translation_key in pages
        ]


class HomePagePromotion(Orderable):
    """A campaign, plan or other page lifted to the front door."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="promotions")
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)


class StandardPage(PicturedPage):
    """A page that stays: about the project, privacy notice, contact details."""

    lead = models.TextField(_("lead"), blank=True, max_length=400)
    body = StreamField(PageBodyBlock(), verbose_name=_("text"), blank=True)

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        picture_panel(),
        FieldPanel("body"),
        InlinePanel("contacts", heading=_("Contact persons"), label=_("Contact person")),
    ]
    settings_panels: ClassVar = [FieldPanel("shows_as_updated"), *BasePage.settings_panels]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body"),
    ]

    text_fields = ("title", "lead", "image_alt", "image_caption")
    shown_with = ("image",)
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        SynchronizedField("image_is_decorative", overridable=False),
    ]
    parent_page_types: ClassVar = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar = ["home.StandardPage"]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the contact persons in the page's language."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        links = self.contacts.select_related("person__organisation__locale", "person__photo").all()
        people = PagePeople.of(links, persons_in(self.body), self.locale)
        context["contacts"], context["cards_in_body"] = people.contacts, people.cards
        return context


class StandardPageContact(ContactLink):
    """A person to ask about a standard page."""

    page = ParentalKey(StandardPage, on_delete=models.CASCADE, related_name="contacts")

    def __str__(self) -> str:
        return str(self.person)


class AccessibilityStatementPage(BasePage):
    """The accessibility statement the law asks for, with every part it asks for.

    Source: Act 306/2019, section 9, and Commission Implementing Decision (EU) 2018/1523: conformance,
    what is not accessible and why, how it was evaluated, feedback within 14 days, supervision.
    """

    FULL, PARTIAL, NOT = "full", "partial", "not"
    CONFORMANCE: ClassVar = [
        (FULL, _("Fully conformant")),
        (PARTIAL, _("Partially conformant")),
        (NOT, _("Not conformant")),
    ]
    SELF, THIRD_PARTY = "self", "third_party"
    EVALUATION: ClassVar = [
        (SELF, _("Our own evaluation")),
        (THIRD_PARTY, _("Evaluation by a third party")),
    ]

    service_name = models.CharField(_("name of the service"), max_length=160)
    service_owner = models.CharField(_("published by"), max_length=160)
    conformance = models.CharField(
        _("conformance"), max_length=10, choices=CONFORMANCE, default=PARTIAL
    )
    undue_burden = RichTextField(
        _("disproportionate burden"),
        blank=True,
        features=["bold", "link", "ul"],
        help_text=_("Only when the organisation pleads it: what, why, and until when."),
    )
    evaluation_method = models.CharField(
        _("how it was evaluated"), max_length=12, choices=EVALUATION, default=SELF
    )
    prepared_on = models.DateField(_("statement made on"))
    reviewed_on = models.DateField(_("statement reviewed on"), help_text=_("At least once a year."))
    feedback_unit = models.CharField(_("responsible unit"), max_length=160)
    feedback_email = models.EmailField(_("feedback e-mail"))
    authority = RichTextField(
        _("supervising authority"),
        features=["bold", "link"],
        help_text=_(
            "Name, unit, address, e-mail and phone of the authority that supervises accessibility."
        ),
    )

    content_panels: ClassVar = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("service_name"), FieldPanel("service_owner"), FieldPanel("conformance")],
            heading=_("Service"),
        ),
        InlinePanel("defects", heading=_("Content that is not accessible"), label=_("Defect")),
        FieldPanel("undue_burden"),
        MultiFieldPanel(
            [FieldPanel("evaluation_method"), FieldPanel("prepared_on"), FieldPanel("reviewed_on")],
            heading=_("Evaluation"),
        ),
        MultiFieldPanel(
            [FieldPanel("feedback_unit"), FieldPanel("feedback_email")], heading=_("Feedback")
        ),
        FieldPanel("authority"),
    ]
    search_fields: ClassVar = [*BasePage.search_fields, index.SearchField("service_name")]

    text_fields = (
        "title",
        "service_name",
        "service_owner",
        "undue_burden",
        "feedback_unit",
        "authority",
    )
    override_translatable_fields = BasePage.override_translatable_fields
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    @property
    def summary(self) -> str:
        """Return the conformance in words."""
        return str(
            self.search_description or f"{self.service_name}: {self.get_conformance_display()}"
        )

    @property
    def summary_text(self) -> languages.UiText:
        """Return the summary, or only the name of the service where that is in another language."""
        if self.search_description or self.lang_of("service_name") == self.language_code:
            return languages.in_code(self.summary, self.lang_of("search_description"))
        return languages.in_code(self.service_name, self.lang_of("service_name"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is not accessible, in the order the editor gave it."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["defects"] = list(self.defects.all())
        return context


class AccessibilityDefect(TranslatableMixin, Orderable):
    """Something on the site that is not accessible, why, and what to use instead."""

    page = ParentalKey(AccessibilityStatementPage, on_delete=models.CASCADE, related_name="defects")
    what = models.CharField(_("what is not accessible"), max_length=300)
    why = models.CharField(_("why, and when it will be mended"), max_length=300)
    alternative = models.CharField(_("what to use instead"), max_length=300, blank=True)
    criterion = models.CharField(
        _("WCAG success criterion"), max_length=40, blank=True, help_text=_("For example 1.2.5.")
    )

    panels: ClassVar = [
        FieldPanel("what"),
        FieldPanel("why"),
        FieldPanel("alternative"),
        FieldPanel("criterion"),
    ]

    override_translatable_fields: ClassVar = [SynchronizedField("criterion", overridable=False)]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.what

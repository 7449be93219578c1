"""The plan: who adopted it and for how long, what it is for, and how far it is."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.models.pages import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.freshness import today
from core.languages import UiText
from core.models import BasePage, in_language
from core.models.pictured import PicturedPage, picture_panel
from core.publishing import Problem
from core.surroundings import surroundings_of
from people.blocks import persons_in
from people.models import Funder, Organisation
from plans.blocks import GoalsBlock, SpearheadsBlock
from plans.checks import problems_of
from plans.forms import PlanPageForm
from plans.routes import CalendarRoutes, DataRoutes, PdfRoutes
from plans.state import PlanState, Standing
from plans.wording import said
from videos.blocks import PageBodyBlock

if TYPE_CHECKING:
    from plans.chain import Chain
    from plans.outline import Outline
    from plans.workshops.shown import ShownWorkshops

MOST_REMINDER_DAYS = 730


class PlanPageQuerySet(PageQuerySet):
    """Queries over plans."""

    def newest_first(self) -> PlanPageQuerySet:
        """Order by the first day of the period, then by page, so that lists never repeat one."""
        found: PlanPageQuerySet = self.order_by("-starts_on", "-pk")
        return found

    def for_cards(self) -> PlanPageQuerySet:
        """Fetch with each plan what its card shows, and leave the long texts in the database."""
        found: PlanPageQuerySet = (
            self.defer("body", "spearheads", "goals", "draft_title")
            .select_related("image", "locale")
            .prefetch_related("image__renditions")
        )
        return found


PlanPageManager = PageManager.from_queryset(PlanPageQuerySet)


class PlanPage(CalendarRoutes, PdfRoutes, DataRoutes, RoutablePageMixin, PicturedPage):
    """A plan one can follow: what was promised, who answers for it, and what has happened.

    Facts (dates, states, figures, order) are one for all languages (ADR 0019); how far the actions
    are is kept beside the page, for all languages at once (ADR 0020).
    """

    class Kind(models.TextChoices):
        """What a plan is about."""

        EQUALITY = "equality", _("equality and non-discrimination plan")
        INTEGRATION = "integration", _("integration programme")
        PROGRAMME = "programme", _("programme")
        REGIONAL = "regional", _("regional plan")
        ACCESSIBILITY = "accessibility", _("accessibility plan")
        PARTICIPATION = "participation", _("participation plan")
        OTHER = "other", _("plan")

    class Stage(models.TextChoices):
        """How far the making of the plan is; the state a reader sees also depends on the day."""

        DRAFT = "draft", _("draft")
        CONSULTATION = "consultation", _("out for comment")
        ADOPTED = "adopted", _("adopted")
        ENDED = "ended", _("ended before its time")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.EQUALITY)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, default=Stage.DRAFT)
    starts_on = models.DateField(_("period begins on"))
    ends_on = models.DateField(
        _("period ends on"),
        null=True,
        blank=True,
        help_text=_("The last day. Left empty, the plan holds until further notice."),
    )
    lead = models.TextField(
        _("summary"),
        max_length=600,
        help_text=_(
            "The plan in a few sentences: what it promises and to whom. "
            "Shown in lists and search results as well."
        ),
    )
    comments_until = models.DateField(
        _("comments until"),
        null=True,
        blank=True,
        help_text=_("The last day, while the plan is out for comment."),
    )
    comments_url = models.URLField(
        _("where to comment"), blank=True, help_text=_("For example on lausuntopalvelu.fi.")
    )
    adopted_by = models.CharField(
        _("adopted by"),
        max_length=160,
        blank=True,
        help_text=_("The body that decided, for example the city board."),
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    section = models.CharField(
        _("section"), max_length=20, blank=True, help_text=_("The § of the minutes, as a number.")
    )
    case_number = models.CharField(_("case number"), max_length=80, blank=True)
    decision_url = models.URLField(_("link to the decision"), blank=True)
    legal_basis = models.CharField(
        _("legal basis"),
        max_length=250,
        blank=True,
        help_text=_("For example “Non-discrimination Act (1325/2014), section 5”."),
    )
    responsible_unit = models.ForeignKey(
        Organisation,
        verbose_name=_("responsible unit"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    strategy = models.CharField(
        _("place in the strategy"),
        max_length=250,
        blank=True,
        help_text=_("The part of the strategy that the plan carries out."),
    )
    strategy_url = models.URLField(_("link to the strategy"), blank=True)
    replaces = models.ForeignKey(
        Page,
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The earlier plan. Its readers are led to this one."),
    )
    spearheads = StreamField(SpearheadsBlock(), verbose_name=_("spearheads"), blank=True)
    goals = StreamField(GoalsBlock(), verbose_name=_("goals and actions"), blank=True)
    body = StreamField(PageBodyBlock(), verbose_name=_("text"), blank=True)
    funder = models.ForeignKey(
        Funder,
        verbose_name=_("funder"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shows the funder's official statement and emblem."),
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("remind after"),
        default=180,
        validators=[MinValueValidator(7), MaxValueValidator(MOST_REMINDER_DAYS)],
        help_text=_(
            "Days without news of an action, after which its contact person and the address below "
            "are reminded by e-mail."
        ),
    )
    reminder_email = models.EmailField(
        _("reminders also to"),
        blank=True,
        help_text=_(
            "The address of those who keep this page, better a shared one than a person's."
        ),
    )

    about_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("stage"),
                FieldPanel("starts_on"),
                FieldPanel("ends_on"),
                FieldPanel("comments_until"),
                FieldPanel("comments_url"),
                PageChooserPanel("replaces", "plans.PlanPage"),
            ],
            heading=_("Kind and period"),
        ),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("adopted_by"),
                FieldPanel("adopted_on"),
                FieldPanel("section"),
                FieldPanel("case_number"),
                FieldPanel("decision_url"),
                FieldPanel("legal_basis"),
                FieldPanel("responsible_unit"),
                FieldPanel("strategy"),
                FieldPanel("strategy_url"),
            ],
            heading=_("Decision and basis"),
        ),
    ]
    beside_panels: ClassVar = [
        FieldPanel("body"),
        picture_panel(),
        InlinePanel("workshops", heading=_("Workshops"), label=_("Workshop")),
        InlinePanel("contacts", heading=_("Contact persons"), label=_("Contact person")),
        InlinePanel("documents", heading=_("Documents"), label=_("Document")),
        InlinePanel("reports", heading=_("Follow-up reports"), label=_("Report")),
        FieldPanel("funder"),
        MultiFieldPanel(
            [FieldPanel("reminder_days"), FieldPanel("reminder_email")], heading=_("Reminders")
        ),
    ]
    content_panels: ClassVar = [
        *BasePage.content_panels,
        *about_panels,
        FieldPanel("spearheads"),
        FieldPanel("goals"),
        *beside_panels,
    ]
    settings_panels: ClassVar = [FieldPanel("shows_as_updated"), *BasePage.settings_panels]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("goals"),
        index.SearchField("spearheads"),
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("stage"),
        index.FilterField("starts_on"),
        index.FilterField("ends_on"),
    ]

    schema_type = "Report"
    text_fields = (
        "title",
        "lead",
        "adopted_by",
        "legal_basis",
        "strategy",
        "image_alt",
        "image_caption",
    )
    shown_with: ClassVar[tuple[str, ...]] = (
        "image",
        "funder__locale",
        "funder__emblem",
        "responsible_unit__locale",
    )
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in (
                "kind",
                "stage",
                "starts_on",
                "ends_on",
                "comments_until",
                "adopted_on",
                "section",
                "case_number",
                "replaces",
                "image_is_decorative",
                "reminder_days",
                "reminder_email",
                # Vocabularies are used by reference and put into the reader's language when shown.
                "responsible_unit",
                "funder",
            )
        ),
    ]
    base_form_class = PlanPageForm
    parent_page_types: ClassVar = ["plans.PlanIndexPage"]
    subpage_types: ClassVar = ["plans.RegionalPlanPage"]

    objects = PlanPageManager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        indexes: ClassVar = [models.Index(fields=["-starts_on"], name="plans_newest_first")]

    def clean(self) -> None:
        """Refuse a period that ends before it begins."""
        super().clean()
        if self.starts_on and isinstance(self.ends_on, date) and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The period would end before it begins.")})

    def publication_problems(self) -> list[Problem]:
        """Add what a plan must have: ``plans.checks``."""
        return [*super().publication_problems(), *problems_of(self)]

    # What it is today ---------------------------------------------------------------------------

    @property
    def kicker(self) -> str:
        """Return the kind of plan."""
        return str(self.Kind(self.kind).label)

    @property
    def kind_in_words(self) -> UiText:
        """Return the kind of plan in the page's language, with a capital."""
        return said(self.Kind(self.kind).label, self.language_code)

    @cached_property
    def chain(self) -> Chain:
        """Return which plan of the site replaces which; one query."""
        from plans.chain import Chain

        return Chain.load()

    @cached_property
    def standing(self) -> Standing:
        """Return what its state depends on; a list of plans knows it without a query."""
        return Standing(
            self.stage,
            self.starts_on,
            self.ends_on,
            self.comments_until,
            self.chain.replaced_from(self.translation_key),
        )

    @property
    def state(self) -> PlanState:
        """Return what the plan is today."""
        return self.standing.on(today())

    @property
    def changes_at(self) -> datetime | None:
        """Return when the page says something else by itself: of the plan, a workshop or an action."""
        from plans.shown import next_late

        day = today()
        moments = (
            self.standing.changes_after(day),
            self.shown_workshops.changes_at,
            next_late(self.outline, day),
        )
        return min((moment for moment in moments if moment is not None), default=None)

    # What is shown ------------------------------------------------------------------------------

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview as every page does; the routable mixin would leave out the page's own head."""
        return BasePage.serve_preview(self, request, mode_name)

    @cached_property
    def outline(self) -> Outline:
        """Return goals, actions and what was told of them, with all bodies the page names."""
        from plans.outline import outline_of

        persons = [link.person for link in self.contact_links]
        persons += persons_in(self.body)
        return outline_of(
            self, also=[self.responsible_unit, *(person.organisation for person in persons)]
        )

    @cached_property
    def contact_links(self) -> list[Any]:
        """Return the links to contact persons, with what their cards show."""
        rows = self.contacts.select_related("person__organisation__locale", "person__photo")
        return list(rows.all())

    @cached_property
    def shown_workshops(self) -> ShownWorkshops:
        """Return the workshops of the plan, and of its regional plans."""
        from plans.workshops.shown import workshops_of

        return workshops_of(self)

    @cached_property
    def shown_unit(self) -> Organisation | None:
        """Return the responsible unit in the page's language."""
        if self.responsible_unit is None:
            return None
        unit: Organisation = self.outline.bodies[self.responsible_unit.translation_key]
        return unit

    @cached_property
    def shown_funder(self) -> Funder | None:
        """Return the funder in the page's language."""
        return in_language([self.funder], self.locale)[0] if self.funder else None

    def neighbour_keys(self) -> list[Any]:
        """Fetch the plans before this one, and the one after it, together with the surroundings."""
        newer = self.chain.successor(self.translation_key)
        older = self.chain.predecessors(self.translation_key)
        return [*super().neighbour_keys(), *older, *([newer.key] if newer else [])]

    def relatives(self, request: HttpRequest) -> tuple[list[Page], Page | None]:
        """Return the public plans before this one, the latest first, and the one that replaces it.

        Each is in this page's language if it can be, else in the site's main language, else in any.
        """
        public = surroundings_of(request, self).neighbours

        def version(key: Any) -> Page | None:
            found = public.get(key) or {}
            codes = (self.language_code, settings.LANGUAGE_CODE, *found)
            return next((found[code] for code in codes if code in found), None)

        older = [version(key) for key in self.chain.predecessors(self.translation_key)]
        newer = self.chain.successor(self.translation_key)
        return [page for page in older if page is not None], version(newer.key) if newer else None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page shows: ``plans.context``."""
        from plans.context import context_of

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, **context_of(self, request)}

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the plan as a schema.org Report."""
        from plans.structured_data import plan_data

        return plan_data(self, request)

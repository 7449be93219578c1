"""The call for participation: who may take part, until when, and how one applies."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import Group
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.models.pages import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage, BasePageForm
from core.models.pictured import picture_panel
from core.parts import shown_part
from core.publishing import Problem
from core.structured_data import web_page
from news.calls import CallForm
from news.deadline import COMING, Window, day_of
from news.models.article import Article, ArticleQuerySet

#: How long applications are kept after the deadline, in days, unless the editor says otherwise.
KEPT, KEPT_AT_LEAST, KEPT_AT_MOST = 180, 14, 1095


class CallPageQuerySet(ArticleQuerySet):
    """Queries over calls."""

    def current(self, now: datetime) -> list[CallPage]:
        """Return those open at ``now``, the soonest to close first, then those to come, by opening."""
        calls: list[CallPage] = list(
            self.filter(closes_at__gt=now).select_related("organisation").order_by("closes_at")
        )
        coming = [call for call in calls if call.state == COMING]
        coming.sort(key=lambda call: call.opens_at or now)
        return [call for call in calls if call.state != COMING] + coming

    def past(self, now: datetime) -> CallPageQuerySet:
        """Return those over at ``now``, the last to close first."""
        found: CallPageQuerySet = self.filter(closes_at__lte=now).order_by("-closes_at", "-pk")
        return found

    def for_cards(self) -> CallPageQuerySet:
        """Fetch what a card shows, and leave the long texts in the database."""
        found: CallPageQuerySet = super().for_cards().defer("body", "draft_title", "who", "outcome")
        return found


CallPageManager = PageManager.from_queryset(CallPageQuerySet)


class CallPageForm(BasePageForm):
    """The editing form of a call: what is asked of its questions is asked of those just written."""

    def _post_clean(self) -> None:
        """Put the rows at hand; they are on the page only once the form is saved."""
        rows = self.formsets.get("questions")
        if rows is not None:
            rows.is_valid()
            self.instance.written_questions = [
                form.instance
                for form in rows.forms
                if (form.instance.pk or form.has_changed())
                and not getattr(form, "cleaned_data", {}).get("DELETE")
            ]
        super()._post_clean()


class CallPage(RoutablePageMixin, Article):
    """A call for participation: who may take part, how many, until when, and where one applies.

    Its state follows from the clock alone. Its facts are one for all languages (ADR 0019).
    """

    FORM, ADDRESS = "form", "address"
    WAYS: ClassVar = [(FORM, _("with a form of its own")), (ADDRESS, _("at another address"))]

    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_(
            "What is offered, to whom, in two or three sentences. Shown in lists and feeds too. "
            "Leave the deadline out: the site says it everywhere by itself."
        ),
    )
    who = RichTextField(_("who may apply"), blank=True, features=["bold", "link", "ul"])
    places = models.PositiveIntegerField(
        _("how many are chosen"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    places_unit = models.CharField(
        _("of what"),
        max_length=80,
        blank=True,
        help_text=_("The word after the number, for example “municipalities”."),
    )
    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Left empty, the call is open at once.")
    )
    closes_at = models.DateTimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_("Finnish time. From this very minute on nothing is accepted any more."),
    )
    decided_on = models.DateField(
        _("decided on"), null=True, blank=True, help_text=_("The day the outcome was told.")
    )
    outcome = RichTextField(
        _("outcome"),
        blank=True,
        features=["bold", "link", "ul"],
        help_text=_("What came of it, once it is decided. Without names of applicants."),
    )
    applied_with = models.CharField(_("one applies"), max_length=8, choices=WAYS, default=ADDRESS)
    apply_url = models.URLField(_("web address"), blank=True)
    apply_email = models.EmailField(_("e-mail address"), blank=True)
    privacy_notice = models.ForeignKey(
        Page,
        verbose_name=_("privacy notice"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The page that tells applicants what is done with what they send."),
    )
    remove_after = models.PositiveSmallIntegerField(
        _("applications are removed after"),
        null=True,
        blank=True,
        default=KEPT,
        validators=[MinValueValidator(KEPT_AT_LEAST), MaxValueValidator(KEPT_AT_MOST)],
        help_text=_("Days after the deadline. Applicants are told the day."),
    )
    notice_email = models.EmailField(
        _("tell of new applications"),
        blank=True,
        help_text=_("The mail says that there is one and where it is, nothing of what is in it."),
    )
    handlers = models.ForeignKey(
        Group,
        verbose_name=_("seen by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A group of those who handle applications. Left empty, all of them see these."),
    )

    content_panels: ClassVar = [
        *Article.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("opens_at"), FieldPanel("closes_at")], heading=_("When it is open")
        ),
        MultiFieldPanel(
            [FieldPanel("who"), FieldPanel("places"), FieldPanel("places_unit")],
            heading=_("Who may apply"),
        ),
        InlinePanel("dates", heading=_("When one takes part"), label=_("Date")),
        picture_panel(),
        FieldPanel("body"),
        InlinePanel("contacts", heading=_("Contact persons"), label=_("Contact person")),
        InlinePanel("themes", heading=_("Themes"), label=_("Theme")),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("funder")], heading=_("Behind the call")
        ),
        MultiFieldPanel([FieldPanel("decided_on"), FieldPanel("outcome")], heading=_("Outcome")),
        InlinePanel("related", heading=_("Read also"), label=_("Page"), max_num=6),
    ]
    apply_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("applied_with"), FieldPanel("apply_url"), FieldPanel("apply_email")],
            heading=_("How one applies"),
        ),
        HelpPanel(_("What follows is for a form of its own.")),
        InlinePanel("questions", heading=_("Questions"), label=_("Question"), max_num=40),
        MultiFieldPanel(
            [FieldPanel("remove_after"), PageChooserPanel("privacy_notice")],
            heading=_("Protecting applicants"),
        ),
        MultiFieldPanel(
            [FieldPanel("notice_email"), FieldPanel("handlers")], heading=_("Who handles them")
        ),
    ]
    settings_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("published_on"), FieldPanel("shows_as_updated")], heading=_("Dates")
        ),
        *Article.settings_panels,
    ]
    search_fields: ClassVar = [
        *Article.search_fields,
        index.SearchField("who"),
        index.SearchField("outcome"),
        index.FilterField("closes_at"),
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(apply_panels, heading=_("Applying")),
            ObjectList(Article.promote_panels, heading=_("Promote")),
            ObjectList(settings_panels, heading=_("Settings"), classname="settings"),
        ],
        base_form_class=CallPageForm,
    )

    text_fields = (*Article.text_fields, "who", "places_unit", "outcome")
    shown_with = (*Article.shown_with, "privacy_notice")
    override_translatable_fields: ClassVar = [
        *Article.override_translatable_fields,
        SynchronizedField("places", overridable=False),
        SynchronizedField("opens_at", overridable=False),
        SynchronizedField("closes_at", overridable=False),
        SynchronizedField("decided_on", overridable=False),
        SynchronizedField("applied_with", overridable=False),
        SynchronizedField("remove_after", overridable=False),
        SynchronizedField("privacy_notice", overridable=False),
        SynchronizedField("notice_email", overridable=False),
        SynchronizedField("handlers", overridable=False),
    ]
    #: The questions as an editor has them in her form; None where nobody is writing.
    written_questions: list[Any] | None = None
    base_form_class = CallPageForm
    preview_modes: ClassVar = [("", _("Call for participation")), ("form", _("Form"))]
    parent_page_types: ClassVar = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = CallPageManager()

    class Meta:
        verbose_name = _("call for participation")
        verbose_name_plural = _("calls for participation")
        indexes: ClassVar = [
            models.Index(fields=["-published_on"], name="news_calls_newest_first"),
            models.Index(fields=["closes_at"], name="news_calls_by_deadline"),
        ]

    def publication_problems(self) -> list[Problem]:
        """Add what a call must have: a deadline, a way to apply, and care for what applicants send."""
        from news.call_checks import problems_of

        return [*super().publication_problems(), *problems_of(self)]

    # When it is open ----------------------------------------------------------------------------

    @cached_property
    def asked_at(self) -> datetime:
        """Return the moment all that is said of the state is said of; a page in memory is asked once."""
        return timezone.now()

    @property
    def window(self) -> Window:
        """Return when it is open."""
        return Window(self.closes_at, self.opens_at, self.decided_on)

    @property
    def state(self) -> str:
        """Return ``coming``, ``open``, ``closed`` or ``decided``."""
        return self.window.state(self.asked_at)

    @property
    def days_left(self) -> int:
        """Return how many midnights there are until the deadline."""
        return self.window.days_left(self.asked_at)

    @property
    def changes_at(self) -> datetime | None:
        """Return when its state, or what is said of the days left, changes next."""
        return self.window.changes_after(self.asked_at)

    @property
    def closes(self) -> datetime | None:
        """Return the deadline in the time of the site, for its date and its time of day."""
        return timezone.localtime(self.closes_at) if self.closes_at else None

    @property
    def opens(self) -> datetime | None:
        """Return the opening in the time of the site."""
        return timezone.localtime(self.opens_at) if self.opens_at else None

    @property
    def removed_on(self) -> date | None:
        """Return the day on which applications are removed."""
        if self.closes_at is None or self.remove_after is None:
            return None
        return day_of(self.closes_at) + timedelta(days=self.remove_after)

    # How one applies ----------------------------------------------------------------------------

    @property
    def has_form(self) -> bool:
        """Tell whether one applies here, with a form of its own."""
        return self.applied_with == self.FORM

    @path("apply/", name="apply")
    def apply(self, request: HttpRequest) -> HttpResponseBase:
        """Show the form, or take what was sent with it."""
        from news.applying import apply

        return apply(self, request)

    @path("apply/received/<str:receipt>/", name="received")
    def received(self, request: HttpRequest, receipt: str) -> HttpResponseBase:
        """Tell an applicant that her application has been received."""
        from news.applying import received

        return received(self, request, receipt)

    def part(self, mark: str) -> CallForm | None:
        """Return the form, which has an address of its own."""
        return CallForm(self) if mark == CallForm.MARK and self.has_form else None

    def part_paths(self) -> dict[str, str]:
        """Return the address of the form, below the page's."""
        return {CallForm.MARK: f"{CallForm.MARK}/"} if self.has_form else {}

    # What is shown ------------------------------------------------------------------------------

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the call as a schema.org WebPage that expires.

        There is no type for a call; a page that no longer holds after its deadline is the honest one.
        """
        data = web_page(self, request)
        if self.closes_at is not None:
            data["expires"] = timezone.localtime(self.closes_at).isoformat()
        return data

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview as every page does; the routable mixin would leave out the page's own head."""
        return BasePage.serve_preview(self, request, mode_name)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return the template of what is previewed: the call or its form."""
        return "news/call_apply.html" if mode_name == "form" else str(self.template)

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Add the form, empty, where that is previewed."""
        context: dict[str, Any] = super().get_preview_context(request, mode_name)
        if mode_name == "form":
            from news.applying import shown_form

            context |= shown_form(self)
        return context

    def neighbour_keys(self) -> list[Any]:
        """Fetch the privacy notice together with the surroundings."""
        notice = self.privacy_notice
        return [*super().neighbour_keys(), *([notice.translation_key] if notice else [])]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the call shows, or no more than its form needs."""
        if shown_part(request, self) is not None:
            context: dict[str, Any] = BasePage.get_context(self, request, *args, **kwargs)
        else:
            context = super().get_context(request, *args, **kwargs)
            context["dates"] = list(self.dates.all())
        if self.privacy_notice is not None:
            versions = context["surroundings"].neighbours.get(
                self.privacy_notice.translation_key, {}
            )
            context["privacy_notice"] = versions.get(self.language_code) or next(
                iter(versions.values()), None
            )
        return context

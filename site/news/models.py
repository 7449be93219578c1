"""News: the list residents browse, and the items communications staff write."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.models.pages import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage, Photograph, in_language
from core.publishing import Problem
from core.structured_data import news_article
from news.listing import Listing
from people.blocks import persons_in
from people.models import (
    ContactLink,
    Funder,
    Organisation,
    PagePeople,
    Theme,
    anybody_to_ask,
)
from videos.blocks import PageBodyBlock


class NewsIndexPage(RoutablePageMixin, BasePage):
    """All news of the site in one language: by theme, organisation and year, and as feeds."""

    lead = models.TextField(_("lead"), blank=True, max_length=400)

    text_fields = ("title", "lead")
    schema_type = "CollectionPage"
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("lead")]
    override_translatable_fields = BasePage.override_translatable_fields
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["news.NewsPage"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filtered, paginated list."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["listing"] = Listing.from_request(self, request)
        return context

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

    def items(self) -> NewsPageQuerySet:
        """Return the news items that whoever may read this list may read, newest first."""
        # What restricts the list was asked of the reader before the list was shown to her.
        items: NewsPageQuerySet = (
            NewsPage.objects.child_of(self).live().filter(view_restrictions__isnull=True)
        )
        return items.newest_first()


class NewsPageQuerySet(PageQuerySet):
    """Queries over news items."""

    def newest_first(self) -> NewsPageQuerySet:
        """Order by date, then by page, so that two pages of a list never show the same item."""
        found: NewsPageQuerySet = self.order_by("-published_on", "-pk")
        return found

    def about(self, theme: Theme) -> NewsPageQuerySet:
        """Return the items about ``theme``, in whichever language it was chosen."""
        found: NewsPageQuerySet = self.filter(
            pk__in=NewsPageTheme.objects.filter(
                theme__translation_key=theme.translation_key
            ).values("page")
        )
        return found

    def of_organisation(self, organisation: Organisation) -> NewsPageQuerySet:
        """Return the items of ``organisation``, in whichever language it was chosen."""
        found: NewsPageQuerySet = self.filter(
            organisation__translation_key=organisation.translation_key
        )
        return found

    def for_cards(self) -> NewsPageQuerySet:
        """Fetch with each item what its card shows, and leave the body in the database."""
        found: NewsPageQuerySet = (
            self.defer("body", "draft_title")
            .select_related("image", "locale")
            .prefetch_related(
                models.Prefetch(
                    "themes",
                    queryset=NewsPageTheme.objects.select_related("theme__locale").order_by(
                        "sort_order"
                    ),
                ),
                "image__renditions",
            )
        )
        return found


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)


class NewsPage(BasePage):
    """A news item: what happened or will happen, who says so, and whom to ask."""

    published_on = models.DateTimeField(_("publication date"), default=timezone.now)
    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_(
            "The news in two or three sentences. Shown in lists, feeds and search results."
        ),
    )
    image = models.ForeignKey(
        Photograph,
        verbose_name=_("main image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("what the image shows"),
        max_length=250,
        blank=True,
        help_text=_(
            "Read aloud to those who cannot see the image. One sentence, not the file's name."
        ),
    )
    image_is_decorative = models.BooleanField(
        _("the image is only decoration"),
        default=False,
        help_text=_("The image tells nothing that the text does not."),
    )
    image_caption = models.CharField(_("caption"), max_length=250, blank=True)
    body = StreamField(PageBodyBlock(), verbose_name=_("text"), blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    funder = models.ForeignKey(
        Funder,
        verbose_name=_("funder"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shows the funder's official statement and emblem."),
    )

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("image"),
                FieldPanel("image_alt"),
                FieldPanel("image_is_decorative"),
                FieldPanel("image_caption"),
            ],
            heading=_("Main image"),
        ),
        FieldPanel("body"),
        InlinePanel("contacts", heading=_("Contact persons"), label=_("Contact person")),
        InlinePanel("themes", heading=_("Themes"), label=_("Theme")),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("place"), FieldPanel("funder")],
            heading=_("Behind the news"),
        ),
        InlinePanel("related", heading=_("Read also"), label=_("Page"), max_num=6),
    ]
    settings_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("published_on"), FieldPanel("shows_as_updated")], heading=_("Dates")
        ),
        *BasePage.settings_panels,
    ]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body"),
        index.FilterField("published_on"),
    ]

    text_fields = ("title", "lead", "image_alt", "image_caption", "place")
    shown_with = ("image", "organisation__locale", "funder__locale", "funder__emblem")
    schema_type = "NewsArticle"
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        # Vocabularies are used by reference and put into the reader's language when shown.
        SynchronizedField("organisation", overridable=False),
        SynchronizedField("funder", overridable=False),
        SynchronizedField("published_on", overridable=False),
        SynchronizedField("image_is_decorative", overridable=False),
    ]
    parent_page_types: ClassVar = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = NewsPageManager()

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes: ClassVar = [models.Index(fields=["-published_on"], name="news_newest_first")]

    @property
    def first_shown_on(self) -> Any:
        """Return the date the editors gave the item."""
        return self.published_on

    def publication_problems(self) -> list[Problem]:
        """Add what a news item had better have: somebody to ask."""
        problems = super().publication_problems()
        if not anybody_to_ask(self.contacts.all()):
            problems.append(
                Problem("contacts", _("Nobody to ask: choose a contact person."), blocks=False)
            )
        return problems

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the item as a schema.org NewsArticle."""
        return news_article(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add contacts, themes, organisation, funder and related pages in the page's language."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        links = self.contacts.select_related("person__organisation__locale", "person__photo").all()
        people = PagePeople.of(links, persons_in(self.body), self.locale, self.organisation)
        context["contacts"], context["cards_in_body"] = people.contacts, people.cards
        context["organisation"] = people.organisation
        context["themes"] = in_language(
            [link.theme for link in self.themes.select_related("theme__locale").all()], self.locale
        )
        context["funder"] = in_language([self.funder], self.locale)[0] if self.funder else None
        around = context["surroundings"]
        context["related"] = self.related_pages(around.neighbours)
        context["index_url"] = around.crumbs[-1].href if around.crumbs else ""
        return context

    @cached_property
    def _related_keys(self) -> list[tuple[UUID, str]]:
        """Return the translation keys of the related pages and the languages they were chosen in."""
        links = self.related.select_related("page__locale").all()
        return [(link.page.translation_key, link.page.locale.language_code) for link in links]

    def neighbour_keys(self) -> list[Any]:
        """Fetch the related pages together with the surroundings."""
        return [*super().neighbour_keys(), *(key for key, _code in self._related_keys)]

    def related_pages(self, public: dict[UUID, dict[str, Page]]) -> list[Page]:
        """Return the chosen related pages that are ``public``, each in this page's language if it can be."""
        found = []
        for key, chosen_code in self._related_keys:
            versions = public.get(key, {})
            shown = versions.get(self.language_code) or versions.get(chosen_code)
            if shown is not None:
                found.append(shown)
        pictured = NewsPage.objects.select_related("image", "locale").defer("body")
        items = pictured.in_bulk([page.pk for page in found]) if found else {}
        return [items.get(page.pk, page) for page in found]


class NewsPageContact(ContactLink):
    """A person to ask about a news item."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="contacts")

    def __str__(self) -> str:
        return str(self.person)


class NewsPageTheme(Orderable):
    """A theme of a news item."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="themes")
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [FieldPanel("theme")]

    def __str__(self) -> str:
        return str(self.theme)


class NewsPageRelated(Orderable):
    """A page to read after a news item."""

    source = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related")
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)

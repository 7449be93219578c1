"""News items."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail.models.pages import PageManager

from core.models.pictured import picture_panel
from core.structured_data import news_article
from news.models.article import Article, ArticleQuerySet, ThemeLink
from people.models import ContactLink


class NewsPageQuerySet(ArticleQuerySet):
    """Queries over news items."""


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)


class NewsPage(Article):
    """A news item: what happened or will happen, who says so, and whom to ask."""

    place = models.CharField(_("place"), max_length=120, blank=True)

    content_panels: ClassVar = [
        *Article.content_panels,
        FieldPanel("lead"),
        picture_panel(),
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
        *Article.settings_panels,
    ]

    text_fields = (*Article.text_fields, "place")
    schema_type = "NewsArticle"
    parent_page_types: ClassVar = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = NewsPageManager()

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes: ClassVar = [models.Index(fields=["-published_on"], name="news_newest_first")]

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the item as a schema.org NewsArticle."""
        return news_article(self, request)


class NewsPageContact(ContactLink):
    """A person to ask about a news item."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="contacts")

    def __str__(self) -> str:
        return str(self.person)


class NewsPageTheme(ThemeLink):
    """A theme of a news item."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="themes")

    panels: ClassVar = [FieldPanel("theme")]


class NewsPageRelated(Orderable):
    """A page to read after a news item."""

    source = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related")
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("page")]

    def __str__(self) -> str:
        return str(self.page)

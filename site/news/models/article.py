"""What news items and calls have in common: a date, a lead, a picture, a text, and who is behind it."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.models import in_language
from core.models.pictured import PicturedPage
from core.publishing import Problem
from people.blocks import persons_in
from people.models import Funder, Organisation, PagePeople, Theme, anybody_to_ask
from videos.blocks import PageBodyBlock


class ArticleQuerySet(PageQuerySet):
    """Queries over news items, or over calls."""

    def newest_first(self) -> Self:
        """Order by date, then by page, so that two pages of a list never show the same item."""
        found: Self = self.order_by("-published_on", "-pk")
        return found

    def about(self, theme: Theme) -> Self:
        """Return the items about ``theme``, in whichever language it was chosen."""
        links = self._theme_links.filter(theme__translation_key=theme.translation_key)
        found: Self = self.filter(pk__in=links.values("page"))
        return found

    def of_organisation(self, organisation: Organisation) -> Self:
        """Return the items of ``organisation``, in whichever language it was chosen."""
        found: Self = self.filter(organisation__translation_key=organisation.translation_key)
        return found

    def for_cards(self) -> Self:
        """Fetch with each item what its card shows, and leave the body in the database."""
        links = self._theme_links.select_related("theme__locale").order_by("sort_order")
        found: Self = (
            self.defer("body", "draft_title")
            .select_related("image", "locale")
            .prefetch_related(models.Prefetch("themes", queryset=links), "image__renditions")
        )
        return found

    @property
    def _theme_links(self) -> models.QuerySet[Any]:
        links: models.QuerySet[Any] = self.model._meta.get_field(
            "themes"
        ).related_model._default_manager.all()
        return links


class Article(PicturedPage):
    """A dated text with a picture, themes, people to ask and somebody behind it. Abstract.

    Each type has its own tables of ``contacts``, ``themes`` and ``related`` pages.
    """

    published_on = models.DateTimeField(_("publication date"), default=timezone.now)
    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_(
            "The news in two or three sentences. Shown in lists, feeds and search results."
        ),
    )
    body = StreamField(PageBodyBlock(), verbose_name=_("text"), blank=True)
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

    search_fields: ClassVar = [
        *PicturedPage.search_fields,
        index.SearchField("lead", boost=2),
        index.SearchField("body"),
        index.FilterField("published_on"),
    ]

    text_fields: ClassVar[tuple[str, ...]] = ("title", "lead", "image_alt", "image_caption")
    shown_with: ClassVar[tuple[str, ...]] = (
        "image",
        "organisation__locale",
        "funder__locale",
        "funder__emblem",
    )
    override_translatable_fields: ClassVar = [
        *PicturedPage.override_translatable_fields,
        # Vocabularies are used by reference and put into the reader's language when shown.
        SynchronizedField("organisation", overridable=False),
        SynchronizedField("funder", overridable=False),
        SynchronizedField("published_on", overridable=False),
        SynchronizedField("image_is_decorative", overridable=False),
    ]

    class Meta:
        abstract = True

    @property
    def first_shown_on(self) -> Any:
        """Return the date the editors gave the item."""
        return self.published_on

    def publication_problems(self) -> list[Problem]:
        """Add what an item had better have: somebody to ask."""
        problems = super().publication_problems()
        if not anybody_to_ask(self.contacts.all()):
            problems.append(
                Problem("contacts", _("Nobody to ask: choose a contact person."), blocks=False)
            )
        return problems

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
        from news.models.news_page import NewsPage

        found = []
        for key, chosen_code in self._related_keys:
            versions = public.get(key, {})
            shown = versions.get(self.language_code) or versions.get(chosen_code)
            if shown is not None:
                found.append(shown)
        pictured = NewsPage.objects.select_related("image", "locale").defer("body")
        items = pictured.in_bulk([page.pk for page in found]) if found else {}
        return [items.get(page.pk, page) for page in found]


class ThemeLink(Orderable):
    """A theme of an item; each type of page has its own table. Abstract."""

    page: ParentalKey
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.theme)

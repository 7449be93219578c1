"""The campaign: its days, its films, the bodies behind it."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.models.pages import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from campaigns.blocks import EncountersBlock
from campaigns.encounters import Encounter, mark_of, path_of
from campaigns.period import Period
from core.freshness import today
from core.languages import in_code
from core.models import Attachment, BasePage, in_language
from core.models.pictured import PicturedPage, picture_panel
from core.parts import shown_part
from core.publishing import Problem
from core.sitemaps import part_entries
from core.structured_data import said, web_page
from people.blocks import persons_in
from people.models import Funder, PagePeople, anybody_to_ask
from videos.blocks import PageBodyBlock
from videos.models import Video
from videos.player import players_for
from videos.structured_data import best_source, video_object


class CampaignPageQuerySet(PageQuerySet):
    """Queries over campaigns."""

    def newest_first(self) -> CampaignPageQuerySet:
        """Order by the day they begin, then by page, so that no page of a list repeats another's."""
        found: CampaignPageQuerySet = self.order_by("-starts_on", "-pk")
        return found

    def past(self, day: date) -> CampaignPageQuerySet:
        """Return those that had ended before ``day``."""
        found: CampaignPageQuerySet = self.filter(starts_on__lte=day, ends_on__lt=day)
        return found

    def not_past(self, day: date) -> CampaignPageQuerySet:
        """Return those that run on ``day`` or are still to come."""
        found: CampaignPageQuerySet = self.exclude(starts_on__lte=day, ends_on__lt=day)
        return found

    def for_cards(self) -> CampaignPageQuerySet:
        """Fetch with each campaign what its card shows, and leave the long texts in the database."""
        found: CampaignPageQuerySet = (
            self.defer("body", "encounters", "draft_title")
            .select_related("image", "locale")
            .prefetch_related("image__renditions")
        )
        return found


CampaignPageManager = PageManager.from_queryset(CampaignPageQuerySet)


class CampaignPage(RoutablePageMixin, PicturedPage):
    """A campaign: films in which people meet, what to do after them, and where it is seen.

    Each encounter has an address of its own below the page's, to be shared by itself (ADR 0018).
    """

    slogan = models.CharField(
        _("slogan"),
        max_length=160,
        help_text=_("One sentence that says what the campaign asks of everybody."),
    )
    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_(
            "The campaign in two or three sentences. Shown in lists and search results as well."
        ),
    )
    starts_on = models.DateField(_("begins on"), default=today)
    ends_on = models.DateField(
        _("ends on"),
        null=True,
        blank=True,
        help_text=_("The last day. Left empty, the campaign runs until further notice."),
    )
    encounters = StreamField(
        EncountersBlock(),
        verbose_name=_("encounters"),
        blank=True,
        help_text=_(
            "The films, in their order. Each gets an address and a share card of its own. "
            "A film without captions keeps the page from going out."
        ),
    )
    body = StreamField(PageBodyBlock(), verbose_name=_("text"), blank=True)
    parent_project = models.CharField(
        _("part of the project"),
        max_length=160,
        blank=True,
        help_text=_("The name of the project the campaign belongs to."),
    )
    parent_project_url = models.URLField(_("the project's website"), blank=True)
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
        FieldPanel("slogan"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("When it runs")
        ),
        FieldPanel("encounters"),
        picture_panel(),
        FieldPanel("body"),
        InlinePanel("places", heading=_("Where it is seen"), label=_("Place")),
        InlinePanel(
            "materials",
            heading=_("Materials to download"),
            label=_("Document"),
            help_text=_("Posters and guides. Each says its type, size and language by itself."),
        ),
        InlinePanel("contacts", heading=_("Contact persons"), label=_("Contact person")),
        InlinePanel("organisers", heading=_("Organisers"), label=_("Organisation")),
        MultiFieldPanel(
            [
                FieldPanel("parent_project"),
                FieldPanel("parent_project_url"),
                FieldPanel("funder"),
            ],
            heading=_("Behind the campaign"),
        ),
        InlinePanel("related", heading=_("News about it"), label=_("News item"), max_num=6),
    ]
    settings_panels: ClassVar = [FieldPanel("shows_as_updated"), *BasePage.settings_panels]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("slogan", boost=2),
        index.SearchField("lead", boost=2),
        index.SearchField("encounters"),
        index.SearchField("body"),
        index.FilterField("starts_on"),
        index.FilterField("ends_on"),
    ]

    text_fields = ("title", "slogan", "lead", "image_alt", "image_caption", "parent_project")
    shown_with = ("image", "funder__locale", "funder__emblem")
    override_translatable_fields: ClassVar = [
        *BasePage.override_translatable_fields,
        SynchronizedField("starts_on", overridable=False),
        SynchronizedField("ends_on", overridable=False),
        SynchronizedField("image_is_decorative", overridable=False),
        # Vocabularies are used by reference and put into the reader's language when shown.
        SynchronizedField("funder", overridable=False),
    ]
    parent_page_types: ClassVar = ["campaigns.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = CampaignPageManager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        indexes: ClassVar = [models.Index(fields=["-starts_on"], name="campaigns_newest_first")]

    def clean(self) -> None:
        """Refuse a campaign that ends before it begins."""
        super().clean()
        if self.ends_on is not None and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The campaign would end before it begins.")})

    def publication_problems(self) -> list[Problem]:
        """Add what a campaign had better have: somebody to ask."""
        problems = super().publication_problems()
        if not anybody_to_ask(self.contacts.all()):
            message = _("Nobody to ask: choose a contact person.")
            problems.append(Problem("contacts", message, blocks=False))
        return problems

    # When it runs -------------------------------------------------------------------------------

    @property
    def period(self) -> Period:
        """Return the days it runs."""
        return Period(self.starts_on, self.ends_on)

    @property
    def state(self) -> str:
        """Return ``coming``, ``running`` or ``past``, as it is today."""
        return self.period.state(today())

    @property
    def changes_at(self) -> datetime | None:
        """Return when its state changes next."""
        return self.period.changes_after(today())

    # Encounters ---------------------------------------------------------------------------------

    @cached_property
    def shown_encounters(self) -> list[Encounter]:
        """Return the encounters in their order, without those whose film may no longer be shown."""
        found = [Encounter(self, block, n) for n, block in enumerate(self.encounters, start=1)]
        return [one for one in found if one.video is None or not one.video.is_withdrawn(today())]

    def shown_videos(self) -> list[Video]:
        """Return the films the page shows, each once: those of the encounters, then those in the text."""
        films = [one.video for one in self.shown_encounters]
        films += [block.value["video"] for block in self.body if block.block_type == "video"]
        return list({film.pk: film for film in films if film is not None}.values())

    def part(self, mark: str) -> Encounter | None:
        """Return the encounter with ``mark``, if it has a film that may be shown."""
        return next(
            (one for one in self.shown_encounters if one.mark == mark and one.video is not None),
            None,
        )

    def part_paths(self) -> dict[str, str]:
        """Return the addresses of the encounters below the page's, read from the raw field."""
        paths: dict[str, str] = {}
        for block in self.encounters.raw_data:
            mark, value = mark_of(block.get("id")), block.get("value") or {}
            if mark and value.get("video"):
                paths.setdefault(mark, path_of(str(value.get("title") or ""), mark))
        return paths

    def further_sitemap_entries(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the entries of the encounters, each with its film."""
        films = {
            mark_of(block.get("id")): (block.get("value") or {}).get("video")
            for block in self.encounters.raw_data
        }
        found = part_entries(self, request)
        return [{**entry, "films": [films[entry["part"]]]} for entry in found]

    @re_path(r"^(?:[-\w]+-)?(?P<mark>[0-9a-f]{8})/$", name="encounter")
    def encounter(self, request: HttpRequest, mark: str) -> HttpResponse:
        """Show one encounter under its own address; an address with old words leads to the present one.

        Raises Http404 for one that the campaign does not have.
        """
        found = self.part(mark)
        if found is None:
            raise Http404("no such encounter")
        address = found.get_url(request)
        if request.path != address:
            return HttpResponsePermanentRedirect(address)
        request.shown_part = found  # type: ignore[attr-defined]
        response: HttpResponse = self.render(request, template="campaigns/encounter.html")
        return response

    # What is shown ------------------------------------------------------------------------------

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """Preview as every page does; the routable mixin would leave out the page's own head."""
        return BasePage.serve_preview(self, request, mode_name)

    @cached_property
    def people(self) -> PagePeople:
        """Return whom to ask and who organises it, in the page's language."""
        links = self.contacts.select_related("person__organisation__locale", "person__photo").all()
        bodies = self.organisers.select_related("organisation__locale").all()
        return PagePeople.of(
            links,
            persons_in(self.body),
            self.locale,
            organisers=[link.organisation for link in bodies],
        )

    @cached_property
    def shown_funder(self) -> Funder | None:
        """Return the funder in the page's language."""
        return in_language([self.funder], self.locale)[0] if self.funder else None

    def shown_materials(self) -> list[Attachment]:
        """Return the documents: those in the page's language first, else in the editor's order."""
        links = self.materials.select_related("document").all()
        documents = [link.document for link in links]
        return sorted(documents, key=lambda document: document.language != self.language_code)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page shows, or what the encounter shows that the request is about."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        part = shown_part(request, self)
        shown = [part] if isinstance(part, Encounter) else self.shown_encounters
        players = players_for([one.video for one in shown if one.video is not None], self.locale)
        # A film may stand in two encounters: the ids of its player then follow the encounter.
        context["encounters"] = [
            (one, players[one.video.pk].placed_at(one.film_anchor) if one.video else None)
            for one in shown
        ]
        context["part"] = part
        if part is not None:
            context["others"] = [
                one
                for one in self.shown_encounters
                if one.video and one.mark not in ("", part.mark)
            ]
            return context
        context["others"] = shown[1:]
        context["films"] = [one for one in shown if one.video and one.mark]
        context["contacts"], context["cards_in_body"] = self.people.contacts, self.people.cards
        context["organisers"], context["funder"] = self.people.organisers, self.shown_funder
        context["places"] = list(self.places.all())
        context["materials"] = self.shown_materials()
        context["related"] = self.related_news(context["surroundings"].neighbours)
        return context

    @cached_property
    def _related_keys(self) -> list[tuple[UUID, str]]:
        """Return the translation keys of the chosen news and the languages they were chosen in."""
        links = self.related.select_related("page__locale").all()
        return [(link.page.translation_key, link.page.locale.language_code) for link in links]

    def neighbour_keys(self) -> list[Any]:
        """Fetch the chosen news together with the surroundings."""
        return [*super().neighbour_keys(), *(key for key, _code in self._related_keys)]

    def related_news(self, public: dict[UUID, dict[str, Page]]) -> list[Page]:
        """Return the chosen news items that are ``public``, each in this page's language if it can be.

        At one query more: they are of one page type, which campaigns know by its name alone.
        """
        found = []
        for key, chosen_code in self._related_keys:
            versions = public.get(key, {})
            shown = versions.get(self.language_code) or versions.get(chosen_code)
            if shown is not None:
                found.append(shown)
        if not found:
            return []
        pictured = found[0].specific_class._default_manager.select_related("image", "locale")
        items = pictured.defer("body").in_bulk([page.pk for page in found])
        return [items.get(page.pk, page) for page in found]

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return the page with its days, its films, and the bodies behind it."""
        data = web_page(self, request)
        end = self.ends_on.isoformat() if self.ends_on else ".."
        data["temporalCoverage"] = f"{self.starts_on.isoformat()}/{end}"
        if self.people.organisers:
            data["contributor"] = [
                {
                    "@type": "Organization",
                    "name": body.name,
                    **({"url": body.url} if body.url else {}),
                }
                for body in self.people.organisers
            ]
        if self.shown_funder is not None:
            data["funder"] = {"@type": "Organization", "name": self.shown_funder.name}
        if self.parent_project:
            name = in_code(self.parent_project, self.lang_of("parent_project"))
            project = {"@type": "Project", "name": said(name, self.html_lang)}
            if self.parent_project_url:
                project["url"] = self.parent_project_url
            data["about"] = project
        places = {one.video.pk: one for one in self.shown_encounters if one.video and one.mark}
        films = [
            video_object(film, self.locale, request, places.get(film.pk, self))
            for film in self.shown_videos()
            if best_source(film) and not film.is_withdrawn()
        ]
        if films:
            data["video"] = films
        return data

"""The list of films: what each is, what it lacks, and where it is used."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import CollectionFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UsageCountColumn
from wagtail.admin.views import generic
from wagtail.models import Collection, ReferenceIndex

from videos.admin.rights import may_add, may_look
from videos.admin.states import LACKING, chips
from videos.languages import lang_of_name, name_of, spoken_choices
from videos.models import Video
from videos.parts import gather
from videos.player import clock
from videos.shortcomings import shortcomings


class PictureColumn(Column):
    """The poster of a film, or a still of it; next to its title it says nothing to a screen reader."""

    cell_template_name = "videos/admin/picture_cell.html"


class FilmColumn(TitleColumn):
    """The title of a film with its states under it."""

    cell_template_name = "videos/admin/film_cell.html"


class LanguageColumn(Column):
    """The spoken language by its own name, marked as that language."""

    cell_template_name = "videos/admin/language_cell.html"

    def get_cell_context_data(self, instance: Video, parent_context: Any) -> dict[str, Any]:
        """Add the language of the language's name."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "lang": lang_of_name(instance.spoken_language)}


class VideoFilterSet(WagtailFilterSet):
    """Films by language, by what they lack and by collection."""

    spoken_language = django_filters.ChoiceFilter(
        label=_("Spoken language"), choices=spoken_choices, empty_label=_("All")
    )
    lacking = django_filters.ChoiceFilter(
        label=_("Lacking"),
        choices=[(key, text) for key, (text, _codes) in LACKING.items()],
        empty_label=_("All"),
        method="filter_lacking",
    )

    class Meta:
        model = Video
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if Collection.objects.count() > 1:
            self.filters["collection_id"] = CollectionFilter(
                field_name="collection_id",
                label=_("Collection"),
                queryset=Collection.objects.all(),
            )

    def filter_lacking(self, queryset: QuerySet[Video], name: str, value: str) -> QuerySet[Video]:
        """Keep the films that lack ``value``: the gate is asked, so that there is one rule only."""
        codes = LACKING[value][1]
        lacking = [
            key
            for key, parts in gather(queryset).items()
            if any(found.code in codes for found in shortcomings(parts.video, parts=parts))
        ]
        return queryset.filter(pk__in=lacking)


class VideoIndexView(generic.IndexView):
    """All films. Whoever may not change one finds there what she may translate."""

    model = Video
    any_permission_required = None
    page_title = _("Videos")
    template_name = "videos/admin/index.html"
    header_icon = "wagtailmedia-video"
    add_item_label = _("Add a video")
    index_url_name = "videos:index"
    index_results_url_name = "videos:index_results"
    add_url_name = "videos:add"
    edit_url_name = "videos:edit"
    default_ordering = "-created_at"
    filterset_class = VideoFilterSet
    paginate_by = 20

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who keeps films or translates them."""
        if not may_look(request.user):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[Video]:
        """Fetch the posters along; everything else comes with the page of the list."""
        films: QuerySet[Video] = Video.objects.for_display().prefetch_related("stills")
        return films.defer("manifest")

    def get_edit_url(self, instance: Video) -> str:
        """Return the film's page: everybody let in here may look at it."""
        return reverse(self.edit_url_name, args=[instance.pk])

    def get_add_url(self) -> str | None:
        """Offer the upload to those who may."""
        return reverse(self.add_url_name) if may_add(self.request.user) else None

    def get_list_more_buttons(self, instance: Video) -> list[Any]:
        """The title leads to the film's page, where everything else is."""
        return []

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns; usage is counted for the films shown only."""
        return [
            PictureColumn("picture", label="", width="6rem"),
            FilmColumn("title", label=_("Title"), sort_key="title", get_url=self.get_edit_url),
            LanguageColumn(
                "spoken_language",
                label=_("Spoken language"),
                accessor=lambda video: name_of(video.spoken_language),
                sort_key="spoken_language",
            ),
            Column(
                "duration",
                label=_("Length"),
                accessor=lambda video: clock(video.duration),
                sort_key="duration",
            ),
            UsageCountColumn("usage_count", label=_("Usage")),
            DateColumn("created_at", label=_("Added"), sort_key="created_at"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add to each film shown its states and how often it is used."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        videos = list(context["object_list"])
        parts = gather(videos)
        counts = ReferenceIndex.get_count_references_to_in_bulk(videos)
        for video in videos:
            video.usage_count = counts.get(video, 0)
            video.chips = chips(parts[video.pk])
        return {**context, "object_list": videos}

"""The page of a film: what is missing at the top, everything there is of it below."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic

from videos.admin import overview
from videos.admin.lawful import WouldBreakPages, kept_lawful
from videos.admin.page import FilmPage, way_to_list
from videos.admin.panels import film_page
from videos.admin.rights import may_change, may_look
from videos.models import Video
from videos.shortcomings import shortcomings


def film(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Answer with the form of a film; with the film and its captions for those who may not change it."""
    if not may_look(request.user):
        raise PermissionDenied
    video = get_object_or_404(Video, pk=pk)
    view = EditVideoView if may_change(request.user, video) else LookView
    answer: HttpResponseBase = view.as_view()(request, pk=pk)
    return answer


def above(video: Video) -> dict[str, Any]:
    """Return what stands above everything else: what is missing, and the film itself.

    Asked of the database anew: what was typed and refused does not count.
    """
    stored = Video.objects.for_display().get(pk=video.pk)
    found = shortcomings(stored)
    return {
        "missing": [lacking for lacking in found if lacking.blocks],
        "advised": [lacking for lacking in found if not lacking.blocks],
        "stored": stored,
        "sources": stored.manifest.get("sources", []),
        "shown_tracks": overview.shown_tracks(stored),
        "progress_url": reverse("videos:progress", args=[stored.pk]),
        "making": overview.files_of(stored).making,
    }


class EditVideoView(generic.EditView):
    """One film, for those who may change it."""

    model = Video
    permission_required = "change"
    template_name = "videos/admin/edit.html"
    header_icon = "wagtailmedia-video"
    context_object_name = "video"
    index_url_name = "videos:index"
    edit_url_name = "videos:edit"
    delete_url_name = "videos:delete"
    success_message = _("“%(object)s” was saved.")
    error_message = _("Nothing was saved: please mend what is marked below.")

    def get_panel(self) -> Any:
        """Return the page's sections."""
        return film_page()

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Save all or nothing; a live page keeps what makes it lawful."""
        try:
            with kept_lawful(self.object):
                saved: HttpResponseBase = super().form_valid(form)
                return saved
        except WouldBreakPages as refused:
            form.add_error(None, refused.message)
            self.produced_error_message = self.get_error_message()
            shown: HttpResponseBase = self.form_invalid(form)
            return shown

    def get_success_url(self) -> str:
        """Stay on the page: there is more to do on it."""
        return reverse(self.edit_url_name, args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        """Offer nothing: the page stays."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, with the title as it is kept."""
        return [*way_to_list(), {"url": "", "label": self._kept_title}]

    def get_page_subtitle(self) -> str:
        """Return the title as it is kept."""
        return self._kept_title

    @cached_property
    def _kept_title(self) -> str:
        return str(Video.objects.values_list("title", flat=True).get(pk=self.object.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what stands above the sections."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, **above(self.object)}


class LookView(FilmPage):
    """One film, for those who translate its captions or choose it for a page."""

    template_name = "videos/admin/look.html"
    page_title = _("Video")
    header_icon = "wagtailmedia-video"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the film."""
        super().setup(request, *args, **kwargs)
        self.video = get_object_or_404(Video, pk=kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the film, what is missing of it, and its captions."""
        return self.answer(
            **above(self.video),
            video=self.video,
            tracks=overview.tracks_of(self.video, request.user),
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*way_to_list(), {"url": "", "label": self.video.title}]

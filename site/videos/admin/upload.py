"""A film is uploaded once; later it can be replaced, and everything written of it stays."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtailmedia.forms import get_media_form

from videos.admin.rights import film_to_change, may_add
from videos.forms import FilmForm
from videos.models import Video

#: What is asked when a film is uploaded; everything else is asked on the film's own page.
FIELDS = ("title", "file", "spoken_language", "is_live_recording", "broadcast_at", "collection")


class ReplaceForm(FilmForm):
    """The form that puts another film in the place of one."""

    class Meta:
        model = Video
        fields = ("file",)


class UploadView(WagtailAdminTemplateMixin, View):
    """A form with a file: with JavaScript it shows how far the upload is, without it is a plain form."""

    template_name = "videos/admin/upload.html"
    header_icon = "wagtailmedia-video"
    submit_label = gettext_lazy("Upload")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the form."""
        return self._answer(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Keep the film, or show what is wrong with it beside what was typed."""
        form = self.make_form(request.POST, request.FILES)
        if not form.is_valid():
            messages.validation_error(request, self.refusal, form)
            return self._answer(form)
        video = form.save()
        messages.success(request, self.welcome(video))
        return redirect(reverse("videos:edit", args=[video.pk]))

    refusal = gettext_lazy("The film was not kept.")

    def make_form(self, *args: Any) -> Any:
        """Return the form, bound to ``args``."""
        raise NotImplementedError

    def welcome(self, video: Video) -> str:
        """Return what is said when the film is in."""
        raise NotImplementedError

    def _answer(self, form: Any) -> HttpResponse:
        return self.render_to_response(
            self.get_context_data(
                form=form,
                media=form.media,
                max_bytes=settings.KOHTAAMO_VIDEO_MAX_MB * 1024 * 1024,
                max_mb=settings.KOHTAAMO_VIDEO_MAX_MB,
                max_minutes=settings.KOHTAAMO_VIDEO_MAX_MINUTES,
                submit_label=self.submit_label,
                back_url=self.back_url,
            )
        )

    @cached_property
    def back_url(self) -> str:
        """Return where whoever changes her mind goes."""
        return reverse("videos:index")


class AddView(UploadView):
    """A new film."""

    page_title = gettext_lazy("Add a video")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in those who may add films."""
        if not may_add(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def make_form(self, *args: Any) -> Any:
        """Return wagtailmedia's upload form with the questions of this page."""
        form_class = get_media_form(Video, FIELDS)
        instance = Video(uploaded_by_user=self.request.user, type="video")
        form = form_class(*args, instance=instance, user=self.request.user)
        form.fields["broadcast_at"].widget = forms.DateTimeInput(attrs={"type": "datetime-local"})
        return form

    def welcome(self, video: Video) -> str:
        """Lead on to what is missing."""
        return _(
            "“%(title)s” is here, and its files for viewers are being made. Meanwhile add what is "
            "missing."
        ) % {"title": video.title}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*to_list(), {"url": "", "label": self.page_title}]


class ReplaceView(UploadView):
    """Another film in the place of one."""

    page_title = gettext_lazy("Replace the file")
    template_name = "videos/admin/replace.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the film; let in those who may change it."""
        super().setup(request, *args, **kwargs)
        self.video = film_to_change(request, kwargs["pk"])

    def make_form(self, *args: Any) -> Any:
        """Return the form with the file alone."""
        form = ReplaceForm(*args, instance=self.video)
        endings = ",".join(f".{ending}" for ending in settings.WAGTAILMEDIA["VIDEO_EXTENSIONS"])
        form.fields["file"].widget = forms.FileInput(attrs={"accept": endings})
        return form

    def welcome(self, video: Video) -> str:
        """Say what happens now."""
        return _(
            "“%(title)s” was replaced, and its files for viewers are being made anew. Check that the "
            "captions still fit."
        ) % {"title": video.title}

    @cached_property
    def back_url(self) -> str:
        """Return the film's page."""
        return reverse("videos:edit", args=[self.video.pk]) + "#film"

    def get_page_subtitle(self) -> str:
        """Return the film's title."""
        return str(self.video.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*to_film(self.video), {"url": "", "label": self.page_title}]


def to_list() -> list[dict[str, Any]]:
    """Return the way to the list of films, for the crumbs of the pages under it."""
    return [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse("videos:index"), "label": _("Videos")},
    ]


def to_film(video: Video) -> list[dict[str, Any]]:
    """Return the way to a film's page, for the crumbs of the pages under it."""
    return [*to_list(), {"url": reverse("videos:edit", args=[video.pk]), "label": video.title}]

"""A film is uploaded once; later it can be replaced, and everything written of it stays."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtailmedia.forms import get_media_form

from videos.admin.page import AdminPage, FilmPage
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


class Uploads:
    """A form with a file: with JavaScript it shows how far the upload is, without it is a plain form."""

    header_icon = "wagtailmedia-video"
    submit_label = gettext_lazy("Upload")
    request: HttpRequest

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the form."""
        return self._show(self.make_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Keep the film, or show what is wrong with it beside what was typed."""
        form = self.make_form(request.POST, request.FILES)
        if not form.is_valid():
            messages.validation_error(request, _("The film was not kept."), form)
            return self._show(form)
        video = form.save()
        messages.success(request, self.welcome(video))
        return redirect(reverse("videos:edit", args=[video.pk]))

    def make_form(self, *args: Any) -> Any:
        """Return the form, bound to ``args``."""
        raise NotImplementedError

    def welcome(self, video: Video) -> str:
        """Return what is said when the film is in."""
        raise NotImplementedError

    def _show(self, form: Any) -> HttpResponse:
        megabytes = settings.KOHTAAMO_VIDEO_MAX_MB
        form.fields["file"].help_text = _(
            "At most %(size)s MB and %(minutes)s minutes. Upload the best copy you have: the smaller "
            "files for phones are made of it here."
        ) % {"size": megabytes, "minutes": settings.KOHTAAMO_VIDEO_MAX_MINUTES}
        shown: HttpResponse = self.answer(  # type: ignore[attr-defined]  # of the page
            form=form,
            media=form.media,
            max_bytes=megabytes * 1024 * 1024,
            max_mb=megabytes,
            submit_label=self.submit_label,
            back_url=self.back_url,  # type: ignore[attr-defined]  # of the page
        )
        return shown


class AddView(Uploads, AdminPage):
    """A new film."""

    template_name = "videos/admin/upload.html"
    page_title = gettext_lazy("Add a video")
    back_url = reverse_lazy("videos:index")

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


class ReplaceView(Uploads, FilmPage):
    """Another film in the place of one."""

    template_name = "videos/admin/replace.html"
    page_title = gettext_lazy("Replace the file")
    anchor = "film"

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

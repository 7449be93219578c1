"""Captions and other timed texts: added, mended, checked, downloaded and deleted."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from videos import cues, gate
from videos.admin.forms import TrackForm
from videos.admin.lawful import WouldBreakPages, kept_lawful
from videos.admin.overview import shown_tracks
from videos.admin.page import FilmPage
from videos.admin.rights import (
    film_to_change,
    languages_to_write,
    may_look,
    may_write,
    track_to_write,
)
from videos.languages import name_of
from videos.models import Video, VideoTrack
from videos.wording import written_code


class TrackView(FilmPage):
    """The form of one timed text, beside the film it belongs to."""

    template_name = "videos/admin/track.html"
    header_icon = "openquote"
    anchor = "captions"
    track: VideoTrack

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the form."""
        return self._show(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Keep the text, or show what is wrong beside it: what was sent is never lost."""
        form = self._form(request.POST, request.FILES)
        if form.is_valid():
            try:
                with kept_lawful(self.video):
                    track = self._keep(form)
            except WouldBreakPages as refused:
                form.add_error(None, refused.message)
            else:
                self._say(track, form)
                return redirect(self.back_url)
        messages.validation_error(request, _("The text was not saved."), form)
        return self._show(form)

    def _form(self, *args: Any) -> TrackForm:
        languages = languages_to_write(self.request.user, self.video)
        if not languages:
            raise PermissionDenied
        initial = {} if self.track.pk else {"language": self._first_language(dict(languages))}
        return TrackForm(
            *args, instance=self.track, initial=initial, languages=languages, video=self.video
        )

    def _first_language(self, languages: dict[str, str]) -> str:
        """Return the language asked for, or the one spoken in the film, as far as she may write it."""
        asked = self.request.GET.get("language", "")
        wanted = (asked, written_code(self.video.spoken_language), *languages)
        return next(code for code in wanted if code in languages)

    def _keep(self, form: TrackForm) -> VideoTrack:
        """Save the text, written anew from what was understood."""
        track: VideoTrack = form.save(commit=False)
        content = cues.write(form.cues)
        is_new_file = form.cleaned_data.get("file") is not None and content != track.content
        stays_reviewed = is_new_file and "reviewed" not in form.changed_data
        if not form.cleaned_data["reviewed"] or stays_reviewed:
            track.reviewed_at = track.reviewed_by = None
        elif track.reviewed_at is None or content != track.content:
            _check(track, self.request)
        track.content = content
        track.save()
        return track

    def _say(self, track: VideoTrack, form: TrackForm) -> None:
        messages.success(
            self.request,
            _("%(kind)s in %(language)s: %(count)s captions were saved.")
            % {
                "kind": track.get_kind_display(),
                "language": name_of(track.language),
                "count": len(form.cues),
            },
        )
        remarks = cues.advice(form.cues, self.video.duration)
        if remarks and track.kind != VideoTrack.CHAPTERS:
            messages.warning(
                self.request,
                _("Saved, but worth a look: %(remarks)s")
                % {"remarks": " ".join(str(remark.message) for remark in remarks[:3])},
            )

    def _show(self, form: TrackForm) -> HttpResponse:
        found = form.cues or (cues.parse(self.track.content) if self.track.content else [])
        is_chapters = self.track.kind == VideoTrack.CHAPTERS
        return self.answer(
            form=form,
            media=form.media,
            video=self.video,
            remarks=[] if is_chapters else cues.advice(found, self.video.duration),
            sources=self.video.manifest.get("sources", []),
            shown_tracks=shown_tracks(self.video),
            back_url=self.back_url,
        )


class AddTrackView(TrackView):
    """A new timed text."""

    page_title = gettext_lazy("Add captions")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the film; let in those who may write in some language of it."""
        super().setup(request, *args, **kwargs)
        self.video = get_object_or_404(Video, pk=kwargs["pk"])
        self.track = VideoTrack(video=self.video)


class EditTrackView(TrackView):
    """A timed text that is there."""

    page_title = gettext_lazy("Edit captions")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the text; let in those who may write it."""
        super().setup(request, *args, **kwargs)
        self.track = track_to_write(request, kwargs["pk"])
        self.video = self.track.video


class DeleteTrackView(FilmPage):
    """Deletes a timed text, unless a public page would no longer be accessible without it."""

    template_name = "videos/admin/delete_track.html"
    page_title = gettext_lazy("Delete captions")
    anchor = "captions"
    header_icon = "bin"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the text; let in those who may change the film, and write in the language."""
        super().setup(request, *args, **kwargs)
        self.track = get_object_or_404(VideoTrack.objects.select_related("video"), pk=kwargs["pk"])
        self.video = film_to_change(request, self.track.video_id)
        if not may_write(request.user, self.video, self.track.language):
            raise PermissionDenied

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask, or say why not."""
        return self.answer(
            track=self.track,
            video=self.video,
            language=name_of(self.track.language),
            pages=gate.may_remove_track(self.track),
            back_url=self.back_url,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Delete the text, or say why not."""
        try:
            with kept_lawful(self.video):
                self.track.delete()
        except WouldBreakPages as refused:
            messages.error(request, refused.message)
            return redirect(reverse("videos:track_delete", args=[quote(kwargs["pk"])]))
        messages.success(request, _("The captions were deleted."))
        return redirect(self.back_url)


def _check(track: VideoTrack, request: HttpRequest) -> None:
    """Note on the row who has checked the text, and when."""
    user: Any = request.user
    track.reviewed_at, track.reviewed_by = timezone.now(), user


@require_POST
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a person has checked a timed text."""
    track = track_to_write(request, pk)
    back = redirect(reverse("videos:edit", args=[track.video_id]) + "#captions")
    if not track.content:
        messages.error(request, _("There is nothing to check yet."))
        return back
    _check(track, request)
    track.save(update_fields=["reviewed_at", "reviewed_by", "updated_at"])
    messages.success(request, _("Noted: you have checked the captions."))
    return back


@require_GET
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a timed text as a file, for another program."""
    if not may_look(request.user):
        raise PermissionDenied
    track = get_object_or_404(VideoTrack.objects.select_related("video"), pk=pk)
    name = slugify(f"{track.video.title} {track.kind} {track.language}") or str(track.pk)
    return HttpResponse(
        track.content,
        content_type="text/vtt; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.vtt"',
            "X-Content-Type-Options": "nosniff",
        },
    )

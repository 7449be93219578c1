"""A film is deleted with everything of it, unless a public page shows it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from videos import gate
from videos.admin.overview import uses_of
from videos.admin.page import FilmPage
from videos.admin.rights import film_to_change, may_delete
from videos.models import Video


class DeleteVideoView(FilmPage):
    """Asks whether to delete a film, or says which public pages keep it."""

    template_name = "videos/admin/delete_video.html"
    page_title = gettext_lazy("Delete the video")
    header_icon = "bin"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the film; let in those who may delete it."""
        super().setup(request, *args, **kwargs)
        self.video = film_to_change(request, kwargs["pk"])
        if not may_delete(request.user, self.video):
            raise PermissionDenied

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask, or say why not."""
        return self.answer(
            video=self.video,
            pages=gate.pages_held_by(self.video),
            uses=uses_of(self.video, request.user),
            back_url=self.back_url,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Delete the film; refused as long as a public page shows it, whatever was asked before."""
        with transaction.atomic():
            video = Video.objects.select_for_update().get(pk=self.video.pk)
            if gate.pages_held_by(video):
                messages.error(request, _("The film was not deleted: public pages show it."))
                return redirect(reverse("videos:delete", args=[video.pk]))
            log(video, "wagtail.delete", user=request.user)
            video.delete()
        messages.success(request, _("“%(title)s” was deleted.") % {"title": video.title})
        return redirect(reverse("videos:index"))

"""How far the files of a film are, told every other second; and another try for one that failed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from videos import transcoding
from videos.admin.overview import files_of
from videos.admin.rights import film_to_change, may_look
from videos.models import Video, VideoRendition


@require_GET
@never_cache
def progress(request: HttpRequest, pk: int) -> JsonResponse:
    """Return the states of a film's files; ``log`` and errors stay on the page itself."""
    if not may_look(request.user):
        raise PermissionDenied
    files = files_of(get_object_or_404(Video, pk=pk))
    keys = ("id", "state", "state_label", "progress", "size")
    return JsonResponse(
        {
            "running": files.making.running,
            "percent": files.making.percent,
            "files": [{key: str(row[key]) for key in keys} for row in files.rows],
        }
    )


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a failed file back in the queue."""
    rendition = get_object_or_404(VideoRendition.objects.select_related("video"), pk=pk)
    video = film_to_change(request, rendition.video_id)
    if transcoding.retry(rendition):
        messages.success(request, _("The file will be made again."))
    else:
        messages.warning(request, _("Nothing to do: the file has not failed."))
    return redirect(reverse("videos:edit", args=[video.pk]) + "#files")

"""A film as a text file: what was written of it, and its captions with times and speakers."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from core import languages
from videos.access import Sight, sight_of
from videos.delivery import ONLY_HERE, PRIVATE, file_name
from videos.models import Video
from videos.player import Player, Transcript, players_for

#: Seconds a copy may be kept: the address does not change with the text.
SOON = 60


@require_safe
def transcript(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Serve the text of a film in one language, to those who may see the film."""
    video = get_object_or_404(Video, key=key)
    sight = sight_of(request, video)
    if sight is Sight.NONE:
        raise Http404
    player = players_for([video], Locale(language_code=language))[video.pk]
    found = next((t for t in player.film.transcripts if t.language == language), None)
    if found is None:
        raise Http404
    name = file_name(player.title.text, f"{language}.txt")
    return HttpResponse(
        as_text(player, found),
        content_type="text/plain; charset=utf-8",
        headers={
            **ONLY_HERE,
            "Cache-Control": f"public, max-age={SOON}" if sight is Sight.PUBLIC else PRIVATE,
            "Content-Language": languages.tag_of(language),
            "Content-Disposition": content_disposition_header(True, name) or "attachment",
        },
    )


def as_text(player: Player, found: Transcript) -> str:
    """Return the transcript as plain text: title, what was written, then a line for each caption."""
    parts = [player.title.text, *found.paragraphs]
    for line in found.lines:
        speaker = f"{line.speaker}: " if line.speaker else ""
        words = " ".join(line.text.split("\n"))
        parts.append(
            f"{line.clock}  [{words}]" if line.is_description else f"{line.clock}  {speaker}{words}"
        )
    return "\n\n".join(parts) + "\n"

"""A film in the body of a page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale
from wagtailmedia.blocks import VideoChooserBlock as MediaVideoChooserBlock

from people.blocks import BodyWithContactsBlock
from videos.models import Video
from videos.player import players_for


class VideoChooser(MediaVideoChooserBlock):
    """A chooser that fetches with the films what the player shows."""

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Return the films for the given keys, in their order, at a constant number of queries."""
        videos = Video.objects.in_text().in_bulk([v for v in values if v is not None])
        return [videos.get(value) for value in values]


class VideoBlock(blocks.StructBlock):
    """A film of our own, with its captions, transcript and versions: by reference, never copied."""

    video = VideoChooser(label=_("Video"))

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the player in the language of the page the block stands on, with ids of its own."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        video, page, bound = value.get("video"), context.get("page"), context.get("block")
        if video is None:
            context["is_example"] = "block_def" in context
            return context
        locale = page.locale if page is not None else Locale.get_active()
        player = players_for([video], locale)[video.pk]
        number = getattr(bound, "id", None)
        context["player"] = player.placed_at(f"film-{number[:8]}") if number else player
        return context

    def get_preview_value(self) -> Any:
        """Show editors the newest film there is."""
        return self.normalize({"video": Video.objects.for_display().first()})

    class Meta:
        label = _("Video")
        icon = "media"
        description = _("A film of the site's own, with captions and transcript")
        template = "blocks/video_block.html"
        preview_value = {"video": None}


class PageBodyBlock(BodyWithContactsBlock):
    """The body of every page type: words, images, films, files and people."""

    video = VideoBlock(group=_("Images and video"))

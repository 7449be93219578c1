"""A film in the body of a page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtailmedia.blocks import VideoChooserBlock as MediaVideoChooserBlock

from people.blocks import BodyWithContactsBlock
from videos.models import Video


class VideoChooser(MediaVideoChooserBlock):
    """A chooser that fetches with the films what the player shows."""

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Return the films for the given keys, in their order, at a constant number of queries."""
        videos = Video.objects.for_display().in_bulk([v for v in values if v is not None])
        return [videos.get(value) for value in values]


class VideoBlock(blocks.StructBlock):
    """A film of our own, with its captions, transcript and versions: by reference, never copied."""

    video = VideoChooser(label=_("Video"))

    class Meta:
        label = _("Video")
        icon = "media"
        description = _("A film of the site's own, with captions and transcript")
        template = "blocks/video_block.html"
        preview_value = {"video": None}


class PageBodyBlock(BodyWithContactsBlock):
    """The body of every page type: words, images, films, files and people."""

    video = VideoBlock(group=_("Images and video"))

"""Blocks to look at: images, and videos that live on another service."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
VIMEO_ID = re.compile(r"\d{6,12}", re.ASCII)
YOUTUBE_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"}
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}


@dataclass(frozen=True)
class HostedVideo:
    """A video on another service: which one, and under which id."""

    provider: str
    identifier: str

    @property
    def provider_name(self) -> str:
        """Return the name residents know the service by."""
        return {"youtube": "YouTube", "vimeo": "Vimeo"}[self.provider]

    @property
    def player_url(self) -> str:
        """Return the address of the service's own player in its least curious form."""
        if self.provider == "youtube":
            return f"https://www.youtube-nocookie.com/embed/{self.identifier}"
        return f"https://player.vimeo.com/video/{self.identifier}?dnt=1"

    @property
    def frame_src(self) -> str:
        """Return the origin the player's frame needs to be allowed."""
        parts = urlsplit(self.player_url)
        return f"{parts.scheme}://{parts.netloc}"


def hosted_video(url: str) -> HostedVideo | None:
    """Return the video an address of YouTube or Vimeo stands for, or None for any other address."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").lower()
    segments = [segment for segment in parts.path.split("/") if segment]
    identifier = ""
    if parts.scheme not in {"http", "https"}:
        return None
    if host == "youtu.be" and segments:
        identifier = segments[0]
    elif host in YOUTUBE_HOSTS:
        if segments[:1] == ["watch"]:
            identifier = parse_qs(parts.query).get("v", [""])[0]
        elif len(segments) >= 2 and segments[0] in {"embed", "shorts", "live"}:
            identifier = segments[1]
    elif host in VIMEO_HOSTS and segments:
        return HostedVideo("vimeo", segments[-1]) if VIMEO_ID.fullmatch(segments[-1]) else None
    return HostedVideo("youtube", identifier) if YOUTUBE_ID.fullmatch(identifier) else None


class PictureBlock(blocks.StructBlock):
    """An image in the body, with what it shows told in the page's language."""

    image = ImageChooserBlock(label=_("Image"))
    alt_text = blocks.CharBlock(
        label=_("What the image shows"),
        required=False,
        max_length=250,
        help_text=_(
            "Read aloud to those who cannot see the image. One sentence, not the file's name."
        ),
    )
    is_decorative = blocks.BooleanBlock(
        label=_("Only decoration"),
        required=False,
        help_text=_("The image tells nothing that the text does not."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        label = _("Image")
        icon = "image"
        description = _("An image with description, caption and photographer")
        template = "blocks/picture_block.html"
        preview_value = {
            "image": None,
            "alt_text": "Kaksi ihmistä juttelee torin laidalla.",
            "is_decorative": False,
            "caption": "Torilla on aikaa jutella.",
        }


class VideoEmbedValue(blocks.StructValue):
    """A video on another service, and the page of ours that opens it on request."""

    @property
    def video(self) -> HostedVideo | None:
        """Return which video it is."""
        return hosted_video(str(self.get("url") or ""))

    @property
    def frame_url(self) -> str:
        """Return the address of our own page that holds the player: nobody is contacted before."""
        video = self.video
        if video is None:
            return ""
        return reverse("video_frame", args=[video.provider, video.identifier])


class VideoEmbedBlock(blocks.StructBlock):
    """A video on YouTube or Vimeo. Nobody is contacted before the reader presses play."""

    url = blocks.URLBlock(
        label=_("Address of the video"),
        help_text=_("An address of YouTube or Vimeo. It must have captions there."),
    )
    title = blocks.CharBlock(label=_("Title of the video"), max_length=160)
    poster = ImageChooserBlock(label=_("Still picture"), required=False)

    def clean(self, value: Any) -> Any:
        """Refuse addresses that are not a video of a known service."""
        cleaned = super().clean(value)
        if hosted_video(cleaned["url"]) is None:
            message = ValidationError(
                _("This is not the address of a video on YouTube or Vimeo."), code="unknown_video"
            )
            raise StructBlockValidationError({"url": message})
        return cleaned

    class Meta:
        label = _("Video on another service")
        icon = "media"
        description = _("A YouTube or Vimeo video that loads only when the reader asks for it")
        template = "blocks/video_embed_block.html"
        value_class = VideoEmbedValue
        preview_value = {
            "url": "https://www.youtube.com/watch?v=abcdefghijk",
            "title": "Kolme kohtaamista",
            "poster": None,
        }

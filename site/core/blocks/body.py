"""The body of a page: one list of blocks for all page types."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.links import CallToActionBlock, DocumentsBlock
from core.blocks.media import PictureBlock, VideoEmbedBlock
from core.blocks.text import AccordionBlock, HeadingBlock, ParagraphBlock, QuoteBlock, TableBlock


class BodyBlock(blocks.StreamBlock):
    """What an editor can put in a page, in the order she wants."""

    paragraph = ParagraphBlock(group=_("Text"))
    heading = HeadingBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    accordion = AccordionBlock(group=_("Text"))
    table = TableBlock(group=_("Text"))
    picture = PictureBlock(group=_("Images and video"))
    video_embed = VideoEmbedBlock(group=_("Images and video"))
    documents = DocumentsBlock(group=_("Links and files"))
    call_to_action = CallToActionBlock(group=_("Links and files"))

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}

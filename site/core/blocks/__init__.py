"""The blocks of a page's body. Shallow on purpose: ADR 0005."""

from core.blocks.body import BodyBlock
from core.blocks.links import CallToActionBlock, DocumentsBlock
from core.blocks.media import PictureBlock, VideoEmbedBlock
from core.blocks.text import AccordionBlock, HeadingBlock, ParagraphBlock, QuoteBlock, TableBlock

__all__ = [
    "AccordionBlock",
    "BodyBlock",
    "CallToActionBlock",
    "DocumentsBlock",
    "HeadingBlock",
    "ParagraphBlock",
    "PictureBlock",
    "QuoteBlock",
    "TableBlock",
    "VideoEmbedBlock",
]

"""Pictures of a document: which files it needs, and under which names it knows them."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import prefetch_related_objects
from PIL import Image
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from core.models import Photograph
from plans.rich_text import Node

logger = logging.getLogger(__name__)

#: Height of the funder's emblem and of the site's logo in millimetres. The emblem is the larger, whatever
#: their shapes: Regulation (EU) 2021/1060, annex IX, 2.1 and 2.6 measure height or width.
EMBLEM_HEIGHT, LOGO_HEIGHT = 16, 11
#: Millimetres of room on a page, and dots an inch below which a photograph looks coarse.
PAGE_WIDTH, TALLEST, DOTS = 166, 120, 130
PHOTO, MARK = "max-1400x1400|format-jpeg", "max-480x192|format-png"
#: One transparent point, for a file that has gone from its storage.
NOTHING: Final = io.BytesIO()
Image.new("RGBA", (1, 1)).save(NOTHING, "png")


@dataclass
class Pictures:
    """The pictures of one document, in the order they were asked for."""

    #: The renditions, by the name the document knows their files by.
    files: dict[str, Any] = field(default_factory=dict)

    @staticmethod
    def fetch(images: list[Photograph]) -> None:
        """Fetch the sizes there are of all ``images``, at one query."""
        prefetch_related_objects(images, "renditions")

    def name_of(self, image: Photograph | None, size: str) -> str:
        """Return the name of ``image`` in ``size`` for the document; empty without a readable file.

        The name changes with the image, so that a document made of names changes too.
        """
        if image is None:
            return ""
        try:
            rendition = image.get_rendition(size)
        except (SourceImageIOError, OSError, InvalidFilterSpecError):
            logger.warning("Image %s cannot be read; a PDF goes without it", image.pk)
            return ""
        end = "jpg" if "jpeg" in size else "png"
        name = f"{image.pk}-{(image.file_hash or str(rendition.pk))[:16]}-{len(size)}.{end}"
        self.files[name] = rendition
        return name

    def node(self, src: str, alt: str, caption: list[Node], height: int = 0) -> Node:
        """Return a picture as a block, ``height`` millimetres high.

        Without a height it is as large as it looks well, and no larger than the page or half of it high.
        """
        made: Node = {"k": "image", "src": src, "alt": alt, "caption": caption}
        if height:
            return {**made, "height": height}
        shown = self.files[src]
        widest = min(PAGE_WIDTH, TALLEST * shown.width / max(shown.height, 1))
        return {**made, "width": round(min(widest, shown.width / DOTS * 25.4), 1)}

    def read(self) -> dict[str, bytes]:
        """Return the bytes of all files; a file that has gone is one transparent point."""
        found = {}
        for name, file in ((name, each.file) for name, each in self.files.items()):
            try:
                with file.storage.open(file.name, "rb") as opened:
                    found[name] = opened.read()
            except OSError:
                logger.warning("The file %s of a PDF has gone", file.name)
                found[name] = NOTHING.getvalue()
        return found

"""What a page must have before it goes out, and what it had better have.

The same list is asked by the editing form (which refuses to submit or publish) and by the checks
panel beside it (which advises while one writes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from core.models import BasePage, Photograph

#: What Django's storage appends where a file of the name exists already.
RENAMED = re.compile(r"_[A-Za-z0-9]{7}$")
FILE_NAME = re.compile(r"\.(avif|gif|heic|jpe?g|png|svg|tiff?|webp)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    """One thing missing or wrong: the field it belongs to, a sentence, and whether it blocks."""

    field: str
    message: str | Promise
    blocks: bool = True


def alt_problem(image: Photograph, alt: str) -> str | Promise | None:
    """Return what is wrong with a text alternative, or None (WCAG 2.2, 1.1.1)."""
    alt = alt.strip()
    if not alt:
        return _("Describe the image for those who cannot see it, or mark it as decoration.")
    stem = PurePath(str(image.file.name)).stem
    names = {stem.casefold(), RENAMED.sub("", stem).casefold()}
    if FILE_NAME.search(alt) or alt.casefold() in names:
        return _("The description is the name of the file. Say what the image shows.")
    return None


def picture_problems(page: BasePage) -> list[Problem]:
    """Return the blocking problems of the page's images: the main one and those in its body."""
    problems: list[Problem] = []
    image = getattr(page, "image", None)
    if image is not None and not getattr(page, "image_is_decorative", False):
        message = alt_problem(image, getattr(page, "image_alt", ""))
        if message:
            problems.append(Problem("image_alt", message))
    for value in _picture_values(getattr(page, "body", None)):
        if value.get("image") is None or value.get("is_decorative"):
            continue
        message = alt_problem(value["image"], value.get("alt_text") or "")
        if message:
            problems.append(Problem("body", message))
    return problems


def _picture_values(body: Any) -> Iterator[Any]:
    for block in body or ():
        if block.block_type == "picture":
            yield block.value

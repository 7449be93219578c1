"""Wagtail writes the same width twice into ``srcset`` when an image is smaller than the sizes asked for.

Gap: ``ResponsiveImage.get_width_srcset`` gives each rendition its own entry; an image 300 pixels wide,
asked for in 400 and 800, gives two entries of ``300w``, which the HTML standard forbids (4.8.4.2.1,
"there must not be two candidates with the same width descriptor").
Delete when ``tests/core/workarounds/test_wagtail_srcset_equal_widths.py`` says that Wagtail mended it.
"""

from __future__ import annotations

from typing import Any

from wagtail.images.models import ResponsiveImage

original = ResponsiveImage.get_width_srcset.__func__


def get_width_srcset(cls: type[ResponsiveImage], renditions_list: list[Any]) -> str:
    """Return the ``srcset`` with one candidate for each width."""
    by_width = {rendition.width: rendition for rendition in reversed(renditions_list)}
    if len(renditions_list) == 1 or len(by_width) == len(renditions_list):
        return str(original(cls, renditions_list))
    return ", ".join(f"{by_width[width].url} {width}w" for width in sorted(by_width))


def apply() -> None:
    """Put the mended method in Wagtail's place."""
    ResponsiveImage.get_width_srcset = classmethod(get_width_srcset)

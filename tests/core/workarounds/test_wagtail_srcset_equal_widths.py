"""No width stands twice in a srcset, and we notice when Wagtail sees to it itself."""

from types import SimpleNamespace

from wagtail.images.models import Picture, ResponsiveImage

from core.workarounds import wagtail_srcset_equal_widths as workaround


def renditions(*widths: int) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(url=f"/{n}-{width}.webp", width=width) for n, width in enumerate(widths)
    ]


def test_a_small_image_is_offered_once():
    assert Picture.get_width_srcset(renditions(300, 300)) == "/0-300.webp 300w"


def test_a_large_image_is_offered_in_all_sizes():
    assert Picture.get_width_srcset(renditions(400, 800)) == "/0-400.webp 400w, /1-800.webp 800w"


def test_one_size_needs_no_width():
    assert Picture.get_width_srcset(renditions(300)) == "/0-300.webp"


def test_wagtail_has_not_mended_it_yet():
    stock = workaround.original(ResponsiveImage, renditions(300, 300))
    assert stock.count("300w") == 2, "Wagtail mended it: delete the workaround"

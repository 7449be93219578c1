"""Pictures drawn by the site itself, so that a demo has no stock photograph and no grey box.

`draw_scene` makes the settings of the demo's news, plans and campaigns, `draw_portrait` the faces
of its invented contact persons. Only Pillow is needed; the same name gives the same picture.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from PIL import Image

from core.drawing import indoors, outdoors, portraits
from core.drawing.canvas import Canvas

SCENES: MappingProxyType[str, Callable[[Canvas], None]] = MappingProxyType(
    {
        "parliament": outdoors.parliament,
        "workshop": indoors.workshop,
        "school": outdoors.school,
        "library": indoors.library,
        "office": indoors.office,
        "homecare": indoors.homecare,
        "lake_town": outdoors.lake_town,
        "training": indoors.training,
        "market": outdoors.market,
        "forest_path": outdoors.forest_path,
    }
)


def draw_scene(name: str, size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    """The scene `name` in RGB, `size` pixels wide and high.

    Another shape than 8 : 5 shows the middle of the scene. Raises KeyError for a name that is not
    in `SCENES` and ValueError where a side is not positive.
    """
    scene = SCENES[name]
    canvas = Canvas(size)
    scene(canvas)
    return canvas.finish()


def draw_portrait(key: str, size: tuple[int, int] = (600, 600)) -> Image.Image:
    """The portrait of `key` in RGB, `size` pixels wide and high.

    Raises ValueError where a side is not positive.
    """
    canvas = Canvas(size, portraits.STAGE)
    portraits.draw(canvas, key)
    return canvas.finish()

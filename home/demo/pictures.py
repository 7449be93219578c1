"""The demo's pictures: drawn scenes and portraits, and the emblem of the European Union."""

from __future__ import annotations

import math
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils.text import slugify
from PIL import Image, ImageDraw

from core.drawing import draw_portrait, draw_scene
from core.models import Photograph

CREDIT = "Kohtaamo (piirros)"
SCENE_SIZE = (1600, 1000)
PORTRAIT_SIZE = (480, 480)
#: For tests, which look at pages and not at pictures.
TINY_SIZE = (64, 40)

TITLES = {
    "parliament": "Tapaaminen eduskuntatalon portailla",
    "workshop": "Työpaja",
    "school": "Koulun piha aamulla",
    "library": "Kirjasto",
    "office": "Palvelupiste",
    "homecare": "Kotihoidon käynti",
    "lake_town": "Järvikaupunki kesäyönä",
    "training": "Koulutus",
    "market": "Kauppatori lauantaina",
    "forest_path": "Metsäpolku",
}
EMBLEM_TITLE = "Euroopan unionin lippu"

#: Proportions and colours of the emblem: Interinstitutional style guide, annex A1.
EU_BLUE = (0, 51, 153)
EU_GOLD = (255, 204, 0)


class Pictures:
    """Finds the demo's pictures in the library, or draws them and puts them there.

    Files do not take part in a database transaction: ``forget`` deletes those written by this
    object, for when the transaction has failed.
    """

    def __init__(self, *, drawn: bool = True) -> None:
        self.drawn = drawn
        self._found: dict[str, Photograph] = {}
        self._written: list[Photograph] = []

    def scene(self, name: str) -> Photograph:
        """Return the photograph of a scene, by its name in ``core.drawing``."""
        return self._photograph(name, TITLES[name], "jpeg")

    def portrait(self, key: str, name: str) -> Photograph:
        """Return the portrait of the person called ``name``, drawn from the word ``key``."""
        return self._photograph(f"portrait-{key}", name, "jpeg")

    def emblem(self) -> Photograph:
        """Return the emblem of the European Union."""
        return self._photograph("eu-emblem", EMBLEM_TITLE, "png", credit="")

    def forget(self) -> None:
        """Delete the files written so far."""
        for photograph in self._written:
            photograph.file.storage.delete(photograph.file.name)

    def _photograph(self, name: str, title: str, form: str, credit: str = CREDIT) -> Photograph:
        if name not in self._found:
            found = Photograph.objects.filter(title=title, credit=credit).order_by("pk").first()
            self._found[name] = found or self._made(name, title, form, credit)
        return self._found[name]

    def _made(self, name: str, title: str, form: str, credit: str) -> Photograph:
        written = BytesIO()
        image = self._drawn(name)
        if form == "jpeg":
            image.convert("RGB").save(written, "JPEG", quality=84, optimize=True, progressive=True)
        else:
            image.save(written, "PNG", optimize=True)
        suffix = "jpg" if form == "jpeg" else form
        photograph = Photograph(title=title, credit=credit)
        photograph.file.save(
            f"{slugify(title)}.{suffix}", ContentFile(written.getvalue()), save=False
        )
        self._written.append(photograph)
        photograph.width, photograph.height = image.size
        photograph.file_size = len(written.getvalue())
        photograph.save()
        return photograph

    def _drawn(self, name: str) -> Image.Image:
        if name == "eu-emblem":
            return eu_emblem()
        if not self.drawn:
            return Image.new("RGB", TINY_SIZE, (13, 74, 62))
        if name.startswith("portrait-"):
            return draw_portrait(name.removeprefix("portrait-"), PORTRAIT_SIZE)
        return draw_scene(name, SCENE_SIZE)


def eu_emblem(height: int = 240) -> Image.Image:
    """Return the emblem, ``height`` pixels high and half as wide again.

    Twelve five-pointed stars, one point up, on a circle whose radius is a third of the height; each
    star in a circle of an eighteenth of it.
    """
    scale = 4
    h = height * scale
    w = h * 3 // 2
    image = Image.new("RGB", (w, h), EU_BLUE)
    pen = ImageDraw.Draw(image)
    for hour in range(12):
        turn = math.tau * hour / 12
        x, y = w / 2 + h / 3 * math.sin(turn), h / 2 - h / 3 * math.cos(turn)
        pen.polygon(_star(x, y, h / 18), fill=EU_GOLD)
    return image.resize((w // scale, h // scale), Image.Resampling.LANCZOS)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    inner = radius * math.sin(math.radians(18)) / math.sin(math.radians(54))
    return [
        (
            x + (radius, inner)[point % 2] * math.sin(math.tau * point / 10),
            y - (radius, inner)[point % 2] * math.cos(math.tau * point / 10),
        )
        for point in range(10)
    ]

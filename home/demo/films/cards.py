"""The first and the last picture of a film, and the notices of samples: the only words in the picture."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image, ImageDraw

from core.drawing.canvas import Canvas
from core.drawing.palette import CLOUDBERRY, INK, PAPER, SPRUCE
from core.share_cards import card_font
from home.demo.films.cel import Cel
from home.demo.films.script import Film

SLOGAN: Mapping[str, str] = MappingProxyType(
    {"fi": "Tässä olen", "sv": "Här är jag", "en": "Here I am"}
)
SIGNED_SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "fi": "Näyte: tässä on oikealla sivustolla viittomakielinen versio.",
        "sv": "Prov: på en riktig webbplats finns här en version på teckenspråk.",
        "en": "Sample: on a real site, the sign-language version is here.",
    }
)
DESCRIBED_SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "fi": "Näyte: tässä on oikealla sivustolla kuvailutulkattu versio.",
        "sv": "Prov: på en riktig webbplats finns här en syntolkad version.",
        "en": "Sample: on a real site, the audio-described version is here.",
    }
)


def card(film: Film, size: tuple[int, int], part: float, *, last: bool = False) -> Image.Image:
    """Return the title card, or the ``last`` card, as it is ``part`` (0 to 1) of the way through.

    Two discs come from the sides and meet; then the words come up.
    """
    canvas = Cel((0, 0, 1600, 900), size[0] / 1600)
    canvas.rect(0, 0, 1600, 900, PAPER)
    near = min(1.0, part / 0.42)
    apart = 118 + 520 * (1 - near) ** 3
    _discs(canvas, 800, 300, 190, apart)
    image = canvas.solid()
    shown = max(0.0, min(1.0, (part - 0.3) / 0.25))
    if shown:
        _words(film, image, shown, last=last)
    return image


def poster_picture(width: int) -> Image.Image:
    """Return the middle of the campaign's poster, ``width`` pixels wide and 9 : 16 high."""
    size = (width, width * 9 // 16)
    canvas = Cel((0, 0, 1600, 900), size[0] / 1600)
    canvas.rect(0, 0, 1600, 900, PAPER)
    _discs(canvas, 800, 300, 250, 100)
    image = canvas.solid()
    _rows(image, [(SLOGAN["fi"], 680, 170, True, SPRUCE),
                  (f"{SLOGAN['sv']}  ·  {SLOGAN['en']}", 820, 78, False, INK)])  # fmt: skip
    return image


def _discs(c: Canvas, x: float, y: float, r: float, apart: float) -> None:
    """The site's mark with its discs ``apart`` units from the middle; fully met at 0.62 r."""
    if apart <= r * 0.63:
        c.mark(x, y, r, SPRUCE, CLOUDBERRY)
        return
    c.disc(x - apart, y, r, SPRUCE)
    c.disc(x + apart, y, r, CLOUDBERRY, 0.999 if apart > r else 0.86)


def _words(film: Film, image: Image.Image, shown: float, *, last: bool) -> None:
    layer = image.copy()
    names = " · ".join(film.names[code] for code in ("fi", "sv", "en"))
    rows = [
        (SLOGAN["fi"] + ("." if last else ""), 600, 104, True, SPRUCE),
        (f"{SLOGAN['sv']}  ·  {SLOGAN['en']}", 690, 46, False, INK),
        ("Kohtaamo" if last else names, 790, 46, True, INK),
    ]
    _rows(layer, rows)
    image.paste(Image.blend(image, layer, shown))


def _rows(image: Image.Image, rows: list[tuple[str, int, int, bool, str]]) -> None:
    """Write rows of text, each with its middle, height, weight and colour, on a stage of 1600 units."""
    pen = ImageDraw.Draw(image)
    unit = image.width / 1600
    for text, y, height, bold, colour in rows:
        font = card_font(max(6, round(height * unit)), bold=bold)
        pen.text((800 * unit, y * unit), text, fill=colour, anchor="mm", font=font)


def notice(size: tuple[int, int], texts: Mapping[str, str]) -> Image.Image:
    """Return a strip of ``size`` that says in three languages that what one sees is a sample."""
    strip = Image.new("RGB", size, SPRUCE)
    pen = ImageDraw.Draw(strip)
    row = size[1] / (len(texts) + 0.6)
    for number, text in enumerate(texts.values()):
        font = card_font(max(6, round(row * 0.74)), bold=number == 0)
        pen.text((size[1] * 0.24, row * (number + 0.8)), text, fill=PAPER, anchor="lm", font=font)
    return strip

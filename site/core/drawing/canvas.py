"""A sheet to draw demo pictures on: flat colour, soft edges, light and shadow.

Scenes are drawn on a stage of 1600 × 1000 units, whatever the size of the picture that comes out of
it; `Canvas.finish` cuts the middle where the shape differs.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from PIL import Image, ImageDraw

from core.drawing.outline import Point
from core.drawing.palette import mix, multiply, rgb

STAGE = (1600, 1000)
SUPERSAMPLING = 2

Points = Sequence[Point]


def smooth(points: Points, *, closed: bool = False, pieces: int = 10) -> list[Point]:
    """A Catmull-Rom curve through `points`, with `pieces` steps between each two."""
    count = len(points)
    if count < 3:
        return list(points)
    found: list[Point] = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + j) % count] for j in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(count - 1, max(0, i + j))] for j in (-1, 0, 1, 2))
        for step in range(pieces):
            t = step / pieces
            a, b = t * t, t * t * t
            x, y = (
                0.5
                * (
                    2 * p1[k]
                    + (p2[k] - p0[k]) * t
                    + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * a
                    + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * b
                )
                for k in (0, 1)
            )
            found.append((x, y))
    if not closed:
        found.append(points[-1])
    return found


class Canvas:
    """A stage of 1600 × 1000 units; colours are ``#rrggbb``, `alpha` runs from 0 to 1."""

    def __init__(self, size: tuple[int, int], stage: tuple[int, int] = STAGE) -> None:
        """A sheet for a picture of `size` pixels; ValueError where a side is not positive."""
        if min(size) <= 0:
            raise ValueError(f"a picture needs a size, not {size}")
        self.size = size
        self.stage = stage
        self.k = max(size[0] / stage[0], size[1] / stage[1]) * SUPERSAMPLING
        self.image = Image.new("RGB", (round(stage[0] * self.k), round(stage[1] * self.k)))
        self.draw = ImageDraw.Draw(self.image)

    def finish(self) -> Image.Image:
        """The picture in its own size."""
        wide, high = self.image.size
        w, h = self.size[0] * SUPERSAMPLING, self.size[1] * SUPERSAMPLING
        left, top = max(0, (wide - w) // 2), max(0, (high - h) // 2)
        cut = self.image.crop((left, top, min(wide, left + w), min(high, top + h)))
        return cut.resize(self.size, Image.Resampling.LANCZOS)

    def _scaled(self, points: Points) -> list[Point]:
        return [(x * self.k, y * self.k) for x, y in points]

    def poly(self, points: Points, colour: str, alpha: float = 1.0) -> None:
        """A filled polygon."""
        scaled = self._scaled(points)
        if alpha >= 1:
            self.draw.polygon(scaled, fill=colour)
            return
        left, top = (max(0, math.floor(min(p[i] for p in scaled))) for i in (0, 1))
        right, foot = (
            min(self.image.size[i], math.ceil(max(p[i] for p in scaled)) + 1) for i in (0, 1)
        )
        if right <= left or foot <= top:
            return
        mask = Image.new("L", (right - left, foot - top))
        ImageDraw.Draw(mask).polygon(
            [(x - left, y - top) for x, y in scaled], fill=round(alpha * 255)
        )
        self.image.paste(colour, (left, top), mask)

    def blob(self, points: Points, colour: str, alpha: float = 1.0) -> None:
        """A closed soft shape through `points`."""
        self.poly(smooth(points, closed=True), colour, alpha)

    def rect(
        self, x: float, y: float, w: float, h: float, colour: str, *, r: float = 0, alpha: float = 1
    ) -> None:
        """A rectangle from its upper left corner, its corners rounded by `r`."""
        if w <= 0 or h <= 0:
            return
        if alpha < 1:
            self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], colour, alpha)
            return
        k = self.k
        box = (x * k, y * k, (x + w) * k, (y + h) * k)
        if r:
            self.draw.rounded_rectangle(box, min(r, w / 2, h / 2) * k, fill=colour)
        else:
            self.draw.rectangle(box, fill=colour)

    def oval(
        self, cx: float, cy: float, rx: float, ry: float, colour: str, alpha: float = 1.0
    ) -> None:
        """An ellipse around (`cx`, `cy`)."""
        if alpha < 1:
            turn = [math.tau * i / 64 for i in range(64)]
            self.poly([(cx + rx * math.cos(t), cy + ry * math.sin(t)) for t in turn], colour, alpha)
            return
        k = self.k
        self.draw.ellipse(((cx - rx) * k, (cy - ry) * k, (cx + rx) * k, (cy + ry) * k), fill=colour)

    def disc(self, cx: float, cy: float, r: float, colour: str, alpha: float = 1.0) -> None:
        """A circle around (`cx`, `cy`)."""
        self.oval(cx, cy, r, r, colour, alpha)

    def ring(self, cx: float, cy: float, r: float, colour: str, width: float) -> None:
        """The rim of a circle, `width` wide, inside the radius `r`."""
        k = self.k
        box = ((cx - r) * k, (cy - r) * k, (cx + r) * k, (cy + r) * k)
        self.draw.ellipse(box, outline=colour, width=max(1, round(width * k)))

    def line(self, points: Points, colour: str, width: float) -> None:
        """A stroke with round ends and joints."""
        half = width / 2
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            far = math.hypot(x2 - x1, y2 - y1)
            if far:
                nx, ny = -(y2 - y1) / far * half, (x2 - x1) / far * half
                corners = [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny)]
                self.poly([*corners, (x1 - nx, y1 - ny)], colour)
        for x, y in points:
            self.disc(x, y, half, colour)

    def bow(self, start: Point, end: Point, bend: float, colour: str, width: float) -> None:
        """A stroke from `start` to `end` that swings `bend` units to the side."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        far = math.hypot(dx, dy) or 1
        mx = (start[0] + end[0]) / 2 - dy / far * bend * 2
        my = (start[1] + end[1]) / 2 + dx / far * bend * 2
        path: list[Point] = []
        for i in range(17):
            t = i / 16
            u = 1 - t
            path.append(
                (
                    u * u * start[0] + 2 * u * t * mx + t * t * end[0],
                    u * u * start[1] + 2 * u * t * my + t * t * end[1],
                )
            )
        self.line(path, colour, width)

    def mark(self, cx: float, cy: float, r: float, one: str, other: str) -> None:
        """The mark of the site: two discs of radius `r` that overlap around (`cx`, `cy`)."""
        d = r * 0.62
        self.disc(cx - d, cy, r, one)
        self.disc(cx + d, cy, r, other)
        half = math.acos(d / r)
        turn = [-half + 2 * half * i / 32 for i in range(33)]
        right = [(cx - d + r * math.cos(t), cy + r * math.sin(t)) for t in turn]
        left = [(cx + d - r * math.cos(t), cy - r * math.sin(t)) for t in turn]
        self.poly([*right, *left], multiply(one, other))

    def fade(self, top: float, foot: float, upper: str, lower: str) -> None:
        """A band of sky, water or floor over the whole width, from one colour to another."""
        k = self.k
        first, last = round(top * k), round(foot * k)
        column = Image.new("RGB", (1, max(1, last - first)))
        rows = max(1, column.height - 1)
        one, other = rgb(upper), rgb(lower)
        for y in range(column.height):
            t = y / rows
            red, green, blue = (round(a + (b - a) * t) for a, b in zip(one, other, strict=True))
            column.putpixel((0, y), (red, green, blue))
        self.image.paste(column.resize((self.image.width, column.height)), (0, first))

    def glow(self, cx: float, cy: float, r: float, colour: str, alpha: float = 0.6) -> None:
        """Light that falls off softly around (`cx`, `cy`), out to the radius `r`."""
        side = max(2, round(2 * r * self.k))
        falloff = Image.radial_gradient("L").resize((256, 256))
        mask = falloff.point(
            [round(255 * alpha * max(0.0, 1 - v / 181) ** 2) for v in range(256)]
        ).resize((side, side), Image.Resampling.BILINEAR)
        self.image.paste(colour, (round((cx - r) * self.k), round((cy - r) * self.k)), mask)

    def shadow(self, cx: float, y: float, half: float, reach: float, alpha: float = 0.16) -> None:
        """The long shadow of somebody who stands at (`cx`, `y`): it falls `reach` units aside."""
        deep = half * 0.3
        self.blob(
            [
                (cx - half, y),
                (cx, y - deep),
                (cx + reach, y + abs(reach) * 0.1),
                (cx + reach * 1.04, y + abs(reach) * 0.1 + half * 0.5),
                (cx + half * 0.2, y + deep * 1.4),
            ],
            "#1c2540",
            alpha,
        )

    def beams(self, x: float, y: float, length: float, colour: str, alpha: float = 0.12) -> None:
        """Three shafts of light that fall from (`x`, `y`) to the lower left."""
        for at, width in ((x, 90), (x + 150, 60), (x + 300, 120)):
            self.poly(
                [
                    (at, y),
                    (at + width, y),
                    (at + width * 1.8 - length * 0.55, y + length),
                    (at - length * 0.75, y + length),
                ],
                colour,
                alpha,
            )


def shade(colour: str, share: float = 0.18) -> str:
    """`colour` as it looks out of the light: towards a deep blue, never to grey."""
    return mix(colour, "#16233f", share)


def tint(colour: str, share: float = 0.2) -> str:
    """`colour` as it looks in warm light."""
    return mix(colour, "#fff3dc", share)

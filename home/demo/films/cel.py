"""A cel: a transparent sheet to draw a figure on, laid over the scene behind it.

The same strokes as on a `Canvas`. What has an `alpha` below 1 must lie on something opaque.
"""

from __future__ import annotations

from PIL import Image, ImageDraw

from core.drawing.canvas import SUPERSAMPLING, Canvas, Points
from core.drawing.outline import Point


class Cel(Canvas):
    """A transparent sheet that shows `area` (left, top, width, height in units) of a stage."""

    def __init__(self, area: tuple[float, float, float, float], scale: float) -> None:
        """A sheet with `scale` pixels a unit; ValueError where a side would have no pixel."""
        self.left, self.top, wide, high = area
        size = (round(wide * scale), round(high * scale))
        super().__init__(size, (round(wide), round(high)))
        self.k = scale * SUPERSAMPLING
        self.image = Image.new("RGBA", (size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING))
        self.draw = ImageDraw.Draw(self.image)

    def drawn(self) -> tuple[Image.Image, int, int] | None:
        """What is drawn, in RGBA, and where its corner lies on the stage, in pixels; None for nothing.

        Edges are soft and hold no trace of the sheet's own colour.
        """
        box = self.image.getbbox()
        if box is None:
            return None
        many = SUPERSAMPLING
        left, top, right, foot = (
            box[0] // many,
            box[1] // many,
            -(-box[2] // many),
            -(-box[3] // many),
        )
        cut = self.image.crop((left * many, top * many, right * many, foot * many))
        scale = self.k / SUPERSAMPLING
        at = round(self.left * scale) + left, round(self.top * scale) + top
        return cut.reduce(many), *at

    def whole(self) -> Image.Image:
        """The sheet with what is drawn on it, in RGBA."""
        return self.image.reduce(SUPERSAMPLING)

    def solid(self) -> Image.Image:
        """A sheet that is painted all over, in RGB."""
        return self.image.convert("RGB").reduce(SUPERSAMPLING)

    def _scaled(self, points: Points) -> list[Point]:
        return [((x - self.left) * self.k, (y - self.top) * self.k) for x, y in points]

    def rect(
        self, x: float, y: float, w: float, h: float, colour: str, *, r: float = 0, alpha: float = 1
    ) -> None:
        """A rectangle; see-through ones are polygons, whose points are shifted already."""
        if alpha >= 1:
            x, y = x - self.left, y - self.top
        super().rect(x, y, w, h, colour, r=r, alpha=alpha)

    def oval(
        self, cx: float, cy: float, rx: float, ry: float, colour: str, alpha: float = 1.0
    ) -> None:
        """An ellipse; see-through ones are polygons, whose points are shifted already."""
        if alpha >= 1:
            cx, cy = cx - self.left, cy - self.top
        super().oval(cx, cy, rx, ry, colour, alpha)

    def ring(self, cx: float, cy: float, r: float, colour: str, width: float) -> None:
        """The rim of a circle."""
        super().ring(cx - self.left, cy - self.top, r, colour, width)

    def fade(self, top: float, foot: float, upper: str, lower: str) -> None:
        """A band over the whole width, from one colour to another."""
        super().fade(top - self.top, foot - self.top, upper, lower)

    def glow(self, cx: float, cy: float, r: float, colour: str, alpha: float = 0.6) -> None:
        """Light that falls off softly."""
        super().glow(cx - self.left, cy - self.top, r, colour, alpha)

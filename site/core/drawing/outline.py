"""Outlines that can be written as an SVG path and flattened: one geometry, two pens."""

from __future__ import annotations

import math
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """Straight to (`x`, `y`)."""

    x: int
    y: int


@dataclass(frozen=True)
class Arc:
    """A clockwise arc of a circle of radius `r` to (`x`, `y`); the longer way round if `large`."""

    r: int
    x: int
    y: int
    large: bool = False


@dataclass(frozen=True)
class Curve:
    """A cubic Bézier over two control points to (`x`, `y`)."""

    x1: int
    y1: int
    x2: int
    y2: int
    x: int
    y: int


@dataclass(frozen=True)
class Outline:
    """A closed outline from (`x`, `y`) over `steps` and back, in pixels of the picture."""

    x: int
    y: int
    steps: tuple[Line | Arc | Curve, ...]

    def svg(self) -> str:
        """The value of a ``d`` attribute."""
        parts = [f"M{self.x} {self.y}"]
        for step in self.steps:
            match step:
                case Line(x, y):
                    parts.append(f"L{x} {y}")
                case Arc(r, x, y, large):
                    parts.append(f"A{r} {r} 0 {int(large)} 1 {x} {y}")
                case Curve(x1, y1, x2, y2, x, y):
                    parts.append(f"C{x1} {y1} {x2} {y2} {x} {y}")
        return "".join(parts) + "Z"

    def points(self, scale: float = 1.0) -> list[Point]:
        """The outline as a polygon, every coordinate times `scale`."""
        found: list[Point] = [(self.x, self.y)]
        for step in self.steps:
            match step:
                case Line(x, y):
                    found.append((x, y))
                case Arc():
                    found.extend(_arc_points(found[-1], step))
                case Curve():
                    found.extend(_curve_points(found[-1], step))
        return [(x * scale, y * scale) for x, y in found]


def _arc_points(start: Point, arc: Arc, pieces: int = 64) -> list[Point]:
    """Points along `arc`; a radius too small for the way is stretched, as SVG does."""
    dx, dy = arc.x - start[0], arc.y - start[1]
    chord = math.hypot(dx, dy)
    if chord == 0:
        return []
    r = max(float(arc.r), chord / 2)
    rise = math.sqrt(max(0.0, r * r - chord * chord / 4)) / chord
    side = -1 if arc.large else 1
    cx = (start[0] + arc.x) / 2 - dy * rise * side
    cy = (start[1] + arc.y) / 2 + dx * rise * side
    begin = math.atan2(start[1] - cy, start[0] - cx)
    turn = (math.atan2(arc.y - cy, arc.x - cx) - begin) % math.tau
    return [
        (cx + r * math.cos(begin + turn * i / pieces), cy + r * math.sin(begin + turn * i / pieces))
        for i in range(1, pieces + 1)
    ]


def _curve_points(start: Point, curve: Curve, pieces: int = 40) -> list[Point]:
    """Points along a cubic Bézier."""
    found: list[Point] = []
    for i in range(1, pieces + 1):
        t = i / pieces
        u = 1 - t
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        found.append(
            (
                a * start[0] + b * curve.x1 + c * curve.x2 + d * curve.x,
                a * start[1] + b * curve.y1 + c * curve.y2 + d * curve.y,
            )
        )
    return found


def disc(cx: float, cy: float, r: float) -> Outline:
    """A full circle."""
    left, right, y, radius = round(cx) - round(r), round(cx) + round(r), round(cy), round(r)
    return Outline(left, y, (Arc(radius, right, y), Arc(radius, left, y)))


def arch(cx: float, top: float, r: float, base: float) -> Outline:
    """A doorway: upright sides of half width `r` from `base`, closed by a half circle at `top`."""
    left, right, radius = round(cx) - round(r), round(cx) + round(r), round(r)
    spring = round(top) + radius
    foot = max(round(base), spring)
    return Outline(left, foot, (Line(left, spring), Arc(radius, right, spring), Line(right, foot)))


def hill(cx: float, base: float, r: float) -> Outline:
    """A half circle standing on `base`."""
    left, right, y = round(cx) - round(r), round(cx) + round(r), round(base)
    return Outline(left, y, (Arc(round(r), right, y),))


def leaf(cx: float, cy: float, r: float, lean: float) -> Outline:
    """A leaf of half length `r`, its tips on a line turned by `lean` degrees from upright."""
    turn = math.radians(lean)
    dx, dy = math.sin(turn) * r, -math.cos(turn) * r
    x1, y1 = round(cx - dx), round(cy - dy)
    x2, y2 = round(cx + dx), round(cy + dy)
    bow = round(r * 1.12)
    return Outline(x1, y1, (Arc(bow, x2, y2), Arc(bow, x1, y1)))


def pillow(cx: float, cy: float, half: float, lean: float) -> Outline:
    """A square of half side `half`, turned by `lean` degrees, with generous round corners."""
    turn = math.radians(lean)
    soft = half * 0.36

    def at(x: float, y: float) -> tuple[int, int]:
        return (
            round(cx + x * math.cos(turn) - y * math.sin(turn)),
            round(cy + x * math.sin(turn) + y * math.cos(turn)),
        )

    near, far, r = half - soft, half, round(soft)
    start = at(-far, -near)
    steps: list[Line | Arc | Curve] = []
    for (ax, ay), (bx, by) in (
        ((-near, -far), (near, -far)),
        ((far, -near), (far, near)),
        ((near, far), (-near, far)),
        ((-far, near), (-far, -near)),
    ):
        steps += [Arc(r, *at(ax, ay)), Line(*at(bx, by))]
    return Outline(*start, tuple(steps[:-1]))


def gable(cx: float, top: float, half: float, base: float) -> Outline:
    """The end of a house: a ridge at `top`, walls of half width `half` down to `base`."""
    left, right = round(cx - half), round(cx + half)
    eaves = round(top + half * 0.9)
    foot = max(round(base), eaves)
    return Outline(
        left,
        foot,
        (Line(left, eaves), Line(round(cx), round(top)), Line(right, eaves), Line(right, foot)),
    )

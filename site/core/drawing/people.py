"""People for the demo pictures: round heads, plain bodies, each one somebody.

They have no faces at this size; who they are shows in bearing, hair and dress. The sizes below are
shares of a person's height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.outline import Point

Hair = Literal["short", "bob", "long", "bun", "curls", "thin", "scarf", "beanie", "tail"]


@dataclass(frozen=True)
class Person:
    """What somebody looks like: `hair_colour` is also the colour of a scarf or a cap."""

    skin: str
    hair: Hair
    hair_colour: str
    top: str
    legs: str
    skirt: bool = False
    beard: bool = False


AINO = Person("#f0c4a0", "bob", "#b9783f", "#c2413f", "#2b3a55")
OMAR = Person("#8a5636", "short", "#241a18", "#1c5fa8", "#38404d", beard=True)
LEILA = Person("#d9a273", "scarf", "#7d62ad", "#4b3a78", "#352a52", skirt=True)
VEIKKO = Person("#f2cdb0", "thin", "#e9e5de", "#3f7d68", "#51483f")
NILLA = Person("#e6b48d", "long", "#2b211f", "#f2a33a", "#254d47", skirt=True)
AMINA = Person("#6d4229", "curls", "#1f1614", "#e8788a", "#40305e", skirt=True)
SOFIA = Person("#f3cfb4", "bun", "#dcd7d1", "#6f8fbb", "#3b3f52", skirt=True)
MINH = Person("#e8bd92", "short", "#1d1b20", "#2f7565", "#33394a")
OLENA = Person("#f1c8a8", "tail", "#d9a657", "#2c8fae", "#2c3d5a")
TUOMAS = Person("#edbd98", "beanie", "#b0163f", "#39506f", "#4a4039", beard=True)
DAVID = Person("#a8704a", "curls", "#3a2a22", "#e7c06a", "#3f4a45")
RIITTA = Person("#f2cbb0", "bob", "#cfcac6", "#7a3355", "#39333f", skirt=True)
CAST = (AINO, OMAR, LEILA, VEIKKO, NILLA, AMINA, SOFIA, MINH, OLENA, TUOMAS, DAVID, RIITTA)


def head(c: Canvas, p: Person, x: float, y: float, r: float, facing: float = 0) -> None:
    """A head of radius `r` around (`x`, `y`), turned left (-1) to right (1); 2 shows its back."""
    away = facing == 2
    f = 0.0 if away else facing
    hair, face = p.hair_colour, p.skin
    fx, fy = x + f * r * 0.24, y + r * 0.14
    if p.hair == "scarf":
        c.blob(
            [(x, y - r * 1.16), (x + r * 1.1, y - r * 0.2), (x + r * 1.15, y + r * 1.5),
             (x, y + r * 2.1), (x - r * 1.15, y + r * 1.5), (x - r * 1.1, y - r * 0.2)], hair
        )  # fmt: skip
        if not away:
            c.oval(fx, fy, r * 0.72, r * 0.84, face)
        return
    if p.hair == "long":
        c.blob(
            [(x, y - r * 1.12), (x + r * 1.05, y - r * 0.2), (x + r * 0.98, y + r * 0.9),
             (x + r * 0.8, y + r * 1.75), (x, y + r * 1.5), (x - r * 0.8, y + r * 1.75),
             (x - r * 0.98, y + r * 0.9), (x - r * 1.05, y - r * 0.2)], hair
        )  # fmt: skip
        if not away:
            c.rect(fx - r * 0.36, y + r * 0.5, r * 0.72, r * 0.95, shade(face, 0.14), r=r * 0.3)
    elif p.hair == "bob":
        c.rect(x - r * 1.12, y - r * 0.4, r * 2.24, r * 1.35, hair, r=r * 0.5)
        c.disc(x, y - r * 0.1, r * 1.12, hair)
    elif p.hair == "curls":
        for dx, dy, s in ((-0.75, -0.25, 0.6), (-0.4, -0.75, 0.62), (0.2, -0.88, 0.62),
                          (0.7, -0.5, 0.6), (0.85, 0.05, 0.5), (-0.9, 0.2, 0.48)):  # fmt: skip
            c.disc(x + dx * r, y + dy * r, s * r, hair)
    elif p.hair == "bun":
        c.disc(x - f * r * 0.5, y - r * 1.15, r * 0.46, hair)
        c.disc(x, y - r * 0.08, r * 1.06, hair)
    elif p.hair == "tail":
        side = -f if f else 0.7
        c.bow((x + side * r * 0.7, y - r * 0.5), (x + side * r * 1.35, y + r * 1.3),
              -side * r * 0.35, hair, r * 0.5)  # fmt: skip
        c.disc(x, y - r * 0.08, r * 1.06, hair)
    elif p.hair == "thin":
        c.disc(x - f * r * 0.2, y + r * 0.12, r * 1.0, hair)
    else:
        c.disc(x - f * r * 0.08, y - r * 0.1, r * 1.05, hair)
    if away:
        if p.hair == "curls":
            c.disc(x, y, r, hair)
        if p.hair in {"short", "thin", "beanie"}:
            c.rect(x - r * 0.5, y + r * 0.4, r, r * 0.9, shade(face, 0.08), r=r * 0.3)
            c.disc(x, y, r * 1.02, hair if p.hair != "beanie" else "#5b4636")
        if p.hair == "thin":
            c.oval(x, y - r * 0.35, r * 0.72, r * 0.6, shade(face, 0.06))
        if p.hair == "beanie":
            _cap(c, p, x, y, r)
        return
    if p.hair == "thin":
        c.disc(fx, y - r * 0.08, r * 0.95, face)
        c.oval(fx, y + r * 0.2, r * 0.86, r * 0.88, face)
    else:
        c.oval(fx, fy + r * 0.08, r * 0.84, r * 0.86, face)
    if p.beard:
        ring = "#7a5b46" if p.hair == "beanie" else hair
        c.blob(
            [(fx - r * 0.82, fy + r * 0.1), (fx - r * 0.3, fy + r * 0.42),
                (fx + r * 0.3, fy + r * 0.42),
             (fx + r * 0.82, fy + r * 0.1), (fx + r * 0.5, fy + r * 0.95), (fx, fy + r * 1.1),
             (fx - r * 0.5, fy + r * 0.95)], ring
        )  # fmt: skip
    if p.hair == "beanie":
        _cap(c, p, x, y, r)


def _cap(c: Canvas, p: Person, x: float, y: float, r: float) -> None:
    """A knitted cap with its brim turned up."""
    c.blob(
        [(x - r * 1.05, y - r * 0.25), (x - r * 0.85, y - r * 1.05), (x, y - r * 1.4),
         (x + r * 0.85, y - r * 1.05), (x + r * 1.05, y - r * 0.25),
         (x, y - r * 0.3)], p.hair_colour
    )  # fmt: skip
    c.rect(x - r * 1.12, y - r * 0.5, r * 2.24, r * 0.42, tint(p.hair_colour, 0.25), r=r * 0.2)


def _arm(c: Canvas, p: Person, shoulder: Point, hand: Point, bend: float, h: float) -> None:
    """A sleeve from `shoulder` to near `hand`, and the hand."""
    sleeve = shade(p.top, 0.13)
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    far = math.hypot(dx, dy) or 1
    elbow = (
        shoulder[0] + dx * 0.5 - dy / far * bend,
        shoulder[1] + dy * 0.5 + dx / far * bend,
    )
    wrist = (hand[0] + (elbow[0] - hand[0]) * 0.14, hand[1] + (elbow[1] - hand[1]) * 0.14)
    c.disc(hand[0], hand[1], h * 0.028, p.skin)
    c.line(smooth([shoulder, elbow, wrist], pieces=8), sleeve, h * 0.06)


def stand(
    c: Canvas,
    p: Person,
    x: float,
    y: float,
    h: float,
    *,
    facing: float = 0,
    hands: tuple[Point | None, Point | None] = (None, None),
    stride: float = 0,
    coat: bool = False,
    cane: bool = False,
    bag: str = "",
    reach: float = 0.45,
) -> None:
    """Somebody `h` high who stands (or with a `stride`, walks) with the feet at (`x`, `y`).

    `hands` are shares of `h` from the feet; without them the arms hang. `reach` is the length of
    the shadow, `bag` the colour of a backpack.
    """
    back = facing == 2
    f = 0.0 if back else facing
    c.shadow(x, y, h * 0.13, h * reach)
    hip, shoulder = y - h * 0.47, y - h * 0.8
    step = h * stride
    shoe = shade(p.legs, 0.55)
    for side, dark in ((-1, 0.22), (1, 0.0)):
        foot = x + side * (h * 0.045 + step)
        c.line([(x + side * h * 0.045, hip), (foot, y - h * 0.03)], shade(p.legs, dark), h * 0.082)
        c.rect(
            foot - h * 0.042 + f * h * 0.015, y - h * 0.035, h * 0.09, h * 0.04, shoe, r=h * 0.02
        )
    left = (x - h * 0.098, shoulder + h * 0.04)
    right = (x + h * 0.098, shoulder + h * 0.04)
    spots = [
        (x + hand[0] * h, y - hand[1] * h) if hand else (x + side * h * 0.135, y - h * 0.42)
        for hand, side in zip(hands, (-1, 1), strict=True)
    ]
    behind = 0 if f >= 0 else 1
    if bag and not back:
        c.rect(x - f * h * 0.2 - h * 0.07, shoulder, h * 0.17, h * 0.26, bag, r=h * 0.05)
    if f:
        _arm(c, p, (left, right)[behind], spots[behind], (1, -1)[behind] * h * 0.022, h)
    hem = y - h * (0.2 if p.skirt else 0.3 if coat else 0.43)
    flare = 0.17 if p.skirt else 0.14 if coat else 0.115
    c.rect(x - h * 0.03, shoulder - h * 0.06, h * 0.06, h * 0.1, shade(p.skin, 0.14), r=h * 0.02)
    c.poly(_body(x, shoulder, hip, hem, flare, h), p.top)
    if p.skirt:
        waist = [(x + h * 0.108, hip - h * 0.02), (x + h * flare, hem)]
        c.poly([*waist, *((2 * x - px, py) for px, py in reversed(waist))], p.legs)
    c.poly(  # the side that the light does not reach
        [(x + h * 0.05, shoulder + h * 0.01), (x + h * 0.09, shoulder + h * 0.02),
         (x + h * 0.108, hip), (x + h * flare, hem), (x + h * 0.06, hem)], "#16233f", 0.1
    )  # fmt: skip
    if bag and back:
        c.rect(x - h * 0.09, shoulder + h * 0.02, h * 0.18, h * 0.27, bag, r=h * 0.05)
        c.rect(x - h * 0.06, shoulder + h * 0.15, h * 0.12, h * 0.09, shade(bag, 0.2), r=h * 0.02)
    for i in (0, 1):
        if not (f and i == behind):
            _arm(c, p, (left, right)[i], spots[i], (1, -1)[i] * h * 0.022, h)
    if cane:
        hx, hy = spots[1 if f >= 0 else 0]
        c.line([(hx - h * 0.03, hy - h * 0.015), (hx + h * 0.02, hy - h * 0.02),
            (hx + h * 0.03, y)],
               "#6b4a30", h * 0.022)  # fmt: skip
        c.disc(hx, hy, h * 0.03, p.skin)
    head(c, p, x + f * h * 0.015, y - h * 0.915, h * 0.082, facing)


def _body(
    x: float, shoulder: float, hip: float, hem: float, flare: float, h: float, top: float = 0.124
) -> list[Point]:
    """The outline of a jacket or a coat."""
    half = [
        (h * 0.03, shoulder - h * 0.012), (h * top * 0.75, shoulder + h * 0.012),
        (h * top, shoulder + h * 0.07), (h * 0.105, (shoulder + hip) / 2), (h * 0.112, hip),
        (h * flare, hem),
    ]  # fmt: skip
    right = smooth([(x + dx, y) for dx, y in half if y <= hem])
    return [*right, *((2 * x - px, py) for px, py in reversed(right))]


def bust(
    c: Canvas,
    p: Person,
    x: float,
    y: float,
    h: float,
    *,
    facing: float = 0,
    hands: tuple[Point | None, Point | None] = (None, None),
) -> None:
    """Somebody who sits: from the seat at (`x`, `y`) upwards; `h` is the height when standing.

    `hands` are shares of `h` from the seat. Facing 2 shows the back.
    """
    shoulder = y - h * 0.34
    c.rect(x - h * 0.03, shoulder - h * 0.07, h * 0.06, h * 0.12, shade(p.skin, 0.14), r=h * 0.02)
    foot = y + h * 0.04
    c.poly(_body(x, shoulder, y - h * 0.02, foot, 0.118, h, top=0.132), p.top)
    c.poly([(x + h * 0.05, shoulder + 2), (x + h * 0.1, shoulder + h * 0.03), (x + h * 0.112, y),
            (x + h * 0.115, foot), (x + h * 0.06, foot)], "#16233f", 0.1)  # fmt: skip
    for side, hand in zip((-1, 1), hands, strict=True):
        start = (x + side * h * 0.1, shoulder + h * 0.045)
        if hand:
            _arm(
                c,
                p,
                start,
                (x + hand[0] * h, y - hand[1] * h),
                side * h * (0.05 if facing == 2 else -0.045),
                h,
            )
        elif facing == 2:
            c.bow(start, (x + side * h * 0.135, y), -side * h * 0.02, shade(p.top, 0.13), h * 0.06)
    f = 0 if facing == 2 else facing
    head(c, p, x + f * h * 0.02, y - h * 0.455, h * 0.085, facing)


def sit(
    c: Canvas,
    p: Person,
    x: float,
    y: float,
    h: float,
    *,
    side: int = 1,
    hands: tuple[Point | None, Point | None] = ((0.22, 0.12), None),
    reach: float = 0.4,
) -> None:
    """Somebody who sits seen from the side, the feet on the floor `y`, looking to `side`."""
    seat = y - h * 0.27
    knee = x + side * h * 0.24
    shoe = shade(p.legs, 0.55)
    if reach:
        c.shadow(x + side * h * 0.1, y, h * 0.2, h * reach)
    for dark, dx in ((0.25, 0.03), (0.0, 0.0)):
        legs = shade(p.legs, dark)
        c.line([(x, seat), (knee + side * dx * h, seat - h * 0.01)], legs, h * 0.1)
        c.line([(knee + side * dx * h, seat), (knee + side * (dx + 0.02) * h, y - h * 0.03)], legs,
               h * 0.08)  # fmt: skip
        c.rect(knee + side * (dx + 0.035) * h - h * 0.055, y - h * 0.04, h * 0.11, h * 0.04, shoe,
               r=h * 0.02)  # fmt: skip
    if p.skirt:
        c.blob(
            [(x - side * h * 0.08, seat - h * 0.02), (x + side * h * 0.1, seat - h * 0.07),
             (knee, seat - h * 0.06), (knee + side * h * 0.06, seat),
             (knee + side * h * 0.07, seat + h * 0.13),
             (knee - side * h * 0.05, seat + h * 0.13), (x + side * h * 0.12, seat + h * 0.06),
             (x - side * h * 0.06, seat + h * 0.06)], p.legs
        )  # fmt: skip
    shoulder = seat - h * 0.34
    c.rect(x - h * 0.03, shoulder - h * 0.07, h * 0.06, h * 0.12, shade(p.skin, 0.14), r=h * 0.02)
    c.blob(
        [(x - side * h * 0.02, shoulder - h * 0.015), (x + side * h * 0.06, shoulder + h * 0.04),
         (x + side * h * 0.085, seat - h * 0.15), (x + side * h * 0.09, seat + h * 0.02),
         (x, seat + h * 0.06), (x - side * h * 0.1, seat + h * 0.035),
         (x - side * h * 0.095, seat - h * 0.16),
         (x - side * h * 0.075, shoulder + h * 0.05)], p.top
    )  # fmt: skip
    for hand in hands:
        if hand:
            end = (x + side * abs(hand[0]) * h, seat - hand[1] * h)
            _arm(c, p, (x, shoulder + h * 0.06), end, side * h * 0.045, h)
    head(c, p, x + side * h * 0.015, seat - h * 0.455, h * 0.085, 0.9 * side)


def wheelchair(c: Canvas, p: Person, x: float, y: float, h: float, *, side: int = 1) -> None:
    """Somebody in a light manual wheelchair, seen from the side and looking to `side`."""
    frame, r = "#39424f", h * 0.165
    c.shadow(x, y, h * 0.22, h * 0.4)
    c.line(
        [(x - side * h * 0.14, y - h * 0.55), (x - side * h * 0.1, y - h * 0.26)], frame, h * 0.022
    )
    c.line(
        [(x - side * h * 0.14, y - h * 0.55), (x - side * h * 0.2, y - h * 0.56)], frame, h * 0.026
    )
    sit(c, replace(p, skirt=False), x, y - h * 0.05, h, side=side, hands=((0.17, 0.1), None),
        reach=0)  # fmt: skip
    c.line([(x - side * h * 0.1, y - h * 0.24), (x + side * h * 0.18, y - h * 0.24),
            (x + side * h * 0.29, y - h * 0.05), (x + side * h * 0.37, y - h * 0.045)],
           frame, h * 0.02)  # fmt: skip
    c.disc(x + side * h * 0.25, y - h * 0.045, h * 0.045, frame)
    c.disc(x + side * h * 0.25, y - h * 0.045, h * 0.02, "#aeb6bf")
    wheel = (x - side * h * 0.03, y - r)
    c.ring(wheel[0], wheel[1], r, "#222a33", h * 0.024)
    c.ring(wheel[0], wheel[1], r * 0.82, "#aeb6bf", h * 0.009)
    for dx, dy in ((1, 0), (0.5, 0.866), (-0.5, 0.866)):
        reach = r * 0.86
        c.line([(wheel[0] - dx * reach, wheel[1] - dy * reach),
                (wheel[0] + dx * reach, wheel[1] + dy * reach)], "#8d96a1", h * 0.005)  # fmt: skip
    c.disc(wheel[0], wheel[1], h * 0.022, "#222a33")

"""People seen from near: head, look, mouth and hands. The faces of the site's portraits, moving.

All is drawn on a stage of 800 × 1000 units, the head around (400, 272). `Look` and `Pose` hold what
changes from frame to frame.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.outline import Point
from core.drawing.palette import mix, rgb
from home.demo.films.cast import Actor

STAGE = (800, 1000)
#: Where on the stage a head can be: left, top, width, height.
HEAD = (180, 20, 440, 640)
X, Y = 400, 272
INK = "#2a1c18"


@dataclass(frozen=True)
class Look:
    """A face at one moment. `facing` runs from left (-1) to right (1); `mouth` from 0 to 3 (wide open)."""

    facing: float = 0
    mouth: int = 0
    smile: float = 0.5
    lids: float = 0
    gaze: float = 0
    brows: float = 0


@dataclass(frozen=True)
class Pose:
    """Where the hands are, in units of the stage; None for a hand below the picture's edge."""

    left: Point | None = None
    right: Point | None = None
    open_left: bool = True
    open_right: bool = True


def torso(c: Canvas, a: Actor, pose: Pose, facing: float) -> None:
    """Neck, shoulders, clothes, and an arm that hangs."""
    turn = facing * 10
    x = X - turn
    if a.collar == "hood":
        c.blob([(x - 130, 430), (x, 400), (x + 130, 430), (x + 150, 500), (x, 560), (x - 150, 500)],
               shade(a.top, 0.22))  # fmt: skip
    half = [(64, 452), (120, 470), (196, 508), (236, 580), (252, 720), (262, 1010)]
    outline = smooth([(x + dx, y) for dx, y in half])
    c.poly([*outline, *((2 * x - px, py) for px, py in reversed(outline))], a.top)
    dark = smooth([(x + 110, 500), (x + 150, 640), (x + 140, 820), (x + 170, 1010)])
    c.poly(
        [*dark, (x + 262, 1010), (x + 252, 720), (x + 236, 580), (x + 196, 508)], "#16233f", 0.12
    )
    _collar(c, a, x)
    for side, hand in ((-1, pose.left), (1, pose.right)):
        if hand is None:
            line = [(x + side * 214, 560), (x + side * 240, 760), (x + side * 226, 1010)]
            c.line(smooth(line), shade(a.top, 0.13), 92)


def arms(c: Canvas, a: Actor, pose: Pose, facing: float) -> None:
    """The arms whose hands are in the picture; drawn over body and head."""
    x = X - facing * 10
    for side, hand, is_open in (
        (-1, pose.left, pose.open_left),
        (1, pose.right, pose.open_right),
    ):
        if hand is not None:
            _arm(c, a, (x + side * 196, 566), hand, side, is_open=is_open)


def _collar(c: Canvas, a: Actor, x: float) -> None:
    neck = shade(a.skin, 0.05)
    if a.hair == "scarf":
        return
    if a.collar == "vee":
        c.poly([(x - 66, 446), (x, 580), (x + 66, 446)], neck)
    c.rect(X - 46, 350, 92, 120, neck, r=36)
    if a.collar == "shirt":
        c.poly([(x - 58, 446), (X, 540), (x + 58, 446)], neck)
        c.poly([(x - 70, 444), (x - 46, 430), (X, 530), (X - 34, 566)], "#fdfaf3")
        c.poly([(x + 70, 444), (x + 46, 430), (X, 530), (X + 34, 566)], "#ece5d8")
    elif a.collar == "vee":
        c.line([(x - 66, 448), (x, 580), (x + 66, 448)], tint(a.top, 0.25), 13)
    else:
        c.oval(x, 456, 66, 31, neck)
        c.bow((x - 66, 452), (x + 66, 452), -18, tint(a.top, 0.2), 13)
    if a.collar == "hood":
        for side in (-1, 1):
            c.bow((x + side * 40, 478), (x + side * 46, 590), side * 6, tint(a.top, 0.55), 8)
    c.blob([(X - 44, 384), (X + 44, 384), (X + 42, 410), (X, 438), (X - 42, 410)],
           shade(a.skin, 0.18))  # fmt: skip


def _arm(c: Canvas, a: Actor, shoulder: Point, hand: Point, side: int, *, is_open: bool) -> None:
    """An upper arm, a forearm and a hand; the elbow falls outside and down."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    far = math.hypot(dx, dy) or 1.0
    upper = max(130.0, min(250.0, far * 0.66))  # an arm that comes towards us looks shorter
    fore = upper * 0.88
    far = min(far, upper + fore - 2)
    base = math.atan2(dy, dx)
    bend = math.acos(max(-1.0, min(1.0, (upper**2 + far**2 - fore**2) / (2 * upper * far))))
    elbow = max(
        (
            (shoulder[0] + upper * math.cos(turn), shoulder[1] + upper * math.sin(turn))
            for turn in (base - bend, base + bend)
        ),
        key=lambda point: point[1] + side * point[0] * 0.3,
    )
    wrist = (hand[0] + (elbow[0] - hand[0]) * 0.17, hand[1] + (elbow[1] - hand[1]) * 0.17)
    sleeve = shade(a.top, 0.13)
    c.line([shoulder, elbow], sleeve, 92)
    c.line([elbow, wrist], shade(a.top, 0.07), 80)
    draw_hand(c, a.skin, hand, (elbow, side), is_open=is_open)
    cuff = (hand[0] + (elbow[0] - hand[0]) * 0.22, hand[1] + (elbow[1] - hand[1]) * 0.22)
    c.line([wrist, cuff], tint(a.top, 0.2), 78)


def draw_hand(
    c: Canvas, skin: str, at: Point, arm: tuple[Point, int], *, is_open: bool, size: float = 1.0
) -> None:
    """A hand at `at`, pointing away from the elbow; open with spread fingers, or softly closed."""
    elbow, side = arm
    way = math.atan2(at[1] - elbow[1], at[0] - elbow[0])

    def away(angle: float, length: float) -> Point:
        return (
            at[0] + size * length * math.cos(way + angle),
            at[1] + size * length * math.sin(way + angle),
        )

    lit, deep = skin, shade(skin, 0.14)
    if is_open:
        for number, angle in enumerate((-0.42, -0.14, 0.14, 0.42)):
            root, tip = away(angle * 1.3, 22), away(angle, (70, 80, 78, 66)[number])
            c.line([root, tip], deep if number % 2 else lit, 21 * size)
        c.line([away(-side * 1.2, 16), away(-side * 0.95, 58)], lit, 23 * size)
        c.disc(*at, 37 * size, lit)
        return
    c.disc(*away(0, 10), 40 * size, lit)
    for angle in (-0.5, -0.12, 0.26):
        c.line([away(angle, 20), away(angle * 1.1, 42)], deep, 6 * size)
    c.line([away(-side * 1.1, 26), away(-side * 0.4, 44)], lit, 22 * size)


def head(c: Canvas, a: Actor, look: Look) -> None:
    """A head with its face and hair."""
    _hair_behind(c, a, look.facing)
    _skull(c, a, look.facing)
    _features(c, a, look)
    _hair_before(c, a, look.facing)


def back(c: Canvas, a: Actor) -> None:
    """Somebody seen from behind, over whose shoulder we look."""
    half = [(70, 452), (130, 474), (206, 512), (244, 590), (258, 740), (266, 1010)]
    outline = smooth([(X + dx, y) for dx, y in half])
    top = shade(a.top, 0.25)
    c.poly([*outline, *((2 * X - px, py) for px, py in reversed(outline))], top)
    if a.collar == "hood":
        c.blob([(X - 120, 452), (X, 430), (X + 120, 452), (X + 96, 560), (X, 610), (X - 96, 560)],
               shade(top, 0.2))  # fmt: skip
    c.rect(X - 50, 360, 100, 110, shade(a.skin, 0.25), r=36)
    hair = shade(a.hair_colour, 0.12)
    for side in (-1, 1):
        if a.hair in {"crop", "side", "bun", "mop"}:
            c.oval(X + side * 122, 282, 18, 30, shade(a.skin, 0.25))
    if a.hair == "scarf":
        c.blob([(X, 104), (X + 140, 190), (X + 150, 330), (X + 190, 500), (X, 600), (X - 190, 500),
                (X - 150, 330), (X - 140, 190)], hair)  # fmt: skip
        return
    if a.hair == "bun":
        c.disc(X, 100, 60, tint(hair, 0.06))
    low = 420 if a.hair in {"bob", "tail"} else 366
    c.blob([(X, 112), (X + 104, 148), (X + 134, 250), (X + 116, low - 40), (X, low),
            (X - 116, low - 40), (X - 134, 250), (X - 104, 148)], hair)  # fmt: skip
    if a.hair == "mop":
        for dx, dy in ((-96, 160), (-40, 128), (24, 126), (88, 156), (116, 214), (-120, 220)):
            c.disc(X + dx, dy, 44, hair)


def _skull(c: Canvas, a: Actor, f: float) -> None:
    w = 116 * a.wide
    x = X + f * 8
    near = -1 if f > 0.15 else 1
    for side in (-1, 1):
        if a.hair in {"bob", "scarf"} or (side != near and abs(f) > 0.4):
            continue
        ear = X + side * w * 1.02 - f * 16
        c.oval(ear, 280, 21, 31, shade(a.skin, 0.1))
        c.oval(ear + side * 3, 281, 10, 17, shade(a.skin, 0.22))
    jaw = f * 12
    c.blob([(x, 132), (x + w * 0.72, 158), (x + w, 246), (x + w * 0.92 + jaw * 0.4, 330),
            (x + w * 0.44 + jaw, 402), (x + jaw, 413), (x - w * 0.44 + jaw, 402),
            (x - w * 0.92 + jaw * 0.4, 330), (x - w, 246), (x - w * 0.72, 158)], a.skin)  # fmt: skip
    side = 1 if f <= 0 else -1  # the cheek away from where one looks is a little darker
    c.blob([(x + side * w * 0.98, 230), (x + side * w * 0.96, 300),
            (x + side * w * 0.5 + jaw, 398), (x + side * w * 0.66 + jaw, 330)],
           shade(a.skin, 0.5), 0.1)  # fmt: skip


def _features(c: Canvas, a: Actor, look: Look) -> None:
    f = look.facing
    cx = X + f * 30
    gap = 47 * a.wide
    squeeze = 1 - abs(f) * 0.14
    eyes = {side: cx + side * gap * (squeeze if side * f > 0 else 1.02) for side in (-1, 1)}
    glow = mix(a.skin, "#e8604f", 0.24 if sum(rgb(a.skin)) > 420 else 0.13)
    for side in (-1, 1):
        c.oval(cx + side * 68 * (squeeze if side * f > 0 else 1), 322, 23, 16, glow)
    if a.beard:
        _beard(c, a, f)
    if a.old:
        for side in (-1, 1):
            c.bow((cx + side * 44, 334), (cx + side * 56, 372), side * 5, shade(a.skin, 0.16), 4)
            c.bow((eyes[side] - 18, 297), (eyes[side] + 18, 297), 5, shade(a.skin, 0.15), 4)
        c.bow((cx - 40, 190), (cx + 40, 190), -4, shade(a.skin, 0.12), 4)
    brow = shade(a.hair_colour, 0.3) if a.hair != "scarf" else mix(INK, a.skin, 0.2)
    if a.old:
        brow = shade(a.hair_colour, 0.2)
    lift = look.brows * 9
    for side, x in eyes.items():
        _eye(c, a, x, look)
        outer, inner = 243 - lift, 241 - lift * (1.3 if look.brows > 0 else -0.5)
        ends = (outer, inner) if side < 0 else (inner, outer)
        c.bow((x - 21, ends[0]), (x + 21, ends[1]), -5, brow, 8)
    nose = cx + f * 8
    c.bow((nose - f * 2, 280), (nose + 5 + f * 9, 314), -7 if f <= 0 else 7, shade(a.skin, 0.24), 7)
    _mouth(c, a, cx + f * 4, look)
    if a.glasses:
        frame = "#26323c"
        for side, x in eyes.items():
            c.ring(x, 272, 37, frame, 6)
            edge = X + side * 114 * a.wide
            if (edge - x) * side > 40:
                c.line([(x + side * 36, 264), (edge, 256)], frame, 6)
        c.bow((eyes[-1] + 35, 266), (eyes[1] - 35, 266), -4, frame, 6)


def _eye(c: Canvas, a: Actor, x: float, look: Look) -> None:
    x += look.gaze * 5
    if look.lids >= 0.9:
        c.bow((x - 15, 270), (x + 15, 270), 6, INK, 6)
        return
    tall = 11.5 * (1 - look.lids * 0.6)
    c.oval(x, 271, 9.5, tall, INK)
    c.disc(x + 3.2, 271 - tall * 0.35, 3.1 * (1 - look.lids * 0.5), "#ffffff")


def _mouth(c: Canvas, a: Actor, x: float, look: Look) -> None:
    lip = mix("#8c2f36", a.skin, 0.12)
    wide = 27 + look.smile * 9
    y = 348
    if look.mouth == 0:
        if a.beard and a.hair == "crop":
            c.bow((x - wide, y), (x + wide, y), 4 + look.smile * 12, tint(lip, 0.3), 9)
        else:
            c.bow((x - wide, y), (x + wide, y), 4 + look.smile * 12, lip, 8)
        return
    wide *= (0.9, 0.9, 0.96, 0.62)[look.mouth]
    deep = (0, 13, 25, 22)[look.mouth]
    rise = 2 + look.smile * 5
    hole = smooth(
        [(x - wide, y - rise * 0.4), (x, y + 2), (x + wide, y - rise * 0.4),
         (x + wide * 0.62, y + deep * 0.8), (x, y + deep + 3), (x - wide * 0.62, y + deep * 0.8)],
        closed=True,
    )  # fmt: skip
    c.poly(hole, "#5d1d24")
    if look.mouth == 2:
        c.oval(x, y + deep - 2, wide * 0.46, 6, "#d0646a")
    if look.mouth < 3:
        c.rect(x - wide * 0.6, y + 1, wide * 1.2, min(7, deep * 0.4), "#fdf6ee", r=3)
    c.line([*hole, hole[0]], lip, 5)


def _beard(c: Canvas, a: Actor, f: float) -> None:
    w = a.wide
    x, jaw = X + f * 8, f * 14
    mouth = X + f * 32
    tone = a.beard if a.hair == "crop" else mix(a.skin, a.beard, 0.55)
    c.blob([(x - 110 * w, 276), (x - 92 * w, 322), (mouth - 50, 336), (mouth, 327),
            (mouth + 50, 336), (x + 92 * w, 322), (x + 110 * w, 276), (x + 104 * w + jaw, 344),
            (x + 56 * w + jaw, 406), (x + jaw, 420), (x - 56 * w + jaw, 406),
            (x - 104 * w + jaw, 344)], tone)  # fmt: skip
    if a.hair == "crop":
        c.oval(mouth, 354, 40, 17, mix(a.skin, a.beard, 0.15))


def _hair_behind(c: Canvas, a: Actor, f: float) -> None:
    w, hair = a.wide, a.hair_colour
    x = X - f * 10
    if a.hair == "bob":
        c.rect(x - 140 * w, 190, 280 * w, 214, hair, r=64)
        c.disc(x, 232, 142 * w, hair)
    elif a.hair == "bun":
        c.disc(x - f * 30, 92, 58, hair)
        c.disc(x - f * 30, 86, 42, tint(hair, 0.1))
        c.disc(x, 250, 126 * w, hair)
    elif a.hair == "tail":
        c.disc(x, 236, 128 * w, hair)
        c.blob([(x + 60, 300), (x + 146, 300), (x + 168, 420), (x + 128, 520), (x + 88, 430)],
               shade(hair, 0.1))  # fmt: skip
    elif a.hair == "scarf":
        c.blob([(x, 88), (x + 148 * w, 190), (x + 150 * w, 340), (x + 190, 480), (x + 120, 580),
                (x, 620), (x - 120, 580), (x - 190, 480), (x - 150 * w, 340),
                (x - 148 * w, 190)], hair)  # fmt: skip
    elif a.hair == "mop":
        for dx, dy, r in ((-104, 196, 46), (104, 196, 46), (-112, 262, 38), (112, 262, 38)):
            c.disc(x + dx * w, dy, r, shade(hair, 0.12))


def _hair_before(c: Canvas, a: Actor, f: float) -> None:
    w, hair = a.wide, a.hair_colour
    x = X + f * 4
    left, right = x - 120 * w, x + 120 * w
    if a.hair == "mop":
        line = ((-112, 214, 38), (-92, 168, 46), (-46, 132, 50), (8, 118, 52), (62, 134, 50),
                (100, 170, 44), (114, 216, 34), (-54, 178, 40), (4, 168, 44), (56, 172, 36))  # fmt: skip
        for dx, dy, r in line:
            c.disc(x + dx * w + f * 6, dy, r, hair)
        for dx, dy, r in ((-38, 128, 26), (28, 118, 24), (78, 150, 20)):
            c.disc(x + dx * w + f * 6, dy, r, tint(hair, 0.09))
    elif a.hair == "crop":
        c.blob([(left, 262), (left - 3, 180), (x - 70, 112), (x, 98), (x + 74, 112),
                (right + 3, 180), (right, 262), (right - 15, 214), (x + 62 + f * 8, 172),
                (x + f * 10, 166), (x - 62 + f * 8, 174), (left + 15, 214)], hair)  # fmt: skip
    elif a.hair == "side":
        c.blob([(left, 262), (left - 4, 176), (x - 64, 100), (x + 48, 86), (right + 8, 164),
                (right, 262), (right - 16, 208), (x + 52 + f * 8, 196), (x - 36, 158),
                (left + 20, 216)], hair)  # fmt: skip
        c.bow((x - 50, 128), (x + 76, 150), -20, tint(hair, 0.14), 9)
    elif a.hair == "bob":
        part = x + 36
        c.blob([(left - 18, 330), (left - 20, 190), (x - 80, 110), (x, 88), (x + 80, 110),
                (right + 20, 190), (right + 18, 330), (right - 4, 232), (part + 44, 176),
                (part, 134), (part - 60, 184), (left + 8, 238)], hair)  # fmt: skip
        c.bow((part - 16, 116), (left + 18, 190), 18, tint(hair, 0.16), 8)
    elif a.hair == "bun":
        c.blob([(left, 268), (left - 6, 176), (x - 74, 108), (x, 92), (x + 74, 108),
                (right + 6, 176), (right, 268), (right - 14, 206), (x + 50, 160), (x, 150),
                (x - 50, 160), (left + 14, 206)], hair)  # fmt: skip
        for dx in (-52, 0, 52):
            c.bow((x + dx * 1.5, 178), (x + dx * 0.5, 108), dx * 0.12, shade(hair, 0.1), 4)
    elif a.hair == "tail":
        c.blob([(left, 262), (left - 4, 178), (x - 70, 108), (x, 94), (x + 74, 108),
                (right + 4, 178), (right, 262), (right - 14, 206), (x + 40, 160), (x - 20, 150),
                (left + 18, 214)], hair)  # fmt: skip
    elif a.hair == "scarf":
        c.poly([*smooth([(X + f * 8 - 104, 262), (x - 92, 178), (x, 132), (x + 92, 178),
                         (X + f * 8 + 104, 262)]),
                *smooth([(right + 6, 262), (right - 14, 150), (x, 92), (left + 14, 150),
                         (left - 6, 262)])], hair)  # fmt: skip
        c.poly([*smooth([(X + f * 12 - 108, 300), (x - 70 + f * 14, 396), (x + f * 16, 424),
                         (x + 70 + f * 14, 396), (X + f * 12 + 108, 300)]),
                *smooth([(right + 16, 330), (x + 120, 470), (x, 520), (x - 120, 470),
                         (left - 16, 330)])], hair)  # fmt: skip
        c.bow((x - 110, 420), (x + 120, 500), -30, shade(hair, 0.18), 9)
        c.bow((x - 90, 490), (x + 110, 548), -20, shade(hair, 0.14), 8)

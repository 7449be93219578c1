"""What stands around people in the demo pictures: trees, houses, windows, furniture, water."""

from __future__ import annotations

import math

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.outline import Point
from core.drawing.palette import Dice, mix

PANE = "#cfe3ee"


def ridge(c: Canvas, heights: list[float], colour: str, foot: float = 1000) -> None:
    """Land whose soft skyline passes `heights`, spread evenly from left to right."""
    step = 1640 / (len(heights) - 1)
    line = smooth([(-20 + i * step, y) for i, y in enumerate(heights)])
    c.poly([*line, (1620, foot), (-20, foot)], colour)


def cloud(
    c: Canvas, x: float, y: float, w: float, colour: str = "#ffffff", alpha: float = 0.6
) -> None:
    """A flat bank of cloud, `w` wide, that begins at (`x`, `y`)."""
    r = w * 0.04
    for dx, row, share in ((0.16, 0, 0.6), (0.0, 1, 0.72), (0.3, 2, 0.7)):
        left, right, cy = x + w * dx + r, x + w * (dx + share) - r, y + r + row * r * 1.7
        turn = [math.pi / 2 + math.pi * i / 16 for i in range(17)]
        ends = [(left + r * math.cos(t), cy - r * math.sin(t)) for t in turn]
        ends += [(right - r * math.cos(t), cy + r * math.sin(t)) for t in turn]
        c.poly(ends, colour, alpha)


def birch(
    c: Canvas, x: float, y: float, h: float, leaf: str = "#a9bd62", *, seed: str = ""
) -> None:
    """A birch `h` high that stands at (`x`, `y`)."""
    dice = Dice(f"birch{seed}{x}")
    half = h * 0.015
    deep, light = shade(leaf, 0.2), tint(leaf, 0.16)
    for dx, dy, rx, ry in ((0, -0.66, 0.17, 0.26), (-0.1, -0.52, 0.1, 0.16),
        (0.11, -0.5, 0.11, 0.17),
                           (0.02, -0.84, 0.1, 0.16)):  # fmt: skip
        c.oval(x + dx * h, y + dy * h, rx * h, ry * h, deep if dx > 0 else shade(leaf, 0.1))
    c.poly([(x - half, y), (x - half * 0.3, y - h * 0.9), (x + half * 0.3, y - h * 0.9),
            (x + half, y)], "#f4efe6")  # fmt: skip
    for lean, low, high in ((0.1, 0.42, 0.6), (-0.1, 0.48, 0.64), (0.07, 0.6, 0.74)):
        c.line([(x, y - h * low), (x + h * lean, y - h * high)], "#efe8dc", h * 0.008)
    for _ in range(10):
        at = y - h * dice.span(0.04, 0.62)
        left = x - half * dice.span(0.3, 0.8)
        c.line([(left, at), (left + half * dice.span(0.6, 1.1), at)], "#3a3632", h * 0.006)
    for dx, dy, r in ((-0.09, -0.72, 0.075), (-0.13, -0.58, 0.06), (0.06, -0.78, 0.055),
                      (-0.02, -0.88, 0.06), (0.1, -0.58, 0.05), (-0.05, -0.48, 0.05),
                      (0.04, -0.66, 0.05)):  # fmt: skip
        c.oval(x + dx * h, y + dy * h, r * h, r * h * 1.25, mix(leaf, light, dice.span(0.4, 1)))


def spruce(c: Canvas, x: float, y: float, h: float, colour: str = "#1d5a4b") -> None:
    """A spruce `h` high that stands at (`x`, `y`), lit from the left."""
    c.rect(x - h * 0.02, y - h * 0.12, h * 0.04, h * 0.12, "#5b4334")
    for side, tone in ((-1, tint(colour, 0.1)), (1, shade(colour, 0.22))):
        edge: list[Point] = [(x, y - h)]
        for i in range(1, 6):
            low = y - h * (1 - i * 0.18)
            reach = h * 0.052 * i
            edge += [(x + side * reach, low), (x + side * reach * 0.6, low - h * 0.012)]
        c.poly([*edge[:-1], (x, y - h * 0.1)], tone)


def window(
    c: Canvas, x: float, y: float, w: float, h: float, *, glass: str = PANE, frame: str = "#fdfaf3",
    cols: int = 2, rows: int = 2, gleam: bool = True,
) -> None:  # fmt: skip
    """A window with its frame outside (`x`, `y`, `w`, `h`)."""
    bar = max(2.0, min(w, h) * 0.05)
    c.rect(x - bar, y - bar, w + 2 * bar, h + 2 * bar, frame)
    c.rect(x, y, w, h, glass)
    if gleam:
        c.poly([(x + w * 0.12, y + h), (x + w * 0.5, y), (x + w * 0.78, y), (x + w * 0.4, y + h)],
               "#ffffff", 0.22)  # fmt: skip
    for i in range(1, cols):
        c.rect(x + w * i / cols - bar / 2, y, bar, h, frame)
    for i in range(1, rows):
        c.rect(x, y + h * i / rows - bar / 2, w, bar, frame)


def house(
    c: Canvas, x: float, y: float, w: float, h: float, colour: str, *, roof: str = "#4a4a55",
    lit: bool = False, floors: int = 2, cols: int = 2, gable: bool = True, door: bool = True,
) -> None:  # fmt: skip
    """A house of wood with white corner boards, from its lower left corner (`x`, `y`)."""
    top = y - h
    rise = w * 0.4 if gable else h * 0.3
    if gable:
        c.poly([(x, top), (x + w / 2, top - rise), (x + w, top)], colour)
    c.rect(x, top, w, h, colour)
    for i in range(1, 14):  # boarding
        c.rect(x + w * i / 14, top, 1.2, h, shade(colour, 0.12))
    c.poly([(x + w * 0.72, top), (x + w, top), (x + w, y), (x + w * 0.62, y)], "#16233f", 0.08)
    if gable:
        c.line([(x - w * 0.06, top + w * 0.05), (x + w / 2, top - rise),
            (x + w * 1.06, top + w * 0.05)],
               roof, w * 0.055)  # fmt: skip
    else:
        c.poly([(x - w * 0.03, top), (x + w * 0.07, top - rise), (x + w * 0.93, top - rise),
                (x + w * 1.03, top)], roof)  # fmt: skip
    c.rect(x, top, w * 0.025, h, "#fbf6ea")
    c.rect(x + w * 0.975, top, w * 0.025, h, "#fbf6ea")
    cell, floor = w / cols, h / floors
    for row in range(floors):
        for col in range(cols):
            cx, cy = x + cell * (col + 0.5), top + floor * (row + 0.5)
            if door and row == floors - 1 and col == cols // 2:
                c.rect(cx - cell * 0.2, y - floor * 0.78, cell * 0.4, floor * 0.78, "#fbf6ea")
                c.rect(
                    cx - cell * 0.16, y - floor * 0.73, cell * 0.32, floor * 0.73, shade(roof, 0.1)
                )
                continue
            warm = lit and (row + col + int(x)) % 3 != 0
            window(c, cx - cell * 0.19, cy - floor * 0.28, cell * 0.38, floor * 0.52,
                   glass="#ffd98c" if warm else "#a9c3d2", gleam=not warm)  # fmt: skip
    if gable:
        c.disc(x + w / 2, top - rise * 0.36, w * 0.065, "#fbf6ea")
        c.disc(x + w / 2, top - rise * 0.36, w * 0.048, "#ffd98c" if lit else "#a9c3d2")


def pendant(c: Canvas, x: float, y: float, r: float, colour: str, *, glow: float = 0.45) -> None:
    """A lamp that hangs from above with its rim at (`x`, `y`)."""
    c.line([(x, -10), (x, y - r * 0.8)], "#3b3a3c", 3)
    if glow:
        c.glow(x, y + r * 0.2, r * 3.2, "#fff1c9", glow)
    c.oval(x, y, r * 0.94, r * 0.2, "#fff6dc")
    dome: list[Point] = [
        (x + r * math.cos(t * math.pi / 24), y - r * 0.92 * math.sin(t * math.pi / 24))
        for t in range(25)
    ]
    c.poly(dome, colour)
    right = [point for point in dome if point[0] >= x + r * 0.3]
    c.poly([*right, (x + r * 0.4, y)], "#16233f", 0.14)


def plant(c: Canvas, x: float, y: float, h: float, pot: str = "#d98a5b") -> None:
    """A pot plant `h` high that stands at (`x`, `y`)."""
    for lean, length, tone in ((-0.36, 0.72, 0.2), (0.38, 0.68, 0.25), (-0.18, 0.9, 0.05),
                               (0.2, 0.86, 0.12), (0.0, 1.0, 0.0)):  # fmt: skip
        tip = (x + lean * h, y - length * h)
        root = (x + lean * h * 0.1, y - h * 0.22)
        mx, my = (tip[0] + root[0]) / 2, (tip[1] + root[1]) / 2
        c.blob([root, (mx - h * 0.09, my), tip, (mx + h * 0.09, my)], shade("#3f8a6d", tone))
    c.poly([(x - h * 0.15, y - h * 0.28), (x + h * 0.15, y - h * 0.28), (x + h * 0.11, y),
            (x - h * 0.11, y)], pot)  # fmt: skip
    c.poly([(x + h * 0.03, y - h * 0.28), (x + h * 0.15, y - h * 0.28), (x + h * 0.11, y),
            (x + h * 0.02, y)], shade(pot, 0.18))  # fmt: skip


def shelf(
    c: Canvas, x: float, y: float, w: float, h: float, rows: int, *, wood: str = "#b98a5c"
) -> None:
    """A bookcase full of books, from its upper left corner (`x`, `y`)."""
    dice = Dice(f"shelf{x}{y}")
    colours = ("#b0163f", "#0d4a3e", "#f2a33a", "#1c5fa8", "#6a4a98", "#e8788a", "#f6ead2",
        "#3f8a6d",
               "#8fc0ea", "#7a3355")  # fmt: skip
    c.rect(x, y, w, h, wood)
    c.rect(x + 8, y + 8, w - 16, h - 16, shade(wood, 0.42))
    gap = (h - 8) / rows
    for row in range(rows):
        foot = y + gap * (row + 1)
        at = x + 12 + dice.span(0, 8)
        while at < x + w - 26:
            thick = dice.span(8, 17)
            tall = gap * dice.span(0.5, 0.78)
            roll = dice.share()
            if roll < 0.1:
                at += dice.span(14, 34)
                continue
            colour = mix(dice.pick(colours), wood, 0.12)
            if at + thick > x + w - 12:
                break
            c.rect(at, foot - tall, thick, tall, colour)
            if roll > 0.6:
                c.rect(at, foot - tall * 0.75, thick, 4, tint(colour, 0.5))
            at += thick + 1.5
        c.rect(x, foot, w, 8, wood)
        c.rect(x + 8, foot + 8, w - 16, 5, "#2c1f18", alpha=0.4)


def cup(c: Canvas, x: float, y: float, r: float, colour: str) -> None:
    """A coffee cup on its saucer; the foot of the saucer is at (`x`, `y`)."""
    c.oval(x, y, r * 1.5, r * 0.4, shade(colour, 0.12))
    c.oval(x, y - r * 0.06, r * 1.45, r * 0.34, tint(colour, 0.35))
    c.ring(x + r * 0.95, y - r * 0.75, r * 0.42, shade(colour, 0.08), r * 0.16)
    c.poly([(x - r * 0.9, y - r * 1.3), (x + r * 0.9, y - r * 1.3), (x + r * 0.6, y),
        (x - r * 0.6, y)],
           colour)  # fmt: skip
    c.oval(x, y, r * 0.6, r * 0.18, colour)
    c.oval(x, y - r * 1.3, r * 0.9, r * 0.24, tint(colour, 0.4))
    c.oval(x, y - r * 1.27, r * 0.76, r * 0.17, "#54341f")


def ripples(c: Canvas, x: float, y: float, w: float, rows: int, colour: str) -> None:
    """Strokes of light on water around `x`, from `y` downwards."""
    dice = Dice(f"ripples{x}{y}")
    for i in range(rows):
        half = w * (0.5 - i * 0.4 / rows) * dice.span(0.5, 1)
        at = x + dice.span(-0.18, 0.18) * w
        c.line([(at - half, y + i * 17), (at + half, y + i * 17)], colour, 4)


def boat(c: Canvas, x: float, y: float, w: float, colour: str) -> None:
    """A rowing boat `w` long that floats with its waterline at (`x`, `y`)."""
    c.oval(x, y + w * 0.05, w * 0.5, w * 0.035, "#16233f", 0.25)
    hull: list[Point] = smooth(
        [(x - w * 0.5, y - w * 0.15), (x - w * 0.36, y + w * 0.02), (x, y + w * 0.05),
         (x + w * 0.36, y + w * 0.02), (x + w * 0.5, y - w * 0.17)]
    )  # fmt: skip
    c.poly([*hull, (x, y - w * 0.08)], colour)
    c.line([hull[0], (x - w * 0.2, y - w * 0.1), (x + w * 0.2, y - w * 0.1), hull[-1]],
           tint(colour, 0.5), w * 0.025)  # fmt: skip


def stall(c: Canvas, x: float, y: float, w: float, colours: tuple[str, str], seed: str) -> None:
    """A market stall with a striped awning, `w` wide, that stands at the left corner (`x`, `y`)."""
    dice = Dice(seed)
    h = w * 0.85
    top, rim = y - h, y - h * 0.66
    c.poly([(x, y), (x + w, y), (x + w * 1.25, y + w * 0.12), (x + w * 0.25, y + w * 0.12)],
           "#1c2540", 0.16)  # fmt: skip
    for post in (0.04, 0.93):
        c.rect(x + w * post, rim, w * 0.03, y - rim, "#8a6444")
    c.rect(x + w * 0.06, rim, w * 0.88, h * 0.36, "#3b2c28", alpha=0.32)
    c.rect(x, y - h * 0.33, w, h * 0.33, "#b98a5c")
    for i in range(1, 9):
        c.rect(x + w * i / 9, y - h * 0.33, 2, h * 0.33, shade("#b98a5c", 0.2))
    heap = ("#c2413f", "#f2a33a", "#7fa04a", "#6a4a98", "#e9c46a", "#b0163f", "#e07a3f")
    for i in range(4):
        colour, left = dice.pick(heap), x + w * (0.04 + i * 0.235)
        for row in range(3):
            for k in range(6 - row):
                c.disc(left + w * 0.03 + w * (k + row / 2) * 0.033, y - h * 0.35 - row * w * 0.025,
                       w * 0.022, shade(colour, dice.span(0, 0.2)))  # fmt: skip
        c.rect(left, y - h * 0.345, w * 0.21, h * 0.075, "#d6ab78", r=4)
    for i in range(8):
        a, b = x - w * 0.05 + w * 1.1 * i / 8, x - w * 0.05 + w * 1.1 * (i + 1) / 8
        u, v = x + w * 0.06 + w * 0.88 * i / 8, x + w * 0.06 + w * 0.88 * (i + 1) / 8
        tone = shade(colours[i % 2], 0.02 * i)
        c.poly([(u, top), (v, top), (b, rim), (a, rim)], tone)
        c.oval((a + b) / 2, rim, (b - a) / 2, w * 0.045, shade(tone, 0.1))


def lake_view(c: Canvas, x: float, y: float, w: float, h: float, *, bars: int = 3) -> None:
    """A wide window with a summer lake behind it, framed in white."""
    c.rect(x, y, w, h, "#d7ecf3")
    c.rect(x, y + h * 0.5, w, h * 0.5, "#fdf0d2")
    for i, (high, tone) in enumerate(((0.56, "#b9d2cf"), (0.62, "#8fb8a4"))):
        line = smooth(
            [(x + w * t / 5, y + h * (high + (0.05, -0.04)[(t + i) % 2])) for t in range(6)]
        )
        c.poly([*line, (x + w, y + h), (x, y + h)], tone)
    c.rect(x, y + h * 0.72, w, h * 0.28, "#a9cfe0")
    for i in range(4):
        c.rect(x + w * (0.2 + i * 0.13), y + h * (0.77 + i * 0.05), w * 0.22, 4, "#e9f5f8")
    c.poly([(x + w * 0.1, y + h), (x + w * 0.34, y), (x + w * 0.46, y), (x + w * 0.22, y + h)],
           "#ffffff", 0.2)  # fmt: skip
    bar = 12
    for i in range(bars + 1):
        c.rect(x + w * i / bars - bar / 2, y, bar, h, "#fdfaf3")
    c.rect(x - bar, y - bar, w + 2 * bar, bar, "#fdfaf3")
    c.rect(x - bar * 1.6, y + h, w + 3.2 * bar, bar * 1.4, "#fdfaf3")


def sunlight(
    c: Canvas, x: float, y: float, w: float, h: float, lean: float, parts: int = 3
) -> None:
    """What a window throws on the floor."""
    for i in range(parts):
        a, b = x + w * (i + 0.06) / parts, x + w * (i + 0.94) / parts
        c.poly([(a, y), (b, y), (b + lean, y + h), (a + lean, y + h)], "#fff4d0", 0.34)

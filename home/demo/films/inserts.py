"""What the camera goes close to: a list, a photograph, a card, a form, a clock. No words, only strokes."""

from __future__ import annotations

import math

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.outline import Point
from core.drawing.palette import CLOUDBERRY, LINGON, SPRUCE, Dice
from core.drawing.places import birch
from home.demo.films.cast import CAST
from home.demo.films.figures import draw_hand

PENCIL = "#47605a"


def scribble(
    c: Canvas, word: str, at: Point, length: float, colour: str, *, height: float = 20,
    part: float = 1, width: float = 5,
) -> Point:  # fmt: skip
    """Handwriting that cannot be read, ``part`` of it written so far; returns where the pen is."""
    dice = Dice(word)
    steps = max(6, round(length / 15))
    points = [
        (at[0] + length * i / steps + dice.span(-3, 3),
         at[1] + (height if i % 2 else -height) * dice.span(0.25, 1) * (0.6 if i % 3 else 1))
        for i in range(steps + 1)
    ]  # fmt: skip
    path = smooth(points, pieces=5)
    shown = path[: max(1, round(len(path) * part))]
    c.line(shown, colour, width)
    return shown[-1]


def two_women(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A faded summer photograph: two young women on a pier, an arm around the other's waist."""

    def at(px: float, py: float) -> Point:
        return x + px * w, y + py * h

    c.rect(x, y, w, h, "#f3dcb2")
    c.rect(x, y + h * 0.42, w, h * 0.58, "#a9c4c0")
    c.disc(*at(0.78, 0.2), w * 0.06, "#fbeccb")
    shore = smooth([at(0, 0.4), at(0.2, 0.35), at(0.45, 0.4), at(0.7, 0.34), at(1, 0.39)])
    c.poly([*shore, at(1, 0.46), at(0, 0.46)], "#7f9f86")
    for i in range(5):
        c.rect(x + w * (0.06 + i * 0.17), y + h * (0.55 + i * 0.05), w * 0.14, h * 0.008, "#dfe8df")
    c.poly([at(0.3, 1), at(0.44, 0.66), at(0.68, 0.66), at(0.86, 1)], "#b98a62")
    for i in range(1, 5):
        t = i / 5
        c.line([at(0.44 - 0.14 * t, 0.66 + 0.34 * t), at(0.68 + 0.18 * t, 0.66 + 0.34 * t)],
               "#8f6646", w * 0.006)  # fmt: skip
    for cx, dress, hair, tall in (
        (0.5, "#c9647a", "#5b3a28", 0.0),
        (0.62, "#e9c46a", "#d9a657", 0.02),
    ):
        skin = "#efc6a4"
        foot = 0.9
        for dx in (-0.02, 0.02):
            c.line([at(cx + dx, 0.74), at(cx + dx, foot)], skin, w * 0.02)
        c.poly([at(cx - 0.03, 0.5), at(cx + 0.03, 0.5), at(cx + 0.06, 0.78), at(cx - 0.06, 0.78)],
               dress)  # fmt: skip
        c.disc(*at(cx, 0.4 - tall), w * 0.046, hair)
        c.rect(x + w * (cx - 0.012), y + h * 0.44, w * 0.024, h * 0.07, shade(skin, 0.1))
        c.oval(x + w * cx, y + h * (0.415 - tall), w * 0.034, w * 0.038, skin)
    c.line(smooth([at(0.525, 0.53), at(0.56, 0.6), at(0.62, 0.6)]), "#efc6a4", w * 0.018)
    c.line(smooth([at(0.595, 0.53), at(0.57, 0.57), at(0.5, 0.58)]), "#e6b994", w * 0.018)
    c.line(smooth([at(0.475, 0.53), at(0.43, 0.62), at(0.44, 0.7)]), "#efc6a4", w * 0.018)
    c.line(smooth([at(0.645, 0.53), at(0.69, 0.62), at(0.68, 0.7)]), "#e6b994", w * 0.018)


def photograph(c: Canvas, _part: float) -> None:
    """The picture on Kerttu's wall, from near."""
    c.fade(0, 900, "#f6e3bd", "#f9efdb")
    for y in range(0, 900, 150):
        for x in range(80 + (y // 150 % 2) * 100, 1600, 200):
            c.disc(x, y + 60, 12, "#edd6a8")
    c.rect(322, 92, 980, 740, "#cdb48a")
    c.rect(310, 76, 980, 740, "#a8713f")
    c.rect(334, 100, 932, 692, "#8c5c30")
    c.rect(342, 108, 916, 676, "#f6ead2")
    two_women(c, 400, 160, 800, 572)
    c.poly([(420, 784), (760, 108), (860, 108), (520, 784)], "#ffffff", 0.1)


def name_list(c: Canvas, _part: float) -> None:
    """A list of names on a table; one row is still empty."""
    c.fade(0, 900, "#d9b68a", "#c99a66")
    for i in range(6):
        c.rect(0, 110 + i * 150, 1600, 4, "#a87243", alpha=0.35)
    c.poly([(396, 96), (1216, 66), (1250, 960), (372, 960)], "#1c2540", 0.18)
    c.poly([(380, 70), (1200, 50), (1230, 960), (356, 960)], "#fdfaf3")
    c.mark(470, 140, 30, SPRUCE, CLOUDBERRY)
    scribble(c, "heading", (560, 142), 330, SPRUCE, height=18, width=9)
    for row in range(6):
        y = 250 + row * 110
        c.rect(430, y + 44, 730, 3, "#d8d0c0")
        c.ring(462, y, 20, "#b9b3a6", 5)
        if row != 2:
            scribble(c, f"name{row}", (520, y), (250, 330, 0, 290, 230, 350)[row], PENCIL)


ROW = 470


def list_wrong(c: Canvas, part: float) -> None:
    """The wrong name; a finger stops at it."""
    c.rect(420, ROW - 50, 750, 90, "#fbe3e6", r=12)
    c.ring(462, ROW, 20, "#b9b3a6", 5)
    scribble(c, "wrong", (520, ROW), 300, LINGON)
    near = 1 - (1 - min(1.0, part * 2)) ** 2
    tip = (1010 - 130 * near, 640 - 120 * near)
    oivi = CAST["oivi"]
    c.line([(tip[0] + 170, tip[1] + 130), (1560, 1010)], oivi.top, 150)
    c.line([(tip[0] + 150, tip[1] + 115), (tip[0] + 190, tip[1] + 146)], tint(oivi.top, 0.25), 140)
    c.line([tip, (tip[0] + 92, tip[1] + 66)], oivi.skin, 40)
    c.disc(tip[0] + 120, tip[1] + 92, 66, oivi.skin)
    for i in range(3):
        c.disc(tip[0] + 74 + i * 26, tip[1] + 124 + i * 22, 26, shade(oivi.skin, 0.1))


def list_right(c: Canvas, part: float) -> None:
    """A pen strikes the wrong name out and writes the right one beside it."""
    c.rect(420, ROW - 50, 750, 90, "#e3efe4", r=12)
    strike, name = min(1.0, part / 0.22), max(0.0, min(1.0, (part - 0.3) / 0.5))
    scribble(c, "wrong", (520, ROW), 220, "#c9c2b4")
    pen: Point = (512 + 240 * strike, ROW + 4)
    c.line([(512, ROW + 4), pen], LINGON, 7)
    if name:
        pen = scribble(c, "Oivi", (800, ROW), 250, SPRUCE, height=24, part=name, width=8)
    if part > 0.84:
        pen = (1180, ROW + 90)
        c.disc(462, ROW, 20, CLOUDBERRY)
    else:
        c.ring(462, ROW, 20, "#b9b3a6", 5)
    _writing_hand(c, pen, CAST["head"].skin, CAST["head"].top)


def _writing_hand(c: Canvas, pen: Point, skin: str, sleeve: str) -> None:
    """A hand with a pen whose tip is at `pen`."""
    x, y = pen
    c.line([(x + 190, y + 170), (x + 560, y + 520)], sleeve, 140)
    c.line([(x + 176, y + 156), (x + 206, y + 186)], tint(sleeve, 0.3), 128)
    c.disc(x + 130, y + 104, 66, skin)
    c.line([(x + 3, y - 3), (x + 22, y - 16)], "#3b3a3c", 6)
    c.line([(x + 22, y - 17), (x + 190, y - 128)], CLOUDBERRY, 17)
    for i in range(3):
        c.line([(x + 118, y + 62 + i * 26), (x + 56 + i * 14, y + 8 + i * 34)],
               shade(skin, 0.05 * i), 32)  # fmt: skip
    c.line([(x + 104, y + 70), (x + 62, y - 24)], tint(skin, 0.06), 32)


def counter_top(c: Canvas, _part: float) -> None:
    """The counter, seen from above."""
    c.fade(0, 900, "#f6e8cd", "#ecd6ad")
    c.rect(0, 770, 1600, 130, "#cdb48a")


def old_card(c: Canvas, part: float) -> None:
    """An identity card slides over the counter. Whose face was on it is nobody's business."""
    slide = (1 - min(1.0, part * 2.4)) ** 2 * 420
    x, y = 430 - slide, 190 + slide * 0.4
    c.rect(x + 16, y + 20, 740, 460, "#8a6444", r=34)
    c.rect(x, y, 740, 460, "#e4eef8", r=34)
    c.rect(x, y, 740, 90, "#1c5fa8", r=34)
    c.rect(x, y + 56, 740, 34, "#1c5fa8")
    c.mark(x + 80, y + 45, 24, "#cfe0f2", CLOUDBERRY)
    c.rect(x + 50, y + 130, 220, 280, "#cfdae6", r=16)
    c.blob([(x + 60, y + 408), (x + 90, y + 350), (x + 160, y + 326), (x + 230, y + 350),
            (x + 260, y + 408)], "#8c99a8")  # fmt: skip
    c.oval(x + 160, y + 250, 58, 70, "#8c99a8")
    scribble(c, "old name", (x + 320, y + 176), 300, "#7b8794", height=16, width=6)
    for row, length in enumerate((240, 330, 190)):
        c.rect(x + 320, y + 240 + row * 56, length, 16, "#b4c2d2", r=8)
    skin, sleeve = CAST["miska"].skin, CAST["miska"].top
    reach = 1 - min(1.0, max(0.0, part * 3 - 1.6))
    tip = (x + 40 - (1 - reach) * 360, y + 430 + (1 - reach) * 240)
    c.line([(tip[0] - 560, tip[1] + 330), (tip[0] - 130, tip[1] + 84)], sleeve, 140)
    draw_hand(c, skin, (tip[0] - 90, tip[1] + 56), ((tip[0] - 300, tip[1] + 180), -1), is_open=True,
              size=1.7)  # fmt: skip


def form(c: Canvas, _part: float) -> None:
    """A form that is filled in and not yet signed."""
    c.fade(0, 900, "#f6e8cd", "#ecd6ad")
    c.poly([(356, 76), (1176, 56), (1216, 960), (332, 960)], "#8a6444", 0.3)
    c.poly([(340, 50), (1160, 30), (1196, 960), (316, 960)], "#fdfaf3")
    c.mark(440, 120, 30, SPRUCE, CLOUDBERRY)
    scribble(c, "form", (520, 122), 280, SPRUCE, height=16, width=8)
    for row in range(4):
        y = 220 + row * 84
        c.rect(400, y, 700, 54, "#eef3ec", r=10)
        scribble(
            c, f"field{row}", (430, y + 27), (330, 250, 420, 290)[row], PENCIL, height=12, width=4
        )
    c.rect(400, 680, 620, 4, "#8d96a1")


def signature(c: Canvas, part: float) -> None:
    """Miska writes his own name."""
    pen = scribble(c, "Miska", (430, 636), 420, "#1c5fa8", height=40,
                   part=max(0.02, min(1.0, part / 0.85)), width=9)  # fmt: skip
    _writing_hand(c, pen, CAST["miska"].skin, CAST["miska"].top)


def clock_face(c: Canvas, x: float, y: float, r: float) -> None:
    """A clock on the wall, without its hands."""
    c.disc(x + r * 0.04, y + r * 0.06, r * 1.02, "#c3cbc3")
    c.disc(x, y, r, "#24433b")
    c.disc(x, y, r * 0.9, "#fdfaf3")
    for hour in range(12):
        turn = math.tau * hour / 12
        long = 0.72 if hour % 3 else 0.66
        c.line([(x + r * long * math.sin(turn), y - r * long * math.cos(turn)),
                (x + r * 0.8 * math.sin(turn), y - r * 0.8 * math.cos(turn))],
               "#24433b", r * (0.03 if hour % 3 else 0.05))  # fmt: skip


def clock_hands(c: Canvas, x: float, y: float, r: float, minutes: float) -> None:
    """The hands of a clock at ten o'clock and ``minutes``."""
    for turn, long, wide in (
        (math.tau * (10 + minutes / 60) / 12, 0.46, 0.07),
        (math.tau * minutes / 60, 0.68, 0.05),
    ):
        tip = (x + r * long * math.sin(turn), y - r * long * math.cos(turn))
        c.line([(x, y), tip], "#14231f", r * wide)
    c.disc(x, y, r * 0.07, CLOUDBERRY)


def wall_clock(c: Canvas, _part: float) -> None:
    """The clock of the service point, from near."""
    c.fade(0, 900, "#e3ece6", "#f5efe0")
    for i in range(22):
        c.rect(1100 + i * 36, 0, 22, 900, "#d9b98c")
        c.rect(1116 + i * 36, 0, 6, 900, "#c19f72")
    c.rect(0, 0, 300, 900, "#d7ecf3")
    c.rect(288, 0, 18, 900, "#fdfaf3")
    birch(c, 120, 900, 760, "#a9c05e")
    clock_face(c, 720, 440, 300)


def ten_minutes(c: Canvas, part: float) -> None:
    """Ten minutes go by."""
    gone = 0.5 - 0.5 * math.cos(math.pi * max(0.0, min(1.0, part * 1.5 - 0.1)))
    clock_hands(c, 720, 440, 300, 10 * gone)

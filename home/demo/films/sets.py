"""Where the films happen: a wall behind the actors, and what stands before them.

Each is drawn on a stage of 1600 × 900 units (the school yard on its own 1600 × 1000).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.drawing import outdoors
from core.drawing.canvas import Canvas, shade, smooth
from core.drawing.palette import CLOUDBERRY, SPRUCE
from core.drawing.people import NILLA, SOFIA, TUOMAS, bust
from core.drawing.places import birch, cup, lake_view, pendant, plant, shelf
from home.demo.films import inserts

#: Draws on a canvas; the second argument runs from 0 to 1 while the shot lasts.
Draw = Callable[[Canvas, float], None]


@dataclass(frozen=True)
class Scenery:
    """A set; where it ``moves``, what stands before is drawn anew as the shot goes on."""

    behind: Draw
    before: Draw | None = None
    height: int = 900
    moves: bool = False


def _yard(c: Canvas, _part: float) -> None:
    outdoors.school(c)


def _room(c: Canvas, _part: float) -> None:
    """The head teacher's room: a window on birches, a notice board, books."""
    c.fade(0, 900, "#eaf0e4", "#f6efdc")
    c.rect(0, 640, 1600, 260, "#dfe6d6")
    c.rect(0, 634, 1600, 8, "#c9d3c0")
    c.rect(90, 90, 470, 430, "#cfe6f0")
    c.rect(90, 330, 470, 190, "#e3eecb")
    hill = smooth([(90, 360), (220, 330), (390, 368), (560, 336)])
    c.poly([*hill, (560, 520), (90, 520)], "#a9c6a0")
    birch(c, 200, 520, 380, "#a9c05e")
    birch(c, 470, 520, 330, "#b9c862")
    c.poly([(150, 520), (300, 90), (370, 90), (220, 520)], "#ffffff", 0.2)
    for x in (78, 318, 558):
        c.rect(x, 78, 18, 454, "#fdfaf3")
    c.rect(66, 70, 522, 18, "#fdfaf3")
    c.rect(54, 520, 546, 22, "#fdfaf3")
    plant(c, 130, 522, 100, "#d98a5b")
    c.rect(680, 120, 330, 240, "#d8b48a", r=6)
    c.rect(692, 132, 306, 216, "#e9cfa8")
    for x, y, w, h, tone in ((712, 152, 78, 92, "#fdfaf3"), (806, 150, 92, 64, "#f9d26b"),
                             (914, 158, 64, 82, "#c7dcf2"), (722, 262, 84, 64, "#f6a9a0"),
                             (826, 234, 66, 90, "#bfe0c2"), (908, 262, 72, 62, "#dcc9ee")):  # fmt: skip
        c.rect(x + 4, y + 5, w, h, "#1c2540", alpha=0.12)
        c.rect(x, y, w, h, tone)
        for row in range(3):
            c.rect(x + 10, y + 16 + row * 14, w - 24 - row * 9, 4, shade(tone, 0.3))
        c.disc(x + w / 2, y + 5, 5, "#b0163f")
    c.rect(1150, 60, 460, 640, "#8a6444")
    shelf(c, 1156, 66, 440, 630, 5)
    pendant(c, 845, 40, 60, CLOUDBERRY, glow=0.3)


def _desk(c: Canvas, _part: float) -> None:
    """A desk across the picture with the list, a cup and a laptop."""
    c.rect(-10, 762, 1620, 150, "#b07d4c")
    c.poly([(-10, 716), (1610, 716), (1610, 770), (-10, 770)], "#e9c593")
    c.rect(-10, 764, 1620, 8, "#95663c")
    c.poly([(640, 732), (880, 732), (912, 764), (620, 764)], "#fdfaf3")
    for row in range(4):
        c.line([(664 - row * 5, 738 + row * 6), (820, 738 + row * 6)], "#b9b3a6", 2)
    c.rect(1258, 590, 230, 150, "#3b4650", r=10)
    c.rect(1240, 736, 268, 14, "#2c353d", r=6)
    c.mark(1373, 664, 24, SPRUCE, CLOUDBERRY)
    cup(c, 1010, 752, 30, "#1c5fa8")
    plant(c, 200, 738, 130, "#b4483c")


def _kitchen(c: Canvas, _part: float) -> None:
    """A kitchen in the morning: a window on the lake, and on the wall a picture of two women."""
    c.fade(0, 900, "#f6e3bd", "#f9efdb")
    for y in range(0, 900, 90):
        for x in range(45 + (y // 90 % 2) * 60, 1600, 120):
            c.disc(x, y + 40, 7, "#edd6a8")
    lake_view(c, 560, 80, 480, 360, bars=2)
    birch(c, 640, 440, 300, "#a9c05e")
    c.rect(548, 80, 12, 372, "#fdfaf3")
    for side in (-1, 1):
        x = 800 + side * 258
        c.poly([(x - side * 6, 40), (x + side * 70, 40), (x + side * 64, 500),
                (x + side * 20, 500), (x + side * 8, 260)], "#b4483c")  # fmt: skip
        for i in range(1, 4):
            c.line([(x + side * (8 + i * 14), 42), (x + side * (18 + i * 11), 496)], "#96382f", 3)
    c.line([(470, 40), (1130, 40)], "#7a5234", 12)
    plant(c, 930, 446, 92, "#f2a33a")
    c.rect(30, 170, 330, 14, "#b98a5c")
    for i, tone in enumerate(("#c2413f", "#fdf6e4", "#2f7565", "#f2a33a", "#6c8ea4")):
        tall = (48, 62, 54, 70, 44)[i]
        c.rect(54 + i * 60, 170 - tall, 44, tall, tone, r=7)
    c.rect(0, 560, 400, 340, "#5f8474")
    c.rect(0, 546, 414, 22, "#e2c79b")
    c.rect(70, 496, 116, 50, "#c9cfd4", r=14)
    c.bow((82, 500), (174, 500), -14, "#4a4a55", 8)
    c.rect(1228, 96, 240, 180, "#a8713f")
    c.rect(1240, 108, 216, 156, "#f6ead2")
    inserts.two_women(c, 1252, 120, 192, 132)
    pendant(c, 800, 30, 80, CLOUDBERRY, glow=0.3)


def _table(c: Canvas, _part: float) -> None:
    """The kitchen table with cups, buns and a pot."""
    c.rect(-10, 770, 1620, 140, "#c08d5c")
    c.poly([(-10, 716), (1610, 716), (1610, 776), (-10, 776)], "#f0cd9e")
    c.rect(-10, 770, 1620, 8, "#a87243")
    c.poly([(560, 716), (1060, 716), (1110, 776), (510, 776)], "#fdfaf3")
    c.poly([(510, 776), (1110, 776), (1060, 850), (810, 900), (560, 850)], "#f1e9da")
    cup(c, 600, 762, 34, "#1c5fa8")
    cup(c, 1010, 762, 34, "#c2413f")
    c.oval(806, 760, 82, 17, "#dfe6ea")
    c.oval(806, 754, 72, 13, "#f7fafb")
    for dx in (-42, -4, 36):
        c.oval(806 + dx, 736, 28, 19, "#c98a4b")
        c.bow((786 + dx, 732), (826 + dx, 732), -8, "#9d6631", 5)
    c.poly([(1140, 620), (1204, 620), (1222, 746), (1122, 746)], "#b9c1c9")
    c.poly([(1176, 620), (1204, 620), (1222, 746), (1182, 746)], "#98a2ad")
    c.bow((1220, 640), (1220, 724), 30, "#3b3a3c", 10)
    c.line([(1126, 680), (1096, 640)], "#b9c1c9", 13)
    c.disc(1172, 612, 11, "#3b3a3c")


def _office(c: Canvas, _part: float, minutes: float = 0) -> None:
    """A service point: wooden slats, a window on the lake, people who wait in peace."""
    c.fade(0, 900, "#e3ece6", "#f5efe0")
    c.rect(0, 0, 1600, 60, SPRUCE)
    c.rect(0, 60, 1600, 8, "#0a3a31")
    lake_view(c, 60, 150, 470, 320)
    c.rect(0, 700, 1600, 200, "#cfd6cf")
    c.rect(60, 640, 470, 22, "#d9a25f", r=10)
    c.rect(60, 560, 470, 18, "#c58d4b", r=10)
    for person, x, facing in ((TUOMAS, 150, 0.5), (NILLA, 290, -0.4), (SOFIA, 440, -0.6)):
        bust(c, person, x, 650, 330, facing=facing, hands=((-0.06, 0.04), (0.07, 0.04)))
    for i in range(19):
        c.rect(960 + i * 36, 68, 22, 640, "#d9b98c")
        c.rect(976 + i * 36, 68, 6, 640, "#c19f72")
    c.rect(1330, 130, 230, 150, "#fdfaf3", r=18)
    c.mark(1445, 205, 46, SPRUCE, CLOUDBERRY)
    inserts.clock_face(c, 745, 200, 82)
    inserts.clock_hands(c, 745, 200, 82, minutes)
    plant(c, 900, 716, 260, "#d98a5b")


def _office_later(c: Canvas, _part: float) -> None:
    _office(c, _part, minutes=10)


def _counter(c: Canvas, _part: float) -> None:
    """A low counter with nothing in between."""
    c.rect(560, 772, 1060, 140, SPRUCE)
    for i in range(25):
        c.rect(570 + i * 42, 800, 22, 112, "#14584b")
    c.rect(530, 728, 1090, 46, "#f3e0bd", r=8)
    c.rect(530, 764, 1090, 12, "#cdb48a", r=6)
    c.rect(1340, 590, 190, 146, "#3b4650", r=10)
    c.rect(1420, 730, 34, 14, "#2c353d")
    c.poly([(760, 738), (900, 738), (916, 760), (744, 760)], "#fdfaf3")
    for row in range(3):
        c.line([(780 - row * 3, 742 + row * 5), (872, 742 + row * 5)], "#b9b3a6", 2)


SETS: Mapping[str, Scenery] = MappingProxyType(
    {
        "yard": Scenery(_yard, height=1000),
        "room": Scenery(_room, _desk),
        "kitchen": Scenery(_kitchen, _table),
        "office": Scenery(_office, _counter),
        "office_later": Scenery(_office_later, _counter),
        "list_wrong": Scenery(inserts.name_list, inserts.list_wrong, moves=True),
        "list_right": Scenery(inserts.name_list, inserts.list_right, moves=True),
        "photograph": Scenery(inserts.photograph),
        "old_card": Scenery(inserts.counter_top, inserts.old_card, moves=True),
        "signature": Scenery(inserts.form, inserts.signature, moves=True),
        "ten_minutes": Scenery(inserts.wall_clock, inserts.ten_minutes, moves=True),
    }
)

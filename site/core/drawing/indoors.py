"""Demo scenes under a roof."""

from __future__ import annotations

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.palette import CLOUDBERRY, SPRUCE, Dice, mix
from core.drawing.people import (
    AINO,
    AMINA,
    CAST,
    DAVID,
    LEILA,
    MINH,
    NILLA,
    OLENA,
    OMAR,
    RIITTA,
    SOFIA,
    TUOMAS,
    VEIKKO,
    bust,
    sit,
    stand,
    wheelchair,
)
from core.drawing.places import (
    birch,
    cup,
    lake_view,
    pendant,
    plant,
    shelf,
    sunlight,
    window,
)

NOTES = ("#f9d26b", "#f6a9a0", "#bfe0c2", "#c7dcf2", "#dcc9ee", "#fdf6e4")


def workshop(c: Canvas) -> None:
    """People of all ages work round a table with paper notes, seen from slightly above."""
    c.fade(0, 420, "#e9dcc4", "#f4e9d2")
    lake_view(c, 90, 60, 520, 250)
    c.rect(720, 50, 560, 270, "#fdfaf3")
    c.rect(720, 316, 560, 12, "#c7ab88")
    dice = Dice("wall")
    for row in range(4):
        for col in range(8):
            if dice.share() < 0.78:
                x, y = 752 + col * 64 + dice.span(-6, 6), 76 + row * 58 + dice.span(-4, 4)
                c.rect(x + 3, y + 4, 44, 44, "#1c2540", alpha=0.12)
                tone = dice.pick(NOTES)
                c.rect(x, y, 44, 44, tone)
                c.rect(x + 7, y + 13, 28, 3, shade(tone, 0.4))
                c.rect(x + 7, y + 22, 20, 3, shade(tone, 0.4))
    c.fade(400, 1000, "#d9b68a", "#b98a5f")
    for i in range(9):
        c.poly([(i * 230 - 260, 1000), (i * 230 - 254, 1000), (i * 130 + 290, 400),
            (i * 130 + 287, 400)],
               "#8a6040", 0.25)  # fmt: skip
    sunlight(c, 150, 420, 520, 560, 260)
    plant(c, 1430, 450, 280, "#2f7565")
    for x in (520, 1000):
        pendant(c, x, 116, 62, "#2f7565" if x == 520 else "#f2a33a", glow=0.35)
    back = (
        (AINO, 430, 0.5),
        (OMAR, 620, 0.2),
        (LEILA, 815, -0.1),
        (VEIKKO, 1005, -0.3),
        (AMINA, 1185, -0.6),
    )
    for person, x, facing in back:
        high = 452 + abs(x - 815) * 0.09
        c.rect(x - 62, high - 70, 124, 150, "#7a5234", r=26)
        bust(c, person, x, high + 30, 380, facing=facing, hands=((-0.13, -0.02), (0.11, -0.03)))
    stand(c, SOFIA, 1380, 700, 400, facing=-0.9, hands=((-0.28, 0.52), None), reach=0.3)
    c.oval(810, 800, 560, 232, "#1c2540", 0.2)
    c.oval(800, 700, 560, 232, "#a8713f")
    c.oval(800, 676, 560, 232, "#e8c08e")
    c.oval(800, 670, 536, 214, "#f0cd9e")
    c.poly(
        [(360, 640), (470, 550), (800, 470), (900, 470), (640, 860), (480, 810)], "#fff4d0", 0.25
    )
    dice = Dice("table")
    for i in range(26):
        x, y = dice.span(430, 1170), dice.span(545, 800)
        if ((x - 800) / 500) ** 2 + ((y - 670) / 185) ** 2 > 1:
            continue
        w, lean = dice.span(40, 62), dice.span(-14, 14)
        tone = NOTES[i % len(NOTES)]
        sheet = [
            (x, y),
            (x + w, y + lean * 0.4),
            (x + w - lean, y + w * 0.52),
            (x - lean, y + w * 0.5),
        ]
        c.poly([(px + 4, py + 6) for px, py in sheet], "#1c2540", 0.14)
        c.poly(sheet, tone)
        c.line([(x + 6, y + w * 0.17), (x + w * 0.7, y + w * 0.2)], shade(tone, 0.4), 3)
        c.line([(x + 4, y + w * 0.3), (x + w * 0.5, y + w * 0.32)], shade(tone, 0.4), 3)
    c.mark(806, 654, 32, SPRUCE, CLOUDBERRY)
    for x, y, tone in ((560, 600, "#fdfaf3"), (1060, 610, "#b4483c"), (700, 790, "#8fc0ea")):
        cup(c, x, y, 24, tone)
    for person, x, y in ((DAVID, 440, 1010), (NILLA, 690, 1040), (MINH, 1170, 1010)):
        bust(c, person, x, y, 470, facing=2, hands=(None, (0.24, 0.36) if x == 440 else None))
        c.rect(x - 80, y - 90, 160, 160, "#6f4a2f", r=36)
        c.rect(x - 62, y - 72, 124, 140, "#855a3a", r=28)
    bust(c, RIITTA, 930, 1040, 460, facing=2)
    c.rect(842, 956, 176, 80, "#39424f", r=20)
    for x in (826, 1016):
        c.rect(x, 900, 20, 130, "#222a33", r=10)
        c.rect(x - 4 if x < 900 else x - 14, 936, 40, 16, "#39424f", r=8)


def training(c: Canvas) -> None:
    """A speaker beside a screen with the mark, an audience that listens, one hand up."""
    c.fade(0, 760, "#123f38", "#1f5a4e")
    for i in range(21):
        c.rect(i * 80, 0, 3, 760, "#0d322c", alpha=0.6)
    c.fade(640, 1000, "#a8774c", "#6d4730")
    c.poly([(60, 660), (1540, 660), (1600, 720), (0, 720)], "#c08d5c")
    c.rect(0, 718, 1600, 26, "#8a5f3e")
    c.glow(620, 320, 680, "#fff3d0", 0.35)
    c.rect(262, 84, 736, 456, "#0a2a25", alpha=0.5)
    c.rect(250, 70, 736, 456, "#fdfaf3", r=8)
    c.rect(268, 88, 700, 420, "#f8ecd6")
    ridge_line = smooth([(268, 420), (420, 390), (600, 430), (800, 395), (968, 420)])
    c.poly([*ridge_line, (968, 508), (268, 508)], mix("#f8ecd6", SPRUCE, 0.22))
    c.mark(618, 286, 122, SPRUCE, CLOUDBERRY)
    c.poly([(1180, -20), (1290, -20), (1470, 720), (1010, 720)], "#fff6d8", 0.13)
    c.glow(1240, 420, 330, "#fff1c9", 0.35)
    plant(c, 120, 690, 260, "#d98a5b")
    plant(c, 1500, 690, 220, "#b4483c")
    stand(c, LEILA, 1215, 700, 380, facing=-0.8, hands=((-0.32, 0.7), (0.17, 0.56)), reach=0.2)
    c.poly([(1080, 560), (1160, 560), (1150, 706), (1090, 706)], "#c99a66")
    c.poly([(1130, 560), (1160, 560), (1150, 706), (1124, 706)], "#a87b4c")
    c.poly([(1064, 546), (1170, 556), (1170, 566), (1064, 562)], "#e2bb85")
    seats = ("#b0163f", "#8f1536")
    for row, (y, h, count, start, step) in enumerate(
        ((800, 280, 8, 130, 192), (900, 350, 6, 130, 268), (1030, 440, 5, 90, 355))
    ):
        for i in range(count):
            x = start + i * step
            person = CAST[(i * 5 + row * 4 + 3) % len(CAST)]
            raised = row == 1 and i == 4
            if row == 2 and i == 2:
                continue
            bust(
                c, person, x, y, h, facing=2, hands=(None, (0.19, 0.55)) if raised else (None, None)
            )
            w = h * 0.36
            c.rect(
                x - w / 2,
                y - h * 0.2,
                w,
                h * 0.5,
                shade(seats[row % 2], 0.1 * (2 - row)),
                r=w * 0.16,
            )
            c.rect(x - w / 2, y - h * 0.2, w, h * 0.03, tint(seats[row % 2], 0.15), r=5)
    bust(c, OLENA, 800, 1040, 450, facing=2)
    c.rect(706, 965, 188, 60, "#39424f", r=16)
    for x in (690, 890):
        c.rect(x, 906, 20, 110, "#222a33", r=10)


def homecare(c: Canvas) -> None:
    """Coffee at a kitchen table: a home carer and an old man by a window with birches."""
    c.fade(0, 720, "#f3e2c2", "#f8ecd6")
    for y in range(0, 720, 90):
        for x in range(45 + (y // 90 % 2) * 60, 1600, 120):
            c.disc(x, y + 40, 7, "#ead3a8")
    c.rect(470, 70, 620, 430, "#cfe6f0")
    c.rect(470, 300, 620, 200, "#f9ecd0")
    view = smooth([(470, 330), (600, 300), (780, 345), (950, 300), (1090, 330)])
    c.poly([*view, (1090, 500), (470, 500)], "#a9c6b0")
    c.rect(470, 390, 620, 60, "#b5d8e4")
    c.poly(
        [*smooth([(470, 440), (640, 425), (860, 452), (1090, 430)]), (1090, 500), (470, 500)],
        "#9dbb6c",
    )
    birch(c, 575, 500, 380, "#a9c05e")
    birch(c, 1000, 500, 340, "#b9c862")
    c.disc(690, 150, 40, "#fff3cf")
    for x in (458, 768, 1078):
        c.rect(x, 58, 24, 454, "#fdfaf3")
    c.rect(446, 46, 668, 24, "#fdfaf3")
    c.rect(426, 498, 708, 28, "#fdfaf3")
    c.rect(426, 522, 708, 8, "#d9c3a0")
    for side in (-1, 1):
        x = 780 + side * 330
        c.poly([(x - side * 6, 30), (x + side * 76, 30), (x + side * 70, 540), (x + side * 22, 540),
                (x + side * 8, 300)], "#b4483c")  # fmt: skip
        for i in range(1, 4):
            c.line([(x + side * (10 + i * 15), 32), (x + side * (20 + i * 12), 536)], "#96382f", 3)
    c.line([(400, 30), (1160, 30)], "#7a5234", 12)
    plant(c, 900, 500, 110, "#f2a33a")
    plant(c, 690, 500, 80, "#6c8ea4")
    c.rect(0, 90, 300, 16, "#b98a5c")
    for i, tone in enumerate(("#c2413f", "#fdf6e4", "#2f7565", "#f2a33a", "#6c8ea4")):
        c.rect(24 + i * 54, 90 - (44, 58, 50, 64, 40)[i], 40, (44, 58, 50, 64, 40)[i], tone, r=6)
    c.rect(0, 380, 310, 340, "#5f8474")
    c.rect(0, 366, 324, 22, "#e2c79b")
    for x in (20, 165):
        c.rect(x, 410, 126, 290, tint("#5f8474", 0.1))
        c.disc(x + (108 if x == 20 else 18), 520, 7, "#e2c79b")
    c.rect(60, 314, 110, 52, "#c9cfd4", r=14)
    c.bow((70, 318), (160, 318), -14, "#4a4a55", 8)
    c.rect(1290, 120, 210, 170, "#a8713f")
    c.rect(1304, 134, 182, 142, "#f6ead2")
    c.mark(1395, 206, 38, "#e8788a", "#1c5fa8")
    c.fade(716, 1000, "#c99a66", "#a87a4b")
    for i in range(1, 6):
        c.rect(0, 716 + i * i * 11, 1600, 3 + i * 0.4, "#8a6040", alpha=0.4)
    sunlight(c, 480, 730, 600, 270, -170, 2)
    c.oval(800, 930, 620, 60, "#7fa6a0")
    c.oval(800, 930, 570, 48, "#a9c9c0")
    for x, side in ((395, 1), (1205, -1)):
        c.rect(x - side * 96 - 12, 450, 24, 450, "#7a5234", r=12)
        for y in (490, 560, 630):
            c.rect(x - side * 96 - 20, y, 40, 16, "#8f6241", r=8)
        c.rect(x - 100, 716, 200, 26, "#8f6241", r=12)
        c.rect(x + side * 70 - 10, 740, 20, 170, "#7a5234")
        c.rect(x - side * 84 - 10, 740, 20, 170, "#6b452c")
    sit(c, VEIKKO, 400, 912, 720, side=1, hands=((0.3, 0.14), None), reach=0)
    sit(c, AMINA, 1200, 912, 720, side=-1, hands=((0.29, 0.14), None), reach=0)
    c.poly([(520, 620), (1080, 620), (1130, 668), (470, 668)], "#f0cd9e")
    c.rect(470, 666, 660, 24, "#c08d5c", r=6)
    for x in (520, 1058):
        c.poly([(x, 690), (x + 26, 690), (x + 20, 930), (x + 4, 930)], "#a87243")
    c.poly([(660, 620), (940, 620), (972, 668), (628, 668)], "#fdfaf3")
    c.poly([(760, 668), (972, 668), (972, 740), (800, 776), (628, 740), (628, 668)], "#fdfaf3")
    c.poly([(800, 668), (972, 668), (972, 740), (800, 776)], "#e9dfcb")
    cup(c, 646, 650, 26, "#1c5fa8")
    cup(c, 960, 650, 26, "#c2413f")
    c.oval(800, 648, 64, 14, "#dfe6ea")
    c.oval(800, 643, 56, 11, "#f7fafb")
    for dx in (-34, -4, 28):
        c.oval(800 + dx, 630, 22, 15, "#c98a4b")
        c.bow((784 + dx, 628), (816 + dx, 628), -6, "#9d6631", 4)
    c.poly([(856, 560), (900, 560), (912, 640), (844, 640)], "#b9c1c9")
    c.poly([(880, 560), (900, 560), (912, 640), (884, 640)], "#98a2ad")
    c.bow((912, 575), (912, 628), 20, "#3b3a3c", 8)
    c.line([(846, 600), (826, 572)], "#b9c1c9", 10)
    c.disc(878, 554, 8, "#3b3a3c")
    for x, base in ((646, 600), (960, 600)):
        c.line(
            smooth([(x, base), (x + 9, base - 20), (x - 7, base - 42), (x + 5, base - 62)]),
            "#fffaf0",
            4,
        )
    pendant(c, 800, 196, 96, "#f2a33a", glow=0.3)


def library(c: Canvas) -> None:
    """A light public library: tall shelves, a long table, somebody reads in every corner."""
    c.fade(0, 640, "#f6e6c6", "#f9efdb")
    for i in range(3):
        x = 470 + i * 225
        c.rect(x, 190, 180, 400, "#cfe6ef")
        c.disc(x + 90, 190, 98, "#fdfaf3")
        c.disc(x + 90, 190, 88, "#cfe6ef")
        c.rect(x, 190, 180, 220, "#cfe6ef")
        c.rect(x, 400, 180, 190, "#dcead0")
        line = smooth([(x, 420), (x + 60, 396 + i * 8), (x + 120, 424), (x + 180, 400)])
        c.poly([*line, (x + 180, 590), (x, 590)], "#a9c6a0")
        c.poly([(x + 20, 590), (x + 90, 110), (x + 130, 110), (x + 60, 590)], "#ffffff", 0.22)
        c.rect(x - 6, 190, 10, 400, "#fdfaf3")
        c.rect(x + 176, 190, 10, 400, "#fdfaf3")
        c.rect(x + 86, 96, 8, 494, "#fdfaf3")
        for y in (190, 320, 450):
            c.rect(x, y, 180, 8, "#fdfaf3")
    c.rect(440, 586, 730, 16, "#fdfaf3")
    c.rect(-30, 60, 460, 600, "#8a6444")
    c.rect(1180, 60, 460, 600, "#8a6444")
    shelf(c, -30, 60, 230, 600, 6)
    shelf(c, 206, 60, 230, 600, 6)
    shelf(c, 1176, 60, 230, 600, 6)
    shelf(c, 1412, 60, 230, 600, 6)
    c.rect(-30, 36, 480, 28, "#8a6444")
    c.rect(1166, 36, 480, 28, "#8a6444")
    c.rect(438, 60, 12, 600, "#7a5234")
    c.line([(398, 664), (330, 70)], "#6b4a30", 10)
    c.line([(352, 664), (290, 70)], "#6b4a30", 10)
    for i in range(11):
        t = i / 11
        c.line([(355 - 62 * t, 640 - 560 * t), (395 - 68 * t, 640 - 560 * t)], "#6b4a30", 8)
    c.fade(640, 1000, "#dcb88a", "#bd9163")
    for i in range(3):
        x = 470 + i * 225
        c.poly([(x + 10, 660), (x + 160, 660), (x - 10, 1000), (x - 200, 1000)], "#fff4d0", 0.34)
    for x, tone in ((560, "#b0163f"), (800, "#0d4a3e"), (1040, "#f2a33a")):
        pendant(c, x, 150, 54, tone, glow=0.3)
    stand(c, OLENA, 268, 704, 300, facing=2, hands=(None, (0.18, 0.74)), reach=0.3)
    stand(c, DAVID, 1290, 712, 310, facing=0.9, hands=(None, (0.2, 0.66)), reach=0.3)
    for person, x, facing in ((SOFIA, 600, 0.4), (MINH, 790, -0.2), (LEILA, 985, -0.4)):
        c.rect(x - 52, 600, 104, 120, "#7a5234", r=20)
        bust(c, person, x, 740, 330, facing=facing, hands=((-0.1, 0.04), (0.1, 0.04)))
    c.poly([(480, 724), (1110, 724), (1180, 800), (410, 800)], "#e9c593")
    c.rect(410, 798, 770, 26, "#b07d4c", r=5)
    for x in (440, 1120):
        c.rect(x, 822, 26, 120, "#95663c")
    for x, tone in ((600, "#b0163f"), (790, "#1c5fa8"), (985, "#2f7565")):
        c.poly(
            [(x - 56, 752), (x, 760), (x + 56, 752), (x + 62, 734), (x, 742), (x - 62, 734)], tone
        )
        c.poly([(x - 54, 748), (x, 756), (x, 736), (x - 58, 728)], "#fffaf0")
        c.poly([(x + 54, 748), (x, 756), (x, 736), (x + 58, 728)], "#efe6d4")
    for i, tone in enumerate(("#6a4a98", "#f2a33a", "#3f8a6d")):
        c.rect(1060 - i * 4, 772 - i * 15, 84, 15, tone, r=3)
    c.blob(
        [(1290, 800), (1320, 720), (1440, 716), (1490, 780), (1500, 930), (1290, 930)], "#2f7565"
    )
    sit(c, VEIKKO, 1395, 950, 420, side=-1, hands=((0.2, 0.14), None), reach=0.3)
    c.blob(
        [(1400, 830), (1490, 800), (1506, 880), (1500, 936), (1380, 936), (1370, 870)], "#286657"
    )
    c.poly([(1280, 776), (1336, 786), (1330, 742), (1276, 732)], "#b0163f")
    wheelchair(c, AINO, 250, 966, 390)
    c.poly([(306, 768), (362, 756), (356, 716), (300, 728)], "#f2a33a")
    plant(c, 60, 960, 260, "#d98a5b")


def office(c: Canvas) -> None:
    """A service point: a clerk listens at a low counter, others wait in peace."""
    c.fade(0, 690, "#e3ece6", "#f5efe0")
    c.rect(0, 0, 1600, 70, "#0d4a3e")
    c.rect(0, 70, 1600, 8, "#0a3a31")
    lake_view(c, 1010, 150, 520, 330)
    for i in range(26):
        c.rect(40 + i * 34, 130, 20, 540, "#d9b98c")
        c.rect(54 + i * 34, 130, 6, 540, "#c19f72")
    c.rect(300, 190, 340, 180, "#fdfaf3", r=18)
    c.mark(470, 280, 58, SPRUCE, CLOUDBERRY)
    c.fade(670, 1000, "#cfd6cf", "#b3bdb6")
    sunlight(c, 1000, 690, 520, 310, -260)
    for x in (330, 600):
        pendant(c, x, 168, 46, "#f2a33a", glow=0.35)
    bust(c, OMAR, 360, 640, 430, facing=0.7, hands=((-0.06, 0.03), (0.17, 0.04)))
    bust(c, RIITTA, 120, 640, 410, facing=-0.2, hands=((-0.12, 0.03), (0.12, 0.03)))
    c.rect(20, 560, 120, 84, "#3b4650", r=8)
    c.rect(66, 640, 30, 20, "#2c353d")
    c.rect(-20, 648, 640, 26, "#f3e0bd", r=8)
    c.rect(-20, 672, 620, 250, "#0d4a3e")
    c.rect(-20, 672, 620, 16, "#0a3a31")
    for i in range(15):
        c.rect(-10 + i * 42, 696, 22, 216, "#14584b")
    c.rect(-20, 912, 620, 20, "#0a3a31")
    c.rect(600, 720, 200, 20, "#f3e0bd", r=8)
    c.rect(600, 738, 26, 190, "#0a3a31")
    c.poly([(470, 640), (548, 640), (560, 656), (462, 656)], "#fdfaf3")
    c.line([(478, 646), (530, 646)], "#8d96a1", 3)
    c.poly([(640, 712), (716, 712), (728, 724), (632, 724)], "#fdfaf3")
    plant(c, 585, 650, 90, "#d98a5b")
    wheelchair(c, NILLA, 860, 956, 430, side=-1)
    stand(c, AINO, 985, 950, 420, facing=-0.8, coat=True, hands=((-0.15, 0.44), (0.14, 0.44)))
    c.rect(1130, 800, 440, 26, "#d9a25f", r=10)
    c.rect(1130, 660, 440, 20, "#c58d4b", r=10)
    for x in (1150, 1530):
        c.rect(x, 670, 14, 210, "#4a4a55")
    for person, x in ((TUOMAS, 1220), (SOFIA, 1440)):
        bust(
            c,
            person,
            x,
            806,
            370,
            facing=(0.6, -0.6)[x > 1300],
            hands=((-0.06, 0.04), (0.07, 0.04)),
        )
        for side in (-1, 1):
            c.line(
                [(x + side * 20, 812), (x + side * 24, 822), (x + side * 24, 900)], person.legs, 34
            )
            c.rect(x + side * 24 - 22, 896, 44, 18, shade(person.legs, 0.55), r=9)
    plant(c, 1330, 985, 190, "#b4483c")
    window(c, 700, 180, 150, 100, glass="#123f38", frame="#0a3a31", cols=1, rows=1, gleam=False)
    c.disc(760, 230, 18, "#8fd0b0")
    c.rect(790, 222, 40, 16, "#f2a33a", r=8)

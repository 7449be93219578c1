"""Demo scenes under the open sky."""

from __future__ import annotations

from PIL import Image

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.palette import Dice, mix
from core.drawing.people import (
    AINO,
    AMINA,
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
    stand,
    wheelchair,
)
from core.drawing.places import birch, boat, cloud, house, ridge, ripples, spruce, stall, window


def parliament(c: Canvas) -> None:
    """People meet on granite steps before a grand building with columns, in low sun."""
    c.fade(0, 700, "#f3c98f", "#fbeacb")
    c.glow(260, 330, 620, "#fff6dc", 0.9)
    c.disc(260, 330, 96, "#fff3d2")
    cloud(c, 60, 150, 420, "#ffffff", 0.4)
    cloud(c, 1120, 90, 460, "#ffffff", 0.35)
    stone, dark = "#d8a58e", "#8c5a55"
    ridge(c, [560, 540, 560, 550, 570, 540, 560], "#c9b58c", 700)
    c.rect(0, 640, 1600, 360, "#c99f8c")
    c.rect(190, 84, 1220, 40, tint(stone, 0.2))
    c.rect(150, 150, 1300, 520, stone)
    c.rect(110, 118, 1380, 46, tint(stone, 0.4))
    c.rect(110, 160, 1380, 12, shade(stone, 0.3))
    c.rect(230, 190, 1140, 32, tint(stone, 0.2))
    c.rect(250, 240, 1100, 420, shade(dark, 0.18))
    for i in range(13):
        x = 296 + i * 83
        window(c, x, 290, 34, 70, glass="#f7cf86", frame="#a4736a", rows=2, gleam=False)
        if i in (5, 6, 7):
            c.rect(x - 6, 440, 46, 220, "#ffdf9e")
            c.rect(x + 15, 440, 4, 220, "#a4736a")
        else:
            window(c, x, 440, 34, 110, glass="#c98f66", frame="#a4736a", rows=3, gleam=False)
    for i in range(14):
        x = 240 + i * 83
        c.poly([(x + 44, 240), (x + 78, 240), (x + 78, 660), (x + 44, 660)], "#1c1430", 0.22)
        c.rect(x, 262, 44, 390, tint(stone, 0.34))
        c.rect(x + 26, 262, 18, 390, shade(stone, 0.1))
        c.rect(x + 6, 262, 7, 390, "#fff3e0", alpha=0.6)
        c.rect(x - 7, 256, 58, 14, tint(stone, 0.5))
        c.rect(x - 7, 638, 58, 14, tint(stone, 0.45))
    c.rect(226, 232, 1152, 26, tint(stone, 0.45))
    c.rect(226, 254, 1152, 5, shade(stone, 0.2))
    c.rect(210, 650, 1180, 18, tint(stone, 0.3))
    for x in (166, 1394):
        for y in (240, 380, 520):
            window(c, x, y, 40, 84, glass="#b98a86", frame="#e6c1ac", gleam=False)
    for i in range(9):
        y = 660 + i * 26
        reach = 90 + i * 24
        c.rect(140 - reach, y, 1320 + 2 * reach, 28, mix("#e6c3ac", "#c99f8c", i / 9))
        c.rect(140 - reach, y + 21, 1320 + 2 * reach, 7, mix("#b48878", "#97706a", i / 9))
    c.fade(890, 1000, "#d9b59d", "#c19a86")
    for x in (30, 1500):
        c.rect(x - 40, 640, 110, 250, "#b58678")
        c.rect(x - 54, 626, 138, 26, "#e0b7a2")
    for x, colour in ((15, "#1d5a4b"), (1515, "#1d5a4b")):
        spruce(c, x, 630, 330, colour)
    stand(c, SOFIA, 520, 716, 150, facing=0.8)
    stand(c, MINH, 575, 716, 160, facing=-0.8, hands=((-0.22, 0.56), None))
    stand(c, TUOMAS, 1070, 742, 166, facing=2)
    stand(c, AMINA, 1150, 742, 160, facing=-0.6, hands=(None, (0.2, 0.56)))
    stand(c, RIITTA, 320, 796, 186, facing=1, stride=0.06, coat=True)
    stand(c, AINO, 690, 850, 236, facing=0.9, coat=True, hands=(None, (0.27, 0.53)))
    stand(c, OMAR, 822, 850, 250, facing=-0.9, hands=((-0.26, 0.51), None))
    stand(c, VEIKKO, 965, 880, 238, facing=-0.7, coat=True, cane=True)
    stand(c, LEILA, 250, 950, 276, facing=0.9, hands=(None, (0.26, 0.56)))
    wheelchair(c, DAVID, 440, 966, 282, side=-1)
    stand(c, OLENA, 1350, 930, 270, facing=-1, stride=0.07, bag="#f2a33a")


def school(c: Canvas) -> None:
    """A morning in a school yard: children arrive, a teacher waits."""
    c.fade(0, 640, "#bfe0f0", "#fdf1d8")
    c.glow(1320, 180, 520, "#fffbe6", 0.9)
    cloud(c, 120, 80, 380)
    cloud(c, 880, 130, 300)
    ridge(c, [560, 520, 560, 500, 540, 520], "#9fbf9b")
    for i in range(16):
        spruce(c, -10 + i * 112, 620, 170 + (i * 53) % 90, "#4f8773")
    wall = "#e9b45c"
    c.rect(200, 270, 1010, 400, wall)
    c.poly([(170, 276), (250, 170), (1160, 170), (1240, 276)], "#8c3b3f")
    c.poly([(720, 170), (1160, 170), (1240, 276), (720, 276)], "#16233f", 0.1)
    c.rect(200, 640, 1010, 34, "#9d8577")
    c.rect(560, 210, 290, 460, tint(wall, 0.25))
    c.poly([(540, 216), (705, 96), (870, 216)], "#a4474a")
    c.poly([(580, 214), (705, 124), (830, 214)], tint(wall, 0.25))
    c.disc(705, 178, 30, "#fdfaf3")
    c.ring(705, 178, 30, "#6d3236", 4)
    c.line([(705, 178), (705, 158)], "#33272a", 4)
    c.line([(705, 178), (691, 186)], "#33272a", 4)
    for x in (236, 350, 464, 874, 988, 1102):
        for y in (310, 490):
            window(c, x, y, 72, 110, glass="#9cc7dd", rows=3)
    for x in (590, 672, 754):
        window(c, x, 260, 60, 120, glass="#ffe3a0", rows=3, gleam=False)
    c.rect(610, 440, 190, 232, "#fdfaf3")
    c.rect(622, 452, 80, 220, "#2f7d72")
    c.rect(708, 452, 80, 220, "#2f7d72")
    window(c, 638, 474, 48, 80, glass="#ffe3a0", cols=1, rows=2, gleam=False)
    window(c, 724, 474, 48, 80, glass="#ffe3a0", cols=1, rows=2, gleam=False)
    c.rect(580, 424, 250, 20, "#8c3b3f")
    c.fade(672, 1000, "#ecd9b8", "#d8bd95")
    c.poly([(610, 672), (800, 672), (1120, 1000), (330, 1000)], "#f6e8cd")
    c.poly([(200, 672), (1210, 672), (1360, 730), (350, 730)], "#1c2540", 0.14)
    for x, y, h in ((90, 700, 470), (1330, 690, 500), (1500, 720, 560)):
        c.shadow(x, y, 30, 220)
        birch(c, x, y, h, "#9dbb5e")
    c.line([(1250, 760), (1560, 760)], "#a1734c", 14)
    c.line([(1250, 730), (1560, 730)], "#b98a5c", 12)
    for x in (1280, 1530):
        c.rect(x, 730, 10, 66, "#5c5560")
    stand(c, SOFIA, 860, 742, 176, facing=-0.8, hands=((-0.25, 0.66), None))
    stand(c, AMINA, 560, 760, 130, facing=0.9, stride=0.08, bag="#f2a33a")
    stand(c, MINH, 470, 790, 138, facing=0.9, stride=0.08, bag="#b0163f")
    stand(c, DAVID, 716, 812, 148, facing=2, bag="#1c5fa8")
    stand(c, LEILA, 796, 826, 158, facing=2, bag="#e8788a")
    stand(c, OMAR, 270, 900, 272, facing=0.8, hands=(None, (0.17, 0.42)))
    stand(c, OLENA, 356, 906, 168, facing=0.7, bag="#6a4a98", hands=((-0.2, 0.6), None))
    wheelchair(c, NILLA, 1120, 880, 200, side=-1)
    stand(c, AINO, 1010, 900, 190, facing=0.8, bag="#2f7565", hands=(None, (0.25, 0.6)))
    c.disc(640, 936, 22, "#f2a33a")
    c.shadow(640, 957, 22, 60)


def lake_town(c: Canvas) -> None:
    """A small town of wood and stone by a still lake, on a summer night."""
    c.fade(0, 520, "#8fb7d9", "#fbd9a8")
    c.glow(1080, 430, 640, "#fff0c4", 0.95)
    c.disc(1080, 400, 70, "#fff1c8")
    cloud(c, 160, 110, 520, "#fff3e2", 0.5)
    cloud(c, 1060, 180, 420, "#fff3e2", 0.5)
    ridge(c, [430, 380, 410, 350, 420, 440, 400, 420], "#9db3bf")
    ridge(c, [470, 440, 460, 450, 470, 430, 450, 470], "#6f9a93")
    for i in range(24):
        spruce(c, -10 + i * 70, 540, 90 + (i * 37) % 60, "#3b7568")
    c.rect(0, 520, 1600, 60, "#7f9a63")
    c.rect(760, 250, 90, 300, "#c9b9ab")
    c.rect(815, 250, 35, 300, "#a99a94")
    c.poly([(748, 254), (805, 110), (862, 254)], "#3f6b62")
    c.poly([(805, 110), (862, 254), (815, 254)], "#2c4f4b")
    c.line([(805, 110), (805, 84)], "#d9a441", 5)
    c.disc(805, 300, 22, "#fdf6e4")
    c.line([(805, 300), (805, 287)], "#33272a", 3)
    c.line([(805, 300), (815, 304)], "#33272a", 3)
    c.poly([(640, 440), (700, 370), (770, 370), (770, 440)], "#4a5b62")
    c.rect(650, 436, 120, 110, "#d5c7ba")
    for x in (670, 712):
        window(c, x, 460, 18, 52, glass="#ffd98c", cols=1, rows=1, gleam=False)
    row = (
        (20, 150, 170, "#b4483c", True, 2), (180, 170, 150, "#e7b75a", False, 3),
        (365, 130, 180, "#6c8ea4", True, 2), (505, 150, 140, "#d7d0bd", False, 2),
        (880, 150, 170, "#c25b45", True, 2), (1045, 190, 150, "#ecd08c", False, 3),
        (1250, 140, 190, "#5f8474", True, 2), (1405, 180, 150, "#b4483c", False, 3),
    )  # fmt: skip
    for x, w, h, colour, gable, cols in row:
        house(c, x, 580, w, h, colour, gable=gable, cols=cols, lit=True,
              roof="#57504f" if gable else "#6e4440")  # fmt: skip
    c.rect(0, 578, 1600, 20, "#8f8579")
    c.rect(0, 594, 1600, 10, "#5f5a59")
    mirrored = c.image.crop((0, round(204 * c.k), c.image.width, round(600 * c.k)))
    flipped = mirrored.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    flipped = flipped.resize((c.image.width, round(400 * c.k)))
    c.fade(600, 1000, "#e9bd92", "#2f5f7c")
    c.image.paste(flipped, (0, round(604 * c.k)), flipped.convert("L").point([120] * 256))
    c.rect(0, 604, 1600, 400, "#3d7291", alpha=0.34)
    dice = Dice("lake")
    for i in range(46):
        at, half = dice.span(0, 1600), dice.span(20, 90) * (0.5 + i / 46)
        c.rect(at - half, 612 + i * 8.4, 2 * half, 2 + i * 0.05, "#cfe6ee", alpha=0.28)
    ripples(c, 1080, 640, 230, 13, "#ffe9b8")
    c.poly([(250, 1000), (420, 606), (466, 606), (470, 1000)], "#9b7350")
    for i in range(12):
        plank = 612 + i * i * 2.6
        left = 420 - 170 * (plank - 606) / 394
        c.rect(left, plank, 468 - left, 2 + i * 0.3, "#5f4636", alpha=0.5)
    for x, y in ((392, 700), (467, 700), (316, 880), (470, 880)):
        c.rect(x - 6, y - 34, 13, 60, "#6b4d39")
    boat(c, 640, 760, 200, "#2f7565")
    boat(c, 1330, 690, 130, "#b4483c")
    stand(c, VEIKKO, 404, 812, 150, facing=0.8, cane=True, reach=0.2)
    stand(c, AMINA, 446, 800, 142, facing=-0.8, reach=0.2)
    ridge(c, [1040, 1040, 1030, 1020, 990, 930, 890], "#274f49")
    for x, y, h in ((1530, 950, 560), (1440, 975, 440)):
        birch(c, x, y, h, "#8fae5a")
    c.blob(
        [(1180, 1000), (1250, 960), (1330, 985), (1420, 930), (1520, 920), (1620, 1020)], "#1f433e"
    )


def market(c: Canvas) -> None:
    """A Saturday on the market square: stalls, coffee, neighbours."""
    c.fade(0, 560, "#a9d6ea", "#fdeecf")
    c.glow(240, 180, 520, "#fffbe6", 0.9)
    cloud(c, 420, 90, 360)
    cloud(c, 1150, 60, 380)
    c.rect(0, 560, 1600, 40, "#dcc9ac")
    c.rect(0, 250, 330, 335, "#e3c28b")
    c.rect(1270, 230, 340, 355, "#d98d6a")
    for first, wall in ((20, "#e3c28b"), (1295, "#d98d6a")):
        for x in range(4):
            for y in range(3):
                window(c, first + 12 + x * 76, 280 + y * 96, 38, 60, glass="#9cc7dd",
                       frame=tint(wall, 0.6))  # fmt: skip
    c.rect(-10, 236, 350, 22, "#7d5b4a")
    c.rect(1260, 216, 350, 22, "#7a4a3c")
    c.rect(330, 300, 940, 290, "#f3e3bf")
    c.rect(320, 284, 960, 24, "#fdf6e4")
    c.poly([(330, 286), (390, 226), (1210, 226), (1270, 286)], "#5c7f76")
    c.poly([(600, 290), (800, 186), (1000, 290)], "#fdf6e4")
    c.poly([(640, 284), (800, 202), (960, 284)], "#efd9a8")
    c.rect(756, 90, 88, 110, "#f7ebcf")
    c.poly([(744, 94), (800, 20), (856, 94)], "#5c7f76")
    c.disc(800, 140, 26, "#ffffff")
    c.ring(800, 140, 26, "#6d5a45", 4)
    c.line([(800, 140), (800, 122)], "#33272a", 4)
    c.line([(800, 140), (813, 140)], "#33272a", 4)
    for i in range(13):
        x = 362 + i * 70
        if i == 6:
            c.rect(x - 12, 420, 60, 170, "#7d5b4a")
            c.rect(x - 4, 430, 44, 160, "#543c33")
            continue
        window(c, x, 330, 36, 66, glass="#9cc7dd")
        window(c, x, 450, 36, 90, glass="#9cc7dd", rows=3)
    for x in (628, 700, 872, 944):
        c.rect(x, 292, 22, 298, "#fffaf0")
        c.rect(x + 13, 292, 9, 298, "#e0cfa8")
    c.fade(584, 1000, "#dcc9ac", "#c8ab88")
    dice = Dice("cobbles")
    for row in range(16):
        for _ in range(16):
            at = dice.span(-20, 1600)
            c.rect(at, 600 + row * row * 1.75, 22 + row * 3, 2 + row * 0.25, "#b3956f", alpha=0.5)
    stall(c, 90, 700, 300, ("#c2413f", "#fdf6e4"), "s1")
    stall(c, 520, 676, 250, ("#2f7565", "#fdf6e4"), "s2")
    stall(c, 900, 680, 260, ("#f2a33a", "#fdf6e4"), "s3")
    stall(c, 1240, 716, 320, ("#1c5fa8", "#fdf6e4"), "s4")
    stand(c, MINH, 470, 720, 176, facing=0.8, hands=(None, (0.24, 0.52)))
    stand(c, RIITTA, 840, 730, 180, facing=-0.8, hands=((-0.26, 0.55), None))
    stand(c, DAVID, 1190, 740, 186, facing=2)
    stand(c, AINO, 292, 800, 224, facing=-0.8, hands=((-0.26, 0.5), None), coat=True)
    stand(c, TUOMAS, 1105, 840, 236, facing=0.7, hands=(None, (0.22, 0.58)))
    stand(c, AMINA, 1220, 846, 226, facing=-0.8, hands=((-0.24, 0.58), None))
    wheelchair(c, NILLA, 620, 870, 270)
    stand(c, OMAR, 790, 866, 272, facing=-0.8, hands=((-0.26, 0.46), None))
    stand(c, LEILA, 450, 946, 288, facing=1, stride=0.05, hands=(None, (0.16, 0.4)))
    c.poly([(478, 846), (530, 846), (522, 908), (486, 908)], "#e7c06a")
    stand(c, SOFIA, 1390, 950, 282, facing=-1, coat=True, cane=True)
    for x, y in ((910, 940), (960, 960), (1000, 930)):
        c.blob(
            [(x - 20, y - 14), (x, y - 24), (x + 18, y - 16), (x + 30, y - 22), (x + 10, y)],
            "#fdfaf3",
        )
        c.disc(x - 18, y - 22, 8, "#fdfaf3")
        c.line([(x - 26, y - 21), (x - 32, y - 19)], "#e07a3f", 4)
        c.line([(x, y - 4), (x, y + 8)], "#e07a3f", 3)


def _dog(c: Canvas, x: float, y: float) -> None:
    """A small dog that trots to the left, its paws at (`x`, `y`)."""
    coat = "#8a5636"
    c.shadow(x, y, 34, -110)
    for dx in (-22, -8, 14, 26):
        c.line([(x + dx, y - 24), (x + dx - 3, y - 4)], shade(coat, 0.2), 9)
    c.blob([(x - 30, y - 26), (x - 14, y - 50), (x + 22, y - 50), (x + 32, y - 26),
            (x + 24, y - 18), (x - 24, y - 18)], coat)  # fmt: skip
    c.disc(x - 32, y - 54, 17, coat)
    c.oval(x - 46, y - 49, 9, 7, tint(coat, 0.25))
    c.blob([(x - 28, y - 68), (x - 18, y - 52), (x - 24, y - 42), (x - 34, y - 58)], "#5f3a26")
    c.bow((x + 30, y - 42), (x + 48, y - 66), 8, coat, 8)


def forest_path(c: Canvas) -> None:
    """Two people walk and talk on a path through a bright forest, down to a lake."""
    c.fade(0, 640, "#fbe6b4", "#fdf3d8")
    c.glow(980, 330, 760, "#fffdf0", 1.0)
    c.disc(980, 320, 80, "#fffbe8")
    ridge(c, [470, 440, 480, 430, 470, 450, 480], "#d6dfb6")
    c.rect(0, 470, 1600, 120, "#cfe0d3")
    ripples(c, 980, 490, 200, 5, "#ffffff")
    for layer, (y, h, tone) in enumerate(((560, 300, "#b8cfa4"), (620, 420, "#86b08c"))):
        for i in range(15):
            x = -30 + i * 122 + layer * 50
            if not 820 < x < 1130:
                spruce(c, x, y, h + (i * 71) % 120, tone)
    ridge(c, [560, 545, 570, 590, 580, 560, 540], "#a3bd74")
    ridge(c, [690, 650, 680, 660, 650, 690, 640], "#86a75e")
    left = smooth([(968, 584), (978, 630), (880, 690), (700, 760), (590, 850), (480, 1010)])
    right = smooth([(1120, 1010), (1010, 900), (930, 800), (960, 720), (1030, 650), (1004, 584)])
    c.poly([*left, *right], "#f3dfb4")
    edge = smooth([(1000, 584), (1004, 640), (920, 720), (880, 800), (950, 900), (1040, 1010)])
    c.poly([*edge, *right], "#e6cb98")
    for x, y, h in (
        (200, 720, 640),
        (1290, 700, 600),
        (1180, 660, 430),
        (420, 680, 480),
        (1450, 730, 700),
    ):
        c.shadow(x, y, 26, -260)
        birch(c, x, y, h, "#b9c25a" if h < 600 else "#93ad52")
    c.beams(620, -20, 1040, "#fffbe0", 0.16)
    stand(c, VEIKKO, 760, 880, 256, facing=0.7, coat=True, cane=True, hands=((-0.13, 0.42),
        (0.17, 0.42)),
          reach=-0.6)  # fmt: skip
    stand(c, AMINA, 880, 884, 248, facing=-0.7, hands=((-0.2, 0.55), None), reach=-0.6)
    _dog(c, 640, 930)
    ridge(c, [840, 880, 960, 1040, 1060, 1050, 950, 870, 830], "#3f7a5b")
    ridge(c, [930, 950, 1010, 1060, 1070, 1060, 1010, 950, 910], "#245546")
    for x, y, h in ((-10, 985, 560), (110, 1010, 330), (1590, 990, 600), (1500, 1010, 360)):
        spruce(c, x, y, h, "#1d5a4b")
    dice = Dice("berries")
    for _ in range(46):
        at = dice.pick((dice.span(0, 330), dice.span(1270, 1600)))
        c.disc(
            at, dice.span(940, 995), dice.span(4, 7), dice.pick(("#f2a33a", "#c2413f", "#f6d58b"))
        )

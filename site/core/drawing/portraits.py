"""Friendly, abstract portraits for invented contact persons."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.drawing.canvas import Canvas, shade, smooth, tint
from core.drawing.palette import Dice, mix

STAGE = (600, 600)
GROUNDS = (
    ("#dfece6", "#b9d6c9"), ("#f8ecd6", "#f3d39a"), ("#e4eef8", "#b9d3ee"), ("#fbe9e4", "#f2bfb6"),
    ("#ece6f4", "#cdbde4"), ("#e9f0da", "#c6d8a2"),
)  # fmt: skip
SKINS = ("#f6d3ba", "#f0c4a0", "#e6b48d", "#d9a273", "#b97f55", "#8a5636", "#6d4229")
DARK_HAIR = ("#1f1614", "#2b211f", "#3a2a22", "#57392a")
FAIR_HAIR = ("#57392a", "#8a5a35", "#b9783f", "#d9a657", "#a4552f")
GREY_HAIR = ("#cfcac6", "#e4dfd8", "#a9a6a4")
CLOTHES = ("#0d4a3e", "#1c5fa8", "#b0163f", "#6a4a98", "#2f7565", "#39506f", "#c2413f", "#e0a03a")
SCARVES = ("#7d62ad", "#2f7d72", "#c9647a", "#3d6ea8", "#d9a257")
STYLES = ("short", "side", "bob", "long", "bun", "curls", "thin", "scarf", "crop", "waves")


@dataclass(frozen=True)
class Face:
    """What follows from a key: colours, hair, and what somebody wears."""

    ground: str
    halo: str
    skin: str
    style: str
    hair: str
    top: str
    collar: str
    glasses: bool
    beard: bool
    wide: float
    smile: float


def face(key: str) -> Face:
    """The face of `key`; the same one each time."""
    dice = Dice(f"portrait {key}")
    ground, halo = dice.pick(GROUNDS)
    skin, style = dice.pick(SKINS), dice.pick(STYLES)
    pale = skin in SKINS[:3]
    hair = dice.pick(FAIR_HAIR if pale else DARK_HAIR)
    if style == "thin" or dice.share() < 0.18:
        hair = dice.pick(GREY_HAIR)
    if style == "scarf":
        hair = dice.pick(SCARVES)
    return Face(
        ground, halo, skin, style, hair,
        top=dice.pick(CLOTHES),
        collar=dice.pick(("round", "shirt", "vee", "roll")),
        glasses=dice.share() < 0.34,
        beard=style in {"short", "side", "thin", "crop"} and dice.share() < 0.5,
        wide=dice.span(0.94, 1.06),
        smile=dice.span(11, 17),
    )  # fmt: skip


def _behind(c: Canvas, f: Face) -> None:
    """The hair that falls behind the neck."""
    w = f.wide
    if f.style == "long":
        c.blob([(300, 96), (300 + 142 * w, 200), (300 + 150 * w, 400), (410, 480), (190, 480),
                (300 - 150 * w, 400), (300 - 142 * w, 200)], f.hair)  # fmt: skip
    elif f.style == "waves":
        for dx, dy, r in ((-104, 180, 62), (104, 180, 62), (-128, 270, 58), (128, 270, 58),
                          (-112, 356, 54), (112, 356, 54), (0, 150, 96)):  # fmt: skip
            c.disc(300 + dx * w, dy, r, shade(f.hair, 0.1))
    elif f.style == "bob":
        c.rect(300 - 136 * w, 190, 272 * w, 200, f.hair, r=60)
        c.disc(300, 226, 138 * w, f.hair)
    elif f.style == "bun":
        c.disc(300, 88, 54, f.hair)
        c.disc(300, 82, 40, tint(f.hair, 0.08))
    elif f.style == "curls":
        for i in range(11):
            turn = math.pi * (0.92 + 1.16 * i / 10)
            c.disc(300 + 122 * w * math.cos(turn), 236 + 128 * math.sin(turn), 52, f.hair)
        c.disc(300, 190, 120, f.hair)
    elif f.style == "scarf":
        c.blob([(300, 84), (300 + 150 * w, 190), (300 + 152 * w, 330), (440, 470), (300, 540),
                (160, 470), (300 - 152 * w, 330), (300 - 150 * w, 190)], f.hair)  # fmt: skip


def _shoulders(c: Canvas, f: Face) -> None:
    """Neck, clothes and collar."""
    top = f.top if f.top != f.hair else shade(f.top, 0.4)
    line = smooth([(60, 640), (84, 540), (160, 486), (250, 452), (350, 452), (440, 486), (516, 540),
                   (540, 640)])  # fmt: skip
    c.poly(line, top)
    right = smooth([(350, 452), (440, 486), (516, 540), (540, 640)])
    c.poly([*right, (440, 640), (420, 540)], "#16233f", 0.12)
    if f.collar == "shirt":
        c.poly([(244, 446), (300, 560), (356, 446)], "#fdfaf3")
        c.rect(258, 360, 84, 110, f.skin, r=34)
        c.poly([(258, 440), (300, 512), (342, 440)], f.skin)
        c.poly([(236, 440), (256, 428), (300, 512), (264, 544)], "#fdfaf3")
        c.poly([(364, 440), (344, 428), (300, 512), (336, 544)], "#ece5d8")
    elif f.collar == "vee":
        c.poly([(240, 448), (300, 566), (360, 448)], f.skin)
        c.rect(256, 360, 88, 110, f.skin, r=34)
        c.line([(240, 450), (300, 566), (360, 450)], tint(top, 0.2), 12)
    elif f.collar == "roll":
        c.rect(256, 360, 88, 90, f.skin, r=30)
        c.rect(240, 424, 120, 56, tint(top, 0.14), r=26)
    else:
        c.rect(256, 360, 88, 108, f.skin, r=34)
        c.oval(300, 454, 62, 30, f.skin)
        c.bow((238, 450), (362, 450), -17, tint(top, 0.2), 12)
    if f.collar != "roll":
        c.blob([(258, 384), (342, 384), (342, 408), (300, 436), (258, 408)], shade(f.skin, 0.16))


def _features(c: Canvas, f: Face) -> None:
    """Eyes, brows, nose, cheeks, mouth; a beard or glasses for those who have them."""
    ink = "#2a1c18"
    w = f.wide
    glow = mix(f.skin, "#e8604f", 0.24)
    for side in (-1, 1):
        c.oval(300 + side * 66 * w, 318, 24, 17, glow)
    if f.beard:
        c.blob([(300 - 106 * w, 262), (300 - 84 * w, 312), (300 - 34, 322), (300, 318),
            (300 + 34, 322),
                (300 + 84 * w, 312), (300 + 106 * w, 262), (300 + 98 * w, 350), (300 + 48, 404),
                (300, 414), (300 - 48, 404), (300 - 98 * w, 350)], f.hair)  # fmt: skip
    brow = shade(f.hair, 0.3) if f.style not in {"scarf", "thin"} else mix(ink, f.skin, 0.3)
    for side in (-1, 1):
        x = 300 + side * 46 * w
        c.oval(x, 270, 8.5, 10.5, ink)
        c.disc(x + 3, 266, 2.8, "#ffffff")
        c.bow(
            (x - 19, 243 + (4 if side < 0 else 0)),
            (x + 19, 243 + (0 if side < 0 else 4)),
            -4,
            brow,
            7,
        )
    c.bow((300, 276), (304, 312), -6, shade(f.skin, 0.24), 6)
    if f.beard:
        c.blob([(272, 346), (300, 352), (328, 346), (318, 366), (300, 371), (282, 366)], "#fdfaf3")
    else:
        c.bow((266, 344), (334, 344), f.smile, mix("#8c2f36", f.skin, 0.15), 8)
    if f.glasses:
        frame = "#26323c"
        for side in (-1, 1):
            c.ring(300 + side * 47 * w, 271, 35, frame, 6)
            c.line([(300 + side * 80 * w, 262), (300 + side * 112 * w, 254)], frame, 6)
        c.bow((300 - 15 * w, 264), (300 + 15 * w, 264), -4, frame, 6)


def _before(c: Canvas, f: Face) -> None:
    """The hair over the brow."""
    w, hair = f.wide, f.hair
    left, right = 300 - 118 * w, 300 + 118 * w
    if f.style in {"short", "crop"}:
        low = 196 if f.style == "short" else 180
        c.blob([(left, 262), (left - 2, 180), (300 - 70, 112), (300, 98), (300 + 74, 112),
            (right + 2, 180),
                (right, 262), (right - 16, 214), (300 + 60, low - 14), (300, low - 18),
                (300 - 60, low),
                (left + 16, 214)], hair)  # fmt: skip
    elif f.style == "side":
        c.blob([(left, 260), (left - 4, 176), (300 - 60, 104), (300 + 50, 94), (right + 6, 168),
            (right, 260),
                (right - 18, 200), (300 + 40, 186), (300 - 40, 150),
                (left + 22, 214)], hair)  # fmt: skip
    elif f.style == "thin":
        for side in (-1, 1):
            x = 300 + side * 114 * w
            c.blob(
                [
                    (x - side * 8, 178),
                    (x + side * 12, 214),
                    (x + side * 8, 282),
                    (x - side * 10, 262),
                ],
                hair,
            )
    elif f.style in {"bob", "long", "waves"}:
        part = 340 if f.style == "bob" else 300
        c.blob([(left - 16, 320), (left - 18, 190), (300 - 80, 112), (300, 90), (300 + 80, 112),
                (right + 18, 190), (right + 16, 320), (right - 6, 230), (part + 44, 176),
                (part, 132),
                (part - 60, 184), (left + 6, 236)], hair)  # fmt: skip
    elif f.style == "bun":
        c.blob([(left, 268), (left - 6, 176), (300 - 74, 108), (300, 92), (300 + 74, 108),
            (right + 6, 176),
                (right, 268), (right - 14, 206), (300 + 50, 160), (300, 150), (300 - 50, 160),
                (left + 14, 206)], hair)  # fmt: skip
    elif f.style == "curls":
        for dx, dy, r in (
            (-86, 168, 44),
            (-42, 136, 46),
            (10, 126, 46),
            (58, 140, 44),
            (92, 174, 40),
        ):
            c.disc(300 + dx * w, dy, r, tint(hair, 0.04))


def draw(c: Canvas, key: str) -> None:
    """The portrait of `key` on a stage of 600 × 600 units."""
    f = face(key)
    c.fade(0, 600, f.ground, mix(f.ground, f.halo, 0.35))
    c.disc(300, 292, 226, f.halo)
    c.disc(372, 236, 226, tint(f.halo, 0.2), 0.35)
    _behind(c, f)
    if f.style == "scarf":
        top = f.top if f.top != f.hair else shade(f.top, 0.4)
        c.poly(
            smooth(
                [(60, 640), (84, 550), (170, 496), (300, 470), (430, 496), (516, 550), (540, 640)]
            ),
            top,
        )
        c.blob([(190, 380), (300, 420), (410, 380), (452, 470), (380, 540), (300, 556), (220, 540),
                (148, 470)], f.hair)  # fmt: skip
        c.bow((180, 420), (420, 470), -34, shade(f.hair, 0.18), 9)
        c.bow((196, 470), (404, 520), -22, shade(f.hair, 0.14), 8)
    else:
        _shoulders(c, f)
        for side in (-1, 1):
            if f.style not in {"bob", "long", "waves"}:
                c.oval(300 + side * 118 * f.wide, 276, 20, 30, shade(f.skin, 0.1))
    w = 100 if f.style == "scarf" else 116
    c.blob([(300, 132), (300 + w * 0.72 * f.wide, 158), (300 + w * f.wide, 246),
            (300 + w * 0.9 * f.wide, 334), (300 + w * 0.42, 402), (300, 412), (300 - w * 0.42, 402),
            (300 - w * 0.9 * f.wide, 334), (300 - w * f.wide, 246), (300 - w * 0.72 * f.wide, 158)],
           f.skin)  # fmt: skip
    _features(c, f)
    _before(c, f)
    if f.style == "scarf":
        c.poly([*smooth([(196, 250), (212, 176), (300, 134), (388, 176), (404, 250)]),
                *smooth([(424, 250), (402, 150), (300, 104), (198, 150),
                    (176, 250)])], f.hair)  # fmt: skip

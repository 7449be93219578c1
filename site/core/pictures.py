"""The picture of a page without a photograph: two shapes that meet over a quiet horizon.

It follows from a key alone (a page's translation key, say): same key, same picture, in the page's
markup (`meet_svg`), on its share card (`meet_image`) and in the icons of the site (`write_icons`).

Style sheets may recolour it through its classes: ``meet-ground`` (sky), ``meet-far`` (hills and
birches behind), ``meet-a`` and ``meet-b`` (the two), ``meet-both`` (where they overlap),
``meet-near`` (the land or water in front) and ``meet-glint`` (light on it).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from PIL import Image, ImageChops, ImageDraw

from core.drawing.outline import (
    Arc,
    Curve,
    Line,
    Outline,
    Point,
    arch,
    disc,
    gable,
    hill,
    leaf,
    pillow,
)
from core.drawing.palette import (
    CLOUDBERRY,
    HEATHER,
    ICE,
    LILAC,
    LINGON,
    MARK_PAIR,
    MOSS,
    ROSE,
    SKY,
    SPRUCE,
    Dice,
    mix,
    multiply,
)

# Ground, first shape, second shape. One of the two is always light, so that the overlap has a hue.
PALETTES = (
    ("#f8ecd6", SPRUCE, CLOUDBERRY),
    ("#e3eee8", SPRUCE, "#f08c6a"),
    ("#f7e9dc", LINGON, CLOUDBERRY),
    ("#e4eef8", ICE, CLOUDBERRY),
    ("#fbe9e4", SPRUCE, ROSE),
    ("#ece6f4", HEATHER, CLOUDBERRY),
    ("#f6ecd9", HEATHER, "#f0907e"),
    ("#e6f0e4", MOSS, "#f4b860"),
    ("#f9e8e6", LINGON, SKY),
    ("#eaf1f7", SPRUCE, SKY),
    ("#f3eadb", ICE, ROSE),
    ("#e8eef0", LINGON, LILAC),
    ("#f8eed9", MOSS, ROSE),
    ("#f9ead0", ICE, "#f5b04c"),
)
HORIZONS = ("lake", "lake", "hills", "fells", "meadow")
MARK_A, MARK_B = MARK_PAIR


@dataclass(frozen=True)
class Meeting:
    """The geometry and colours of one picture, in pixels of `width` × `height`."""

    width: int
    height: int
    ground: str
    far: Outline
    first: Outline
    first_colour: str
    second: Outline
    second_colour: str
    near: Outline
    near_colour: str
    glints: tuple[tuple[int, int, int], ...]  # x, y, length of strokes of light
    birches: tuple[tuple[int, int, int], ...]  # x, top, bottom
    stroke: int

    @property
    def far_colour(self) -> str:
        """The hills behind: the ground with a breath of the first shape."""
        return mix(self.ground, self.first_colour, 0.14)

    @property
    def both_colour(self) -> str:
        """Where the two overlap, as if printed over each other."""
        return multiply(self.first_colour, self.second_colour)


def _pair(
    dice: Dice, x1: float, x2: float, eye: float, base: float, unit: float
) -> tuple[Outline, Outline]:
    """Two outlines that overlap, around `x1` and `x2`, at `eye` height or standing on `base`."""
    r, s = unit * dice.span(0.28, 0.36), unit * dice.span(0.24, 0.31)
    lift, drop = dice.span(-0.07, 0.05) * unit, dice.span(-0.06, 0.08) * unit
    lean = dice.span(-24, 24)
    match dice.pick(("discs", "arch", "pillow", "leaf", "sun", "arches", "leaves", "gable", "two")):
        case "discs":
            return disc(x1, eye + lift, r), disc(x2, eye + drop, s)
        case "arch":
            return disc(x1, eye + lift, r * 0.94), arch(x2, eye - s + drop, s * 0.8, base)
        case "pillow":
            return disc(x1, eye + lift, r * 0.96), pillow(x2, eye + drop, s, lean)
        case "leaf":
            return leaf(x1, eye + drop / 2, r * 1.22, lean - 10), disc(x2, eye + lift, s)
        case "sun":
            return hill(x1, base, r * 1.25), disc(x2, eye + lift, s * 1.08)
        case "arches":
            return (
                arch(x1, eye - r * 1.12 + lift, r * 0.84, base),
                arch(x2, eye - s * 0.7 + drop, s * 0.98, base),
            )
        case "leaves":
            return leaf(x1, eye + drop, r * 1.2, 30 + lean / 2), leaf(
                x2, eye, s * 1.3, lean / 2 - 28
            )
        case "gable":
            return gable(x1, eye - r + lift, r * 0.82, base), disc(x2, eye - unit * 0.04 + drop, s)
        case _:
            return hill(x1, base, r * 1.12), hill(x2, base, s * 1.3)


def _ridge(width: int, height: int, start: float, first: float, dip: float, end: float) -> Outline:
    """Land below a soft line that passes four heights from left to right."""
    w, foot = width, height
    third, mid, late = round(w * 0.26), round(w * 0.55), round(w * 0.8)
    return Outline(
        0,
        foot,
        (
            Line(0, round(start)),
            Curve(third, round(first), round(w * 0.38), round(dip), mid, round((dip + end) / 2)),
            Curve(round(w * 0.68), round(end * 2 - dip), late, round(end), w, round(end)),
            Line(w, foot),
        ),
    )


def _fells(dice: Dice, width: int, height: int, line: float) -> Outline:
    """Two round fells that stand behind the horizon."""
    a, b = width * dice.span(0.02, 0.2), width * dice.span(0.74, 0.96)
    r, s = width * dice.span(0.4, 0.5), width * dice.span(0.36, 0.46)
    y = round(line)
    x1, x2, x3, x4 = (round(x) for x in (a - r, a + r, b - s, b + s))
    return Outline(
        x1,
        height,
        (Line(x1, y), Arc(round(r * 1.25), x2, y), Line(x3, y), Arc(round(s * 1.3), x4, y),
         Line(x4, height)),
    )  # fmt: skip


def meeting(key: str, width: int = 800, height: int = 450) -> Meeting:
    """Compose the picture of `key` for a frame of `width` × `height` pixels.

    Raises ValueError where a side is not positive.
    """
    if width <= 0 or height <= 0:
        raise ValueError(f"a picture needs a size, not {width} × {height}")
    dice = Dice(key)
    ground, first_colour, second_colour = dice.pick(PALETTES)
    if dice.share() < 0.35:
        first_colour, second_colour = second_colour, first_colour
    unit = min(height, width * 0.72)
    horizon = dice.pick(HORIZONS)
    level = height / 2 + (height - unit) * 0.22  # a tall frame has more sky than land
    line = level + unit * dice.span(0.24, 0.31)
    eye = level - unit * dice.span(0.02, 0.08)
    side = 1 if dice.share() < 0.5 else -1
    gap = unit * dice.span(0.33, 0.41)
    middle = width / 2 + unit * dice.span(-0.08, 0.08)
    base = line + unit * 0.06
    first, second = _pair(dice, middle - side * gap / 2, middle + side * gap / 2, eye, base, unit)

    near_tint = mix(ground, first_colour if dice.share() < 0.6 else second_colour, 0.26)
    rise = unit * dice.span(0.04, 0.1)
    glints: tuple[tuple[int, int, int], ...] = ()
    if horizon == "lake":
        near = Outline(
            0, height, (Line(0, round(line)), Line(width, round(line)), Line(width, height))
        )
        centre = middle + side * gap / 2
        glints = tuple(
            (
                round(centre - length * unit / 2 + dice.span(-0.05, 0.05) * unit),
                round(line + unit * step),
                round(length * unit),
            )
            for step, length in ((0.05, 0.4), (0.095, 0.26), (0.14, 0.14))
        )
    elif horizon == "meadow":
        near = _ridge(width, height, line + rise, line, line, line - rise * 0.3)
    elif horizon == "fells":
        near = _ridge(width, height, line - rise * 0.4, line, line + rise, line + rise)
    else:
        near = _ridge(width, height, line + rise, line - rise * 1.6, line + rise, line)
    if horizon == "fells" or dice.share() < 0.4:
        far = _fells(dice, width, height, line + 2)
    else:
        high = line - unit * dice.span(0.1, 0.2)
        far = _ridge(width, height, high + rise, high - rise, high + rise * 2, high - rise)

    birches: tuple[tuple[int, int, int], ...] = ()
    if horizon != "lake" and dice.share() < 0.6:
        edge = 0.5 - side * dice.span(0.36, 0.42) * min(1.0, unit / width * 1.7)
        birches = tuple(
            (
                round(width * edge + step * unit * dice.span(0.07, 0.1)),
                round(height / 2 - unit * dice.span(0.3, 0.6)),
                round(line + rise * 2),
            )
            for step in (-1, 0, 1)
        )
    return Meeting(
        width, height, ground, far, first, first_colour, second, second_colour, near, near_tint,
        glints, birches, max(2, round(unit / 75)),
    )  # fmt: skip


def meet_svg(key: str, *, width: int = 800, height: int = 450, salt: str = "") -> SafeString:
    """The picture of `key` as inline SVG of `width` × `height` user units.

    Its ids follow from `key` and the size, so that many pictures may stand on one page. Where the
    *same* picture stands there twice, give one of them a `salt`: an id may appear only once.
    It names no XML namespace, which inline SVG does not need,
    and has no style attribute and no style element, so a strict Content Security Policy lets it be.
    Raises ValueError where a side is not positive.
    """
    scene = meeting(key, width, height)
    name = f"{key}\0{width}\0{height}\0{salt}".encode()
    uid = "m" + hashlib.sha256(name).hexdigest()[:6]
    trunks = "".join(f"M{x} {top}V{foot}" for x, top, foot in scene.birches)
    bark = f' stroke="{scene.far_colour}" stroke-width="{scene.stroke}"' if trunks else ""
    parts = [
        f'<svg viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" '
        'aria-hidden="true" focusable="false">'
        f'<path class="meet-ground" fill="{scene.ground}" d="M0 0H{width}V{height}H0Z"/>'
        f'<path class="meet-far" fill="{scene.far_colour}"{bark} d="{scene.far.svg()}{trunks}"/>'
    ]
    parts.append(
        f'<defs><path id="{uid}a" d="{scene.first.svg()}"/>'
        f'<clipPath id="{uid}"><path id="{uid}b" d="{scene.second.svg()}"/></clipPath></defs>'
        f'<use href="#{uid}a" class="meet-a" fill="{scene.first_colour}"/>'
        f'<use href="#{uid}b" class="meet-b" fill="{scene.second_colour}"/>'
        f'<use href="#{uid}a" class="meet-both" fill="{scene.both_colour}" '
        f'clip-path="url(#{uid})"/>'
        f'<path class="meet-near" fill="{scene.near_colour}" d="{scene.near.svg()}"/>'
    )
    if scene.glints:
        strokes = "".join(f"M{x} {y}h{length}" for x, y, length in scene.glints)
        parts.append(
            f'<path class="meet-glint" stroke="{scene.second_colour}" '
            f'stroke-width="{scene.stroke}" stroke-linecap="round" d="{strokes}"/>'
        )
    parts.append("</svg>")
    # The key never reaches the markup: only numbers and colours that follow from its hash do.
    return mark_safe("".join(parts))  # noqa: S308


def _mask(outline: Outline, size: tuple[int, int], scale: float) -> Image.Image:
    """White where `outline` is, on black."""
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).polygon(outline.points(scale), fill=255)
    return mask


def meet_image(key: str, size: tuple[int, int] = (800, 450), *, sharpness: int = 3) -> Image.Image:
    """The picture of `key` in RGB, `size` pixels wide and high, drawn `sharpness` times larger.

    Raises ValueError where a side is not positive.
    """
    scene = meeting(key, *size)
    big = (size[0] * sharpness, size[1] * sharpness)
    image = Image.new("RGB", big, scene.ground)
    draw = ImageDraw.Draw(image)
    k = sharpness
    draw.polygon(scene.far.points(k), fill=scene.far_colour)
    for x, top, foot in scene.birches:
        half = scene.stroke / 2
        draw.rectangle(((x - half) * k, top * k, (x + half) * k, foot * k), fill=scene.far_colour)
    first, second = _mask(scene.first, big, k), _mask(scene.second, big, k)
    image.paste(scene.first_colour, mask=first)
    image.paste(scene.second_colour, mask=second)
    image.paste(scene.both_colour, mask=ImageChops.multiply(first, second))
    draw.polygon(scene.near.points(k), fill=scene.near_colour)
    for x, y, length in scene.glints:
        half = scene.stroke / 2
        box: tuple[Point, Point] = (
            ((x - half) * k, (y - half) * k),
            ((x + length + half) * k, (y + half) * k),
        )
        draw.rounded_rectangle(box, radius=half * k, fill=scene.second_colour)
    return image.resize(size, Image.Resampling.LANCZOS)


def mark_image(
    size: int,
    *,
    ground: str | None = None,
    share: float = 0.92,
    colours: tuple[str, str] = (MARK_A, MARK_B),
) -> Image.Image:
    """The mark of the site, two discs that overlap, in RGBA, `size` pixels a side.

    `share` is the part of the side that the mark takes; `ground` None leaves it see-through.
    """
    k = 8 if size <= 64 else 4
    big = size * k
    image = Image.new("RGBA", (big, big), ground or "#00000000")
    r = big * share * 0.305
    x1, x2, y = big / 2 - r * 0.64, big / 2 + r * 0.64, big / 2
    masks = []
    for x, colour in ((x1, colours[0]), (x2, colours[1])):
        mask = Image.new("L", (big, big))
        ImageDraw.Draw(mask).ellipse((x - r, y - r, x + r, y + r), fill=255)
        image.paste(colour, mask=mask)
        masks.append(mask)
    image.paste(multiply(*colours), mask=ImageChops.multiply(*masks))
    if ground is None:  # a see-through edge must keep the colour of the disc, not turn black
        return image.convert("RGBa").resize((size, size), Image.Resampling.LANCZOS).convert("RGBA")
    return image.resize((size, size), Image.Resampling.LANCZOS)


def mark_svg() -> str:
    """The mark as an SVG file: 32 units a side, thin light rims so that it reads on dark tabs."""
    both = multiply(MARK_A, MARK_B)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<path fill="#fbf8f2" d="M11.5 4.5a11.5 11.5 0 0 1 4.5.9 11.5 11.5 0 1 1 0 21.2'
        'A11.5 11.5 0 1 1 11.5 4.5Z"/>'
        f'<circle cx="11.5" cy="16" r="10" fill="{MARK_A}"/>'
        f'<circle cx="20.5" cy="16" r="10" fill="{MARK_B}"/>'
        f'<path fill="{both}" d="M16 7.07a10 10 0 0 1 0 17.86 10 10 0 0 1 0-17.86Z"/></svg>\n'
    )


def write_icons(folder: Path) -> list[Path]:
    """Write the icons of the site into `folder`, which must exist; the paths written.

    Raises OSError where the folder cannot be written to.
    """
    paper = "#fbf8f2"
    written = [folder / "favicon.svg"]
    written[0].write_text(mark_svg(), encoding="utf-8")

    def save(image: Image.Image, name: str) -> None:
        path = folder / name
        if image.mode == "RGB":
            image = image.quantize(48, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        image.save(path, "PNG", optimize=True)
        written.append(path)

    ico = folder / "favicon.ico"
    sides = [mark_image(side, share=1.0) for side in (16, 32, 48)]
    sides[-1].save(ico, "ICO", append_images=sides[:-1], sizes=[image.size for image in sides])
    written.append(ico)
    save(mark_image(180, ground=paper, share=0.8).convert("RGB"), "apple-touch-icon.png")
    save(mark_image(192, ground=paper, share=0.86).convert("RGB"), "icon-192.png")
    save(mark_image(512, ground=paper, share=0.86).convert("RGB"), "icon-512.png")
    save(mark_image(512, ground=paper, share=0.62).convert("RGB"), "icon-maskable-512.png")
    return written

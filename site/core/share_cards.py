"""The card a page shows where its link is shared: 1200 × 630 pixels, in the page's own language.

Drawn with Pillow alone, with the fonts of the repository and Pillow's basic text layout, so that a
card looks the same on every machine. Arabic is therefore shaped and ordered here.
"""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import arabic_reshaper
from bidi import get_display
from PIL import Image, ImageDraw, ImageFont, ImageOps

from core.colours import AA_TEXT, contrast
from core.drawing.palette import INK, MARK_PAIR, PAPER, mix
from core.pictures import mark_image, meet_image

CARD_VERSION = 2
"""Raise it when the drawing changes: the addresses of all cards then change as well."""

CARD_SIZE = (1200, 630)
MAX_LINES = 5
Direction = Literal["ltr", "rtl"]

_FONTS = Path(__file__).resolve().parent / "fonts"
_MARGIN = 64
_PICTURE = 456  # width of the picture at the far side
_TEXT = CARD_SIZE[0] - _PICTURE - 2 * _MARGIN
_TITLE_TOP, _TITLE_FOOT = 140, 518
_TITLE_SIZES = (76, 70, 64, 58, 54, 50, 46, 42)
_SUBTITLE = 34
_LONGEST = 240  # letters; no card holds more, and measuring them would take long
_RTL = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_OFFERED = frozenset("\xad-–/")
_VOWELS = frozenset("aeiouyäöåáâõаеєиіїоуюя")

# Letters join only as the reshaper tells them to; what it would drop (vowel marks) has no place in
# the basic layout, which cannot stack them.
_reshaper = arabic_reshaper.ArabicReshaper(
    {"delete_harakat": True, "delete_tatweel": False, "support_ligatures": True}
)


@lru_cache(maxsize=32)
def card_font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The font of the repository in `size` pixels; OSError where its file is missing."""
    name = "kohtaamo-sans-bold.ttf" if bold else "kohtaamo-sans-regular.ttf"
    return ImageFont.truetype(_FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


def visual(text: str, direction: Direction) -> str:
    """`text` with Arabic letters joined and all in the order the eye meets them, left to right."""
    composed = unicodedata.normalize("NFC", text)
    if direction == "ltr" and not any(unicodedata.bidirectional(each) in _RTL for each in composed):
        return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")
    shaped = str(_reshaper.reshape(composed))
    shown = get_display(shaped, base_dir="R" if direction == "rtl" else "L")
    shown = shown.decode() if isinstance(shown, bytes) else shown
    # Marks that only steer the order have done their work and must leave no empty box behind.
    return "".join(sign for sign in shown if unicodedata.category(sign) != "Cf")


def _tidy(text: str) -> str:
    """`text` on one line, composed, without control signs and pictures the font does not have."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(sign if _drawable(sign) else " " for sign in composed).split())


@lru_cache(maxsize=2048)
def _drawable(sign: str) -> bool:
    """Whether `sign` can stand on a card: an emoji, say, would leave an empty box."""
    category = unicodedata.category(sign)
    if category in {"So", "Sk", "Co", "Cn"}:
        font = card_font(40, bold=True)
        return bytes(font.getmask(sign)) != bytes(font.getmask("\U0010fffd"))
    return category not in {"Cc", "Cs"} and not 0xFE00 <= ord(sign) <= 0xFE0F


@dataclass(frozen=True)
class Fitted:
    """A title set for a card: its lines in reading order and the font size in pixels."""

    lines: tuple[str, ...]
    size: int


def _break_word(word: str, room: int, measure: Callable[[str], float]) -> tuple[list[str], bool]:
    """`word` in pieces no wider than `room`, and whether one of the cuts was of our own making.

    It is cut at a soft hyphen or after a hyphen if it can, else, with a hyphen of ours, before the
    consonant that opens the next syllable (right for most Finnish words); at worst between letters.
    Arabic is never broken with a hyphen: its pieces are cut where they must be.
    """
    plain = word.replace("\xad", "")
    if measure(plain) <= room:
        return [plain], False
    joined = any(unicodedata.bidirectional(sign) == "AL" for sign in word)
    hyphen = "" if joined else "-"
    pieces: list[str] = []
    rest, rough = word, False
    while measure(rest.replace("\xad", "")) > room:
        low, high = 1, len(rest) - 1
        while low < high:  # the longest beginning that fits
            middle = (low + high + 1) // 2
            part = rest[:middle].replace("\xad", "") + _joint(rest, middle, hyphen)
            low, high = (middle, high) if measure(part) <= room else (low, middle - 1)
        usable = [end for end in range(3, low + 1) if len(rest) - end >= 3 and end > low * 0.45]
        end = max(usable or [low], key=lambda cut: (_rank(rest, cut), cut))
        rough = rough or rest[end - 1] not in _OFFERED
        pieces.append(rest[:end].replace("\xad", "") + _joint(rest, end, hyphen))
        rest = rest[end:]
    return [*pieces, rest.replace("\xad", "")], rough


def _joint(word: str, end: int, hyphen: str) -> str:
    """The hyphen to write where `word` is cut at `end`: none after one that is there already."""
    return "" if word[end - 1] in "-–/" else hyphen


def _rank(word: str, end: int) -> int:
    """How good a cut of `word` at `end` is, 0 to 3."""
    before, after = word[end - 1].lower(), word[end].lower()
    if before in _OFFERED:
        return 3
    following = word[end + 1].lower() if end + 1 < len(word) else ""
    opens = after.isalpha() and after not in _VOWELS and following in _VOWELS
    return 2 if opens else int(before in _VOWELS and after not in _VOWELS)


def _wrap(text: str, room: int, measure: Callable[[str], float]) -> tuple[list[str], bool]:
    """`text` in lines no wider than `room`, filled greedily, and whether a word was broken in it.

    A break that the word itself offers, at a hyphen or a soft hyphen, does not count as one.
    """
    lines: list[str] = []
    line, broken = "", False
    for word in text.split(" "):
        pieces, rough = _break_word(word, room, measure)
        broken = broken or rough
        for piece in pieces:
            joined = f"{line} {piece}" if line else piece
            if line and (measure(joined) > room or (len(pieces) > 1 and piece is not pieces[0])):
                lines.append(line)
                line = piece
            else:
                line = joined
    return [*lines, line], broken


def _balance(text: str, room: int, measure: Callable[[str], float]) -> list[str]:
    """The lines of `text`, as many as `room` asks for and as even as they can be."""
    lines, broken = _wrap(text, room, measure)
    if len(lines) == 1 or broken:
        return lines
    low, high = room // 3, room
    while high - low > 4:
        middle = (low + high) // 2
        tried, hurt = _wrap(text, middle, measure)
        if len(tried) == len(lines) and not hurt:
            high = middle
        else:
            low = middle
    return _wrap(text, high, measure)[0]


def fit_title(
    title: str, direction: Direction, *, room: int = _TEXT, foot: int = _TITLE_FOOT
) -> Fitted:
    """`title` in the largest size that fits `room` pixels of width and ends above `foot`.

    A word is broken only where the smaller sizes cannot hold it whole; past five lines, or past the
    height, the last line ends in an ellipsis.
    """
    text = _tidy(title)
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    height = foot - _TITLE_TOP
    fallback: Fitted | None = None
    for size in _TITLE_SIZES:
        font = card_font(size, bold=True)

        def measure(part: str, font: ImageFont.FreeTypeFont = font) -> float:
            return font.getlength(visual(part, direction))

        broken = _wrap(text, room, measure)[1]
        lines = _balance(text, room, measure)
        if len(lines) > min(MAX_LINES, int(height / _leading(size, direction))):
            continue
        fitted = Fitted(tuple(lines), size)
        if not broken:
            return fitted
        fallback = fallback or fitted
    if fallback is not None:
        return fallback
    lines = lines[: min(MAX_LINES, int(height / _leading(size, direction)))]
    last = lines[-1].rstrip("…-")
    while last and measure(last + "…") > room:
        last = last[:-1].rstrip()
    return Fitted((*lines[:-1], last.rstrip(" ,.;:–-") + "…"), size)


def _leading(size: int, direction: Direction) -> float:
    """The distance between two lines of a title, in pixels; Arabic reaches deep below the line."""
    return size * (1.42 if direction == "rtl" else 1.2)


def _drop(size: int, direction: Direction) -> int:
    """The way from the last line of a title to the first below it, in pixels."""
    return round(size * (0.45 if direction == "rtl" else 0.22) + _SUBTITLE * 1.2)


def _shortened(text: str, font: ImageFont.FreeTypeFont, room: int, direction: Direction) -> str:
    """`text` in visual order, cut with an ellipsis where it is wider than `room`."""
    plain = _tidy(text).replace("\xad", "")
    shown = visual(plain, direction)
    while plain and font.getlength(shown) > room:
        plain = plain[:-1].rstrip()
        shown = visual(plain + "…", direction)
    return shown


def _subtitle_lines(subtitle: str, direction: Direction) -> list[str]:
    """The lines below the title, two at most, in visual order; none for an empty `subtitle`."""
    text = _tidy(subtitle)[:_LONGEST]
    if not text:
        return []
    font = card_font(_SUBTITLE)

    def measure(part: str) -> float:
        return font.getlength(visual(part, direction))

    lines = _balance(text, _TEXT, measure)
    if len(lines) > 2:
        lines = _wrap(text, _TEXT, measure)[0]
        lines = [lines[0], " ".join(lines[1:])]
    return [_shortened(line, font, _TEXT, direction) for line in lines]


def _play_sign(picture: Image.Image) -> tuple[Image.Image, tuple[int, int], Image.Image]:
    """What to paste on `picture` to say that it is a film: a disc with a triangle, and its mask."""
    size, fine = 132, 4  # drawn four times as large, for smooth edges
    big = size * fine
    mask = Image.new("L", (big, big))
    ImageDraw.Draw(mask).ellipse((0, 0, big - 1, big - 1), fill=255)
    disc = Image.new("RGB", (big, big), "#ffd08a")
    corners = [(0.39, 0.29), (0.39, 0.71), (0.73, 0.5)]
    ImageDraw.Draw(disc).polygon([(x * big, y * big) for x, y in corners], fill=INK)
    shape = (size, size)
    place = ((picture.width - size) // 2, (picture.height - size) // 2)
    return disc.resize(shape), place, mask.resize(shape)


def _readable(accent: str, ground: str) -> str:
    """`accent`, darkened until it can be read as text on `ground`."""
    colour = accent
    for _ in range(12):
        if contrast(colour, ground) >= AA_TEXT:
            return colour
        colour = mix(colour, INK, 0.18)
    return INK


def render_share_card(
    *,
    title: str,
    kicker: str,
    site_name: str,
    language: str,
    direction: Direction,
    key: str,
    photo: Image.Image | None = None,
    accent: str = "#0d4a3e",
    subtitle: str = "",
    is_film: bool = False,
) -> bytes:
    """The PNG of a share card.

    `title`, `kicker` (what it is: "News", a date), `subtitle` (a line or two below the title) and
    `site_name` are plain text in `language`; `direction` mirrors the card. `photo` replaces the
    picture drawn from `key`; `is_film` draws the sign for playing on it. `accent` is the brand
    colour as ``#rrggbb``, darkened for the text where it is too light.
    Raises ValueError for another direction or a colour of another form.
    """
    if direction not in ("ltr", "rtl"):
        raise ValueError(f"direction is ltr or rtl, not {direction!r}")
    rtl = direction == "rtl"
    colour = _readable(accent, PAPER)
    width, height = CARD_SIZE
    card = Image.new("RGB", CARD_SIZE, PAPER)
    draw = ImageDraw.Draw(card)

    if photo is None:
        picture = meet_image(key, (_PICTURE, height))
    else:
        upright = ImageOps.exif_transpose(photo).convert("RGB")
        picture = ImageOps.fit(upright, (_PICTURE, height), Image.Resampling.LANCZOS)
    if is_film:
        picture.paste(*_play_sign(picture))
    card.paste(picture, (0 if rtl else width - _PICTURE, 0))

    def put(text: str, baseline: float, font: ImageFont.FreeTypeFont, fill: str, at: int) -> None:
        """Text already in visual order, `at` pixels from the edge where reading begins."""
        x = width - at if rtl else at
        draw.text((x, baseline), text, font=font, fill=fill, anchor="rs" if rtl else "ls")

    small = card_font(30, bold=True)
    put(_shortened(kicker, small, _TEXT, direction), 100, small, colour, _MARGIN)

    below = _subtitle_lines(subtitle, direction)
    step = round(_leading(_SUBTITLE, direction))
    under = 0
    if below:
        under = _drop(max(_TITLE_SIZES), direction) + (len(below) - 1) * step + _SUBTITLE // 3
    fitted = fit_title(title, direction, foot=_TITLE_FOOT - under)
    font = card_font(fitted.size, bold=True)
    leading = _leading(fitted.size, direction)
    block = leading * (len(fitted.lines) - 1) + fitted.size * 0.74
    free = (_TITLE_FOOT - under - _TITLE_TOP) - block
    baseline = _TITLE_TOP + max(0.0, free * 0.36) + fitted.size * 0.74
    for line in fitted.lines:
        put(visual(line, direction), round(baseline), font, INK, _MARGIN)
        baseline += leading
    baseline += _drop(fitted.size, direction) - leading
    for line in below:
        put(line, round(baseline), card_font(_SUBTITLE), INK, _MARGIN)
        baseline += step

    mark = mark_image(60, share=1.0, colours=(colour, MARK_PAIR[1]))
    card.paste(mark, (width - _MARGIN - 60 if rtl else _MARGIN, 537), mask=mark)
    name = _shortened(site_name, small, _TEXT - 76, direction)
    put(name, 578, small, INK, _MARGIN + 76)

    out = io.BytesIO()
    if photo is None:
        flat = card.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(out, "PNG", optimize=True)
    else:
        card.quantize(256, method=Image.Quantize.MEDIANCUT).save(out, "PNG", optimize=True)
    return out.getvalue()


def card_fingerprint(
    *,
    title: str,
    kicker: str,
    site_name: str,
    language: str,
    direction: Direction,
    key: str,
    photo: Image.Image | None = None,
    accent: str = "#0d4a3e",
    subtitle: str = "",
    is_film: bool = False,
) -> str:
    """Sixteen hexadecimal digits that change when the card of these inputs would.

    It is cheap (nothing is drawn) and belongs in the card's address, which may then be cached for
    ever.
    """
    picture = "" if photo is None else hashlib.sha256(photo.convert("RGB").tobytes()).hexdigest()
    words = [title, kicker, subtitle, site_name, language, direction]
    inputs = [CARD_VERSION, *words, key, picture, accent, is_film]
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()[:16]

"""Make the two TrueType files of this folder out of the WOFF2 files of two npm packages.

A developer runs it when the fonts get a new version (the README beside it has the steps);
the site itself never does. It needs ``fonttools[woff]``, a development dependency.

    python site/core/fonts/make_fonts.py FOLDER

``FOLDER`` holds the unpacked packages as ``noto-sans/`` and ``noto-sans-arabic/``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

HERE = Path(__file__).resolve().parent
FAMILY = "Kohtaamo Sans"
WEIGHTS = {400: "Regular", 700: "Bold"}
SOURCES = (
    ("noto-sans", "latin"),
    ("noto-sans", "latin-ext"),
    ("noto-sans", "cyrillic"),
    ("noto-sans", "vietnamese"),
    ("noto-sans", "greek"),
    ("noto-sans-arabic", "arabic"),
)
LATIN = (*range(0x20, 0x250), 0x259, 0x292, *range(0x2B9, 0x2C0), 0x2C6, 0x2C7, 0x2DA, 0x2DC, 0x301)
SYMBOLS = (
    *range(0x1E80, 0x1E86), 0x1E9E, 0x1EF2, 0x1EF3, *range(0x2010, 0x2028), 0x202F, 0x2030,
    0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192,
    0x2193, 0x2212, 0x25CF, 0xFFFD,
)  # fmt: skip
CYRILLIC = (*range(0x400, 0x460), 0x490, 0x491)
#: Vietnamese is written with letters of its own, not with loose accents.
VIETNAMESE = (*range(0x1EA0, 0x1EFA), 0x20AB)
GREEK = (*range(0x370, 0x400),)
ARABIC = (*range(0x600, 0x700), *range(0xFB50, 0xFC00), 0xFDF2, *range(0xFE70, 0xFEFD))
WANTED = frozenset((*LATIN, *SYMBOLS, *CYRILLIC, *VIETNAMESE, *GREEK, *ARABIC))
KERN_LIMIT = 12  # thousandths of an em; a smaller shift is not seen on a card


def pair_adjustments(font: TTFont, glyphs: set[str]) -> dict[tuple[str, str], int]:
    """The horizontal pair kerning of `font`'s GPOS between `glyphs`, in font units.

    Pillow's basic text layout reads only the old ``kern`` table, which Noto no longer has.
    """
    pairs: dict[tuple[str, str], int] = {}
    table = font["GPOS"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(wanted):
        for plain in table.LookupList.Lookup[index].SubTable:
            sub = getattr(plain, "ExtSubTable", plain)
            if sub.LookupType != 2:
                continue
            for left in sorted(glyphs & set(sub.Coverage.glyphs)):
                if sub.Format == 1:
                    found = sub.PairSet[sub.Coverage.glyphs.index(left)].PairValueRecord
                    moves = {row.SecondGlyph: row.Value1 for row in found}
                else:
                    row2 = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)].Class2Record
                    second = sub.ClassDef2.classDefs
                    moves = {right: row2[second.get(right, 0)].Value1 for right in glyphs}
                for right, value in moves.items():
                    shift = getattr(value, "XAdvance", 0) or 0
                    if right in glyphs and abs(shift) >= KERN_LIMIT:
                        pairs.setdefault((left, right), shift)
    return pairs


def add_kern_table(font: TTFont) -> None:
    """Give `font` a ``kern`` table for the letters that titles are written in."""
    cmap = font.getBestCmap()
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÅÄÖÕåäöõŠŽšž.,:-–’”"
    letters += "".join(chr(code) for code in range(0x410, 0x450)) + "ІЇЄҐіїєґ"
    pairs = pair_adjustments(font, {cmap[ord(letter)] for letter in letters})
    strongest = sorted(pairs.items(), key=lambda item: (-abs(item[1]), item[0]))[:6000]
    sub = KernTable_format_0()
    sub.apple, sub.coverage, sub.tupleIndex, sub.kernTable = False, 1, None, dict(strongest)
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [sub]


def rename(font: TTFont, style: str) -> None:
    """Call the merged font by a name of its own: it is not the whole of Noto Sans."""
    names = font["name"]
    names.names = [row for row in names.names if row.nameID in {0, 5, 13, 14}]
    for name_id, text in {
        1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
    }.items():  # fmt: skip
        names.setName(text, name_id, 3, 1, 0x409)


def make(folder: Path, weight: int) -> Path:
    """Subset, merge and write the TTF of one `weight`; the path it was written to."""
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True, glyph_names=False)
    options.drop_tables += ["STAT", "prep", "gasp"]
    taken: set[int] = set()
    with tempfile.TemporaryDirectory() as scratch:
        parts: list[str] = []
        for package, subset in SOURCES:
            name = f"{package}-{subset}-{weight}-normal.woff2"
            font = TTFont(folder / package / "files" / name)
            codes = (WANTED & set(font.getBestCmap())) - taken
            taken |= codes
            subsetter = Subsetter(options)
            subsetter.populate(unicodes=codes)
            subsetter.subset(font)
            if subset == "latin":
                line = {tag: getattr(font["hhea"], tag) for tag in ("ascent", "descent", "lineGap")}
            font.flavor = None
            parts.append(str(Path(scratch) / f"{subset}.ttf"))
            font.save(parts[-1])
        merged = Merger().merge(parts)
    for tag, units in line.items():  # Arabic would open the lines of every language
        setattr(merged["hhea"], tag, units)
    add_kern_table(merged)
    rename(merged, WEIGHTS[weight])
    merged["post"].formatType = 3.0
    target = HERE / f"kohtaamo-sans-{WEIGHTS[weight].lower()}.ttf"
    merged.save(target)
    return target


if __name__ == "__main__":
    for each in WEIGHTS:
        path = make(Path(sys.argv[1]), each)
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")

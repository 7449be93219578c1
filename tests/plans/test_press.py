"""What Typst is given: text that it can set, as text, whatever an editor has written."""

from __future__ import annotations

import io
import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from core import languages
from plans.pdf import press
from plans.pdf.body import stepwise
from plans.pdf.document import Document
from plans.pdf.letters import (
    FONTS,
    REPLACEMENT,
    SIGNS,
    STEERING,
    WEIGHTS,
    code_points,
    glyphs,
    settable,
)
from plans.pdf.pieces import NO_TEXT, Pen, settled, table, terms
from plans.rich_text import Links, tree_of

NASTY = (
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") #eval("1")',
    "$ x^2 $ `raw` ```block``` // a comment /* another",
    "= heading - list + enum / term: x",
    "*b* _i_ ~ -- --- ... <label> @reference \\u{1f600} \\",
    "[content] {code} (paren) \"quoted\" 'single'",
    "\x00\x01\x07\x1b[31m\x7f\x85\ufeff\ufffe\ue000\ud800",
    "😀 👩‍👩‍👧 🇫🇮 中文 हिन्दी ắ ễ α",
    "\u202eevil\u202c \u2066isolated\u2069 a\u0301\u0302\u0303",
    "سلام " * 20 + "a" * 400,
    "".join(sorted(SIGNS)),
)


def document(code: str, *blocks) -> Document:
    """Return a document in the language ``code``, made as ``document_of`` makes it."""
    pen = Pen(code)
    return Document(
        settled(
            {
                "lang": pen.lang,
                "dir": pen.direction,
                "title": pen.t("".join(NASTY)),
                "author": NASTY[0],
                "description": NASTY[7],
                "brand": "#0d4a3e",
                "logo": None,
                "kicker": [pen.t(NASTY[1])],
                "foot": {"version": pen.t(NASTY[2]), "address": "https://www.example.org/"},
                "blocks": list(blocks),
            }
        )
    )


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_letters_of_a_font_are_those_that_another_reader_finds(name):
    path = FONTS / f"kohtaamo-sans-{name}.ttf"
    assert code_points(path.read_bytes()) == set(TTFont(path).getBestCmap())


def test_the_fonts_have_the_letters_of_every_language_the_site_knows():
    sami = "áčđŋšŧžÁČĐŊŠŦŽ âäöåÂ ʒǯǥǧǩõʹʼǮƷǤǦǨÕ"
    arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىًٌٍَُِّْ،؛؟"
    names = "".join(language.endonym for language in languages.KNOWN.values())
    people = "Nguyễn Thị Ánh, Đặng Ươm, Ελένη Παπαδοπούλου"
    text = unicodedata.normalize(
        "NFC", sami + arabic + names + people + "ґєіїҐЄІЇ ыъэё €§–—•…“”’«»"
    )
    assert {sign for sign in text if ord(sign) not in glyphs() and not sign.isspace()} == set()


@given(st.text())
def test_a_text_holds_only_what_can_be_set_and_twice_is_as_once(text):
    shown = settable(text)
    assert settable(shown) == shown
    assert all(ord(sign) in glyphs() or sign in STEERING for sign in shown)
    unset = {REPLACEMENT, *STEERING}
    if not unset & set(text):
        kept = [sign for sign in unicodedata.normalize("NFC", text) if ord(sign) in glyphs()]
        letters = [sign for sign in kept if not sign.isspace()]
        assert letters == [sign for sign in shown if not sign.isspace() and sign not in unset]


@given(
    st.recursive(
        st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["t", "c", "href", "k", "alt", "title"]), inner)
        ),
        max_leaves=8,
    )
)
def test_no_text_of_a_document_is_left_out(value):
    def texts(each, name=""):
        if isinstance(each, str):
            return [] if name in NO_TEXT else [each]
        parts = each.items() if isinstance(each, dict) else ((name, part) for part in each)
        return [text for key, part in parts for text in texts(part, key)]

    for text in texts(settled(value)):
        assert all(ord(sign) in glyphs() or sign in STEERING for sign in text)


@pytest.mark.parametrize("code", ["fi", "ar", "sms"])
def test_whatever_is_written_is_set_as_text_and_the_standard_is_kept(code):
    pen = Pen(code)
    blocks = [
        {"k": "contents", "c": [pen.t(NASTY[3])]},
        *(pen.h(1 + place % 3, pen.t(text)) for place, text in enumerate(NASTY[:1] * 2 + NASTY)),
        *(pen.p(pen.t(text), pen.t(text, "ar"), pen.t(text, "sv", bold=True)) for text in NASTY),
        *terms([([pen.t(text)], [pen.p(pen.t(text))]) for text in NASTY]),
        table(
            (0, 1),
            [[pen.t(NASTY[1])], []],
            [[[pen.t(t)], [pen.name(t)]] for t in NASTY],
            [pen.t(NASTY[0])],
            first=True,
        ),
        {"k": "quote", "c": [pen.p(pen.t(NASTY[5]))], "by": [pen.t(NASTY[6])]},
        {"k": "bar", "parts": [{"state": "done", "count": 1}, {"state": "dropped", "count": 999}]},
        *pen.inside("ar", tree_of("".join(f"<li>{text}" for text in NASTY[4:8]), Links())),
        pen.p(
            pen.a('https://www.example.org/?q="#[', pen.t("x")), pen.a("javascript:1", pen.t("y"))
        ),
    ]
    content = press.pressed(document(code, *blocks))
    words = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split()
    )
    if code == "fi":
        for text in (*NASTY[:2], NASTY[5], "✓", "≥", "→"):
            assert text in words
        assert REPLACEMENT in words  # the emoji
    assert "root:" not in words


def test_no_level_of_headings_is_left_out():
    pen = Pen("fi")
    three, two = pen.h(3, pen.t("a")), pen.h(2, pen.t("b"))
    (foreign,) = pen.inside("sv", [three])
    blocks = stepwise([three, pen.p(pen.t("x")), three, two, foreign, foreign])
    heads = [block["c"][0] if block["k"] == "in" else block for block in blocks]
    assert [head["level"] for head in heads if head["k"] == "h"] == [2, 3, 2, 3, 3]
    assert blocks[-1]["lang"] == "sv"


def test_a_fault_is_told_in_the_words_of_typst():
    broken = document("fi")
    broken.data["blocks"] = [{"k": "p", "c": [{"k": "t", "t": "😀"}]}]  # past the sieve
    with pytest.raises(press.PdfError, match="could not be displayed"):
        press.pressed(broken)

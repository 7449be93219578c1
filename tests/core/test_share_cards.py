"""A share card holds its title, whatever the language and however long the word."""

import io
import unicodedata

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from core import share_cards
from core.share_cards import CARD_SIZE, card_fingerprint, fit_title, render_share_card, visual

CARD = {
    "title": "Kolme kohtaamista, jotka muuttivat päivän",
    "kicker": "Kampanja",
    "site_name": "Kohtaamo",
    "language": "fi",
    "direction": "ltr",
    "key": "page-1",
}
LETTERS = {
    "Finnish, Swedish": "abcdefghijklmnopqrstuvwxyzåäöšž",
    "Northern Sami": "áčđŋšŧž",
    "Inari Sami": "áâäčđŋšž",
    "Skolt Sami": "âčʒǯđǧǥǩŋõšžåäʹ",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Estonian, Somali, Turkish": "õüçğıİşö",
    "marks": "0123456789.,:;!?–—-’”»«()/&%+€§…·",
}
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگکی؟،؛٠١٢٣٤٥٦٧٨٩"
LONG_WORD = "Yhdenvertaisuussuunnitelmatyöryhmäkokouspöytäkirjaluonnosvalmistelu" * 3


def opened(**changes) -> Image.Image:
    return Image.open(io.BytesIO(render_share_card(**{**CARD, **changes}))).convert("RGB")


def test_a_card_has_the_size_that_networks_ask_for():
    card = render_share_card(**CARD)
    assert card.startswith(b"\x89PNG")
    assert Image.open(io.BytesIO(card)).size == (1200, 630)
    assert len(card) < 120_000


def test_the_same_inputs_give_the_same_card():
    assert render_share_card(**CARD) == render_share_card(**CARD)


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_every_letter_of_our_languages_has_a_glyph(weight):
    path = share_cards._FONTS / f"kohtaamo-sans-{weight}.ttf"
    cmap = TTFont(path).getBestCmap()
    for language, letters in LETTERS.items():
        missing = [sign for sign in letters + letters.upper() if ord(sign[0]) not in cmap]
        assert not missing, f"{language}: {missing}"


def test_every_shape_of_every_arabic_letter_has_a_glyph():
    cmap = TTFont(share_cards._FONTS / "kohtaamo-sans-bold.ttf").getBestCmap()
    forms = "".join(f"{sign} {sign * 3} لا لله الله {sign}ا" for sign in ARABIC)
    missing = {hex(ord(sign)) for sign in visual(forms, "rtl") if ord(sign) not in cmap}
    assert not missing


def test_the_fonts_stay_small():
    fonts = list(share_cards._FONTS.glob("*.ttf"))
    assert len(fonts) == 2
    assert sum(path.stat().st_size for path in fonts) < 1_200_000


def test_arabic_letters_are_joined_and_reversed():
    shown = visual("خطة", "rtl")
    assert shown != "خطة"
    assert all(0xFB50 <= ord(sign) <= 0xFEFC for sign in shown)
    assert unicodedata.name(shown[-1]) == "ARABIC LETTER KHAH INITIAL FORM"


def test_numbers_and_latin_names_inside_arabic_stay_left_to_right():
    shown = visual("خطة المساواة لعام 2026 في Kuopio (THL)", "rtl")
    assert "2026" in shown
    assert "Kuopio (THL)" in shown
    assert shown.index("Kuopio") < shown.index("2026")


def test_shaped_arabic_is_what_the_card_shows(monkeypatch):
    arabic = {"title": "خطة المساواة", "language": "ar", "direction": "rtl"}
    shaped = opened(**arabic)
    monkeypatch.setattr(share_cards, "visual", lambda text, direction: text)
    assert opened(**arabic).tobytes() != shaped.tobytes()


def test_a_card_from_right_to_left_is_mirrored():
    ltr, rtl = opened(title="A"), opened(title="A", direction="rtl")
    paper = ltr.getpixel((5, 5))
    assert ltr.getpixel((1195, 5)) != paper
    assert rtl.getpixel((1195, 5)) == paper
    assert rtl.getpixel((5, 5)) != paper


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(
    "title", [LONG_WORD, "Lautakunta " * 60, "خطةالمساواة" * 20, "W" * 300, "i", "–" * 200]
)
def test_no_title_leaves_its_column(title, direction):
    """The margin beside the text, and the strip between text and picture, stay bare paper."""
    card, empty = (opened(title=text, direction=direction) for text in (title, ""))
    margin = (0, 0, 60, 630) if direction == "ltr" else (1140, 0, 1200, 630)
    gutter = (690, 0, 742, 630) if direction == "ltr" else (458, 0, 510, 630)
    for box in (margin, gutter):
        assert _differing(card.crop(box), empty.crop(box)) == 0


def _differing(one: Image.Image, other: Image.Image) -> int:
    """How many pixels differ by more than the palette's rounding."""
    pairs = zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    return sum(abs(a - b) > 12 for a, b in pairs)


def test_a_compound_is_broken_with_a_hyphen_where_the_next_syllable_begins():
    lines = fit_title("Yhdenvertaisuussuunnitelmatyöryhmäkokous", "ltr").lines
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(lines).replace("-", "") == "Yhdenvertaisuussuunnitelmatyöryhmäkokous"


def test_a_soft_hyphen_says_where_to_break_and_is_never_drawn():
    lines = fit_title("Yhdenvertaisuus\xadsuunnitelmatyöryhmän\xadkokousmuistio", "ltr").lines
    assert lines[0] == "Yhdenvertaisuus-"
    assert not any("\xad" in line for line in lines)


def test_a_short_title_is_large_and_a_long_one_has_five_lines_at_most():
    assert fit_title("Haku", "ltr").size == max(share_cards._TITLE_SIZES)
    long = fit_title("Hyvinvointialueiden ja kuntien yhteinen seurantaryhmä " * 6, "ltr")
    assert len(long.lines) == 5
    assert long.lines[-1].endswith("…")


def test_lines_are_balanced():
    fitted = fit_title("Kymmenen kuntaa mukaan koulutukseen", "ltr")
    widths = [len(line) for line in fitted.lines]
    assert max(widths) <= 2 * min(widths)


def test_an_emoji_leaves_no_empty_box():
    assert fit_title("Kiitos 🎉 kaikille", "ltr").lines == fit_title("Kiitos kaikille", "ltr").lines


def test_a_photo_takes_the_place_of_the_picture():
    photo = Image.new("RGB", (300, 900), "#ff00ff")
    red, green, blue = opened(photo=photo).getpixel((1000, 300))
    assert (red > 240, green < 15, blue > 240) == (True, True, True)
    assert opened(photo=photo).size == CARD_SIZE


def test_an_unknown_direction_is_refused():
    with pytest.raises(ValueError, match="direction"):
        render_share_card(**{**CARD, "direction": "auto"})


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Toinen"},
        {"kicker": "Uutinen"},
        {"site_name": "Möte"},
        {"language": "sv"},
        {"direction": "rtl"},
        {"key": "page-2"},
        {"photo": Image.new("RGB", (8, 8))},
        {"accent": "#1c5fa8"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_fingerprint_changes_with_each_input(change):
    assert card_fingerprint(**CARD) != card_fingerprint(**{**CARD, **change})


def test_the_fingerprint_changes_with_the_photo_and_with_the_version(monkeypatch):
    one, other = (Image.new("RGB", (8, 8), colour) for colour in ("#000000", "#000001"))
    assert card_fingerprint(**CARD, photo=one) != card_fingerprint(**CARD, photo=other)
    before = card_fingerprint(**CARD)
    assert len(before) == 16
    monkeypatch.setattr(share_cards, "CARD_VERSION", share_cards.CARD_VERSION + 1)
    assert card_fingerprint(**CARD) != before

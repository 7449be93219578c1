"""Long words of headings break where people would break them."""

from __future__ import annotations

import pytest

from core.templatetags.page_tags import soft_hyphens


@pytest.mark.parametrize(
    ("lang", "word", "broken"),
    [
        ("fi", "yhdenvertaisuussuunnitelma", "yhden-ver-tai-suus-suun-ni-telma"),
        ("sv", "språkpromenaden", "språk-pro-me-naden"),
        ("sv", "Tillgänglighetsutlåtande", "Till-gäng-lig-hets-ut-lå-tande"),
        ("sv", "mångkulturprogram", "mång-kul-tur-pro-gram"),
        ("sv", "kommunikationsplaner", "kom-mu-ni-ka-tions-planer"),
        ("sv", "verkstad", "verkstad"),
        ("en", "internationalisation", "internationalisation"),
    ],
)
def test_a_long_word_breaks_between_syllables(lang, word, broken):
    assert soft_hyphens(word, lang).replace("\u00ad", "-") == broken

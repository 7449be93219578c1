"""A person's words, with her name and role as far as they are told."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import QuoteBlock


def shown(**given):
    block = QuoteBlock()
    return block.render(
        block.to_python({"text": "Meiltä kysyttiin ajoissa.", "speaker": "", "role": "", **given})
    )


def test_the_words_are_a_quotation_and_the_speaker_its_caption():
    html = shown(speaker="Aino Esimerkki", role="puheenjohtaja")
    quotation = html[html.index("<blockquote") : html.index("</blockquote>")]
    assert "Meiltä kysyttiin ajoissa." in quotation
    assert "Aino Esimerkki" not in quotation
    caption = html[html.index("<figcaption") :]
    assert "Aino Esimerkki" in caption
    assert "puheenjohtaja" in caption


def test_without_a_speaker_there_is_no_empty_caption():
    assert "<figcaption" not in shown()


def test_an_empty_quotation_is_refused():
    block = QuoteBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"text": "", "speaker": "Aino Esimerkki"}))


def test_markup_in_the_words_is_text():
    assert "<script>" not in shown(text="<script>alert(1)</script>")

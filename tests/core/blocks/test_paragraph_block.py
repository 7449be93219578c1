"""Running text: links, lists, bold and italics, and nothing else."""

from core.blocks import ParagraphBlock
from core.blocks.text import TEXT_FEATURES


def test_it_shows_its_text():
    block = ParagraphBlock()
    html = block.render(block.to_python("<p>Kolme iltaa, <b>viisi</b> kieltä.</p>"))
    assert "<b>viisi</b>" in html


def test_headings_are_not_offered_inside_a_paragraph():
    assert not [feature for feature in TEXT_FEATURES if feature.startswith("h")]
    assert ParagraphBlock().features == TEXT_FEATURES


def test_what_is_not_offered_does_not_survive_saving():
    block = ParagraphBlock()
    field = block.field.widget
    written = '{"blocks":[{"key":"a","text":"Otsikko","type":"header-one","depth":0,"inlineStyleRanges":[],'
    written += '"entityRanges":[]}],"entityMap":{}}'
    saved = field.value_from_datadict({"text": written}, {}, "text")
    assert "<h1" not in saved

"""Text that opens: works without scripts, and closed words stay in the page for search."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import AccordionBlock


def shown(**given):
    block = AccordionBlock()
    value = {"title": "Kuka voi osallistua?", "text": "<p>Kaikki.</p>", "is_open": False, **given}
    return block.render(block.to_python(value))


def test_it_is_a_details_element_that_holds_its_text_while_closed():
    html = shown()
    assert "<details" in html
    assert "Kuka voi osallistua?" in html[html.index("<summary") : html.index("</summary>")]
    assert "Kaikki." in html
    assert " open" not in html[: html.index("<summary")]


def test_it_can_be_open_from_the_start():
    html = shown(is_open=True)
    assert " open" in html[: html.index("<summary")]


def test_a_heading_is_needed():
    block = AccordionBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"title": "", "text": "<p>Kaikki.</p>"}))


def test_markup_in_the_heading_is_text():
    assert "<script>" not in shown(title="<script>alert(1)</script>")

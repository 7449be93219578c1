"""An image in the body: described in the page's language, or said to be decoration."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import PictureBlock
from tests.factories import PhotographFactory

pytestmark = pytest.mark.django_db


def shown(**given):
    block = PictureBlock()
    value = {
        "image": PhotographFactory().pk,
        "alt_text": "Kaksi ihmistä torilla.",
        "is_decorative": False,
        "caption": "",
        **given,
    }
    return block.render(block.to_python(value))


def test_the_description_is_the_text_alternative():
    assert 'alt="Kaksi ihmistä torilla."' in shown()


def test_decoration_has_an_empty_one_whatever_was_written():
    html = shown(is_decorative=True)
    assert 'alt=""' in html
    assert "Kaksi ihmistä" not in html


def test_modern_formats_come_first():
    html = shown()
    assert html.index("image/avif") < html.index("image/webp")


def test_caption_and_photographer_stand_under_it():
    html = shown(caption="Torilla on aikaa.")
    caption = html[html.index("<figcaption") :]
    assert "Torilla on aikaa." in caption
    assert "Aino Esimerkki" in caption


def test_a_deleted_image_leaves_nothing_behind():
    assert not shown(image=None).strip()


def test_an_image_is_needed():
    block = PictureBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"image": None, "alt_text": "Tori"}))

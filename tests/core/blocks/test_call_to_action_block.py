"""A call to action leads to exactly one place."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import CallToActionBlock
from tests.factories import HomePageFactory


def value(block: CallToActionBlock, **given):
    return block.to_python(
        {"text": "Hae mukaan", "introduction": "", "page": None, "url": "", **given}
    )


def test_no_target_is_refused():
    block = CallToActionBlock()
    with pytest.raises(ValidationError):
        block.clean(value(block))


@pytest.mark.django_db
def test_two_targets_are_refused():
    block = CallToActionBlock()
    page = HomePageFactory(slug="etusivu")
    with pytest.raises(ValidationError):
        block.clean(value(block, page=page.pk, url="https://www.example.org/"))


def test_an_outside_address_says_its_host():
    block = CallToActionBlock()
    cleaned = block.clean(value(block, url="https://haku.example.org/x"))
    assert (cleaned.href, cleaned.host) == ("https://haku.example.org/x", "haku.example.org")


def test_a_script_is_no_address():
    block = CallToActionBlock()
    with pytest.raises(ValidationError):
        block.clean(value(block, url="javascript:alert(1)"))

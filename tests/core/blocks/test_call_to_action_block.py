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
    assert (cleaned.href_among(None, "fi"), cleaned.host) == (
        "https://haku.example.org/x",
        "haku.example.org",
    )


def test_a_script_is_no_address():
    block = CallToActionBlock()
    with pytest.raises(ValidationError):
        block.clean(value(block, url="javascript:alert(1)"))


@pytest.mark.django_db
def test_there_is_no_button_to_a_page_that_is_not_public(town, client):
    item, target = town.items["fi"], town.standards["fi"]
    button = {"text": "Lue tiedot", "introduction": "", "page": target.pk, "url": ""}
    item.body = [{"type": "call_to_action", "value": button}]
    item.save_revision().publish()
    assert "Lue tiedot" in client.get(item.url).content.decode()
    target.unpublish()
    text = client.get(item.url).content.decode()
    assert "Lue tiedot" not in text
    assert target.slug not in text

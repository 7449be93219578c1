"""Headings inside the body: two levels, each with an anchor where its words allow one."""

import pytest
from django.core.exceptions import ValidationError

from core.blocks import HeadingBlock


def value(**given):
    return HeadingBlock().to_python({"text": "Näin suunnitelma syntyi", "level": "2", **given})


def test_the_levels_are_two_and_three():
    assert (value().tag, value(level="3").tag) == ("h2", "h3")
    assert "<h2" in HeadingBlock().render(value())
    assert "<h3" in HeadingBlock().render(value(level="3"))


@pytest.mark.parametrize("level", ["1", "4", ""])
def test_another_level_is_refused(level):
    with pytest.raises(ValidationError):
        HeadingBlock().clean(value(level=level))


def test_the_anchor_is_made_of_the_words():
    assert value().anchor == "nain-suunnitelma-syntyi"
    assert 'id="nain-suunnitelma-syntyi"' in HeadingBlock().render(value())


def test_a_script_without_latin_letters_has_no_anchor_and_no_empty_id():
    arabic = value(text="المساواة")
    assert arabic.anchor == ""
    assert "id=" not in HeadingBlock().render(arabic)


def test_two_headings_with_the_same_words_do_not_share_an_id(rf):
    request = rf.get("/")
    html = "".join(HeadingBlock().render(value(), context={"request": request}) for _time in "ab")
    assert html.count('id="nain-suunnitelma-syntyi"') == 1


def test_an_empty_heading_is_refused():
    with pytest.raises(ValidationError):
        HeadingBlock().clean(value(text=""))

"""Rich text without tags, there and back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.strings import StringValue

from translations.editor.notation import (
    from_plain,
    missing_links,
    plain,
    tidied,
    to_html,
    to_notation,
    to_view,
    words_of_links,
)

SOURCE = (
    'Tule <b>maanantaina</b>, lue <a id="a1">suunnitelma</a> '
    'ja <a id="a2"><i>ohje</i></a>.<br/>A &amp; B'
)


@pytest.mark.parametrize(
    "html",
    [
        SOURCE,
        "Hei <strong>sinä</strong> ja <em>minä</em>",
        "Kirjoita <code>x_1 * [y]</code> {näin} \\ ja 2**3 __init__",
        "",
    ],
)
def test_what_is_stored_comes_back_as_it_was(html):
    assert to_html(to_notation(html), html) == html


def test_the_notation_is_readable():
    assert to_notation(SOURCE) == (
        "Tule **maanantaina**, lue [1|suunnitelma] ja [2|__ohje__].\nA & B"
    )
    assert to_html("Läs [2|__anvisningen__] & [1|planen]", SOURCE) == (
        'Läs <a id="a2"><i>anvisningen</i></a> &amp; <a id="a1">planen</a>'
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[3|fel]", "3"),
        ("**fet", "**"),
        ("__kursiv", "__"),
        ("[1|länk", "]"),
        ("[1|a **b] c**", "**"),
        ("[1|a [2|b]]", ""),
        ("{code|x", "}"),
    ],
)
def test_what_is_not_finished_is_refused_with_a_sentence(text, says):
    with pytest.raises(ValidationError) as refused:
        to_html(text, SOURCE)
    assert says in refused.value.messages[0]


def test_tags_are_words_here_and_never_markup():
    html = to_html("<script>x</script> [1|<b>]", SOURCE)
    assert html == '&lt;script&gt;x&lt;/script&gt; <a id="a1">&lt;b&gt;</a>'


def test_single_signs_are_themselves():
    assert to_html("a * b _ c [x] {y} 3|4 ]", SOURCE) == "a * b _ c [x] {y} 3|4 ]"
    assert to_html("****tom", SOURCE) == "tom"
    assert to_html("[1|]\ntom", SOURCE) == "tom"


def test_a_chip_says_where_its_link_leads_and_nothing_else_becomes_markup():
    view = to_view(SOURCE, {"a1": '"><script>', "a2": "example.org"})
    assert 'data-link="1" data-target="&quot;&gt;&lt;script&gt;"' in view
    assert (
        '<span class="te-link" data-link="2" data-target="example.org"><i>ohje</i></span>' in view
    )
    assert "A &amp; B" in view
    assert "<a" not in view


def test_links_are_told():
    assert words_of_links(SOURCE) == {"a1": "suunnitelma", "a2": "ohje"}
    assert missing_links(SOURCE, 'Läs <a id="a2">anvisningen</a>') == ["a1"]


def test_plain_texts_are_stored_as_wagtail_localize_stores_them():
    assert from_plain(" A & <b>\r\nB\x00 ") == "A &amp; &lt;b&gt;<br/>B"
    assert plain(from_plain("A & <b>\nB")) == "A & <b>\nB"


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
SIGNS = st.lists(
    st.one_of(TEXTS, st.sampled_from(["**", "__", "[1|", "]", "{code|", "}", "\\", "\n"]))
)


@given(SIGNS)
def test_whatever_is_written_is_refused_or_stored_as_allowed(pieces):
    try:
        html = to_html("".join(pieces), SOURCE)
    except ValidationError:
        return
    StringValue.from_translated_html(html)
    assert to_html(to_notation(html), SOURCE) == html


@given(TEXTS)
def test_a_plain_text_comes_back(text):
    assert plain(from_plain(text)) == tidied(text)

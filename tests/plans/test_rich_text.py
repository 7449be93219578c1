"""Rich text as a tree: every word is kept, none is markup, and links lead only where one may click."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.rich_text import DEEPEST_LIST, Links, paragraph, plain, safe_address, tree_of

LINKS = Links("https://www.example.org", {7: "https://www.example.org/fi/sivu/"}, {})
TAGS = st.sampled_from(
    ["p", "ul", "ol", "li", "b", "i", "a", "br", "h2", "div", "strong", "em", "blockquote"]
)
#: Words, opened and closed tags in any order: what a broken import may have put into the database.
SOUP = st.lists(
    st.one_of(
        st.text(max_size=12).map(escape),
        TAGS.map(lambda tag: f"<{tag}>"),
        TAGS.map(lambda tag: f"</{tag}>"),
        st.just('<a href="javascript:alert(1)">'),
        st.just('<a linktype="page" id="7">'),
    ),
    max_size=40,
).map("".join)


def walk(blocks, depth=0):
    """Yield each node with the number of lists around it."""
    for node in blocks:
        yield node, depth
        for child in node.get("c", ()):
            is_item = isinstance(child, list)
            yield from walk(child if is_item else [child], depth + is_item)


@given(SOUP)
def test_whatever_is_nested_wrongly_a_tree_of_known_nodes_comes_out(html):
    shapes = {
        "p": {"k", "c"},
        "ul": {"k", "c"},
        "ol": {"k", "c"},
        "t": {"k", "t", "b", "i"},
        "br": {"k"},
        "a": {"k", "href", "c"},
    }
    for node, depth in walk(tree_of(html, LINKS)):
        assert node.keys() <= shapes[node["k"]]
        assert node.get("c", True)  # nothing is empty
        assert node.get("href", "https:").startswith("https:")
        assert depth <= DEEPEST_LIST


@given(st.text())
def test_no_word_of_a_paragraph_is_lost_and_none_is_read_as_markup(text):
    words = text.replace("\r", " ").replace("\x00", " ")
    tree = tree_of(f"<p>{escape(words)}</p>", LINKS)
    assert plain(tree).split() == words.split()
    assert {node["k"] for node, _depth in walk(tree)} <= {"p", "t"}


@given(st.text())
def test_a_plain_text_keeps_its_words(text):
    assert plain(paragraph(text)).split() == text.split()


def test_lists_bold_and_links():
    html = (
        '<p>Lue <b>ensin</b> <a linktype="page" id="7">sivu</a><br/>ja '
        '<a linktype="page" id="8">luonnos</a>.</p><ol><li>yksi<ul><li>a</li></ul></li><li>kaksi</li></ol>'
    )
    tree = tree_of(html, LINKS)
    assert plain(tree) == "Lue ensin sivu\nja luonnos.\n1. yksi\n– a\n2. kaksi"
    links = [node["href"] for node, _depth in walk(tree) if node["k"] == "a"]
    assert links == ["https://www.example.org/fi/sivu/"]  # a draft is led to by no link
    assert [node["t"] for node, _depth in walk(tree) if node.get("b")] == ["ensin"]


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("/fi/", "https://www.example.org/fi/"),
        ("#kohta", "https://www.example.org/#kohta"),
        ("mailto:kirjaamo@example.org", "mailto:kirjaamo@example.org"),
        ("JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("http://[::1", ""),
        ("", ""),
        ("https://example.org/" + "a" * 3000, ""),
    ],
)
def test_an_address_is_absolute_or_none(address, absolute):
    assert safe_address(address, "https://www.example.org") == absolute

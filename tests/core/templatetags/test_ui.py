"""The tags that print interface texts: right text, right ``lang``, nothing unescaped."""

from __future__ import annotations

import gettext
import json

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import mark_safe
from django.utils.translation import override, trans_real

from core.messages.catalogues import compile_all


@pytest.fixture(autouse=True, scope="module")
def _compiled_catalogues():
    """Compile the catalogues, and forget what was read before they were."""
    if compile_all():
        gettext._translations.clear()
        trans_real._translations.clear()
        trans_real._default = None
        trans_real.translation_catalog_exists.cache_clear()


def render(language: str, source: str, **values: object) -> str:
    """Render a template as a page in ``language`` would."""
    with override(language):
        return Template("{% load ui %}" + source).render(Context(values))


def test_a_text_of_the_page_language_is_plain():
    assert render("sv", '{% ui "Publish" %}') == "Publicera"
    assert render("en", '{% ui "Publish" %}') == "Publish"


def test_a_borrowed_text_says_which_language_it_is_in():
    assert render("se", '{% ui "Publish" %}') == '<span lang="fi" dir="ltr">Julkaise</span>'
    assert render("ar", '{% ui "Nobody has this" %}') == (
        '<span lang="en" dir="ltr">Nobody has this</span>'
    )


def test_easy_to_read_finnish_borrows_finnish_without_a_span():
    assert render("fi-simple", '{% ui "Publish" %}') == "Julkaise"


def test_values_are_escaped_unless_safe():
    source = '{% ui "Nobody <b> has %(a)s, %(b)s" a=a b=b %}'
    out = render("en", source, a="<i>", b=mark_safe("<u>1</u>"))
    assert out == "Nobody &lt;b&gt; has &lt;i&gt;, <u>1</u>"


@pytest.mark.parametrize(("count", "said"), [(1, "1 sida"), (3, "3 sidor")])
def test_a_plural_follows_the_count(count, said):
    source = '{% ui "1 page" plural "%(counter)s pages" count=n counter=n %}'
    assert render("sv", source, n=count) == said


@pytest.mark.parametrize(("count", "said"), [(1, "1 thing here"), (3, "3 things here")])
def test_a_plural_without_translation_is_english(count, said):
    source = '{% ui "%(count)s thing here" plural "%(count)s things here" count=n %}'
    assert render("en", source, n=count) == said


def test_context_tells_two_meanings_apart():
    assert render("fi", '{% ui "May" context "alt. month" %}') == "toukokuuta"
    assert render("fi", '{% ui "May" %}') == "toukokuu"


def test_text_for_an_attribute_has_no_markup_and_knows_its_language():
    source = (
        '{% ui_text "Publish" as label %}'
        '<button aria-label="{{ label }}" lang="{{ label.lang }}" dir="{{ label.direction }}">'
    )
    assert render("se", source) == '<button aria-label="Julkaise" lang="fi" dir="ltr">'


def test_text_is_escaped_once_printed_or_stored():
    expected = "Nobody &quot;has&quot; this &amp; &lt;i&gt;"
    source = """'Nobody "has" this & %(a)s' a=a"""
    assert render("en", "{% ui_text " + source + " %}", a="<i>") == expected
    assert render("en", "{% ui_text " + source + " as text %}{{ text }}", a="<i>") == expected


def test_stored_text_is_a_string_to_json():
    context = Context({})
    with override("sv"):
        Template('{% load ui %}{% ui_text "Publish" as name %}').render(context)
    assert json.dumps({"name": context["name"]}) == '{"name": "Publicera"}'


def test_stored_markup_is_not_escaped_again():
    out = render("se", '{% ui "Publish" as text %}{{ text }}')
    assert out == '<span lang="fi" dir="ltr">Julkaise</span>'


def test_the_language_of_a_text_can_be_asked_for():
    assert render("se", '{% ui_lang "Publish" %}') == "fi"
    assert render("sv", '{% ui_lang "Publish" as code %}[{{ code }}]') == "[sv]"


def test_a_notice_is_written_in_the_language_of_the_version_that_is_missing():
    source = (
        '{% in_language code "Publish" as notice %}<p lang="{{ notice.lang }}">{{ notice }}</p>'
    )
    assert render("fi", source, code="sv") == '<p lang="sv">Publicera</p>'
    assert render("sv", source, code="se") == '<p lang="fi">Julkaise</p>'


def test_numbers_are_written_in_the_language_of_the_text(settings):
    settings.USE_THOUSAND_SEPARATOR = True
    out = render("ar", '{% ui "Nobody has %(n)s" n=n %}', n=12345)
    assert out == '<span lang="en" dir="ltr">Nobody has 12,345</span>'


def test_a_percent_sign_stands_for_itself_where_there_are_no_values():
    assert render("en", '{% ui "100 % here" %}') == "100 % here"


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("{% ui text %}", "string literal"),
        ("{% ui %}", "string literal"),
        ('{% ui "a" plural "b" %}', "needs count"),
        ('{% ui "a" plural b count=1 %}', "plural needs a string literal"),
        ('{% ui "a" context %}', "context needs a string literal"),
        ('{% ui "a" b %}', "'b' was not expected"),
        ('{% ui "a" as %}', "one name"),
        ('{% ui "a" as b c %}', "one name"),
        ('{% in_language "sv" %}', "needs a language code and a text"),
    ],
)
def test_a_tag_that_cannot_be_extracted_is_refused(tag, fault):
    with pytest.raises(TemplateSyntaxError, match=fault):
        Template("{% load ui %}" + tag)


def test_a_place_without_a_value_is_an_error_not_a_hole():
    with pytest.raises(KeyError):
        render("en", '{% ui "Nobody %(a)s %(b)s" a=1 %}')

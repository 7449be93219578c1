"""The sites that may embed our films: https origins, and nothing a content policy could misread."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from core.origins import origin, origins_in, validate_origins


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.example.org", "https://www.example.org"),
        ("  https://WWW.Example.org/  ", "https://www.example.org"),
        ("https://example.org:443", "https://example.org"),
        ("https://example.org:8443/", "https://example.org:8443"),
        ("https://äitiys.example.fi", "https://xn--itiys-fra.example.fi"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_an_origin_is_written_as_a_policy_names_it(written, meant):
    assert origin(written) == meant


REFUSED = [
    "",
    "example.org",
    "http://example.org",
    "https://",
    "https://example",
    "https://*.example.org",
    "https://example.org/a-page",
    "https://example.org?x=1",
    "https://example.org#x",
    "https://anna:secret@example.org",
    "https://example.org; script-src *",
    "https://example.org 'unsafe-inline'",
    "https://example.org,https://other.example",
    "https://example.org:99999",
    "https://example.org:port",
    "https://-example.org",
    "https://exa_mple.org",
    "https://[::1]",
    "javascript:alert(1)",
    "'self'",
    "*",
    "https://" + "a" * 64 + ".org",
    "https://example.org\x00",
    "https://exa\tmple.org",
]


@pytest.mark.parametrize("written", REFUSED)
def test_anything_else_is_refused_and_the_line_is_named(written):
    with pytest.raises(ValueError, match=r".*"):
        origin(written)
    if written.strip():
        with pytest.raises(ValidationError) as refused:
            validate_origins(f"https://www.example.org\n{written}")
        assert len(refused.value.messages) == 1
        assert written.strip()[:20] in refused.value.messages[0]


@given(st.text(max_size=60))
def test_no_text_whatever_brings_more_than_an_origin_into_a_policy(text):
    for found in origins_in(f"{text}\nhttps://example.org/{text}\nhttps://{text}"):
        assert found.isascii()
        assert not set(found) & set(" ;,'\"*\t\r\n\\@?#")
        assert found.startswith(("https://", "http://localhost", "http://127.0.0.1"))


def test_each_is_named_once_and_empty_lines_are_nothing():
    assert origins_in("https://a.example\n\n https://A.example/ \nhttps://b.example") == [
        "https://a.example",
        "https://b.example",
    ]
    validate_origins("\n\n")

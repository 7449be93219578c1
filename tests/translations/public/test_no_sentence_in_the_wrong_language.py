"""No Finnish sentence stands under another language: on no page type, in no feed, for no machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Comment, Tag

from tests.translations.public.untranslated import MARK

pytestmark = pytest.mark.django_db
ADDRESSES = frozenset({"href", "src", "srcset", "id", "for", "action", "value", "name"})


def plain(text: str) -> str:
    return text.replace("\u00ad", "")


def lang_of(element: Tag | None) -> str:
    """Return the language that a browser takes the text of ``element`` to be in."""
    while element is not None:
        if element.get("lang") is not None:
            return str(element["lang"])
        element = element.parent
    return ""


def wrong(html: bytes) -> tuple[int, list[str]]:
    """Return how many Finnish texts a page holds, and those that it passes off as Swedish."""
    document, right, found = BeautifulSoup(html, "html.parser"), 0, []
    for text in document.find_all(string=True):
        if isinstance(text, Comment) or text.parent.name in {"script", "style"}:
            continue
        if MARK in plain(text):
            right += 1
            if lang_of(text.parent) != "fi":
                found.append(f"<{text.parent.name} {text.parent.attrs}> {text.strip()[:80]}")
    for element in document.find_all(True):
        for name, value in element.attrs.items():
            if MARK in plain(str(value)) and lang_of(element) != "fi":
                found.append(
                    f"<{element.name} {name}={str(value)[:80]!r} {element.attrs.get('class')}>"
                )
    for script in document.find_all("script", type="application/ld+json"):
        found += [f"JSON-LD {one}" for one in unsaid(json.loads(script.string))]
    return right, found


def unsaid(value: Any, path: str = "") -> Iterator[str]:
    """Yield where a Finnish text stands in linked data without its language."""
    if isinstance(value, dict):
        if value.get("@language") == "fi":
            return
        for name, inner in value.items():
            yield from unsaid(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from unsaid(inner, path)
    elif isinstance(value, str) and MARK in value:
        yield f"{path}: {value[:60]}"


def test_every_page_says_of_each_finnish_text_that_it_is_finnish(untranslated, client):
    faults = []
    for name, page in untranslated.pages.items():
        response = client.get(page.url)
        assert response.status_code == 200, name
        assert response["Content-Language"] == "sv"
        right, found = wrong(response.content)
        assert right > 2, name
        faults += [f"{name}: {fault}" for fault in dict.fromkeys(found)]
    assert not faults, "\n".join(faults)

"""No Finnish sentence stands under another language: on no page type, in no feed, for no machine."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Comment, Tag
from icalendar import Calendar

from plans.pdf.document import document_of
from plans.pdf.notices import notes
from plans.pdf.press import fingerprint
from tests.translations.public.untranslated import MARK

pytestmark = pytest.mark.django_db
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


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


def xml_lang(element: ET.Element, above: dict[ET.Element, ET.Element]) -> str:
    while XML_LANG not in element.attrib:
        element = above[element]
    return element.attrib[XML_LANG]


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


def unnamed(value: Any, path: str = "") -> Iterator[str]:
    """Yield where a Finnish text stands in open data without, or with another, language beside it."""
    if isinstance(value, list):
        for inner in value:
            yield from unnamed(inner, path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            beside = value.get(f"{name}_language", value.get("language"))
            if not isinstance(inner, str):
                yield from unnamed(inner, f"{path}.{name}")
            elif MARK in inner and beside != "fi":
                yield f"{path}.{name}: {inner[:60]} ({beside})"


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


def test_the_addresses_below_pages_do_so_too(untranslated, client):
    """Lists, forms, parts of pages that are shared by themselves, and frames on other sites."""
    pages, faults = untranslated.pages, []
    (film,) = pages["CampaignPage"].shown_encounters
    for path in (
        f"{pages['NewsIndexPage'].url}calls/",
        f"{pages['CallPage'].url}apply/",
        film.get_url(None),
        film.embed_path,
    ):
        response = client.get(path)
        assert response.status_code == 200, path
        right, found = wrong(response.content)
        assert right, path
        faults += [f"{path}: {fault}" for fault in dict.fromkeys(found)]
    assert not faults, "\n".join(faults)


def test_feeds_name_the_language_of_each_text(untranslated, client):
    pages = untranslated.pages
    for path in (f"{pages['NewsIndexPage'].url}atom.xml", f"{pages['PlanPage'].url}changes.xml"):
        tree = ET.fromstring(client.get(path).content)  # noqa: S314  (our own output)
        above = {child: parent for parent in tree.iter() for child in parent}
        finnish = [element for element in tree.iter() if MARK in (element.text or "")]
        assert len(finnish) > 1, path
        for element in finnish:
            assert xml_lang(element, above) == "fi", (path, element.tag, element.text)
    feed = client.get(f"{pages['NewsIndexPage'].url}feed.json").json()
    assert (MARK in feed["title"], feed["language"]) == (True, "fi")
    for entry in feed["items"]:
        assert (MARK in entry["title"], entry["language"]) == (True, "fi")


def test_open_data_and_calendars_name_the_language_of_each_text(untranslated, client):
    pages = untranslated.pages
    for path in (
        f"{pages['PlanPage'].url}plan.json",
        f"{pages['RegionalPlanPage'].url}plan.json",
        f"{pages['PlanIndexPage'].url}plans.json",
    ):
        text = client.get(path).content.decode()
        assert text.count(MARK) > 2, path
        assert not list(unnamed(json.loads(text))), path
    text = client.get(f"{pages['PlanPage'].url}plan.csv").content.decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    assert any(row["action_title"] for row in table)
    assert all(row["language"] == "fi" for row in table if row["action_title"])
    calendar = Calendar.from_ical(
        client.get(f"{pages['WorkshopIndexPage'].url}workshops.ics").content
    )
    events = list(calendar.walk("VEVENT"))
    assert events
    for event in events:
        for name in ("SUMMARY", "LOCATION"):
            if MARK in event.get(name, ""):
                assert event[name].params["LANGUAGE"] == "fi", name


def test_a_pdf_tells_what_its_page_tells_and_changes_with_it(untranslated):
    """A file is read long after it was fetched: it says of which day the newer original is."""
    swedish = untranslated.pages["PlanPage"]
    page = type(swedish).objects.get(pk=swedish.pk)
    before = document_of(page)
    assert [str(note) for note in notes(page)] == [
        "Den här sidan har inte översatts än. Den visas på finska."
    ]
    assert wrong_in_pdf(before.data) == []
    finnish = type(page).objects.get(
        translation_key=page.translation_key, locale__language_code="fi"
    )
    finnish.title = "Uusi nimi"
    finnish.save_revision().publish()
    page = type(swedish).objects.get(pk=swedish.pk)
    assert "nyare version av den här sidan på finska" in next(notes(page))
    assert fingerprint(document_of(page)) != fingerprint(before), "so its ETag is another"


def wrong_in_pdf(value: Any, lang: str = "sv") -> list[str]:
    """Return the Finnish words of a document that stand under another language."""
    if isinstance(value, dict):
        inside = value.get("lang", lang)
        return [one for each in value.values() for one in wrong_in_pdf(each, inside)]
    if isinstance(value, list):
        return [one for each in value for one in wrong_in_pdf(each, lang)]
    return [value] if isinstance(value, str) and MARK in value and lang != "fi" else []

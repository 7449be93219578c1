"""The share kit: QR codes that are read right, and code that plays nowhere without an invitation."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from PIL import Image
from playwright.sync_api import expect
from wagtail.models import PageViewRestriction

from campaigns import qr
from core.models import SiteSettings
from tests import films

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def main(client, page) -> str:
    text = client.get(page.url).content.decode()
    return text[text.index("<main") : text.index("</main>")]


def invite(town, *origins: str) -> None:
    """Name the partners that may embed our films."""
    chosen, _created = SiteSettings.objects.get_or_create(site=town.site)
    chosen.partner_sites = "\n".join(origins)
    chosen.save()


# QR codes -----------------------------------------------------------------------------------------


def modules(png: bytes) -> list[list[bool]]:
    """Return the dark modules of a code, read from its picture, quiet zone and all."""
    image = Image.open(io.BytesIO(png)).convert("L")
    pixels = image.load()
    side = next(x for x in range(image.width) if pixels[x, x] < 128)  # the corner of the first eye
    module = side // qr.QUIET_ZONE
    count = image.width // module
    return [
        [pixels[x * module + module // 2, y * module + module // 2] < 128 for x in range(count)]
        for y in range(count)
    ]


def test_the_code_is_that_of_the_canonical_address_in_each_language(town, client):
    import segno

    for code, page in town.campaigns.items():
        response = client.get(f"/qr/{page.pk}.png")
        assert response["Content-Type"] == "image/png"
        image = Image.open(io.BytesIO(response.content))
        assert image.width == image.height >= qr.PNG_SIDE
        wanted = segno.make(page.full_url, error="q", boost_error=False, micro=False)
        expected = [[bool(m) for m in row] for row in wanted.matrix_iter(border=qr.QUIET_ZONE)]
        assert modules(response.content) == expected, code
        assert f"qr-{code}.png" in response["Content-Disposition"]


def test_the_code_keeps_its_quiet_zone_and_can_lose_a_quarter(town, client):
    rows = modules(client.get(f"/qr/{town.campaigns['fi'].pk}.png").content)
    zone = qr.QUIET_ZONE
    assert not any(any(row) for row in (*rows[:zone], *rows[-zone:]))
    assert not any(any(row[:zone]) or any(row[-zone:]) for row in rows)
    assert qr.ERROR_CORRECTION in "qh"


def test_the_drawing_says_what_it_is_in_the_language_of_the_page(town, client):
    page = town.campaigns["sv"]
    response = client.get(f"/qr/{page.pk}.svg")
    assert response["Content-Type"] == "image/svg+xml"
    root = ET.fromstring(response.content)  # noqa: S314  (our own output)
    assert page.title in root.find(f"{SVG}title").text
    assert root.find(f"{SVG}desc").text == page.full_url
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert root.get("viewBox")
    assert root.get("width") is None, "any size"


def test_a_title_with_markup_stays_a_title(town, client):
    page = town.campaigns["fi"]
    page.title = '</title><script>alert("x")</script> & co'
    page.save_revision().publish()
    root = ET.fromstring(client.get(f"/qr/{page.pk}.svg").content)  # noqa: S314  (our own output)
    assert page.title in root.find(f"{SVG}title").text
    assert root.find(f".//{SVG}script") is None


def test_only_public_pages_have_codes_and_only_of_two_kinds(town, client):
    page = town.campaigns["fi"]
    assert client.get(f"/qr/{page.pk}.gif").status_code == 404
    assert client.get("/qr/999999.svg").status_code == 404
    assert client.post(f"/qr/{page.pk}.svg").status_code == 405
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert client.get(f"/qr/{page.pk}.svg").status_code == 404
    town.campaigns["sv"].unpublish()
    assert client.get(f"/qr/{town.campaigns['sv'].pk}.svg").status_code == 404


def test_the_address_in_a_code_is_the_sites_whatever_host_was_asked(town, client):
    answers = {
        client.get(f"/qr/{town.campaigns['fi'].pk}.png", headers={"host": host}).content
        for host in ("localhost", "127.0.0.1")
    }
    assert len(answers) == 1


def test_the_page_shows_a_code_for_each_language_with_its_address_in_words(town, client):
    text = main(client, town.campaigns["fi"])
    for page in town.campaigns.values():
        assert re.search(
            rf'<img src="/qr/{page.pk}\.svg"[^>]*alt="[^"]*{re.escape(page.full_url)}', text
        )
        assert f">{page.full_url}</bdi>" in text
        assert f'href="/qr/{page.pk}.png"' in text
    town.campaigns["sv"].unpublish()
    assert f"/qr/{town.campaigns['sv'].pk}." not in main(client, town.campaigns["fi"])


# Code for partners --------------------------------------------------------------------------------


class Frames(HTMLParser):
    """Collects the attributes of the frames in a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a frame."""
        if tag == "iframe":
            self.found.append(dict(attrs))


class Codes(HTMLParser):
    """Collects the texts of the text areas of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a text."""
        if tag == "textarea":
            assert "readonly" in dict(attrs)
            self._open = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """End a text."""
        self._open = self._open and tag != "textarea"

    def handle_data(self, data: str) -> None:
        """Add to the text one is in."""
        if self._open:
            self.found[-1] += data


def test_without_partners_there_is_no_code_that_would_not_work(town, client):
    assert "<textarea" not in main(client, town.campaigns["fi"])


def test_each_film_has_its_code_which_says_its_title_and_where_it_is(town, client):
    invite(town, "https://www.example.org")
    page = town.campaigns["fi"]
    page.encounters = [
        films.encounter(town.video, title='Kerro "se" <nyt> & heti', block_id="c0ffee00-0000"),
        films.encounter(town.video, title="Toinen", block_id="c0ffee01-0000"),
    ]
    page.save_revision().publish()
    codes = Codes(main(client, page)).found
    frames = [Frames(code).found for code in codes]
    assert [len(found) for found in frames] == [1, 1]
    first = frames[0][0]
    assert first["title"] == 'Kerro "se" <nyt> & heti'
    assert first["src"] == f"http://localhost{page.part('c0ffee00').embed_path}"
    assert first["loading"] == "lazy"
    assert "allowfullscreen" in first
    assert int(first["width"]) >= 320
    assert int(first["height"]) >= 240


def test_a_tall_film_gets_a_tall_frame(town):
    town.video.width, town.video.height = 720, 1280
    town.video.save()
    (frame,) = Frames(
        type(town.campaigns["fi"])
        .objects.get(pk=town.campaigns["fi"].pk)
        .part("c0ffee00")
        .embed_code
    ).found
    assert int(frame["height"]) > int(frame["width"])


def test_the_code_is_copied_at_a_press_and_that_is_said(town, open_page):
    invite(town, "https://www.example.org")
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(town.campaigns["fi"].url)
    button = page.locator("button[data-copies]")
    status = page.locator(".embed-code [role=status]")
    expect(button).to_be_visible()
    expect(status).to_be_hidden()
    button.click()
    expect(status).to_be_visible()
    expect(status).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".embed-code textarea").input_value()
    assert copied.startswith("<iframe ")
    page.wait_for_load_state("networkidle")


def test_without_scripts_the_code_is_there_to_be_selected(town, open_page):
    invite(town, "https://www.example.org")
    page = open_page(java_script_enabled=False)
    page.goto(town.campaigns["fi"].url)
    assert page.locator(".embed-code textarea").is_visible()
    assert not page.locator("button[data-copies]").is_visible()
    page.wait_for_load_state("networkidle")

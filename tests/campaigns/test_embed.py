"""A film in a partner's frame: by invitation, at a press, without a cookie."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from playwright.sync_api import expect
from wagtail.models import PageViewRestriction

from campaigns.models import CampaignPage
from core.models import SiteSettings
from tests.campaigns.test_share_kit import invite
from tests.journeys.test_everybody_can_use_the_pages import axe_violations

pytestmark = pytest.mark.django_db
MARK = "c0ffee00"


def part_of(town, code: str = "fi"):
    return CampaignPage.objects.get(pk=town.campaigns[code].pk).part(MARK)


def policy(response) -> dict[str, str]:
    header = response["Content-Security-Policy"]
    return dict(part.strip().partition(" ")[::2] for part in header.split(";"))


def test_works(town, client):
    response = client.get(part_of(town).embed_path)
    assert response.status_code == 200
    text = response.content.decode()
    assert re.search(r"<title>Koulussa – Kysy minulta</title>", text)
    assert f'href="{part_of(town).full_url}"' in text
    assert re.search(r'<track kind="captions"[^>]* default>', text)
    assert response["X-Robots-Tag"] == "noindex"


def test_nothing_of_the_film_is_fetched_before_a_press(town, client):
    text = client.get(part_of(town).embed_path).content.decode()
    (video,) = re.findall(r"<video[^>]*>", text)
    assert 'preload="none"' in video
    assert "poster=" in video
    assert "autoplay" not in video
    assert " controls" in video, "it plays without scripts"
    assert "<script" not in text


def test_it_speaks_the_language_of_its_address(town, client):
    response = client.get(part_of(town, "sv").embed_path)
    assert response["Content-Language"] == "sv"
    assert re.search(r'<html lang="sv" dir="ltr">', response.content.decode())


def test_without_an_invitation_we_ourselves_alone_may_frame_it(town, client):
    response = client.get(part_of(town).embed_path)
    assert policy(response)["frame-ancestors"] == "'self'"


def test_partners_may_frame_this_page_and_no_other(town, client):
    invite(town, "https://www.example.org", "https://koulu.example.fi:8443")
    response = client.get(part_of(town).embed_path)
    ancestors = policy(response)["frame-ancestors"].split()
    assert ancestors == ["'self'", "https://www.example.org", "https://koulu.example.fi:8443"]
    assert not response.has_header("X-Frame-Options"), "it knows no list"
    for path in (town.campaigns["fi"].url, part_of(town).get_url(), "/fi/olematon/"):
        other = client.get(path)
        assert policy(other)["frame-ancestors"] == "'self'"
        assert other["X-Frame-Options"] == "SAMEORIGIN"


def test_the_rest_of_the_policy_is_as_strict_as_everywhere(town, client):
    invite(town, "https://www.example.org")
    framed, page = client.get(part_of(town).embed_path), client.get(town.campaigns["fi"].url)
    own = {name: value for name, value in policy(framed).items() if name != "frame-ancestors"}
    assert own == {k: v for k, v in policy(page).items() if k != "frame-ancestors"}


def test_a_line_that_got_into_the_database_some_other_way_cannot_widen_the_policy(town, client):
    invite(town, "https://ok.example; script-src *", "*", "https://fine.example")
    assert policy(client.get(part_of(town).embed_path))["frame-ancestors"] == (
        "'self' https://fine.example"
    )


def test_the_settings_refuse_what_is_no_origin_and_name_it(town):
    chosen = SiteSettings.objects.get(site=town.site)
    chosen.partner_sites = "https://www.example.org\nhttp://example.org/page"
    with pytest.raises(ValidationError) as refused:
        chosen.full_clean()
    assert "http://example.org/page" in str(refused.value.message_dict["partner_sites"])
    chosen.partner_sites = "https://www.example.org"
    chosen.full_clean()


def test_no_cookie_is_set_and_no_session_is_looked_at(town, client, client_as):
    response = client.get(part_of(town).embed_path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert (
        "wagtail-userbar" not in client_as("admin").get(part_of(town).embed_path).content.decode()
    )


def test_what_is_not_public_is_not_there(town, client, client_as):
    part = part_of(town)
    key = part.page.translation_key
    for path in (
        f"/embed/{key}/00000000/fi/",
        f"/embed/{key}/{MARK}/xx/",
        f"/embed/{key}/{MARK}/ar/",
        f"/embed/00000000-0000-4000-8000-000000000000/{MARK}/fi/",
    ):
        assert client.get(path).status_code == 404, path
    assert client.post(part.embed_path).status_code == 405
    restriction = PageViewRestriction.objects.create(
        page=part.page, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert client.get(part.embed_path).status_code == 404
    restriction.delete()
    part.page.unpublish()
    assert client.get(part.embed_path).status_code == 404
    assert client_as("admin").get(part.embed_path).status_code == 404, "staff have the preview"


def test_machines_may_read_that_it_is_not_to_be_indexed(town, client):
    robots = client.get("/robots.txt").content.decode()
    assert "/embed" not in robots


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_frame_and_nothing_is_wider_than_a_phone(town, open_page, scheme):
    page = open_page(viewport={"width": 320, "height": 300}, color_scheme=scheme)
    for code in ("fi", "sv"):
        page.goto(part_of(town, code).embed_path)
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


# In a browser, on another site --------------------------------------------------------------------


@pytest.fixture
def partner(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Return a function that serves HTML from another origin, and tells its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def serve(html: str) -> str:
        (tmp_path / "index.html").write_text(
            f"<!doctype html><html lang=en><title>Partner</title><link rel=icon href=data:,><body>{html}",
            "utf-8",
        )
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    server.shutdown()
    server.server_close()


#: Plays as somebody would, without the sound, and tells how far the film has come.
PLAY = """async video => {
  video.muted = true;
  await video.play();
  return new Promise(done => {
    video.ontimeupdate = () => { if (video.currentTime > 0.2) done(video.currentTime); };
  });
}"""
ELSEWHERE = r"asked another host: http://127\.0\.0\.1"


@pytest.mark.allows_console(ELSEWHERE)
def test_a_partners_page_shows_the_film_and_fetches_it_at_a_press(town, open_page, partner):
    origin = partner(part_of(town).embed_code)
    invite(town, origin)
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{origin}/")
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("Koulussa")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".mp4", ".webm"))]
    reached = frame.locator("video").evaluate(PLAY)
    assert reached > 0.2
    assert [url for url in asked if url.endswith((".mp4", ".webm"))]
    assert page.context.cookies() == []


@pytest.mark.allows_console(ELSEWHERE, "frame-ancestors", "Refused to frame", "ERR_BLOCKED")
def test_a_site_that_is_not_on_the_list_is_refused(town, open_page, partner):
    origin = partner(part_of(town).embed_code)
    invite(town, "https://www.example.org")
    page = open_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{origin}/")
    page.wait_for_load_state("networkidle")
    assert page.frame_locator("iframe").get_by_text("Koulussa").count() == 0
    assert any("frame-ancestors" in text for text in refused)

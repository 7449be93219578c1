"""A campaign from the upload of its film to a resident's phone: nothing inaccessible gets out on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from campaigns.models import CampaignPage
from tests.factories import VideoTrackFactory
from tests.journeys.test_publishing_a_film import (
    decide_and_describe,
    see_it_being_made,
    upload,
)
from tests.journeys.test_publishing_news import open_actions
from tests.journeys.test_video_player import now, opened, toggle, until

CAPTIONS = {
    "fi": "00:00.000 --> 00:01.000\n<v Oivi>Hei!\n\n00:01.000 --> 00:02.000\n<v Rehtori>Tervetuloa.\n",
    "sv": "00:00.000 --> 00:01.000\n<v Oivi>Hej!\n\n00:01.000 --> 00:02.000\n<v Rektorn>Välkommen.\n",
}


def submit(page: Page) -> None:
    """Press “submit” in the editor of a page."""
    open_actions(page)
    page.locator("button[name=action-submit]").click()


# Wagtail saves while one types, and answers 400 as long as the form is not complete.
@pytest.mark.allows_console(r"400 \(Bad Request\)", r"axe\.run results")
def test_a_campaign_goes_out_once_its_film_excludes_nobody(
    town: Any, open_page: Any, tmp_path: Path
) -> None:
    editor: Page = open_page(town.staff["editor"])
    video = upload(editor, "Oivi koulussa")
    see_it_being_made(editor, video)

    # The campaign with the film is written, and refused: the message leads to what is missing.
    campaign = CampaignPage(
        title="Tässä olen",
        slug="tassa-olen",
        slogan="Tässä olen.",
        lead="Kolme kohtaamista.",
        encounters=[
            {
                "type": "encounter",
                "value": {"title": "Koulussa", "people": "Oivi ja rehtori", "video": video.pk},
            }
        ],
        locale=town.locales["fi"],
        live=False,
    )
    town.campaign_indexes["fi"].add_child(instance=campaign)
    campaign.save_revision()
    editor.goto(f"/admin/pages/{campaign.pk}/edit/")
    submit(editor)
    refusal = editor.locator("div.help-critical")
    expect(refusal).to_contain_text("”Oivi koulussa”")
    for missing in ("tekstity", "kuvailutulkk"):
        expect(refusal).to_contain_text(missing)
    campaign.refresh_from_db()
    assert not campaign.live
    assert campaign.current_workflow_state is None

    # She adds captions and the decision, and submits again.
    editor.locator("div.help-critical a[href*='/tracks/add/']").first.click()
    editor.fill("[name=text]", "WEBVTT\n\n" + CAPTIONS["fi"])
    editor.locator(".video-form button[type=submit]").click()
    expect(editor.locator("#captions .video-track")).to_have_count(1)
    decide_and_describe(editor)
    editor.goto(f"/admin/pages/{campaign.pk}/edit/")
    expect(editor.locator("div.help-critical")).to_have_count(0)
    submit(editor)
    editor.wait_for_url("**/admin/pages/**")
    campaign.refresh_from_db()
    assert campaign.workflow_in_progress

    publisher: Page = open_page(town.staff["publisher"])
    publisher.goto(f"/admin/pages/{campaign.pk}/edit/")
    open_actions(publisher)
    publisher.locator("[data-workflow-action-name=approve]").first.click()
    publisher.wait_for_url("**/admin/**")
    campaign.refresh_from_db()
    assert campaign.live

    # A resident plays it, reads it in Swedish, and goes to a line of the text.
    VideoTrackFactory(video=video, language="sv", content="WEBVTT\n\n" + CAPTIONS["sv"])
    resident: Page = open_page()
    film = opened(resident, campaign.url)
    toggle(film, "svenska").click()
    film.locator("[data-do=play]").click()
    captions = film.locator(".film-captions")
    expect(captions).to_contain_text("Hej!")
    assert captions.get_attribute("lang") == "sv"
    until(resident, "document.querySelector('.film-stage video').ended")
    film.locator(".film-lines button:visible", has_text="0:01").first.click()
    until(resident, "document.querySelector('.film-stage video').currentTime >= 1")
    assert 1 <= now(film) < 2

    # Without scripts it plays all the same, with its captions.
    plain: Page = open_page(java_script_enabled=False)
    plain.goto(campaign.url)
    native = plain.locator("video").first
    expect(native).to_be_visible()
    assert native.get_attribute("controls") is not None
    tracks = native.locator("track[kind=captions]")
    assert {tracks.nth(n).get_attribute("srclang") for n in range(tracks.count())} == {"fi", "sv"}
    for n in range(tracks.count()):
        answer = plain.request.get(tracks.nth(n).get_attribute("src"))
        assert answer.headers["content-type"] == "text/vtt; charset=utf-8"
    source = native.locator("source").first.get_attribute("src")
    assert plain.request.get(source, headers={"Range": "bytes=0-99"}).status == 206

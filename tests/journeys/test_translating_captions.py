"""A translator brings a film's captions into her language, from signing in to what residents see."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import factories, films
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.journeys.test_publishing_news import sign_in
from tests.videos.captions import THREE, bench, finished, write
from videos import cues
from videos.models import VideoTrack

KEYS = [cue.key for cue in cues.parse(THREE)]
LONG = "Hej och hjärtligt välkomna hit till vår skola allihop"


def captioned(town: Any) -> VideoTrack:
    """Give the town's film three captions, and files that play."""
    VideoTrack.objects.filter(video=town.video).delete()
    if not town.video.renditions.exists():
        films.with_rendition(town.video)
    track: VideoTrack = factories.VideoTrackFactory(video=town.video, content=THREE)
    return track


def field(page: Page, number: int) -> Any:
    """Return the field of a caption."""
    return page.locator(f"#text-{number}")


def saved(page: Page, number: int) -> None:
    """Wait until a caption says that it is done, which the server has told it."""
    expect(page.locator(f"#caption-{number} [data-state-chip]")).to_have_class(re.compile("done"))


def open_page_of(page: Page, source: VideoTrack, code: str = "sv") -> None:
    """Open the translator's page of a film."""
    page.goto(f"/admin/videos/tracks/{source.pk}/translate/{code}/")


def test_from_sign_in_to_captions_residents_can_choose(town: Any, open_page: Any) -> None:
    source = captioned(town)
    page = open_page()
    sign_in(page, "translator.sv")
    page.locator("#wagtail-sidebar a[href='/admin/videos/captions/']").click()
    expect(page.locator("main tbody tr")).to_have_count(1)
    page.locator("main tbody th a", has_text=town.video.title).click()
    expect(page.locator(".ct-caption")).to_have_count(3)

    # By keyboard alone: write, go on, hear of what is too fast to read, and mend it.
    field(page, 1).focus()
    page.keyboard.type(LONG)
    warning = page.locator("#caption-1 .ct-warnings li")
    expect(warning).to_have_count(2)
    expect(warning.first.locator("svg")).to_be_visible()
    expect(page.locator("[data-announce]")).not_to_be_empty()
    expect(page.locator("[data-over-picture]")).to_have_text(LONG)
    field(page, 1).press("Control+A")
    page.keyboard.type("Hej!")
    expect(warning).to_have_count(0)
    page.keyboard.press("Control+Enter")
    expect(field(page, 2)).to_be_focused()
    saved(page, 1)
    expect(page.locator("#caption-1 [data-saved]")).to_contain_text(re.compile(r"\d{1,2}[.:]\d{2}"))
    page.keyboard.press("Control+Shift+Enter")
    expect(field(page, 1)).to_be_focused()
    page.keyboard.press("Control+Enter")

    # The clip of this caption, and no more than that, is played.
    page.keyboard.press("Alt+P")
    film = page.locator("video[data-video]")
    expect(film).to_have_js_property("paused", False)
    expect(film).to_have_js_property("paused", True)
    stopped = film.evaluate("film => film.currentTime")
    assert 4.3 < stopped < 4.9, "it stops where the caption ends"

    page.keyboard.type("Välkommen till <i>skolan</i>!")
    page.keyboard.press("Control+Enter")
    assert not VideoTrack.objects.get(language="sv", video=town.video).is_ready
    page.keyboard.type("[musik]")
    page.keyboard.press("Control+Enter")
    saved(page, 3)
    expect(page.locator("[name=action][value=finish]")).to_be_focused()
    expect(page.locator("[data-progress]")).to_have_js_property("value", 3)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/videos/captions/**")
    expect(page.locator(".ct-state--ready")).to_have_count(1)

    # A resident's player is told of them, and gets them with the film's own times.
    town.video.refresh_from_db()
    (told,) = [row for row in town.video.manifest["tracks"] if row["language"] == "sv"]
    assert (told["origin"], told["outdated"]) == ("human", False)
    resident = open_page()
    answer = resident.request.get(told["url"])
    assert answer.headers["content-type"] == "text/vtt; charset=utf-8"
    assert [cue.key for cue in cues.parse(answer.text())] == KEYS
    assert "<v Rehtori>Välkommen till <i>skolan</i>!" in answer.text()
    assert source.content == VideoTrack.objects.get(pk=source.pk).content


@pytest.mark.allows_console(r"409 \(Conflict\)")
def test_two_at_the_same_caption_see_both_texts_and_decide(town: Any, open_page: Any) -> None:
    source = captioned(town)
    page = open_page(user=town.staff["translator.sv"])
    open_page_of(page, source)
    write(source, town.staff["editor"], ("Hej du!",))
    field(page, 1).fill("Hejsan!")
    field(page, 1).blur()
    conflict = page.locator("#caption-1 .ct-conflict")
    expect(conflict).to_contain_text("Hej du!")
    expect(conflict).to_contain_text("editor")
    expect(field(page, 1)).to_have_value("Hejsan!")
    assert bench(source).alignment.entries[0].text == "Hej du!"
    conflict.locator("[data-keep-mine]").click()
    expect(conflict).to_have_count(0)
    saved(page, 1)
    assert bench(source).alignment.entries[0].text == "Hejsan!"


@pytest.mark.allows_console("403", "Failed to load resource")
def test_a_translator_who_was_signed_out_loses_nothing(town: Any, open_page: Any) -> None:
    source = captioned(town)
    page = open_page(user=town.staff["translator.sv"])
    open_page_of(page, source)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    field(page, 1).fill("Hej!")
    field(page, 1).blur()
    expect(page.locator("#caption-1 .ct-saved--fault")).not_to_be_empty()
    page.context.add_cookies(cookies)
    field(page, 1).fill("Hej igen!")
    field(page, 1).blur()
    saved(page, 1)
    assert bench(source).alignment.entries[0].text == "Hej igen!"


def test_what_a_machine_made_is_confirmed_by_keyboard(town: Any, open_page: Any) -> None:
    source = captioned(town)
    track = factories.VideoTrackFactory(
        video=town.video, language="sv", content=THREE, origin=VideoTrack.MACHINE
    )
    page = open_page(user=town.staff["translator.sv"])
    open_page_of(page, source)
    field(page, 1).focus()
    for number in (1, 2, 3):
        page.keyboard.press("Control+Enter")
        saved(page, number)
    page.locator("[name=action][value=check]").click()
    page.wait_for_url("**/admin/videos/captions/**")
    track.refresh_from_db()
    assert (track.origin, track.reviewed_by) == (VideoTrack.MACHINE, town.staff["translator.sv"])


@pytest.mark.allows_console("422")
def test_without_javascript_the_whole_form_is_saved_and_finished(town: Any, open_page: Any) -> None:
    source = captioned(town)
    page = open_page(user=town.staff["translator.sv"], java_script_enabled=False)
    open_page_of(page, source)
    expect(page.locator("[data-play]").first).to_be_hidden()
    field(page, 1).fill(LONG)
    page.locator("[name=action][value=save]").click()
    expect(page.locator("#caption-1 .ct-warnings li")).to_have_count(2)
    page.locator("[name=action][value=finish]").click()
    expect(page.locator("[role=alert] a")).to_have_count(2)
    for number, text in enumerate(("Hej!", "Välkommen!", "[musik]"), 1):
        field(page, number).fill(text)
    page.locator("[name=action][value=finish]").click()
    expect(page.locator(".ct-state--ready")).to_have_count(1)
    assert VideoTrack.objects.get(language="sv", video=town.video).is_ready


@pytest.mark.parametrize("code", ["sv", "ar"])
def test_axe_finds_nothing_on_the_translators_pages(town: Any, open_page: Any, code: str) -> None:
    source = captioned(town)
    finished(source, town.staff["admin"], (LONG, "b", "c"), code)
    source.content = THREE.replace("Hei!", "Hei kaikki!")
    source.save()
    page = open_page(user=town.staff["admin"], reduced_motion="reduce")
    for path in (
        f"tracks/{source.pk}/translate/{code}/",
        f"tracks/{source.pk}/translate/{code}/po/upload/",
        f"captions/?language={code}",
    ):
        page.goto(f"/admin/videos/{path}")
        page.wait_for_load_state("networkidle")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # What stands outside the page's own part is Wagtail's.
            found = [violation for violation in axe_violations(page) if "ct-" in violation]
            assert not found, "\n".join([scheme, *found])


def test_the_field_of_a_right_to_left_language_begins_at_the_right(
    town: Any, open_page: Any
) -> None:
    source = captioned(town)
    page = open_page(user=town.staff["admin"])
    open_page_of(page, source, "ar")
    expect(field(page, 1)).to_have_attribute("lang", "ar")
    expect(field(page, 1)).to_have_css("direction", "rtl")
    field(page, 1).focus()
    page.keyboard.type("مرحبا")
    expect(page.locator("[data-over-picture]")).to_have_css("direction", "rtl")
    expect(page.locator("#caption-1 .ct-caption__words")).to_have_css("direction", "ltr")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_fits_and_no_field_is_hidden_behind_the_film_or_the_bar(
    town: Any, open_page: Any, width: int
) -> None:
    source = captioned(town)
    page = open_page(user=town.staff["admin"], viewport={"width": width, "height": 900})
    open_page_of(page, source)
    page.wait_for_load_state("networkidle")
    for number in (3, 1, 2):
        field(page, number).focus()
        page.locator(f"#caption-{number}").evaluate("row => row.scrollIntoView({block: 'nearest'})")
        box, bar, stage = (
            page.locator(selector).bounding_box()
            for selector in (f"#text-{number}", ".ct-bar", ".ct-stage")
        )
        assert box["y"] + box["height"] <= bar["y"] + 1, f"{number} is behind the bar"
        beside = box["x"] >= stage["x"] + stage["width"]
        assert beside or box["y"] >= stage["y"] + stage["height"] - 1, f"{number}: behind the film"
        assert box["x"] + box["width"] <= width

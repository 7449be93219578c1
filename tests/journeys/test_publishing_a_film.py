"""A communications officer uploads a film, and is led through what is missing until nothing is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests import films
from tests.journeys.test_everybody_can_use_the_pages import axe_run
from videos import transcoding
from videos.models import Video, VideoRendition

CAPTIONS = "1\n00:00:00,000 --> 00:00:02,000\n<v Oivi>Hei, minä olen Oivi.\n"
#: English that would be seen if a text of these pages had no Finnish.
ENGLISH = re.compile(
    r"\b(captions?|missing|poster|upload|file|film|edit|delete|save|choose|the|of|is|and|audio)\b",
    re.IGNORECASE,
)


def serious(page: Page) -> list[str]:
    """Return the serious violations axe-core finds in what is ours: Wagtail's own messages are not."""
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary'][:200]})"
        for violation in axe_run(page, {"include": ["main"], "exclude": [".messages"]})
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def words(page: Page, selector: str) -> str:
    """Return what is read of a part of the page, what is marked as another language left out."""
    text: str = page.locator(selector).first.evaluate(
        """part => {
          const copy = part.cloneNode(true);
          const foreign = "[lang]:not([lang=fi]), script, template, code, pre, input, option";
          copy.querySelectorAll(foreign).forEach(element => element.remove());
          return copy.textContent;
        }"""
    )
    return text


def upload(page: Page, title: str) -> Video:
    """Upload a film through the form; how far it is, is shown on the way."""
    page.goto("/admin/videos/add/")
    expect(page.locator("html")).to_have_attribute("lang", "fi")
    assert not ENGLISH.findall(words(page, "#film-upload"))
    assert serious(page) == []
    page.set_input_files("[name=file]", str(films.film()))
    expect(page.locator("[name=title]")).not_to_have_value("")
    page.fill("[name=title]", title)
    held: list[Route] = []
    page.route(
        "**/videos/add/",
        lambda route: held.append(route) if route.request.method == "POST" else route.continue_(),
    )
    page.locator("#film-upload button[type=submit]").click()
    expect(page.locator("[data-upload]")).to_be_visible()
    expect(page.locator("#film-upload button[type=submit]")).to_be_disabled()
    page.wait_for_timeout(100)
    held[0].continue_()
    page.wait_for_url(re.compile(r"/admin/videos/\d+/$"))
    page.unroute("**/videos/add/")
    return Video.objects.get(title=title)


def see_it_being_made(page: Page, video: Video) -> None:
    """Watch the files being made, in the test in place of the worker, until they are ready."""
    row = VideoRendition.objects.filter(video=video).order_by("pk")[0]
    VideoRendition.objects.filter(pk=row.pk).update(state=VideoRendition.RUNNING, progress=40)
    shown = page.locator(f"[data-film-file='{row.pk}']")
    expect(shown.locator("progress")).to_have_attribute("value", "40")
    VideoRendition.objects.filter(pk=row.pk).update(progress=70)
    expect(shown.locator("[data-percent]")).to_have_text("70 %")
    VideoRendition.objects.filter(pk=row.pk).update(state=VideoRendition.WAITING, progress=0)
    # The page asks on while the work is done, and gets the last answer: two threads at one
    # database in memory would be one too many.
    told = page.request.get(f"/admin/videos/{video.pk}/progress/").text()
    page.route(
        "**/progress/", lambda route: route.fulfill(content_type="application/json", body=told)
    )
    made = transcoding.encode_all(video)
    assert {row.state for row in made} == {VideoRendition.DONE}
    page.unroute("**/progress/")
    expect(page.locator(".video-making")).to_have_count(0)
    for row in made:
        expect(page.locator(f"[data-film-file='{row.pk}'] [data-state-label]")).to_have_text(
            "valmis"
        )


def decide_and_describe(page: Page) -> None:
    """Choose a poster out of the film, decide about its description, write of it in Finnish."""
    page.locator("#poster label.video-still").nth(1).click()
    page.select_option("[name=description_decision]", Video.NOT_NEEDED)
    page.fill("[name=description_reason]", "Yksi ihminen puhuu kameralle, muuta ei tapahdu.")
    page.check("[name=flashes_checked]")
    page.locator("#id_texts-ADD").click()
    page.select_option("[name=texts-0-locale]", label="suomi")
    page.fill("[name=texts-0-title]", "Oivi kertoo")
    page.fill("[name=texts-0-poster_alt]", "Oivi hymyilee kameralle.")
    page.locator("#w-editor-form button[type=submit]").first.click()
    expect(page.locator(".messages .success")).to_contain_text("Oivi koulussa")


def add_captions(page: Page, folder: Path) -> None:
    """Follow the link in the list of what is missing; mend a fault on the way."""
    page.locator(".video-checklist a[href*='/tracks/add/']").click()
    assert not ENGLISH.findall(words(page, "main form.video-form"))
    assert serious(page) == []
    bad = folder / "tekstitys.srt"
    bad.write_text(CAPTIONS.replace("00:00:02,000", "00:00:00,000"), "utf-8")
    page.set_input_files("[name=file]", str(bad))
    page.locator(".video-form button[type=submit]").click()
    expect(page.locator(".error-message").first).to_contain_text("Repliikki 1 loppuu ennen kuin")
    expect(page.locator("[name=text]")).to_have_value(re.compile("minä olen Oivi"))
    page.fill("[name=text]", CAPTIONS)
    page.locator(".video-form button[type=submit]").click()
    expect(page.locator("#captions .video-track")).to_have_count(1)


def test_the_admin_leads_from_the_upload_to_a_film_that_lacks_nothing(
    town: Any, open_page: Any, tmp_path: Path
) -> None:
    page: Page = open_page(town.staff["editor"])
    video = upload(page, "Oivi koulussa")
    checklist = page.locator(".video-checklist")
    expect(checklist).to_contain_text("tiedostoja tehdään, valmiina 0 %")
    for missing in ("tekstity", "kuvailutulk", "kansikuva"):
        expect(checklist).to_contain_text(re.compile(missing, re.IGNORECASE))

    see_it_being_made(page, video)
    page.reload()
    decide_and_describe(page)
    add_captions(page, tmp_path)

    expect(page.locator(".video-ready")).to_be_visible()
    expect(page.locator(".video-ready")).to_contain_text("Mitään ei puutu")
    assert "\n".join(serious(page)) == ""
    for part in (".video-checklist", "#film", "#poster", "#captions", "#description", "#rights"):
        assert not ENGLISH.findall(words(page, part)), part

    # The preview really plays what was made, with the captions on.
    played = page.evaluate(
        """async () => {
          const film = document.querySelector(".video-preview video");
          film.muted = true;
          await film.play();
          while (film.currentTime < 0.2) await new Promise(done => setTimeout(done, 50));
          return [film.videoWidth, film.textTracks[0].cues.length];
        }"""
    )
    assert played == [320, 1]

    page.goto("/admin/videos/")
    expect(page.locator("main")).to_contain_text("Oivi koulussa")
    expect(page.locator(".video-chip--good").first).to_have_text("valmis")
    assert serious(page) == []

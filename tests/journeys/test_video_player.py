"""A resident watches a film: captions, versions, the text beside it; by keyboard, and without scripts too."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from home.set_up import ensure_language, set_up_site
from news.models import NewsIndexPage, NewsPage
from tests import films
from tests.factories import (
    NewsPageFactory,
    VideoFactory,
    VideoTextFactory,
    VideoTrackFactory,
    locale,
)
from tests.journeys.test_everybody_can_use_the_pages import FOCUS, axe_violations
from tests.rows import Scene
from videos.models import Video, VideoTrack, VideoVersion

LINES = {
    "fi": ("<v Oivi>Hei, onko sinulla hetki?", "<v Rehtori>Totta kai.", "<v Oivi>Kiitos."),
    "sv": ("<v Oivi>Hej, har du en stund?", "<v Rektorn>Javisst.", "<v Oivi>Tack."),
    "ar": ("<v أويفي>هل لديك لحظة؟", "<v المدير>بالطبع.", "<v أويفي>شكراً."),
}
SECONDS = 10


def timed(*texts: str) -> str:
    """Return WebVTT with a cue of three seconds for each text."""
    cues = [
        f"00:00:{3 * n:02}.000 --> 00:00:{3 * n + 3:02}.000\n{text}" for n, text in enumerate(texts)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def made(**fields: Any) -> Video:
    """Return a film of ten seconds that browsers play."""
    video = VideoFactory(duration=float(SECONDS), **fields)
    films.with_rendition(video, films.film(SECONDS))
    return video


@dataclass
class Cinema:
    """A news item with a film that has everything a film can have."""

    video: Video
    page: NewsPage

    def show(self, *videos: Video) -> str:
        """Put films into the text of the news item, and return its address."""
        self.page.body = [{"type": "video", "value": {"video": v.pk}} for v in videos]
        self.page.save_revision().publish()
        return str(self.page.url)

    def in_arabic(self) -> str:
        """Return the address of the same page in Arabic."""
        home = self.page.get_parent().get_parent().specific
        for page in (home, self.page.get_parent().specific, self.page):
            copy = page.copy_for_translation(locale("ar"))
            copy.title, copy.live, copy.first_published_at = "الخطة جاهزة", True, timezone.now()
            copy.save_revision().publish()
        ensure_language("ar")
        return str(NewsPage.objects.get(locale=locale("ar")).url)


def build_cinema() -> Cinema:
    """Make a film with captions in three languages, chapters, descriptions and two versions."""
    home = set_up_site(hostname="localhost")
    page = NewsPageFactory(parent=NewsIndexPage.objects.child_of(home).get())
    video = made(captions=False)
    for code, lines in LINES.items():
        origin = VideoTrack.MACHINE if code == "ar" else VideoTrack.HUMAN
        VideoTrackFactory(video=video, language=code, content=timed(*lines), origin=origin)
    VideoTrackFactory(
        video=video, kind=VideoTrack.CHAPTERS, content=timed("Ovella", "Nimi", "Kiitos")
    )
    VideoTrackFactory(
        video=video, kind=VideoTrack.DESCRIPTIONS, content=timed("Oivi seisoo ovella.")
    )
    VideoTextFactory(
        video=video, locale=locale("sv"), title="I skolan", poster_alt="Två vid dörren."
    )
    for kind, language in (("described", "fi"), ("signed", "fse")):
        other = made(captions=False, text=False)
        VideoVersion.objects.create(video=video, kind=kind, language=language, version=other)
    cinema = Cinema(video, page)
    cinema.show(video)
    return cinema


@pytest.fixture(scope="session")
def kept_cinema(keep: Callable[..., Scene]) -> Scene:
    """The scene ``cinema``, built."""
    return keep("cinema", build_cinema)


@pytest.fixture
def cinema(kept_cinema: Scene, lay_out: Callable[[Scene], Cinema]) -> Cinema:
    """A film with captions in three languages, chapters, descriptions and two versions, on a page."""
    return lay_out(kept_cinema)


def opened(page: Page, path: str) -> Any:
    """Open a page and return its first film, muted and ready to be used."""
    page.goto(path)
    film = page.locator(".film").first
    expect(film.locator(".film-tools")).to_be_visible()
    film.evaluate("film => film.querySelectorAll('video').forEach(video => { video.muted = true })")
    until(page, "document.querySelector('.film-stage video').readyState >= 1")
    return film


def until(page: Page, expression: str) -> None:
    """Wait until ``expression`` is true; Playwright's own waiting needs what the policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


def now(film: Any) -> float:
    """Return the time the visible video is at."""
    return float(film.locator(".film-stage video:visible").evaluate("video => video.currentTime"))


def toggle(film: Any, name: str) -> Any:
    """Return the toggle whose words contain ``name``."""
    return film.locator("button[aria-pressed]", has_text=name)


def go_to(film: Any, seconds: float) -> None:
    """Move the visible video."""
    film.locator(".film-stage video:visible").evaluate(
        "(video, seconds) => new Promise(done => {"
        " video.addEventListener('seeked', done, {once: true}); video.currentTime = seconds; })",
        seconds,
    )


def test_a_film_plays_and_its_captions_are_switched_to_swedish(cinema, page):
    film = opened(page, cinema.page.url)
    captions = film.locator(".film-captions")
    assert now(film) == 0, "it never begins by itself"
    expect(captions).to_be_empty()
    film.locator("[data-do=play]").click()
    until(page, "document.querySelector('.film-stage video').currentTime > 0.3")
    expect(film.locator("[data-do=play]")).to_contain_text("Pysäytä")
    expect(captions).to_have_text("Oivi: Hei, onko sinulla hetki?")
    expect(captions).to_have_attribute("lang", "fi")

    toggle(film, "svenska").click()
    expect(captions).to_have_text("Oivi: Hej, har du en stund?")
    expect(captions).to_have_attribute("lang", "sv")
    expect(toggle(film, "svenska")).to_have_attribute("aria-pressed", "true")
    expect(toggle(film, "suomi")).to_have_attribute("aria-pressed", "false")
    said = film.locator("[role=status]")
    expect(said).to_contain_text("svenska")
    expect(said.locator("[lang=sv]")).to_have_text("svenska")
    # The text beside follows.
    film.locator(".film-transcript > summary").click()
    expect(film.locator(".film-language[data-language=sv]")).to_have_attribute("open", "")
    expect(film.locator(".film-language[data-language=fi]")).not_to_have_attribute("open", "")

    toggle(film, "العربية").click()
    expect(captions).to_have_attribute("dir", "rtl")
    toggle(film, "العربية").click()
    expect(captions).to_be_empty()
    expect(film.locator("button[aria-pressed=true]")).to_have_count(0)


def test_a_line_of_the_text_and_a_chapter_lead_to_their_moment(cinema, page):
    film = opened(page, cinema.page.url)
    film.locator(".film-transcript > summary").click()
    lines = film.locator(".film-language[open] .film-lines li")
    expect(lines).to_have_count(4)  # three that are said, one that is seen
    lines.filter(has_text="Totta kai.").click()
    until(page, "document.querySelector('.film-stage video').currentTime === 3")
    current = film.locator(".film-language[open] [aria-current=true]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text("Totta kai.")
    expect(film.locator(".film-captions")).to_have_text("Rehtori: Totta kai.")

    film.locator(".film-part summary").first.click()
    film.locator(".film-chapters button").nth(2).press("Enter")
    until(page, "document.querySelector('.film-stage video').currentTime === 6")
    expect(current).to_contain_text("Kiitos.")
    expect(film.locator(".film-chapters [aria-current=true]")).to_contain_text("Kiitos")

    film.locator("[data-do=seek][data-by='-10']").click()
    until(page, "document.querySelector('.film-stage video').currentTime === 0")
    expect(film.locator("[role=status]")).to_have_text("0:00")


def test_a_version_goes_on_at_the_same_moment_at_one_press(cinema, page):
    film = opened(page, cinema.page.url)
    go_to(film, 4)
    main = film.locator(".film-stage video:visible").get_attribute("aria-labelledby")
    for name in ("Kuvailutulkkaus", "suomalainen viittomakieli"):
        toggle(film, name).click()
        expect(toggle(film, name)).to_have_attribute("aria-pressed", "true")
        expect(film.locator(".film-stage video:visible")).to_have_count(1)
        assert film.locator(".film-stage video:visible").get_attribute("aria-labelledby") != main
        until(
            page,
            "[...document.querySelectorAll('.film-stage video')].some("
            "video => !video.hidden && video.readyState >= 2 && video.currentTime === 4)",
        )
        # It borrows the captions of the film itself.
        expect(film.locator(".film-captions")).to_have_text("Rehtori: Totta kai.")
    film.locator("[data-do=play]").click()
    until(
        page,
        "[...document.querySelectorAll('.film-stage video')].some("
        "video => !video.paused && !video.hidden && video.currentTime > 4.2)",
    )
    toggle(film, "suomalainen viittomakieli").click()
    assert film.locator(".film-stage video:visible").get_attribute("aria-labelledby") == main
    until(
        page,
        "(video => !video.paused && video.currentTime > 4.2)(document.querySelector('.film-stage video'))",
    )
    expect(film.locator("[data-do=version][aria-pressed=true]")).to_have_count(0)


def test_descriptions_are_read_aloud_when_they_are_asked_for(cinema, page):
    film = opened(page, cinema.page.url)
    told = film.locator("[aria-live=assertive]")
    film.locator("[data-do=play]").click()
    page.wait_for_timeout(600)
    expect(told).to_be_empty()
    toggle(film, "Kuvailut ääneen").click()
    go_to(film, 0.2)
    expect(told).to_have_text("Oivi seisoo ovella.")
    expect(told).to_have_attribute("lang", "fi")


def test_choices_are_kept_from_the_first_one_on_and_not_before(cinema, page):
    film = opened(page, cinema.page.url)
    film.locator("[data-do=play]").click()
    film.locator("[data-do=seek][data-by='10']").click()
    film.locator("[data-do=settings]").click()
    assert page.evaluate("localStorage.length") == 0
    go_to(film, 1)
    shown = film.locator(".film-cue")
    before = shown.evaluate("cue => parseFloat(getComputedStyle(cue).fontSize)")
    film.locator("[data-wish=size]").select_option("xl")
    film.locator("[data-wish=colours]").select_option("yellow")
    film.locator("[data-wish=place]").select_option("under")
    film.locator("[data-wish=rate]").select_option("1.5")
    toggle(film, "svenska").click()
    style = shown.evaluate(
        "cue => ({size: parseFloat(getComputedStyle(cue).fontSize), colour: getComputedStyle(cue).color})"
    )
    assert style["size"] > 1.5 * before
    assert style["colour"] == "rgb(255, 227, 77)"
    video, caption = (
        film.locator(selector).bounding_box()
        for selector in (".film-stage video:visible", ".film-cue")
    )
    assert caption["y"] >= video["y"] + video["height"], "under the picture"

    film = opened(page, cinema.page.url)
    assert json.loads(page.evaluate("localStorage.getItem('kohtaamo-films')")) == {
        "size": "xl",
        "colours": "yellow",
        "place": "under",
        "rate": "1.5",
        "captions": "sv",
    }
    expect(toggle(film, "svenska")).to_have_attribute("aria-pressed", "true")
    expect(film.locator("[data-wish=colours]")).to_have_value("yellow")
    assert film.locator("video").first.evaluate("video => video.playbackRate") == 1.5
    film.locator("[data-do=settings]").click()
    film.locator("[data-do=reset]").click()
    assert page.evaluate("localStorage.length") == 0
    expect(toggle(film, "suomi")).to_have_attribute("aria-pressed", "true")
    assert film.locator("video").first.evaluate("video => video.playbackRate") == 1


@pytest.mark.parametrize("kept", ['"x"', "[1]", "{broken", '{"rate": "99", "captions": "xx"}'])
def test_something_foreign_in_the_storage_breaks_nothing(cinema, page, kept):
    page.add_init_script(f"localStorage.setItem('kohtaamo-films', {json.dumps(kept)})")
    film = opened(page, cinema.page.url)
    expect(toggle(film, "suomi")).to_have_attribute("aria-pressed", "true")
    assert film.locator("video").first.evaluate("video => video.playbackRate") == 1


def test_every_control_is_reached_by_keyboard_and_says_what_it_is(cinema, open_page):
    page = open_page(reduced_motion="reduce")
    film = opened(page, cinema.page.url)
    film.locator("[data-do=settings]").press("Enter")
    expect(film.locator("[data-do=settings]")).to_have_attribute("aria-expanded", "true")
    film.locator(".film-transcript > summary").press("Enter")
    visible = film.locator(
        ":is(.film-tools, .film-transcript) :is(button, select, summary):visible"
    ).count()
    film.locator("video:visible").focus()
    reached: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        what = page.evaluate(
            "document.activeElement.closest('.film :is(.film-tools, .film-transcript)')"
            " && document.activeElement.matches('button, select, summary')"
            " ? document.activeElement.textContent.trim() : ''"
        )
        if what:
            focus = page.evaluate(FOCUS)
            assert focus["seen"], f"no visible focus on {focus['what']}"
            reached.append(what)
        elif not page.evaluate("Boolean(document.activeElement.closest('.film'))"):
            break  # out at the other end: no trap
    assert len(reached) == visible > 20
    # Named, and with its state, as a screen reader is told.
    tree = film.locator(".film-tools").aria_snapshot()
    for control in (
        'button "Toista"',
        'button "10 s taaksepäin"',
        'button "10 s eteenpäin"',
        'button "Koko näyttö"',
        'button "Tekstitys: suomi" [pressed]',
        'button "Tekstitys: svenska"',
        'button "Tekstitys: العربية (koneellinen)"',
        'button "Kuvailutulkkaus"',
        'button "Viittomakielinen versio: suomalainen viittomakieli"',
        'combobox "Nopeus"',
        'combobox "Värit"',
        'group "Tekstitys"',
    ):
        assert control in tree, f"{control} is not in\n{tree}"
    toggle(film, "svenska").press("Space")
    assert 'button "Tekstitys: svenska" [pressed]' in film.locator(".film-tools").aria_snapshot()
    line = film.locator(".film-language[open] .film-lines button").nth(1)
    assert 'button "Siirry kohtaan 0:03"' in line.aria_snapshot()
    small = film.evaluate(
        "film => [...film.querySelectorAll('button, select, summary')].filter(control => {"
        " const box = control.getBoundingClientRect();"
        " return box.width && (box.width < 24 || box.height < 24); }).map(c => c.outerHTML)"
    )
    assert small == []


def test_without_javascript_everything_plays_and_reads(cinema, open_page):
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(cinema.page.url)
    film = page.locator(".film")
    video = film.locator(".film-stage video")
    assert video.get_attribute("controls") is not None
    assert video.locator("source").count() == 1
    tracks = [
        (track.get_attribute("kind"), track.get_attribute("srclang"))
        for track in video.locator("track").all()
    ]
    assert tracks == [
        ("captions", "fi"),
        ("captions", "sv"),
        ("captions", "ar"),
        ("descriptions", "fi"),
        ("chapters", "fi"),
    ]
    assert [t.get_attribute("srclang") for t in video.locator("track[default]").all()] == ["fi"]
    for track in video.locator("track").all():
        answer = page.request.get(str(track.get_attribute("src")))
        assert answer.headers["content-type"] == "text/vtt; charset=utf-8"
        assert answer.text().startswith("WEBVTT")
    expect(film.locator(".film-tools")).to_be_hidden()
    assert film.locator("button:visible").count() == 0
    film.locator(".film-transcript > summary").click()
    film.locator(".film-language[data-language=sv] > summary").click()
    swedish = film.locator(".film-language[data-language=sv] .film-words")
    expect(swedish).to_have_attribute("lang", "sv")
    expect(swedish).to_contain_text("Rektorn: Javisst.")
    for version in film.locator(".film-version").all():
        version.locator("summary").click()
        expect(version.locator("video")).to_be_visible()
        assert version.locator("source").count() == 1
    film.locator(".film-part summary").last.click()
    for link in film.locator(".film-files a").all():
        answer = page.request.get(str(link.get_attribute("href")))
        assert answer.ok
        assert answer.headers["content-disposition"].startswith("attachment")
    text = page.request.get(
        str(film.locator(".film-files a", has_text="svenska").last.get_attribute("href"))
    ).text()
    assert text.startswith("Koulussa") or text.startswith("I skolan")
    assert "0:03  Rektorn: Javisst." in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_arabic_page_on_a_small_phone_is_mirrored_whole_and_without_fault(
    cinema, open_page, scheme
):
    page = open_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    film = opened(page, cinema.in_arabic())
    film.locator("[data-do=settings]").click()
    for summary in film.locator("summary:visible").all():
        summary.click()
    film.locator("[data-do=play]").click()
    expect(film.locator(".film-captions")).to_have_text("أويفي: هل لديك لحظة؟")
    expect(film.locator(".film-captions")).to_have_attribute("dir", "rtl")
    film.locator("[data-do=play]").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    back, forward = (
        film.locator(f"[data-do=seek][data-by='{by}']").bounding_box() for by in ("-10", "10")
    )
    assert back["x"] > forward["x"], "what comes first is on the right"
    assert axe_violations(page) == []


def test_axe_finds_nothing_in_a_film_with_all_of_it_open(cinema, page):
    film = opened(page, cinema.page.url)
    film.locator("[data-do=settings]").click()
    for summary in film.locator("summary:visible").all():
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()
    assert axe_violations(page) == []


def test_the_nu_html_checker_finds_no_error_in_a_film(cinema, client, check_html):
    html = client.get(cinema.page.url).content.decode()
    assert "<track" in html
    assert check_html({"film": html}) == []


def test_two_films_on_a_page_keep_out_of_each_others_way(cinema, page):
    path = cinema.show(cinema.video, made(), cinema.video)
    first = opened(page, path)
    second = page.locator(".film").nth(1)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    page.evaluate("document.querySelectorAll('video').forEach(video => { video.muted = true })")
    first.locator("[data-do=play]").click()
    expect(first.locator("[data-do=play]")).to_contain_text("Pysäytä")
    second.locator("[data-do=play]").click()
    expect(second.locator("[data-do=play]")).to_contain_text("Pysäytä")
    expect(first.locator("[data-do=play]")).to_contain_text("Toista")
    # What a reader chooses holds for all of them.
    toggle(first, "suomi").click()
    expect(toggle(second, "suomi")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_text_rolls_smoothly_only_for_those_who_like_it(cinema, open_page, motion):
    lines = timed(*(f"Rivi {number}" for number in range(3)))
    many = [f"00:00:0{n}.0{n}0 --> 00:00:0{n}.900\nLisärivi {n}" for n in range(10)]
    cinema.video.tracks.filter(language="fi", kind="captions").update(
        content=lines + "\n" + "\n\n".join(many) + "\n"
    )
    cinema.video.save()
    page = open_page(reduced_motion=motion, viewport={"width": 1280, "height": 700})
    page.add_init_script(
        "window.rolled = []; const own = Element.prototype.scrollTo;"
        "Element.prototype.scrollTo = function (how) {"
        " window.rolled.push([this.className, how.behavior]); return own.call(this, how); }"
    )
    film = opened(page, cinema.page.url)
    film.locator(".film-transcript > summary").click()
    page.mouse.move(2, 2)
    top = page.evaluate("scrollY")
    go_to(film, 9)
    until(page, "window.rolled.length > 0")
    wanted = "auto" if motion == "reduce" else "smooth"
    assert page.evaluate("window.rolled")[-1] == ["film-lines", wanted]
    assert page.evaluate("scrollY") == top, "the page itself stays where it is"


def test_states_are_seen_where_the_reader_forces_her_own_colours(cinema, open_page):
    page = open_page(forced_colors="active")
    film = opened(page, cinema.page.url)
    width = "button => parseFloat(getComputedStyle(button).borderInlineStartWidth)"
    assert toggle(film, "suomi").evaluate(width) > toggle(film, "svenska").evaluate(width)
    expect(toggle(film, "suomi").locator(".icon")).to_be_visible()
    expect(toggle(film, "svenska").locator(".icon")).to_be_hidden()


def test_the_browsers_own_menu_of_captions_and_ours_agree(cinema, page):
    film = opened(page, cinema.page.url)
    video = film.locator(".film-stage video:visible")
    modes = "video => [...video.textTracks].map(track => track.mode)"
    assert video.evaluate(modes)[:3] == ["hidden", "disabled", "disabled"]
    video.click()
    video.evaluate("video => { video.textTracks[1].mode = 'showing' }")
    expect(toggle(film, "svenska")).to_have_attribute("aria-pressed", "true")
    assert video.evaluate(modes)[:3] == ["disabled", "hidden", "disabled"]


def test_in_full_screen_captions_and_controls_come_along(cinema, page):
    film = opened(page, cinema.page.url)
    go_to(film, 1)
    film.locator("[data-do=whole]").click()
    until(page, "document.fullscreenElement?.matches('.film-main')")
    expect(film.locator(".film-cue")).to_be_visible()
    expect(toggle(film, "svenska")).to_be_visible()
    whole = film.locator("[data-do=whole]")
    expect(whole).to_have_accessible_name("Poistu koko näytöstä")
    whole.click()
    until(page, "!document.fullscreenElement")
    # In the browser's own full screen nothing of ours is seen: its captions take over.
    video = film.locator(".film-stage video:visible")
    video.evaluate("video => video.requestFullscreen()")
    until(page, "document.querySelector('.film-stage video').textTracks[0].mode === 'showing'")


@pytest.mark.allows_console("ERR_FAILED")
def test_a_film_that_cannot_be_fetched_says_so_and_offers_the_file(cinema, page):
    page.route("**/*.mp4*", lambda route: route.abort())
    page.goto(cinema.page.url)
    fault = page.locator(".film-fault").first
    expect(fault).to_be_visible()
    assert "download=1" in str(fault.locator("a").get_attribute("href"))
    expect(page.locator(".film [role=status]")).to_contain_text("ei voi toistaa")
    assert page.locator(".film [role=status] a").count() == 0, (
        "no stop of the keyboard out of sight"
    )


@pytest.mark.allows_console("ERR_FAILED")
def test_captions_that_cannot_be_fetched_are_not_missed_in_silence(cinema, page):
    page.route("**/captions.fi.*.vtt", lambda route: route.abort())
    film = opened(page, cinema.page.url)
    expect(film.locator(".film-lost")).to_be_visible()


def test_a_portrait_film_is_neither_stretched_nor_taller_than_the_screen(cinema, open_page):
    tall = VideoFactory(duration=2.0)
    row = films.with_rendition(tall, films.film(2, (180, 320)))
    row.width, row.height = 180, 320
    row.save()
    page = open_page(viewport={"width": 1280, "height": 700})
    film = opened(page, cinema.show(tall))
    box = film.locator("video").bounding_box()
    assert box["height"] <= 700 * 0.76
    assert film.locator("video").evaluate("video => getComputedStyle(video).objectFit") == "contain"


#: What a campaign's page does: gives the film the whole width.
WIDE = """document.addEventListener('readystatechange', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.article-grid { display: block } .article-body { max-inline-size: none }');
  document.adoptedStyleSheets = [sheet];
}, {once: true})"""


def test_where_there_is_room_the_text_is_open_beside_the_film(cinema, page):
    page.add_init_script(WIDE)
    film = opened(page, cinema.page.url)
    main, beside = (
        film.locator(part).bounding_box() for part in (".film-main", ".film-transcript")
    )
    assert beside["x"] >= main["x"] + main["width"]
    assert abs(beside["y"] - main["y"]) < 2
    assert abs(beside["height"] - main["height"]) < 2, "it takes no more room than the film"
    film.locator(".film-language[open] li", has_text="Totta kai.").click()
    expect(film.locator(".film-language[open] [aria-current]")).to_contain_text("Totta kai.")
    assert axe_violations(page) == []
    film.locator(".film-transcript > summary").click()
    assert film.locator(".film-main").bounding_box()["width"] > 1.4 * main["width"]

"""Axe, keyboard, 320 pixels, no JavaScript, no third party: on every public page type."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NOT_FOUND = r"404 \(Not Found\)"


#: What is wrong is told in full; of what is right, only how much there is.
RUN = """async ([within, tags]) => {
  const found = await checker.run(
    within || document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]}
  );
  return {violations: found.violations, passes: found.passes.length};
}"""


def axe_violations(page: Any) -> list[str]:
    """Return what axe-core finds wrong, one line for each rule and element."""
    return [
        f"{violation['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for violation in axe_run(page)
        for node in violation["nodes"]
    ]


def axe_run(page: Any, within: dict[str, list[str]] | None = None) -> list[dict[str, Any]]:
    """Return axe-core's violations in a page, or ``within`` its parts; axe is loaded once a page."""
    # The policy of the page forbids foreign scripts, so axe is evaluated, not linked.
    # Wagtail may have brought its own, under the usual name.
    if not page.evaluate("'checker' in window"):
        page.evaluate(AXE.read_text("utf-8") + "\nwindow.checker = window.axe; 0")
    result = page.evaluate(RUN, [within, TAGS])
    assert result["passes"], "axe tested nothing"
    violations: list[dict[str, Any]] = result["violations"]
    return violations


@pytest.mark.allows_console(NOT_FOUND)
@pytest.mark.parametrize("width", [320, 1280])
def test_each_page_passes_axe_in_light_and_dark_and_fits_and_keeps_nothing(
    public, open_page, width
):
    # Without motion, colours change at once.
    page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    found, wide = [], []
    for name, path in public.paths.items():
        page.goto(path)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{name}, {scheme}: {violation}" for violation in axe_violations(page)]
        if (across := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide.append(f"{name}: {across}")
    assert not found, "\n".join(found)
    assert not wide, wide
    # A reader who sets nothing has no cookie either.
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_axe_itself_notices_a_fault(town, page):
    page.goto(town.homes["fi"].url)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any(violation.startswith("image-alt") for violation in axe_violations(page))


#: The outline may be drawn by the element, by what it puts before or after itself (a card whose
#: whole surface is the link), or by the box around it.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const drawn = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    && style.outlineColor !== 'rgba(0, 0, 0, 0)';
  const box = element.getBoundingClientRect();
  const around = element.closest(':focus-within:is(li, article)');
  return {
    what: element.outerHTML.slice(0, 120),
    seen: [null, '::before', '::after'].some(part => drawn(getComputedStyle(element, part)))
      || (around !== null && drawn(getComputedStyle(around))),
    inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def test_the_keyboard_reaches_everything_and_its_place_is_always_seen(public, open_page):
    for width in (320, 1280):
        # Without smooth scrolling, what has the focus is in sight at once.
        page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        paths = public.paths if width == 320 else {"item": public.town.items["fi"].url}
        for name, path in paths.items():
            if "olematon" in path:
                continue
            page.goto(path)
            reached = 0
            for _ in range(150):
                page.keyboard.press("Tab")
                focus = page.evaluate(FOCUS)
                if focus is None:
                    break
                reached += 1
                assert focus["seen"], f"{name} at {width}: no visible focus on {focus['what']}"
                assert focus["inside"], f"{name} at {width}: out of sight: {focus['what']}"
            assert reached > 8, f"{name}: the keyboard reached only {reached} places"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(town, page):
    page.goto(town.items["fi"].url)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").strip("#") == page.evaluate(
        "document.querySelector('main').id || document.querySelector('main [id]').id"
    )


def test_without_javascript_everything_is_there(public, open_page):
    paths = public.paths
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(paths["items fi"])
    assert page.locator("h1").is_visible()
    assert page.locator("main a[href^='mailto:']").first.is_visible()
    assert page.locator("main a[href^='tel:+358']").first.is_visible()
    outside = page.locator(".block-video_embed a[href*='youtu']")
    assert outside.first.is_visible(), "the video can be opened at its service"
    accordion = page.locator("main details").first
    accordion.locator("summary").click()
    assert accordion.locator("p").first.is_visible()
    page.goto(paths["homes fi"])
    page.locator("header details summary").first.click()
    page.locator("header nav a", has_text="Ajankohtaista").first.click()
    assert page.url.endswith("/fi/ajankohtaista/")


@pytest.mark.allows_console(r"asked another host: https://www\.youtube-nocookie\.com", "ERR_FAILED")
def test_a_video_elsewhere_is_asked_for_only_when_the_reader_asks(public, open_page):
    path = public.paths["items fi"]
    page = open_page()
    asked: list[str] = []
    page.context.route(
        "**://*.youtube-nocookie.com/**",
        lambda route: (asked.append(route.request.url), route.abort()),
    )
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert asked == []
    assert page.locator("iframe").count() == 0
    with page.expect_event("requestfailed"):
        page.locator(".block-video_embed a[data-frame]").click()
    frame = page.locator(".block-video_embed iframe")
    assert frame.get_attribute("src") == "/video-frame/youtube/abcdefghijk/"
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk"]


@pytest.mark.allows_console(r"axe\.run results")
def test_the_bar_of_signed_in_staff_works_under_the_policy(town, open_page):
    page = open_page(user=town.staff["editor"])
    page.goto(town.items["fi"].url)
    page.wait_for_load_state("networkidle")
    page.locator("#wagtail-userbar-trigger").click()
    expect(page.locator("wagtail-userbar a[href*='/edit/']").first).to_be_visible()


def test_less_motion_when_the_reader_asks_for_less(town, open_page):
    page = open_page(reduced_motion="reduce")
    page.goto(town.homes["fi"].url)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(element => {
             const style = getComputedStyle(element);
             return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')]
               .some(time => parseFloat(time) > 0.01);
           }).map(element => element.outerHTML.slice(0, 80))"""
    )
    assert moving == []

"""A translator brings a page up to date after its source has changed: by keyboard, seen by a resident."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from wagtail_localize.models import StringTranslation

from news.models import NewsPage
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.translating import translate

TEXT = (
    '<h2>Ohjelma</h2><p>Tule <b>maanantaina</b> ja lue <a href="https://www.example.org/suunnitelma">'
    "suunnitelma</a>.</p>"
)
#: Wagtail's own label of the state of a page does not begin with what is seen.
OF_WAGTAIL = "page-status-tag"


@pytest.fixture
def swedish(town: Any) -> NewsPage:
    """Return the Swedish version of an item whose title and first day have changed since."""
    item = town.add_news(
        1, title="Kokous maanantaina", body=[{"type": "paragraph", "value": TEXT}]
    )[0]
    version: NewsPage = translate(item, "sv")
    block = item.body.get_prep_value()[0]
    item.title = "Kokous tiistaina"
    item.body = [{**block, "value": TEXT.replace("maanantaina", "tiistaina")}]
    item.save_revision().publish()
    return version


def open_editor(page: Page, version: NewsPage) -> Any:
    """Open the editor, and return what finds a text in it by what its source says."""
    page.goto(f"/admin/pages/{version.pk}/edit/")
    return lambda words: page.locator(".te-row", has_text=words)


def test_what_changed_is_translated_by_keyboard_and_seen_in_the_preview(
    town: Any, swedish: NewsPage, open_page: Any
) -> None:
    page = open_page(user=town.staff["publisher"], reduced_motion="reduce")
    text = open_editor(page, swedish)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert not [fault for fault in axe_violations(page) if OF_WAGTAIL not in fault]
    title, rich = text("Kokous"), text("ja lue")
    expect(title.locator("del")).to_contain_text("maanantaina")
    expect(title.locator("ins")).to_contain_text("tiistaina")
    page.get_by_role("button", name=re.compile("Esikatsel|Preview")).click()
    frame = page.frame_locator(".te-preview__page")
    expect(frame.locator("h1")).to_have_text("sv: Kokous maanantaina")

    # The first text that needs work, written; confirmed with what was typed, and on to the next.
    page.keyboard.press("F8")
    page.keyboard.press("Control+A")
    page.keyboard.type("Möte på tisdag")
    page.keyboard.press("Control+Enter")
    expect(title).to_have_class(re.compile("te-row--confirmed"))
    expect(frame.locator("h1")).to_have_text("Möte på tisdag")
    field = rich.locator("[role=textbox]")
    expect(field).to_be_focused()

    # Rich text is written as it looks: a link is a chip, and can be put back.
    expect(field.locator(".te-link")).to_have_attribute("data-target", "example.org/suunnitelma")
    page.keyboard.press("Control+A")
    page.keyboard.type("Kom på ")
    page.keyboard.press("Control+B")
    page.keyboard.type("tisdag [1]")
    page.keyboard.press("Control+B")
    page.keyboard.type(" och läs ")
    link = rich.locator(".te-tools__link")
    link.click()
    page.keyboard.type("nu")
    page.keyboard.press("Control+S")
    expect(rich).to_have_class(re.compile("te-row--confirmed"))
    stored = StringTranslation.objects.filter(context__path__startswith="body")
    assert stored.get(data__contains="tisdag").data == (
        'Kom på <b>tisdag [1]</b> och läs <a id="a1">suunnitelma</a> nu'
    )
    expect(frame.locator(".rich a")).to_have_attribute(
        "href", "https://www.example.org/suunnitelma"
    )
    expect(page.locator(".te-head progress")).to_have_js_property("value", 4)

    # A resident sees the old words until it is published, and the new ones then.
    resident = open_page()
    resident.goto(swedish.url)
    expect(resident.locator("h1")).to_have_text("sv: Kokous maanantaina")
    page.locator("[name=action][value=publish]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    resident.goto(NewsPage.objects.get(pk=swedish.pk).url)
    expect(resident.locator("h1")).to_have_text("Möte på tisdag")
    expect(resident.locator(".rich b")).to_have_text("tisdag [1]")


@pytest.mark.allows_console(r"409 \(Conflict\)", r"422 \(Unprocessable")
def test_two_at_one_text_see_both_and_a_fault_keeps_what_was_typed(
    town: Any, swedish: NewsPage, open_page: Any
) -> None:
    page = open_page(user=town.staff["translator.sv"], viewport={"width": 320, "height": 700})
    title = open_editor(page, swedish)("Kokous")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    field = title.locator("[data-translation-text-target=plain]")
    StringTranslation.objects.filter(context__path="title").update(
        data="Deras", last_translated_by=town.staff["editor"]
    )
    field.fill("Mitt")
    conflict = title.locator(".te-conflict")
    expect(conflict).to_contain_text("editor")
    expect(conflict).to_contain_text("Deras")
    expect(field).to_have_value("Mitt")
    conflict.locator("[data-te=mine]").click()
    expect(title).to_have_class(re.compile("te-row--confirmed"))
    assert StringTranslation.objects.get(data="Mitt").last_translated_by.username == "translator.sv"
    field.evaluate("field => field.removeAttribute('maxlength')")
    field.fill("x" * 300)
    expect(title.locator(".te-fault:visible")).to_contain_text("255")
    expect(field).to_have_value("x" * 300)
    field.fill("Rätt")
    expect(title.locator(".te-fault:visible")).to_have_count(0)
    assert StringTranslation.objects.filter(data="Rätt").exists()
    title.locator("[data-translation-text-target=drop]").click()
    expect(title).to_have_class(re.compile("te-row--missing"))
    page.keyboard.press("Enter")
    expect(title).to_have_class(re.compile("te-row--confirmed"))
    expect(field).to_have_value("Rätt")

"""A communications officer publishes a news item; a translator brings it into Swedish, reviewed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from news.models import NewsPage
from tests.factories import locale
from tests.journeys.test_everybody_can_use_the_pages import axe_run

TITLE = "Kirjaston sunnuntait alkavat"


def sign_in(page: Page, name: str) -> None:
    """Sign in through the form, as a person does."""
    page.goto("/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", "demo")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def choose(page: Page, field: str, text: str) -> None:
    """Choose ``text`` in the chooser of ``field``."""
    page.locator(f"#{field}-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body a", has_text=text).first.click()
    expect(page.locator(f"#{field}-chooser")).to_contain_text(text)


def photo(folder: Path) -> Path:
    """Write a photograph as wide as our pages use, and easy to make smaller, and return its path."""
    path = folder / "kirjasto-sunnuntaina.jpg"
    Image.radial_gradient("L").resize((1600, 1000)).convert("RGB").save(path, quality=70)
    return path


# Wagtail saves while one types, and answers 400 as long as the form is not complete.
@pytest.mark.allows_console(r"400 \(Bad Request\)")
def test_from_sign_in_to_a_published_item(town: Any, open_page: Any, tmp_path: Path) -> None:
    editor = open_page()
    sign_in(editor, "editor")
    index = town.indexes["fi"]
    editor.goto(f"/admin/pages/add/news/newspage/{index.pk}/")
    expect(editor.locator("html")).to_have_attribute("lang", "fi")
    editor.fill("[name=title]", TITLE)
    editor.fill("[name=lead]", "Kirjasto avaa ovensa myös sunnuntaisin.")

    # An image, uploaded on the way.
    editor.locator("#id_image-chooser [data-chooser-action-choose]").first.click()
    editor.locator(".modal-body a[href='#tab-upload']").click()
    upload = editor.locator(".modal-body #tab-upload")
    upload.locator("input[type=file]").set_input_files(str(photo(tmp_path)))
    upload.locator("[name$=title]").fill("Kirjasto sunnuntaina")
    upload.locator("[name$=credit]").fill("Aino Esimerkki")
    upload.locator("button[type=submit]").click()
    expect(editor.locator("#id_image-chooser")).to_contain_text("Kirjasto sunnuntaina")

    # A paragraph, a contact person and a theme.
    editor.click("#id_contacts-ADD")
    choose(editor, "id_contacts-0-person", town.person.name)
    editor.click("#id_themes-ADD")
    choose(editor, "id_themes-0-theme", town.theme.name)

    # Submitted without a description of the image, it is refused and nothing is lost.
    open_actions(editor)
    editor.locator("button[name=action-submit]").click()
    expect(editor.locator("[role=alert], .messages").first).to_be_visible()
    expect(editor.locator("[name=title]")).to_have_value(TITLE)
    expect(editor.locator(".error-message").first).to_contain_text("Kuvaile kuva")
    editor.fill("[name=image_alt]", "Lukijoita kirjaston ikkunapöydän ääressä.")
    open_actions(editor)
    editor.locator("button[name=action-submit]").click()
    editor.wait_for_url("**/admin/pages/**")
    item = NewsPage.objects.get(draft_title=TITLE)
    assert not item.live
    assert item.workflow_in_progress

    # The publisher finds it waiting, and approves.
    publisher = open_page()
    sign_in(publisher, "publisher")
    expect(publisher.locator("main")).to_contain_text(TITLE)
    publisher.goto(f"/admin/pages/{item.pk}/edit/")
    open_actions(publisher)
    publisher.locator("[data-workflow-action-name=approve]").first.click()
    publisher.wait_for_url("**/admin/**")
    item.refresh_from_db()
    assert item.live

    # Residents find it on its page, in the list, on the front door, in the feeds and the sitemap.
    resident = open_page()
    resident.goto(item.url)
    expect(resident.locator("h1")).to_have_text(TITLE)
    expect(resident.locator("main img").first).to_have_attribute(
        "alt", "Lukijoita kirjaston ikkunapöydän ääressä."
    )
    expect(resident.locator("main")).to_contain_text("Aino Esimerkki")
    expect(resident.locator(f"main a[href='mailto:{town.person.email}']").first).to_be_visible()
    expect(resident.locator("main a[href='tel:+358400000001']").first).to_be_visible()
    for path in (index.url, town.homes["fi"].url):
        resident.goto(path)
        expect(resident.locator("main")).to_contain_text(TITLE)
    for path in (f"{index.url}atom.xml", "/sitemap.xml"):
        body = resident.request.get(path).text()
        assert item.url in body, path
    feed = json.loads(resident.request.get(f"{index.url}feed.json").text())
    assert TITLE in [entry["title"] for entry in feed["items"]]


def settle(page: Page) -> None:
    """Wait until what was typed is saved, and all that was asked for has come."""
    page.wait_for_timeout(1500)
    page.wait_for_load_state("networkidle")


def open_actions(page: Page) -> None:
    """Open the menu beside the main action, once Wagtail has saved what was typed.

    Wagtail saves half a second after the last key; a robot that presses a button within that time
    sends the form twice, which no person does.
    """
    settle(page)
    toggle = page.locator(
        "footer [data-w-dropdown-target=toggle], .footer__container [data-w-dropdown-target=toggle]"
    ).first
    if toggle.count() and toggle.get_attribute("aria-expanded") != "true":
        toggle.click()


def review_faults(page: Page) -> list[Any]:
    """Return what axe finds in the review, without what Wagtail puts around it."""
    within = {"include": [".rv"], "exclude": ["iframe"]}
    return [(one["id"], one["nodes"][0]["html"]) for one in axe_run(page, within)]


# Wagtail checks the previewed page too, which lacks a contact person.
@pytest.mark.allows_console(r"axe\.run results")
def test_a_translator_brings_an_item_into_swedish(town: Any, open_page: Any) -> None:
    item = NewsPage(
        title="Torin juhla", slug="torin-juhla", lead="Tori täyttyy väestä.", locale=locale("fi")
    )
    town.indexes["fi"].add_child(instance=item)
    item.save_revision().publish()

    # The editor orders the translation.
    editor = open_page()
    sign_in(editor, "editor")
    editor.goto(f"/admin/localize/submit/page/{item.pk}/")
    editor.locator("label", has_text="svenska").first.click()
    editor.locator("main button[type=submit], main input[type=submit]").first.click()
    editor.wait_for_load_state("networkidle")
    swedish = NewsPage.objects.get(translation_key=item.translation_key, locale=locale("sv"))
    assert swedish.get_parent().pk == town.indexes["sv"].pk

    # The translator writes it, and submits it: publishing is not hers.
    translator = open_page()
    sign_in(translator, "translator.sv")
    translator.goto(f"/admin/pages/{swedish.pk}/edit/")
    expect(translator.locator("html")).to_have_attribute("lang", "sv")
    for source, target in (
        ("Torin juhla", "Fest på torget"),
        ("Tori täyttyy väestä.", "Torget fylls av folk."),
    ):
        row = translator.locator(".te-row", has_text=source).first
        row.locator("[name^='text-']").fill(target)
    expect(translator.locator("button[name=action][value=publish]")).to_have_count(0)
    settle(translator)
    translator.locator("button[name=action][value=submit]").click()
    expect(translator.locator("button[value=take_back]")).to_be_visible()
    settle(translator)
    swedish.refresh_from_db()
    assert not swedish.live

    # The publisher finds it on her front page, and is led to the texts side by side.
    publisher = open_page(reduced_motion="reduce")
    sign_in(publisher, "publisher")
    publisher.locator("main a", has_text="Fest på torget").first.click()
    expect(publisher.locator(".rv-line")).to_have_count(2)
    expect(publisher.frame_locator(".rv__frame").locator("h1")).to_have_text("Fest på torget")
    for scheme in ("light", "dark"):
        publisher.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            publisher.set_viewport_size({"width": width, "height": 900})
            assert publisher.evaluate("document.documentElement.scrollWidth") <= width
            assert review_faults(publisher) == []

    # A question, an answer, and back to be mended.
    row = publisher.locator(".rv-line", has_text="Torget fylls av folk.")
    row.locator("summary").first.click()
    row.locator("textarea").fill("Nutid eller framtid?")
    row.locator("button[name=key]").click()
    expect(publisher.locator(".rv-thread")).to_contain_text("Nutid eller framtid?")
    publisher.fill("#rv-comment", "Se kommentaren om ingressen.")
    publisher.locator("button[value=reject]").click()
    publisher.wait_for_url("**/admin/")
    translator.goto(f"/admin/pages/{swedish.pk}/edit/")
    expect(translator.locator(".rv-sent-back")).to_contain_text("Se kommentaren om ingressen.")
    row = translator.locator(".te-row", has_text="Tori täyttyy väestä.")
    expect(row.locator(".rv-thread")).to_contain_text("Nutid eller framtid?")
    row.locator("[name^='text-']").fill("Torget fylldes av folk.")
    settle(translator)
    translator.locator("button[name=action][value=submit]").click()
    expect(translator.locator("button[value=take_back]")).to_be_visible()
    settle(translator)

    publisher.goto(f"/admin/pages/{swedish.pk}/edit/")
    publisher.locator("button[value=approve]").click()
    publisher.wait_for_url("**/admin/")
    swedish.refresh_from_db()
    assert (swedish.live, swedish.title) == (True, "Fest på torget")
    assert (swedish.slug, swedish.lead) == ("fest-pa-torget", "Torget fylldes av folk.")

    resident = open_page()
    resident.goto("/sv/aktuellt/fest-pa-torget/")
    expect(resident.locator("html")).to_have_attribute("lang", "sv")
    expect(resident.locator("h1")).to_have_text("Fest på torget")

    # The Finnish page is not hers to change.
    translator.goto(f"/admin/pages/{item.pk}/edit/")
    assert translator.url.rstrip("/").endswith("/admin")
    item.refresh_from_db()
    assert item.title == "Torin juhla"


@pytest.mark.allows_console(r"400 \(Bad Request\)", r"axe\.run results")
def test_the_checks_panel_says_what_an_item_still_lacks(town: Any, open_page: Any) -> None:
    item = NewsPage(
        title="Torin juhla",
        slug="torin-juhla",
        lead="Tori täyttyy väestä.",
        locale=locale("fi"),
        body=[
            {"type": "paragraph", "value": "<p>Lue <a href='https://example.org/'>täältä</a>.</p>"},
            {"type": "heading", "value": {"text": "Ensin pieni", "level": "3"}},
        ],
    )
    town.indexes["fi"].add_child(instance=item)
    item.save_revision()
    editor = open_page()
    sign_in(editor, "editor")
    editor.goto(f"/admin/pages/{item.pk}/edit/")
    editor.locator(
        "button[aria-label='Sisällön tarkistus'], [data-side-panel-toggle=checks]"
    ).first.click()
    panel = editor.locator("[data-side-panel=checks]")
    for sentence in (
        "Yhteyshenkilö puuttuu",
        "Linkin teksti ei kerro",
        "Otsikkotas",
    ):
        expect(panel).to_contain_text(re.compile(sentence, re.I), timeout=20_000)

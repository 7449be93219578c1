"""The source changes after its translation, and at each step a resident is told the truth of it."""

from __future__ import annotations

import re
from typing import Any

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, expect

from news.models import NewsPage, NewsPageContact

TITLE, TITEL = "Torin juhla", "Fest på torget"
LEAD, INGRESS = "Tori täyttyy väestä maanantaina.", "Torget fylls av folk på måndag."
NEW_LEAD, NEW_INGRESS = "Tori täyttyy väestä tiistaina.", "Torget fylls av folk på tisdag."
MENDED_LEAD = "Tori täyttyy väestä tiistaina!"


class Staff:
    """Three people at their own computers, each signed in and each with her own part in it."""

    def __init__(self, town: Any, open_page: Any, item: NewsPage) -> None:
        self.item, self.town = item, town
        self.editor: Page = open_page(user=town.staff["editor"])
        self.translator: Page = open_page(user=town.staff["translator.sv"])
        self.publisher: Page = open_page(user=town.staff["publisher"])

    def swedish(self) -> NewsPage:
        """Return the Swedish version."""
        version: NewsPage = self.item.get_translation(self.town.locales["sv"])
        return version

    def order(self) -> None:
        """Let the editor order the Swedish version."""
        self.editor.goto(f"/admin/localize/submit/page/{self.item.pk}/")
        self.editor.locator("label", has_text="svenska").first.click()
        self.editor.locator("main button[type=submit], main input[type=submit]").first.click()
        succeeded(self.editor)

    def change(self, lead: str, *, is_minor: bool = False) -> None:
        """Let the editor write another lead and submit it, and the publisher approve it."""
        address = f"/admin/pages/{self.item.pk}/edit/"
        self.editor.goto(address)
        self.editor.fill("[name=lead]", lead)
        open_actions(self.editor)
        if is_minor:
            self.editor.get_by_label("Pieni korjaus").check()
        self.editor.locator("button[name=action-submit]").click()
        succeeded(self.editor)
        self.publisher.goto(address)
        open_actions(self.publisher)
        self.publisher.locator("[data-workflow-action-name=approve]").first.click()
        succeeded(self.publisher)

    def translate(self, texts: dict[str, str]) -> None:
        """Let the translator type her texts, see each kept, and submit them."""
        for source, text in texts.items():
            row = self.translator.locator(".te-row", has_text=source)
            row.locator("[name^='text-']").fill(text)
            expect(row).to_contain_class("te-row--confirmed")
        self.translator.locator("button[name=action][value=submit]").click()
        expect(self.translator.locator("button[value=take_back]")).to_be_visible()

    def approve(self, *texts: str, changed: bool = True) -> None:
        """Let the publisher see the texts side by side, the changed ones apart, and approve them."""
        self.publisher.goto(f"/admin/pages/{self.swedish().pk}/edit/")
        part = "rv-changed" if changed else "rv-others"
        lines = self.publisher.locator(f"section[aria-labelledby={part}] .rv-line")
        expect(lines).to_contain_text(list(texts))
        self.publisher.locator("button[value=approve]").click()
        succeeded(self.publisher)


def succeeded(page: Page) -> None:
    """Wait until the server says that what was asked for is done."""
    expect(page.locator(".messages .success")).to_be_visible()


def open_actions(page: Page) -> None:
    """Open the menu beside the main action."""
    toggle = page.locator("footer [data-w-dropdown-target=toggle]").first
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()


def in_swedish(message: str) -> str:
    """Return what ``message`` is in Swedish."""
    with translation.override("sv"):
        return gettext(message)


def reads(resident: Page, address: str, text: str, *, is_outdated: bool) -> None:
    """See that a resident reads ``text`` in Swedish, no Finnish, and is told of a newer version or not."""
    resident.goto(address)
    expect(resident.locator("html")).to_have_attribute("lang", "sv")
    expect(resident.locator("h1")).to_have_text(TITEL)
    expect(resident.locator("main")).to_contain_text(text)
    # Nothing is Finnish that is not marked as Finnish.
    unmarked = resident.locator("main").evaluate(
        "main => { const own = main.cloneNode(true);"
        "own.querySelectorAll('[lang=fi]').forEach(one => one.remove()); return own.textContent; }"
    )
    assert "Tori" not in unmarked
    expect(resident.locator(".version-notice-words")).to_have_count(int(is_outdated))


def test_a_resident_sees_the_right_thing_at_each_step(
    town: Any, open_page: Any, settings: Any
) -> None:
    # A robot presses a button while Wagtail is saving its draft, and sends the form twice.
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    (item,) = town.add_news(1, title=TITLE, slug="torin-juhla", lead=LEAD)
    NewsPageContact.objects.create(page=item, person=town.person)  # the checks miss nothing
    staff, resident = Staff(town, open_page, item), open_page()
    staff.order()
    swedish = staff.swedish()
    staff.translator.goto(f"/admin/pages/{swedish.pk}/edit/")
    staff.translate({TITLE: TITEL, LEAD: INGRESS})

    # In review it is not public: the Finnish page says in Swedish that there is no Swedish one.
    resident.goto(item.url)
    missing = resident.locator(".languages-missing a[lang=sv]")
    expect(missing.locator("small")).to_have_attribute("lang", "sv")
    assert TITEL not in resident.content()
    staff.approve(TITEL, INGRESS, changed=False)
    resident.goto(item.url)
    resident.locator(".languages-list a[lang=sv]").click()
    address = "/sv/aktuellt/fest-pa-torget/"
    resident.wait_for_url(f"**{address}")
    reads(resident, address, INGRESS, is_outdated=False)

    # The Finnish page changes: the Swedish one keeps its text, and tells of the newer version.
    staff.change(NEW_LEAD)
    reads(resident, address, INGRESS, is_outdated=True)
    notice = resident.locator(".version-notice-words")
    expect(notice).to_contain_text(in_swedish("The newer version:"))
    link = notice.locator("a[hreflang=fi][lang=fi]")
    expect(link).to_have_attribute("href", re.compile(f"{item.url}$"))

    # The translator sees first what changed, and which word; her new text is public once approved.
    staff.translator.goto(f"/admin/pages/{swedish.pk}/edit/")
    first = staff.translator.locator(".te-row").first
    expect(first.locator("del")).to_contain_text("maanantaina")
    expect(first.locator("ins")).to_contain_text("tiistaina")
    staff.translate({"väestä": NEW_INGRESS})
    reads(resident, address, INGRESS, is_outdated=True)
    staff.approve("tisdag")
    reads(resident, address, NEW_INGRESS, is_outdated=False)

    # A correction that is ticked as minor is no news to those who read Swedish.
    staff.change(MENDED_LEAD, is_minor=True)
    resident.goto(item.url)
    expect(resident.locator("main")).to_contain_text(MENDED_LEAD)
    reads(resident, address, NEW_INGRESS, is_outdated=False)

    # Withdrawn in Finnish, it is withdrawn in Swedish; the publisher is told before.
    staff.publisher.goto(f"/admin/pages/{item.pk}/unpublish/")
    expect(staff.publisher.locator(".follower")).to_contain_text(TITEL)
    staff.publisher.locator("main form button[type=submit], main form input[type=submit]").click()
    succeeded(staff.publisher)
    for gone in (item.url, address):
        assert resident.request.get(gone).status == 404, gone

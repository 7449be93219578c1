"""The matrix of language versions, as somebody with a screen reader, a keyboard or a phone has it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from news.models import NewsPage
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.translating import translate

#: What of the pages is ours: the frame around it is Wagtail's.
OURS = ("version-state", "versions", "outdated-versions")


@pytest.fixture
def stale(town):
    """A page whose Swedish version is outdated."""
    page = town.add_news(1, title="Äänestys")[0]
    translate(page, "sv")
    page = NewsPage.objects.get(pk=page.pk)
    page.title = "Äänestys siirtyy"
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_tells_of_language_versions(town, stale, open_page, scheme):
    page = open_page(user=town.staff["admin"], viewport={"width": 320, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = []
    for url, mark in (
        (reverse("translations_matrix:pages"), ".versions"),
        (reverse("wagtailadmin_home"), ".versions-urgent"),
        (reverse("wagtailadmin_pages:edit", args=[stale.pk]), ".versions-beside"),
    ):
        page.goto(url)
        page.locator(mark).first.wait_for(state="attached")
        if "beside" in mark:
            page.locator("[data-side-panel-toggle='status']").click()
        found += [v for v in axe_violations(page) if any(name in v for name in OURS)]
    assert found == []
    page.goto(reverse("translations_matrix:pages"))
    region = page.locator(".versions")
    # The table moves sideways within the page, by the arrow keys too; the page itself does not.
    region.focus()
    assert region.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_rows_follow_the_search_without_a_new_page(town, stale, open_page):
    page = open_page(user=town.staff["admin"], viewport={"width": 1280, "height": 900})
    page.goto(reverse("translations_matrix:pages"))
    # The first search on the page is that of the menu.
    page.locator("form[action*='language-versions'] input[name=q]").press_sequentially("äänes")
    expect(page.locator(".versions tbody tr")).to_have_count(1)
    assert page.locator(".version-state--outdated").count() == 1
    page.locator("a.version-state--outdated").click()
    page.wait_for_load_state()
    swedish = stale.get_translation(town.locales["sv"])
    assert page.url.endswith(reverse("wagtailadmin_pages:edit", args=[swedish.pk]))

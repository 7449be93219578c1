"""What readers are told of a translation can be read by everybody: axe, 320 pixels, right to left."""

from __future__ import annotations

from news.models import NewsPage
from tests.factories import locale
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.scene import every_block
from tests.translating import translate


def versions_that_lack_something(town):
    """Return a Finnish item, a Swedish version that is older, and an Arabic one translated in part."""
    (item,) = town.add_news(
        1,
        title="Kokous maanantaina kirjastossa",
        lead="Tule kertomaan, mikä kunnassa toimii ja mikä ei.",
        body=every_block(town)[:6],
    )
    swedish = translate(item, "sv")
    item = NewsPage.objects.get(pk=item.pk)
    item.title = "Kokous tiistaina kirjastossa"
    item.save_revision().publish()
    item = NewsPage.objects.get(pk=item.pk)
    arabic = translate(
        item, "ar", leave=lambda path: path == "lead" or path.endswith((".speaker", "cell-1-0"))
    )
    return item, swedish, arabic


def test_the_notices_pass_axe_in_light_and_dark_and_fit(public, open_page):
    assert locale("ar")
    pages = versions_that_lack_something(public.town)
    found, wide = [], []
    for width in (320, 1280):
        page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        for shown in pages[1:]:
            page.goto(shown.url)
            assert page.locator(".version-notice-words p").count()
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found += [f"{shown.url}, {scheme}: {one}" for one in axe_violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(f"{shown.url} at {width}")
    assert not found, "\n".join(found)
    assert not wide, wide

"""Axe, 320 pixels, right to left, no JavaScript, print and valid HTML: on the pages of plans."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from home.set_up import ensure_language
from plans.models import PlanPage, RegionalPlanPage
from tests.factories import locale
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.plans.full_scene import complete
from tests.plans.scene import Office, build_office
from tests.rows import Scene
from tests.scene import build_town

ARABIC = {"indexes": "الخطط", "programmes": "برنامج العلاقات الجيدة", "regionals": "كاينو"}
LEAD = "شارك السكان في إعداد الخطة منذ البداية، 2026."
CODES = ("fi", "sv", "ar")


def build_public_plans() -> Office:
    """Build plans that show all they can, in Finnish, Swedish and Arabic."""
    office = build_office(build_town())
    complete(office)
    east = RegionalPlanPage.objects.get(area__code="etno-ita-suomi")
    home = office.town.homes["fi"].copy_for_translation(locale("ar"))
    home.title, home.live, home.first_published_at = "كوهتامو", True, timezone.now()
    home.save()
    for kind, title in ARABIC.items():
        versions = getattr(office, kind)
        page = type(versions["fi"]).objects.get(pk=versions["fi"].pk)
        copy = page.copy_for_translation(locale("ar"))
        copy.title, copy.lead, copy.live = title, LEAD, True
        copy.first_published_at = timezone.now()
        copy.save()
        versions["ar"] = type(page).objects.get(pk=copy.pk)
    copy = east.copy_for_translation(locale("ar"))
    copy.live = True
    copy.save()
    ensure_language("ar")
    return office


@pytest.fixture(scope="session")
def kept_public_plans(keep: Callable[..., Scene]) -> Scene:
    """The scene ``public plans``, built."""
    return keep("public_plans", build_public_plans)


@pytest.fixture
def office(kept_public_plans: Scene, lay_out: Callable[[Scene], Office]) -> Office:
    """Plans that show all they can, in Finnish, Swedish and Arabic."""
    return lay_out(kept_public_plans)


def paths_of(office: Office) -> dict[str, str]:
    """Return name and path of each page, and of an older plan and an empty list."""
    found = {f"{kind} {code}": getattr(office, kind)[code].url for kind in ARABIC for code in CODES}
    found["replaced"] = PlanPage.objects.get(title="Ohjelma 2019").url
    found["an empty list"] = f"{office.indexes['fi'].url}?year=1999"
    return found


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_is_too_wide(office, open_page, width, scheme):
    # Without transitions, colours are what they will be at once.
    page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    found = []
    for name, path in paths_of(office).items():
        page.goto(path)
        # Both schemes on one visit: a page is the same but for its colours.
        for colours in (scheme, "light" if scheme == "dark" else "dark"):
            page.emulate_media(color_scheme=colours)
            found += [f"{name} {colours}: {fault}" for fault in axe_violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{name}: {wide} pixels wide at {width}")
    assert not found, "\n".join(found)


def test_the_map_is_not_mirrored_the_table_scrolls_and_print_shows_all(office, open_page):
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(office.programmes["ar"].url)
    boards = page.locator(".area-tiles-etno li")
    east, north = (boards.filter(has_text=name).bounding_box() for name in ("Itä", "Lappi"))
    assert north["y"] < east["y"]
    assert north["x"] < east["x"], "east is on the right in every script"
    frame = page.locator(".area-table")
    scrolled = "element => element.scrollWidth > element.clientWidth"
    assert frame.evaluate(scrolled)
    history = page.locator(".action-history li").first
    assert not history.is_visible()
    page.locator(".action-history summary").first.click()
    assert history.is_visible()
    page.reload()
    page.emulate_media(media="print")
    assert history.is_visible()
    for unprinted in (".menu", ".plan-downloads", ".languages"):
        assert not page.locator(unprinted).first.is_visible(), unprinted
    after = page.locator(".plan-facts a[href='https://example.org/paatos']").evaluate(
        "element => getComputedStyle(element, '::after').content"
    )
    assert "https://example.org/paatos" in after


def test_the_nu_html_checker_finds_no_error(office, check_html):
    client = Client()
    documents = {name: client.get(path).content.decode() for name, path in paths_of(office).items()}
    assert all("<h1" in text for text in documents.values())
    assert check_html(documents) == []

"""The list of workshops for everybody: narrowed without script, into one's own calendar, in any direction."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from home.set_up import ensure_language
from plans.models import WorkshopIndexPage
from tests.factories import locale
from tests.journeys.test_everybody_can_use_the_pages import axe_violations
from tests.plans.scene import Office, build_office, workshop
from tests.scene import Town

ARABIC = ("كوهتامو", "خطط", "ورش العمل", "برنامج العلاقات الطيبة", "كاينو")


def workshop_lists(town: Town) -> tuple[Office, dict[str, str]]:
    """Return the plans, and the addresses of the list in Finnish, Swedish and Arabic.

    On each: a workshop with all there is to say of one, one going on, one called off, and past ones;
    in Arabic some texts are still Finnish.
    """
    office = build_office(town)
    now = timezone.now()
    for code in ("fi", "sv"):
        plan, regional = office.programmes[code], office.regionals[code]
        workshop(
            plan,
            "Yhdenvertaisuussuunnittelutyöpaja",
            now + timedelta(days=2),
            town="Kuusamo",
            venue="Kirjasto, Kaiterantie 22",
            online_url="https://video.example.org/",
            audience="kunnan henkilöstö",
            language="fi, se, ar",
            sign_up_url="https://lomake.example.org/",
            sign_up_until=now + timedelta(days=1),
            ends_at=now + timedelta(days=3),
        )
        workshop(regional, "Käynnissä", now - timedelta(hours=1), sign_up_url="https://x.example/")
        workshop(regional, "Peruttu", now + timedelta(days=3), is_cancelled=True)
    _into_arabic(office)
    ensure_language("ar")
    lists = WorkshopIndexPage.objects.select_related("locale")
    return office, {page.language_code: page.url for page in lists}


def _into_arabic(office: Office) -> None:
    pages: tuple[Any, ...] = (
        office.town.homes["fi"],
        office.indexes["fi"],
        office.workshop_indexes["fi"],
        office.programmes["fi"],
        office.regionals["fi"],
    )
    for page, title in zip(pages, ARABIC, strict=True):
        version = page.copy_for_translation(locale("ar"))
        version.title, version.live, version.first_published_at = title, True, timezone.now()
        if hasattr(version, "workshops") and hasattr(version, "goals"):
            version.source_language = "fi"
            version.untranslated = [
                f"workshops.{row.translation_key}.{name}"
                for row in version.workshops.all()
                for name in ("title", "town", "audience")
            ]
        version.save()


def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(town, open_page):
    _office, paths = workshop_lists(town)
    assert set(paths) == {"fi", "sv", "ar"}
    found = []
    for width in (320, 1280):
        for scheme in ("light", "dark"):
            page = open_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            for code, path in paths.items():
                page.goto(path)
                assert page.locator("article.workshop").count() == 4
                found += [f"{code} {width} {scheme}: {fault}" for fault in axe_violations(page)]
                wide = page.evaluate("document.documentElement.scrollWidth")
                found += [f"{code}: {wide} wide"] if wide > width else []
    assert not found, "\n".join(found)


def test_the_list_is_valid_html(town, check_html):
    _office, paths = workshop_lists(town)
    documents = {code: Client().get(path).content.decode() for code, path in paths.items()}
    assert check_html(documents) == []


def test_a_resident_finds_a_workshop_and_puts_it_into_her_calendar(town, open_page):
    office, paths = workshop_lists(town)
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(paths["fi"])
    page.locator("select[name=town]").select_option("Kuusamo")
    page.locator("form.filter button").click()
    assert page.url.endswith("town=Kuusamo&area=&language=&when=")
    card = page.locator("article.workshop")
    assert card.count() == 1
    assert card.locator("a[href='https://lomake.example.org/']").is_visible()
    row = office.programmes["fi"].workshops.get(town="Kuusamo")
    with page.expect_download() as downloaded:
        card.locator("a[href$='.ics']").click()
    event = Calendar.from_ical(Path(downloaded.value.path()).read_bytes()).events[0]
    assert (str(event["UID"]), str(event["SUMMARY"])) == (str(row.translation_key), row.title)
    assert event.start == row.starts_at.replace(microsecond=0)
    # Of one that is called off she is told so, and past ones she finds by going back.
    page.locator(".active-filters a", has_text="Kuusamo").click()
    assert page.locator("article.workshop-cancelled .state").is_visible()
    page.locator("select[name=when]").select_option("past")
    page.locator("form.filter button").click()
    assert page.locator("article.workshop").count() == 0
    past = page.locator(".past-workshops a", has_text="Mennyt työpaja")
    assert past.get_attribute("href").startswith(f"{office.regionals['fi'].url}#workshop-")
    past.click()
    assert page.locator(f"li:target[id^='{row.anchor[:9]}']").count() == 1

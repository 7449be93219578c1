"""A regional plan from an empty form to a resident's calendar, and the PDF in her hands."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from plans.areas import ensure_areas
from plans.models import RegionalPlanPage
from tests.journeys.test_publishing_news import choose, open_actions
from tests.plans.scene import GOALS, Office, build_office
from tests.scene import Town

TITLE = "Lapin suunnitelma: turvallinen arki"
WORKSHOP = "Työpaja: kuka kylässä kuulee?"


def submit(page: Page) -> None:
    """Press “submit” in the editor of a page, and wait for what comes of it."""
    open_actions(page)
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()


def tick(page: Page, *titles: str) -> None:
    """Tick the goals called ``titles``, and no other."""
    for title in GOALS:
        page.get_by_label(title).set_checked(title in titles)


def choose_area(editor: Page, name: str) -> None:
    """Choose the area ``name``: found by its name, for there are a good many of them."""
    editor.locator("#id_area-chooser [data-chooser-action-choose]").first.click()
    editor.locator(".modal-body [name=q]").fill(name)
    editor.locator(".modal-body tbody a", has_text=name).first.click()
    expect(editor.locator("#id_area-chooser")).to_contain_text(name)


def write_plan(editor: Page, office: Office) -> None:
    """Fill in the form of a new regional plan, with a workshop a week from now; no goal is ticked."""
    editor.goto(f"/admin/pages/add/plans/regionalplanpage/{office.programmes['fi'].pk}/")
    expect(editor.locator("html")).to_have_attribute("lang", "fi")
    editor.locator("[name=stage]").select_option("adopted")
    choose_area(editor, "Lappi")
    editor.click("#id_contacts-ADD")
    choose(editor, "id_contacts-0-person", office.town.person.name)
    day = timezone.localdate() + timedelta(days=7)
    editor.click("#id_workshops-ADD")
    for name, value in (
        ("title", WORKSHOP),
        ("starts_at", f"{day} 12:00"),
        ("ends_at", f"{day} 15:00"),
        ("town", "Inari"),
    ):
        editor.fill(f"[name=workshops-0-{name}]", value)
    # The title last: from then on what she has written is saved by itself.
    editor.fill("[name=lead]", "Lapissa matkat ovat pitkiä, siksi työpaja tulee kylään.")
    editor.fill("[name=starts_on]", "2026-01-01")
    editor.fill("[name=title]", TITLE)


# Wagtail saves while one types, and answers 400 as long as the form is not complete.
@pytest.mark.allows_console(r"400 \(Bad Request\)")
def test_a_regional_plan_goes_out_with_three_goals_and_a_resident_joins_its_workshop(
    town: Town, open_page: Any
) -> None:
    office = build_office(town)
    ensure_areas()
    editor: Page = open_page(town.staff["editor"])
    write_plan(editor, office)

    # A fourth goal is refused in her language, and nothing is lost.
    tick(editor, *GOALS)
    submit(editor)
    expect(editor.locator("main")).to_contain_text("enintään kolme tavoitetta")
    expect(editor.locator("[name=title]")).to_have_value(TITLE)
    expect(editor.locator("[name=workshops-0-town]")).to_have_value("Inari")
    for title in GOALS:
        expect(editor.get_by_label(title)).to_be_checked()
    assert not RegionalPlanPage.objects.filter(draft_title=TITLE, live=True).exists()

    # Three are taken; the publisher approves.
    tick(editor, *GOALS[1:])
    submit(editor)
    plan = RegionalPlanPage.objects.get(draft_title=TITLE)
    assert not plan.live
    assert plan.workflow_in_progress
    publisher: Page = open_page(town.staff["publisher"])
    publisher.goto(f"/admin/pages/{plan.pk}/edit/")
    open_actions(publisher)
    with publisher.expect_navigation():
        publisher.locator("[data-workflow-action-name=approve]").first.click()
    plan.refresh_from_db()
    assert plan.live
    assert plan.chosen_goals == office.goal_ids[1:]

    # A resident without scripts finds the workshop by its town and puts it into her calendar.
    resident: Page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    resident.goto(office.workshop_indexes["fi"].url)
    resident.locator("select[name=town]").select_option("Inari")
    resident.locator("form.filter button").click()
    found = resident.locator("article.workshop")
    expect(found).to_have_count(1)
    with resident.expect_download() as downloaded:
        found.locator("a[href$='.ics']").click()
    event = Calendar.from_ical(Path(downloaded.value.path()).read_bytes()).events[0]
    assert str(event["SUMMARY"]) == WORKSHOP
    assert timezone.localtime(event.start).hour == 12
    assert (event.end - event.start) == timedelta(hours=3)

    # From it she comes to the plan, reads what the area promised, and takes the PDF with her.
    found.get_by_role("link", name=WORKSHOP, exact=True).click()
    expect(resident.locator("h1")).to_have_text(TITLE)
    for title in GOALS[1:]:
        expect(resident.locator("main")).to_contain_text(title)
    expect(resident.locator("main")).not_to_contain_text(GOALS[0])
    href = resident.locator("a[type='application/pdf']").first.get_attribute("href")
    answer = resident.request.get(str(href))
    assert answer.headers["content-type"] == "application/pdf"
    document = PdfReader(BytesIO(answer.body()))
    assert document.metadata is not None
    assert document.metadata.title == TITLE
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in document.pages)
    for words in (*GOALS[1:], WORKSHOP, "Inari"):
        assert words in text, words

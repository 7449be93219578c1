"""A workshop as an editor writes it down, and its entry in the calendars of others."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

from core.moment_field import by_the_clock
from plans.models import PlanPage, RegionalPlanPage, Workshop, WorkshopSequence
from plans.workshops.checks import workshop_problems
from plans.workshops.sequences import count_changes
from plans.workshops.shown import iso, workshops_of
from tests.plans.scene import workshop
from tests.translating import translate

START = datetime(2030, 5, 12, 14, tzinfo=UTC)


def unsaved(**values) -> Workshop:
    """Return a workshop of two hours in Kajaani that is not in the database."""
    values = {"town": "Kajaani", "starts_at": START, "ends_at": START + timedelta(hours=2)} | values
    return Workshop(title="Työpaja", **values)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ends_at": START}, "ends_at"),
        ({"ends_at": START - timedelta(days=1)}, "ends_at"),
        ({"town": " ", "online_url": ""}, "town"),
        ({"language": "fi, xx"}, "language"),
        ({"sign_up_until": START}, "sign_up_url"),
        (
            {"sign_up_url": "https://x.example", "sign_up_until": START + timedelta(hours=3)},
            "sign_up_until",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(values, field):
    with pytest.raises(ValidationError) as refused:
        unsaved(**values).clean()
    assert set(refused.value.message_dict) == {field}


def test_what_can_be_is_taken():
    row = unsaved(language=" FI,sv ,fi", town="", online_url="https://x.example/")
    row.clean()
    assert (row.language, row.codes) == ("fi, sv", ["fi", "sv"])
    # Through the hour that comes twice: one hour long, though the clock says the same.
    night = datetime(2030, 10, 27, 0, 30, tzinfo=UTC)
    unsaved(starts_at=night, ends_at=night + timedelta(hours=1)).clean()


def test_languages_are_ticked_not_spelt():
    field = Workshop._meta.get_field("language").formfield()
    assert field.prepare_value("fi, sv") == ["fi", "sv"]
    assert field.clean(["fi", "smn"]) == "fi, smn"
    assert field.clean([]) == ""
    assert not field.has_changed("fi, sv", ["sv", "fi"])
    assert field.has_changed("fi", ["sv"])
    with pytest.raises(ValidationError):
        field.clean(["xx"])
    assert Workshop._meta.get_field("language").deconstruct()[1] == "django.db.models.CharField"


@pytest.mark.django_db
def test_an_editor_in_another_time_zone_writes_by_the_clock_in_finland(office, client_as):
    page = office.regionals["fi"]
    editor = office.town.staff["publisher"]
    UserProfile.objects.update_or_create(
        user=editor, defaults={"current_time_zone": "America/New_York"}
    )
    client = client_as(editor)
    url = f"/admin/pages/{page.pk}/edit/"
    row = page.workshops.get(title="Tuleva työpaja")
    text = client.get(url).content.decode()
    local = by_the_clock(row.starts_at)
    assert re.search(rf'name="workshops-\d+-starts_at"[^>]*value="{local:%Y-%m-%d %H:%M}"', text)
    data = querydict_from_html(text, form_id="page-edit-form").copy()
    number = next(
        name.split("-")[1]
        for name, value in data.items()
        if re.fullmatch(r"workshops-\d+-title", name) and value == row.title
    )
    data[f"workshops-{number}-starts_at"] = "2030-03-31 03:30"
    data[f"workshops-{number}-ends_at"] = "2030-03-31 06:00"
    # The streams are drawn by script: here they are empty.
    data.update({f"{name}-count": "0" for name in ("spearheads", "goals", "actions", "body")})
    refused = client.post(url, dict(data.lists()))
    assert refused.status_code == 200
    assert "3.30" in refused.content.decode()  # as Finnish writes it, in the message alone
    assert page.workshops.get(pk=row.pk).starts_at == row.starts_at
    data[f"workshops-{number}-starts_at"] = "2030-03-31 04:30"
    data.setlist(f"workshops-{number}-language", ["fi", "ar"])
    assert client.post(url, dict(data.lists())).status_code == 302
    draft = RegionalPlanPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    written = next(one for one in draft.workshops.all() if one.mark == row.mark)
    assert written.starts_at == datetime(2030, 3, 31, 1, 30, tzinfo=UTC)
    assert written.language == "fi, ar"


@pytest.mark.django_db
def test_an_entry_counts_each_change_once_and_for_every_language(office, client):
    page = office.regionals["fi"]
    page.actions = []
    page.save_revision().publish()
    translate(page, "sv", leave=lambda path: path.endswith(".town"))
    row = page.workshops.get(title="Tuleva työpaja")

    def entry(code: str) -> tuple[str, int, str]:
        path = f"{office.regionals[code].url}workshops/{row.mark}.ics"
        event = Calendar.from_ical(client.get(path).content).events[0]
        assert str(event["UID"]) == str(row.translation_key)
        assert event["LOCATION"].params["LANGUAGE"] == "fi"  # the town is still untranslated
        title = str(event["SUMMARY"]).rpartition("sv: ")[2]
        return title.rpartition(": ")[2], event["SEQUENCE"], str(event["STATUS"])

    title = row.title
    assert (entry("fi"), entry("sv")) == ((title, 0, "CONFIRMED"), (title, 1, "CONFIRMED"))
    page.save_revision().publish()
    assert count_changes(page.translation_key) == 0
    assert entry("fi") == (title, 0, "CONFIRMED")
    # A draft is nobody's news; once it is out, it is news in both languages.
    page = RegionalPlanPage.objects.get(pk=page.pk)
    draft = page.workshops.get(pk=row.pk)
    draft.is_cancelled = True
    page.workshops.add(draft)
    revision = page.save_revision()
    assert entry("fi") == (title, 0, "CONFIRMED")
    revision.publish()
    assert (entry("fi"), entry("sv")) == ((title, 1, "CANCELLED"), (title, 2, "CANCELLED"))
    assert count_changes(page.translation_key) == 0
    # A text counts in its own language alone.
    rows = Workshop.objects.filter(page=page, translation_key=row.translation_key)
    rows.update(title="Torilla")
    assert count_changes(page.translation_key) == 1
    assert (entry("fi"), entry("sv")) == (("Torilla", 2, "CANCELLED"), (title, 2, "CANCELLED"))
    assert WorkshopSequence.objects.filter(key=row.translation_key).count() == 2


@pytest.mark.django_db
def test_calendars_of_a_plan_a_programme_and_one_workshop(office, client):
    programme, regional = office.programmes["fi"], office.regionals["fi"]
    now = timezone.now()
    long_past = workshop(regional, "Kauan sitten", now - timedelta(days=91))
    called_off = workshop(
        programme,
        "Perutaan",
        now + timedelta(days=3),
        is_cancelled=True,
        online_url="https://v.fi/",
    )
    joined = workshop(
        programme,
        "Verkossa; kaikille, kaikkialla",
        now + timedelta(days=4),
        town="",
        online_url="https://v.example.org/a",
        audience="Kaikille",
        language="fi, se",
        sign_up_url="https://lomake.example.org/",
    )
    response = client.get(f"{programme.url}workshops.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{programme.slug}.ics"'
    calendar = Calendar.from_ical(response.content)
    assert str(calendar["X-WR-CALNAME"]) == programme.title
    events = {str(event["SUMMARY"]): event for event in calendar.events}
    cancelled = next(title for title in events if "Perutaan" in title)
    assert set(events) == {cancelled, joined.title, "Tuleva työpaja", "Mennyt työpaja"}
    assert str(events[cancelled]["STATUS"]) == "CANCELLED"
    event = events[joined.title]
    assert event["SUMMARY"].params["LANGUAGE"] == "fi"
    assert str(event["LOCATION"]) == "https://v.example.org/a"
    for line in ("Kaikille", "suomi, davvisámegiella", "https://lomake.example.org/"):
        assert line in str(event["DESCRIPTION"])
    assert str(event["URL"]).endswith(f"{programme.url}#{joined.anchor}")
    assert str(events["Tuleva työpaja"]["URL"]).startswith(regional.full_url)
    # One alone, also long past; none of another plan, and no address that is none.
    alone = client.get(f"{regional.url}workshops/{long_past.mark}.ics")
    assert len(Calendar.from_ical(alone.content).events) == 1
    for path in (
        f"{regional.url}workshops/{called_off.mark}.ics",
        f"{programme.url}workshops/xyz.ics",
        f"{programme.url}workshops/00000000.ics",
        f"{programme.url}others.ics",
    ):
        assert client.get(path).status_code == 404, path
    # Whoever has it already is told so; whoever may read the plan alone shares it with nobody.
    again = client.get(f"{programme.url}workshops.ics", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "max-age=" in again["Cache-Control"]
    assert "public" in response["Cache-Control"]
    Workshop.objects.filter(pk=joined.pk).update(title="Toinen")
    later = client.get(
        f"{programme.url}workshops.ics",
        headers={
            "if-none-match": response["ETag"],
            "if-modified-since": response["Last-Modified"],
        },
    )
    assert later.status_code == 200
    assert client.head(f"{programme.url}workshops.ics").status_code == 200


@pytest.mark.django_db
def test_the_page_of_a_plan_tells_of_its_workshops_and_a_preview_of_those_being_written(
    office, client
):
    programme, regional = office.programmes["fi"], office.regionals["fi"]
    row = regional.workshops.get(title="Tuleva työpaja")
    text = client.get(programme.url).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    events = {node["@id"]: node for node in data["@graph"] if node["@type"] == "Event"}
    assert len(events) == 2
    event = events[f"{regional.full_url}#{row.anchor}"]
    assert event["location"]["address"]["addressLocality"] == "Kajaani"
    assert event["startDate"] == iso(row.starts_at)
    assert f'<article class="workshop workshop-upcoming" id="{row.anchor}">' in text
    assert f'href="{regional.url}#{row.anchor}"' in text
    assert f'href="webcal://localhost{programme.url}workshops.ics"' in text
    assert 'rel="alternate" type="text/calendar"' in text
    assert f'id="{row.anchor}"' in client.get(regional.url).content.decode()
    draft = RegionalPlanPage.objects.get(pk=regional.pk)
    draft.workshops.add(unsaved(locale=draft.locale, sign_up_url="https://lomake.example.org/"))
    with timezone.override("America/New_York"):
        preview = draft.make_preview_request().content.decode()
    assert 'datetime="2030-05-12T17:00+03:00"' in preview
    assert re.search(r"12\. toukokuuta 2030,? (?:klo )?17\.00", preview)


@pytest.mark.django_db
def test_a_programme_shows_the_workshops_of_its_regional_plans_at_the_same_cost(
    office, django_assert_num_queries
):
    programme = office.programmes["sv"]
    now = timezone.now()
    for number in range(5):
        workshop(office.regionals["sv"], f"Verkstad {number}", now + timedelta(days=20 + number))
    page = PlanPage.objects.select_related("locale").get(pk=programme.pk)
    with django_assert_num_queries(4):  # its own; regional plans, their areas in Swedish, theirs
        found = workshops_of(page)
        assert [one.row.title for one in found.upcoming] == [
            "Tuleva työpaja",
            *(f"Verkstad {number}" for number in range(5)),
        ]
        assert {one.plan.title for one in found.upcoming} == {"Kajanaland"}
        assert [one.row.title for one in found.past] == ["Mennyt työpaja"]
        assert {one.area.name for one in found} == {"Kainuu"}
    assert found.changes_at == found.upcoming[0].row.starts_at


@pytest.mark.django_db
def test_an_editor_is_told_of_a_workshop_nobody_can_ask_about(office):
    programme, regional = office.programmes["fi"], office.regionals["fi"]
    workshop(programme, "Ei paikkaa", timezone.now() + timedelta(days=1))
    found = workshop_problems(regional)
    assert len(found) == 2
    assert all(problem.field == "workshops" and not problem.blocks for problem in found)
    assert all("Tuleva työpaja" in str(problem.message) for problem in found)
    # The programme has a contact person; its workshop lacks a venue alone.
    assert len(workshop_problems(programme)) == 1
    assert workshop_problems(office.regionals["sv"])

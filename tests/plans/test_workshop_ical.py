"""A calendar file that three independent readers understand alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import ics
import pytest
import vobject
from dateutil import tz
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from plans.workshops.ical import Entry, Text, calendar_bytes, writable

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
KEY = "11111111-2222-4333-8444-555555555555"
PIECES = st.sampled_from(
    [
        "Työpaja",
        "ورشة عمل",
        "sääʹmǩiõll",
        ", ",
        "; ",
        "\n",
        "\r\n",
        "\\n",
        "\\",
        ":",
        '"',
        "€",
        "👋🏽",
        " ",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))
STARTS = st.datetimes(datetime(2001, 1, 1), datetime(2036, 12, 1), timezones=st.just(UTC))


def entry(**values):
    """Return an entry of two hours, with ``values``."""
    start = values.pop("starts_at", datetime(2026, 6, 24, 15, tzinfo=UTC))
    return Entry(
        **{
            "uid": KEY,
            "sequence": 3,
            "changed_at": NOW,
            "starts_at": start,
            "ends_at": start + timedelta(hours=2),
            "title": Text("Työpaja", "fi"),
            **values,
        }
    )


def unfolded(content: bytes) -> list[str]:
    """Return the content lines, unfolded by the rule of RFC 5545, 3.1, and nothing else."""
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def read_by_all(content: bytes) -> list[dict[str, object]]:
    """Return what icalendar, vobject and ics read of the first event."""
    first = Calendar.from_ical(content).events[0]
    second = vobject.readOne(content.decode()).vevent
    third = next(iter(ics.Calendar(content.decode()).events))
    return [
        {
            "uid": str(first["UID"]),
            "title": str(first["SUMMARY"]),
            "text": str(first.get("DESCRIPTION", "")),
            "place": str(first.get("LOCATION", "")),
            "starts": first.start.astimezone(UTC),
            "ends": first.end.astimezone(UTC),
        },
        {
            "uid": second.uid.value,
            "title": second.summary.value,
            "text": second.description.value if hasattr(second, "description") else "",
            "place": second.location.value if hasattr(second, "location") else "",
            "starts": second.dtstart.value.astimezone(UTC),
            "ends": second.dtend.value.astimezone(UTC),
        },
        {
            "uid": third.uid,
            "title": third.name or "",
            "text": third.description or "",
            "place": third.location or "",
            "starts": third.begin.datetime.astimezone(UTC),
            "ends": third.end.datetime.astimezone(UTC),
        },
    ]


@given(TEXTS, TEXTS, TEXTS, STARTS)
@example("A" * 60 + " ", " " * 200, "A" + " " * 200 + "B", datetime(2026, 6, 24, 15, tzinfo=UTC))
@example("A" * 57 + " ", "A" * 61 + " ", "A" * 62 + "\xa0", datetime(2026, 6, 24, 15, tzinfo=UTC))
@settings(max_examples=60, deadline=None)
def test_three_readers_read_what_was_written(title, text, place, start):
    start = start.replace(microsecond=0)
    made = entry(
        starts_at=start,
        title=Text(title, "fi"),
        description=Text(text, "se"),
        location=Text(place, "ar"),
    )
    content = calendar_bytes(Text(title, "fi"), [made], "https://www.example.org/")
    expected = {
        "uid": KEY,
        "title": writable(title),
        "text": writable(text),
        "place": writable(place),
        "starts": start,
        "ends": start + timedelta(hours=2),
    }
    for found in read_by_all(content):
        assert found == expected


@given(TEXTS, TEXTS)
@settings(max_examples=50, deadline=None)
def test_no_line_is_longer_than_75_octets_and_none_is_cut_within_a_letter(title, text):
    content = calendar_bytes(Text(title, "ar"), [entry(title=Text(text, "se"))])
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@given(STARTS)
@settings(max_examples=150, deadline=None)
def test_the_clock_written_into_the_file_is_the_clock_of_finland(moment):
    rules = tz.tzical(_zone_file()).get("Europe/Helsinki")
    local = moment.replace(microsecond=0).astimezone(HELSINKI)
    if local.fold == 0:  # what comes twice is written in UTC
        assert local.replace(tzinfo=rules).utcoffset() == local.utcoffset()


def _zone_file():
    from io import StringIO

    return StringIO("\n".join(unfolded(calendar_bytes(Text("x"), []))))


@pytest.mark.parametrize(
    ("start", "line"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "DTSTART;TZID=Europe/Helsinki:20260329T025900"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "DTSTART;TZID=Europe/Helsinki:20260329T040000"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "DTSTART;TZID=Europe/Helsinki:20261025T033000"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "DTSTART:20261025T013000Z"),
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), "DTSTART;TZID=Europe/Helsinki:20261025T040000"),
    ],
)
def test_when_the_clock_jumps_an_event_stays_where_it_is(start, line):
    content = calendar_bytes(Text("x"), [entry(starts_at=start)])
    assert line in unfolded(content)
    assert {found["starts"] for found in read_by_all(content)} == {start}


def test_what_an_entry_says_line_by_line():
    first = entry(
        title=Text("Kahvit, kuulumiset; keskustelu", "fi"),
        description=Text("Kaikille\nTervetuloa", "fi"),
        location=Text("Kirjasto, Kajaani"),
        url="https://www.example.org/fi/suunnitelma/#workshop-11111111",
        is_cancelled=True,
    )
    second = entry(uid=str(UUID(int=1)), sequence=0)
    lines = unfolded(calendar_bytes(Text("Työpajat", "fi"), [first, second], "https://x.example/"))
    for line in (
        "PRODID:-//Kohtaamo//Kohtaamo//EN",
        "NAME;LANGUAGE=fi:Työpajat",
        "X-WR-CALNAME;LANGUAGE=fi:Työpajat",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "URL:https://x.example/",
        f"UID:{KEY}",
        "SEQUENCE:3",
        "DTSTAMP:20260501T120000Z",
        "LAST-MODIFIED:20260501T120000Z",
        "DTSTART;TZID=Europe/Helsinki:20260624T180000",
        "DTEND;TZID=Europe/Helsinki:20260624T200000",
        r"SUMMARY;LANGUAGE=fi:Kahvit\, kuulumiset\; keskustelu",
        r"DESCRIPTION;LANGUAGE=fi:Kaikille\nTervetuloa",
        r"LOCATION:Kirjasto\, Kajaani",
        "URL:https://www.example.org/fi/suunnitelma/#workshop-11111111",
        "STATUS:CANCELLED",
        "STATUS:CONFIRMED",
    ):
        assert lines.count(line) >= 1, line
    assert lines.count("BEGIN:VEVENT") == 2
    assert lines.index("BEGIN:VTIMEZONE") < lines.index("BEGIN:VEVENT")
    assert not any(line.startswith(("METHOD", "DTSTART;VALUE")) for line in lines)


def test_the_same_events_are_the_same_bytes():
    made = [entry(), entry(uid=str(UUID(int=1)))]
    assert calendar_bytes(Text("x"), made) == calendar_bytes(Text("x"), made)

"""A calendar of events as the bytes of an iCalendar file (RFC 5545, RFC 7986): a pure function."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText
from icalendar.prop import vRecur

ZONE: Final = "Europe/Helsinki"
PRODUCT: Final = "-//Kohtaamo//Kohtaamo//EN"
REFRESH_EVERY = timedelta(hours=6)
#: Other ends of a line than the newline, and control characters: no reader agrees with another on them.
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BLANKS = re.compile(r"[^\S\n]{2,}")
UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Text:
    """A text and the BCP 47 tag of its language; empty where it is a mixture or in none."""

    text: str
    lang: str = ""


@dataclass(frozen=True)
class Entry:
    """One event. ``uid`` names it for ever; times have a time zone."""

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    title: Text
    description: Text = Text("")
    location: Text = Text("")
    url: str = ""
    is_cancelled: bool = False


def calendar_bytes(name: Text, entries: Iterable[Entry], url: str = "") -> bytes:
    """Return a calendar called ``name`` with ``entries``, in their order; ``url`` is where it is shown.

    Times are those of the clock in Finland, with the rules of that clock beside them. Nothing in it
    depends on the moment it is made, so that the same events are the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _text(name))
    calendar.add("x-wr-calname", _text(name))
    calendar.add("x-wr-timezone", ZONE)
    if url:
        calendar.add("url", url)
    calendar.add("refresh-interval", REFRESH_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add_component(finnish_clock())
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical(sorted=False))


def finnish_clock() -> Timezone:
    """Return the rules of the clock in Finland since 1996 (directive 2000/84/EC): EU summer time."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    for kind, begin, month, before, after, name in (
        (TimezoneDaylight, datetime(1996, 3, 31, 3), 3, 2, 3, "EEST"),
        (TimezoneStandard, datetime(1996, 10, 27, 4), 10, 3, 2, "EET"),
    ):
        rule = kind()
        rule.add("dtstart", begin)
        rule.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        rule.add("tzoffsetfrom", timedelta(hours=before))
        rule.add("tzoffsetto", timedelta(hours=after))
        rule.add("tzname", name)
        zone.add_component(rule)
    return zone


def writable(text: str) -> str:
    """Return ``text`` as every reader of calendars understands it.

    One kind of line end, no control characters, and no backslash: readers disagree about ``\\\\n``. One
    blank between words and none at the end: some drop a folded line on which there are only blanks.
    """
    text = LINE_ENDS.sub("\n", text).replace("\\", "/")
    return BLANKS.sub(" ", UNWRITABLE.sub(" ", text)).rstrip()


def _text(text: Text) -> vText:
    written = vText(writable(text.text))
    if text.lang:
        written.params["LANGUAGE"] = text.lang
    return written


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    changed = entry.changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", _clock(entry.starts_at))
    event.add("dtend", _clock(entry.ends_at))
    event.add("summary", _text(entry.title))
    if entry.description.text:
        event.add("description", _text(entry.description))
    if entry.location.text:
        event.add("location", _text(entry.location))
    if entry.url:
        event.add("url", entry.url)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _clock(moment: datetime) -> datetime:
    """Return ``moment`` by the clock in Finland; in UTC where that clock shows it a second time.

    A time that comes twice means the first (RFC 5545, 3.3.5).
    """
    local = moment.astimezone(ZoneInfo(ZONE)).replace(microsecond=0)
    return local if local.fold == 0 else local.astimezone(UTC)

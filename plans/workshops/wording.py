"""Days and times of workshops in words, by the clock in Finland, in the language of a page.

A word that a language does not have is left out: a day without "at" is understood, and a line in two
languages is read aloud wrongly.
"""

from __future__ import annotations

from datetime import date, datetime

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import override

from core import languages
from core.languages import UiText


def own(text: UiText, code: str) -> str:
    """Return ``text`` if it is in the language ``code``, else an empty string."""
    return str(text) if text.lang == languages.html_lang(code) else ""


def day_words(day: date, code: str) -> str:
    """Return the day of the week and the date."""
    with override(code):
        written = date_format(day, "DATE_FORMAT")
    with override(None):
        name = str(WEEKDAYS[day.weekday()])  # Django's own text, as it stands in its code
    weekday = own(languages.say_in(code, name), code)
    return f"{weekday} {written}" if weekday else written


def clock_words(moment: datetime, code: str) -> str:
    """Return the time of day of ``moment``, a time of the clock."""
    with override(code):
        return date_format(moment, "TIME_FORMAT")


def moment_words(moment: datetime, code: str) -> str:
    """Return the day of the week, the date and the time of ``moment``, a time of the clock."""
    day, time = day_words(moment.date(), code), clock_words(moment, code)
    text = languages.say_in(code, "%(day)s, %(time)s", day=day, time=time)
    return own(text, code) or f"{day} {time}"


def cancelled_title(title: str, code: str) -> str:
    """Return ``title`` with "Cancelled" before it: many a calendar does not show the status."""
    return own(languages.say_in(code, "Called off: %(title)s", title=title), code) or title


def audience_line(audience: str, code: str) -> str:
    """Return for whom it is."""
    return (
        own(languages.say_in(code, "For whom: %(audience)s", audience=audience), code) or audience
    )


def languages_line(codes: list[str], code: str) -> str:
    """Return the languages spoken, each by its own name."""
    names = ", ".join(languages.endonym(one) for one in codes)
    return own(languages.say_in(code, "Languages: %(names)s", names=names), code) or names


def sign_up_line(url: str, until: datetime, code: str) -> str:
    """Return where and until when (a time of the clock) one signs up."""
    moment = moment_words(until, code)
    text = languages.say_in(code, "Sign up by %(moment)s: %(url)s", moment=moment, url=url)
    return own(text, code) or url


def online_line(url: str, code: str) -> str:
    """Return where one joins online."""
    return own(languages.say_in(code, "Join online: %(url)s", url=url), code) or url

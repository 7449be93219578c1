"""A moment that staff write by the clock of the site, whatever time zone their own account is in.

Wagtail reads and shows times in the time zone of whoever is signed in; an event in Kajaani would move
for an editor whose account says New York. Twice a year the clock is no help: in spring an hour does
not exist, and is refused; in autumn one comes twice, and means the first of the two, as it does in a
calendar file (RFC 5545, 3.3.5).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from datetime import timezone as fixed_zone
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 2000, 2100
#: Marks what was written without a time zone.
CLOCK = fixed_zone(timedelta(0), "clock")


def by_the_clock(moment: datetime) -> datetime:
    """Return ``moment`` as the clock of the site shows it: a datetime without a time zone."""
    return moment.astimezone(timezone.get_default_timezone()).replace(tzinfo=None)


def moment_of(clock: datetime) -> datetime | None:
    """Return the moment, in UTC, at which the clock of the site shows ``clock``.

    Of two such moments the first; None where the clock never shows it.
    """
    zone = timezone.get_default_timezone()
    moment = clock.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return moment if by_the_clock(moment) == clock.replace(fold=0) else None


class MomentFormField(forms.DateTimeField):
    """Reads and shows a moment by the clock of the site."""

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the field: the time of the site's clock."""
        if isinstance(value, datetime) and timezone.is_aware(value):
            return by_the_clock(value)
        return value

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment in UTC; refuse a time that the clock skips, and a year that is a slip."""
        with timezone.override(CLOCK):
            read = super().to_python(value)
        if read is None:
            return None
        if not FIRST_YEAR <= read.year <= LAST_YEAR:
            raise ValidationError(_("Check the year."), code="year")
        if read.tzinfo is not CLOCK:
            return read.astimezone(UTC)
        moment = moment_of(read.replace(tzinfo=None))
        if moment is None:
            raise ValidationError(
                _(
                    "On %(day)s the clocks are put forward, and %(time)s does not exist. "
                    "Choose an earlier or a later time."
                ),
                code="skipped",
                params={"day": localize(read.date()), "time": localize(read.time())},
            )
        return moment


class MomentField(models.DateTimeField):  # type: ignore[type-arg]
    """A ``DateTimeField`` whose form speaks the time of the site; the same column in the database."""

    def deconstruct(self) -> Any:
        """Return what migrations keep: an ordinary ``DateTimeField``."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, options

    def formfield(self, **options: Any) -> Any:
        """Return the field of a form."""
        return super().formfield(**{"form_class": MomentFormField, **options})

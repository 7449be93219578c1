"""The languages of the object that is edited, for Wagtail's panel of its state; and how old a state is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext

from translations.matrix.panels import row_of
from translations.matrix.rows import Row

register = template.Library()

A_MINUTE = timedelta(minutes=1)


@register.filter
def how_long(moment: datetime) -> str:
    """``{{ version.since|how_long }}``: for how long something has been so, in words."""
    return gettext("just now") if timezone.now() - moment < A_MINUTE else timesince(moment)


@register.simple_tag
def versions_of(instance: Any, user: Any) -> Row | None:
    """``{% versions_of object request.user as row %}``: its original and versions, with her links."""
    return row_of(instance, user)

"""The languages of the object that is edited, for Wagtail's panel of its state."""

from __future__ import annotations

from typing import Any

from django import template

from translations.matrix.panels import row_of
from translations.matrix.rows import Row

register = template.Library()


@register.simple_tag
def versions_of(instance: Any, user: Any) -> Row | None:
    """``{% versions_of object request.user as row %}``: its original and versions, with her links."""
    return row_of(instance, user)

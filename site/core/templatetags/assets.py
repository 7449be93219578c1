"""Addresses of the site's own style sheets."""

from __future__ import annotations

from django import template
from django.urls import reverse

from core.assets import sheet

register = template.Library()


@register.simple_tag
def site_css_url() -> str:
    """Return the address of the joined style sheet, which changes with its content."""
    return reverse("site_css", args=[sheet().digest])

"""Colour contrast as WCAG 2.2 computes it."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: WCAG 2.2, success criterion 1.4.3 Contrast (Minimum), for text of ordinary size.
AA_TEXT = 4.5
HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


def luminance(colour: str) -> float:
    """Return the relative luminance (0 black to 1 white) of ``colour``, written as ``#rrggbb``.

    Source: WCAG 2.2, definition of relative luminance. Raises ValueError on any other notation.
    """
    if not HEX.fullmatch(colour):
        raise ValueError(f"not a colour of the form #rrggbb: {colour!r}")
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio (1 to 21) of two colours. Source: WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def validate_hex(value: str) -> None:
    """Raise ValidationError unless ``value`` is a colour of the form ``#rrggbb``."""
    if not HEX.fullmatch(value):
        raise ValidationError(
            _("Write the colour as # and six digits, for example #0d4a3e."), code="colour"
        )

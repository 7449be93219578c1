"""Takes the places of review in Wagtail and wagtail-localize, and listens."""

from __future__ import annotations

from wagtail.signals import workflow_submitted

from translations.review import (
    alias_publishes_unasked,
    finishing,
    telling,
    update_publishes_unasked,
)
from translations.review.releases import note_submitted


def watch() -> None:
    """Begin."""
    finishing.apply()
    telling.apply()
    update_publishes_unasked.apply()
    alias_publishes_unasked.apply()
    workflow_submitted.connect(note_submitted, dispatch_uid="release-submitted")

"""What the history of a page says of languages that are published together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from translations.review.releases import CANCELLED, HELD, READY, REFUSED, RELEASED


def register(actions: Any) -> None:
    """Register the entries."""
    for action, label, message in (
        (HELD, _("Held"), _("Held until all languages are ready")),
        (READY, _("Ready"), _("Ready to be published together with the other languages")),
        (RELEASED, _("Published together"), _("Published together with the other languages")),
        (CANCELLED, _("No longer held"), _("No longer held for the other languages")),
    ):
        actions.register_action(action, label, message)

    @actions.register_action(REFUSED)
    class Refused(LogFormatter):
        label = _("Not published together")

        def format_message(self, log_entry: Any) -> Any:
            return _("The languages were not published together; none of them was published")

        def format_comment(self, log_entry: Any) -> str:
            return " ".join(log_entry.data.get("problems", ()))

"""What the history of a page says of deeds that were carried to it, and of those it was left out of."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from translations.lifecycle.decisions import FOLLOWS_AGAIN, LEFT_OUT
from translations.lifecycle.expiry import EXPIRY_CARRIED
from translations.lifecycle.live import BROUGHT_BACK, NOT_BROUGHT_BACK, WAITS, WITHDRAWN
from translations.models import LeftOut

#: What versions do not follow in, as it stands after “Left out:”.
DEEDS = dict(LeftOut.Deed.choices)


def register(actions: Any) -> None:
    """Register the entries of this package."""
    for action, label, message in (
        (
            WITHDRAWN,
            _("Withdrawn with its source"),
            _("Unpublished with the version it is translated from"),
        ),
        (
            BROUGHT_BACK,
            _("Published with its source"),
            _("Published with the version it is translated from"),
        ),
        (
            WAITS,
            _("Waits for its source"),
            _("Will be published with the version it is translated from"),
        ),
        (
            EXPIRY_CARRIED,
            _("Expiry changed"),
            _("Expiry changed with the version it is translated from"),
        ),
    ):
        actions.register_action(action, label, message)

    @actions.register_action(NOT_BROUGHT_BACK)
    class NotBroughtBack(LogFormatter):
        label = _("Not published with its source")

        def format_message(self, log_entry: Any) -> Any:
            return _("Was not published with the version it is translated from, and stays a draft")

        def format_comment(self, log_entry: Any) -> str:
            return " ".join(log_entry.data.get("problems", ()))

    @actions.register_action(LEFT_OUT)
    class Left(LogFormatter):
        label = _("Left out of a deed")

        def format_message(self, log_entry: Any) -> Any:
            what = DEEDS.get(log_entry.data.get("deed"), "")
            return _("Does not follow the version it is translated from: %(what)s") % {"what": what}

        def format_comment(self, log_entry: Any) -> str:
            return str(log_entry.data.get("reason", ""))

    @actions.register_action(FOLLOWS_AGAIN)
    class Follows(LogFormatter):
        label = _("Follows again")

        def format_message(self, log_entry: Any) -> Any:
            what = DEEDS.get(log_entry.data.get("deed"), "")
            return _("Follows the version it is translated from again: %(what)s") % {"what": what}

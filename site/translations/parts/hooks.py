"""What the editors' interface gets: the page of texts to check, among the reports."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from translations.parts.kinds import kinds
from translations.parts.views import CONFIRMED


@hooks.register("register_admin_urls")
def parts_urls() -> list[URLPattern | URLResolver]:
    """Add the page of texts to check."""
    return [path("reports/texts-to-check/", include("translations.parts.urls"))]


class TextsToCheckMenuItem(MenuItem):
    """The way to the texts to check."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may change any of these texts."""
        return any(
            policy_registry.get_by_type(kind.model).user_has_permission(request.user, "change")
            for kind in kinds().values()
        )


@hooks.register("register_reports_menu_item")
def texts_to_check_in_the_menu() -> MenuItem:
    """Put the page among the reports."""
    return TextsToCheckMenuItem(
        _("Texts to check"),
        reverse_lazy("translations_parts:texts_to_check"),
        name="texts-to-check",
        icon_name="resubmit",
        order=110,
    )


@hooks.register("register_log_actions")
def log_confirmations(actions: Any) -> None:
    """Show in the history of a text who found it right."""
    actions.register_action(
        CONFIRMED, _("Confirm text"), _("Found right for the changed source text")
    )

"""What the editors' interface gets from this app; each part registers its own hooks."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from translations.editor import hooks as editor_hooks  # noqa: F401  (for its registrations)
from translations.following import LOGGED
from translations.lifecycle import hooks as lifecycle_hooks  # noqa: F401  (for its registrations)
from translations.matrix import hooks as matrix_hooks  # noqa: F401  (for its registrations)
from translations.minor_edits import MinorEditItem
from translations.parts import hooks as parts_hooks  # noqa: F401  (for its registrations)
from translations.review import hooks as review_hooks  # noqa: F401  (for its registrations)
from translations.roles import hooks as roles_hooks  # noqa: F401  (for its registrations)


@hooks.register("register_page_action_menu_item")
def minor_edit() -> MinorEditItem:
    """Let an editor say beside *Publish* that no translation becomes outdated."""
    return MinorEditItem(order=5)


@hooks.register("register_log_actions")
def log_minor_edits(actions: Any) -> None:
    """Show in the history of a page which publications were minor edits."""
    actions.register_action(
        LOGGED, _("Minor edit"), _("Published as a minor edit: translations stay up to date")
    )

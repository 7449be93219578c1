"""What the editors' interface gets from the whole site: checks, a style of its own, fewer distractions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.log_actions import LogFormatter

from core.bulk_publish import PublishBulkAction
from core.content_checks import EditorialChecks
from core.doors import REFUSED
from core.facts.carrying import CARRIED

# After Wagtail's own action of the same name.
hooks.register("register_bulk_action", PublishBulkAction, order=100)


@hooks.register("construct_wagtail_userbar")
def use_our_checks(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put our content checks in the place of Wagtail's, in the editor and in the bar on the page."""
    for position, item in enumerate(items):
        if isinstance(item, ContentCheckerItem) and not isinstance(item, EditorialChecks):
            items[position] = EditorialChecks(in_editor=item.in_editor)


@hooks.register("insert_global_admin_css")
def admin_style() -> SafeString:
    """Load the few rules that give the admin the site's colours."""
    return format_html('<link rel="stylesheet" href="{}">', static("core/css/admin.css"))


@hooks.register("register_log_actions")
def log_refusals(actions: Any) -> None:
    """Show in a page's history that it was not published at its time, and why."""

    @actions.register_action(REFUSED)
    class RefusedFormatter(LogFormatter):
        label = _("Scheduled publication refused")

        def format_message(self, log_entry: Any) -> Any:
            return _("Was not published at the set time, and is no longer scheduled")

        def format_comment(self, log_entry: Any) -> str:
            return " ".join(log_entry.data.get("problems", ()))


@hooks.register("register_log_actions")
def log_carried_facts(actions: Any) -> None:
    """Show in a translation's history that its facts changed with the version it follows."""
    actions.register_action(
        CARRIED, _("Facts changed"), _("Facts changed with the version it is translated from")
    )

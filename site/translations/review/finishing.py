"""The end of a workflow publishes what was looked at, and holds what is to go out with others.

Wagtail publishes the latest revision of a page whose workflow ends (``wagtail.workflows``), whatever was
written after the reviewer opened it; for its own form that is meant so, since a reviewer saves there what
she mends. A translation is made anew by other hands too, so here the revision of the task goes out, which
is the one that Wagtail's preview and our review page show.
"""

from __future__ import annotations

from typing import Any

from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Page, Revision, WorkflowState

from translations.models import LanguageVersion
from translations.review import releases

on_finish = WorkflowState.on_finish


def finish(self: WorkflowState, user: Any = None) -> None:
    """Publish the page of an approved workflow, or note that it is ready where it is held."""
    page = self.content_object
    if not isinstance(page, Page):
        on_finish(self, user=user)
        return
    reviewed = _reviewed(self, page)
    item = releases.held_item(page)
    if item is not None:
        if user is not None and not page.permissions_for_user(user).can_publish():
            raise PublishPagePermissionError
        releases.mark_ready(item, reviewed or page.get_latest_revision(), user)
    elif reviewed is not None:
        reviewed.publish(user=user)
    else:
        on_finish(self, user=user)


def _reviewed(state: WorkflowState, page: Page) -> Revision | None:
    """Return the revision that was decided on; None for a page that is written in Wagtail's own form."""
    if state.current_task_state is None:
        return None
    is_version = LanguageVersion.objects.filter(
        translation_key=page.translation_key,
        locale_id=page.locale_id,
        translation__enabled=True,
    ).exists()
    return state.current_task_state.revision if is_version else None


def apply() -> None:
    """Take Wagtail's place at the end of workflows."""
    WorkflowState.on_finish = finish

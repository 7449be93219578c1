"""The end of a workflow publishes what was looked at, and holds what is to go out with others.

Wagtail publishes the latest revision of a page whose workflow ends (``wagtail.workflows``), whatever was
written after the reviewer opened it; for its own form that is meant so, since a reviewer saves there what
she mends. A translation is made anew by other hands too, so here the revision of the task goes out, which
is the one that Wagtail's preview and our review page show.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Page, Revision, TaskState, Workflow, WorkflowState

from translations.models import LanguageVersion
from translations.review import releases
from translations.turns import take_turn

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


def _deciding(method: Any) -> Any:
    @wraps(method)
    def decide(self: TaskState | WorkflowState, *args: Any, **kwargs: Any) -> Any:
        """Decide by what is so when it is one's turn."""
        state = self.workflow_state if isinstance(self, TaskState) else self
        key = (
            Page.objects.filter(pk=state.object_id).values_list("translation_key", flat=True)
            if state.base_content_type.model_class() is Page
            else ()
        )
        with transaction.atomic():
            take_turn(*key)
            self.refresh_from_db(fields=["status"])
            return method(self, *args, **kwargs)

    return decide


def _starting(start: Any) -> Any:
    @wraps(start)
    def submit(self: Workflow, obj: Any, user: Any) -> Any:
        """Submit a page in its turn: that may take back what was ready to be published together."""
        with transaction.atomic():
            if isinstance(obj, Page):
                take_turn(obj.translation_key)
            return start(self, obj, user)

    return submit


def apply() -> None:
    """Take Wagtail's place at the beginning, at each decision and at the end of workflows."""
    Workflow.start = _starting(Workflow.start)
    for model, names in ((TaskState, ("approve", "reject")), (WorkflowState, ("cancel", "resume"))):
        for name in names:
            setattr(model, name, _deciding(getattr(model, name)))
    WorkflowState.on_finish = finish

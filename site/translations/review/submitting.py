"""A translation enters the workflow that its page is under, is decided on, or is taken back.

The workflow is Wagtail's own, with its mails, its dashboard and its history. What is new is that the
page is made of its texts first, and that a decision is on the revision that the reviewer looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail_localize.models import Translation

from translations.acting import acting
from translations.saving import save_version
from translations.turns import take_turn

APPROVE, REJECT = "approve", "reject"


@dataclass(frozen=True)
class Standing:
    """How far the review of a page is. ``sent_back`` is the decision by which it came back, if it did."""

    state: WorkflowState | None = None
    task_state: TaskState | None = None
    sent_back: TaskState | None = None

    @property
    def is_in_review(self) -> bool:
        """Tell whether somebody has to decide."""
        return self.task_state is not None


def target_of(translation: Translation) -> Any:
    """Return the page that ``translation`` is of, or None where it is not made yet, or is none."""
    try:
        found = translation.get_target_instance()
    except ObjectDoesNotExist:
        return None
    return found.specific if isinstance(found, Page) else None


def read_once(page: Page) -> None:
    """Read the workflow that ``page`` is in once for all that is asked of it, where nothing is done to it."""
    if not hasattr(page, "_current_workflow_states"):
        states = page.workflow_states.active().select_related(
            "current_task_state__task", "current_task_state__finished_by", "requested_by"
        )
        page._current_workflow_states = list(states)


def standing_of(page: Page) -> Standing:
    """Return how far the review of ``page`` is."""
    state = page.current_workflow_state
    if state is None or state.current_task_state is None:
        return Standing(state)
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Standing(state, sent_back=state.current_task_state)
    return Standing(state, task_state=state.current_task_state.specific)


def may_submit(page: Page, user: Any) -> bool:
    """Tell whether ``user`` may submit ``page`` now: it is hers to change, and nobody decides on it yet."""
    if not page.permissions_for_user(user).can_edit() or page.workflow_in_progress:
        return False
    lock = page.get_lock()
    return lock is None or not lock.for_user(user)


def submit(translation: Translation, user: Any) -> Page:
    """Make a revision of the texts as they are, and put it into the workflow of the page.

    One that was sent back goes on where it was. Whether ``user`` may is for the caller to ask. Raises
    ValidationError with a sentence for her where it cannot be submitted; a text that its field refuses
    is marked, and the draft stays where only the workflow is missing.
    """
    page = target_of(translation)
    if page is not None:
        _not_in_review(page)
    page = save_version(translation, user=user).specific
    with transaction.atomic(), acting(user=user):
        take_turn(page.translation_key)
        _not_in_review(page)
        state = page.current_workflow_state
        if state is not None:
            state.resume(user=user)
            return page
        workflow = page.get_workflow()
        if workflow is None or not workflow.tasks.filter(active=True).exists():
            raise ValidationError(
                _(
                    "Nobody reviews this part of the site yet. The draft is saved. Ask an administrator to "
                    "assign a workflow with a task to the front page of this language (Settings > Workflows)."
                ),
                code="workflow",
            )
        workflow.start(page, user)
    return page


def _not_in_review(page: Page) -> None:
    if page.workflow_in_progress:
        raise ValidationError(_("This translation is in review already."), code="in_review")


def take_back(page: Page, user: Any) -> None:
    """Take ``page`` out of review.

    Raises PermissionDenied for whoever neither submitted it nor decides on it.
    """
    with transaction.atomic(), acting(user=user):
        take_turn(page.translation_key)
        state = _in_progress(page)
        if state is None:
            raise ValidationError(_("This translation is not in review any more."), code="gone")
        if not state.user_can_cancel(user):
            raise PermissionDenied
        state.cancel(user=user)


def actions_for(page: Page, user: Any) -> set[str]:
    """Return what ``user`` may decide about ``page`` now, as the task says; empty for who only looks on."""
    task_state = page.current_workflow_task_state
    if task_state is None:
        return set()
    return {name for name, *_rest in task_state.task.specific.get_actions(page, user)}


@dataclass(frozen=True)
class Seen:
    """What a reviewer had before her eyes when she decided."""

    task_state: int
    revision: int


def decide(page: Page, user: Any, action: str, seen: Seen, comment: str = "") -> None:
    """Approve ``page`` or send it back, as its task does.

    The decision is on the revision ``seen``, which is then the one that is published. Raises
    ValidationError where something happened in between or a comment is lacking, PermissionDenied for
    whoever may not decide, PublicationRefused where the page may not go out; then nothing is written.
    """
    with transaction.atomic(), acting(user=user):
        take_turn(page.translation_key)
        state = _in_progress(page)
        task_state = state.current_task_state if state else None
        if task_state is None or task_state.pk != seen.task_state:
            raise ValidationError(_("Somebody else has decided meanwhile."), code="decided")
        if action not in actions_for(page, user):
            raise PermissionDenied
        if page.get_latest_revision().pk != seen.revision:
            raise ValidationError(
                _("The text was changed since you opened it. Look at it once more."), code="changed"
            )
        if action == REJECT and not comment.strip():
            raise ValidationError(
                _("Say what is to be changed: the translator reads it."), code="comment"
            )
        if task_state.revision_id != seen.revision:
            # A reviewer has mended a word herself.
            task_state.revision = Revision.objects.get(pk=seen.revision)
            task_state.save(update_fields=["revision"])
        task = task_state.task.specific
        task.on_action(task_state.specific, user, action, comment=comment.strip())


def _in_progress(page: Page) -> WorkflowState | None:
    """Return the workflow that ``page`` is in; call it in the turn of the page."""
    found: WorkflowState | None = (
        WorkflowState.objects.for_instance(page)
        .filter(status=WorkflowState.STATUS_IN_PROGRESS)
        .first()
    )
    return found

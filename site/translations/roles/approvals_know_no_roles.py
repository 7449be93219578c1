"""Wagtail's approval by a group asks whether somebody is in the group, never in which language the page is.

Whoever belongs to one of the groups of an approval task (``wagtail.models.AbstractGroupApprovalTask``) may
open, lock and approve everything that waits in it, past her rights on pages. Here the members of a group
with languages do so in these languages only. Delete this module when Wagtail's task asks the permission
policy of what is approved; ``tests/translations/roles/test_approvals_know_no_roles.py`` notices.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from translations.roles.bounds import bounds_of

TASK: Any = AbstractGroupApprovalTask
original = {
    name: getattr(TASK, name)
    for name in (
        "user_can_access_editor",
        "locked_for_user",
        "user_can_lock",
        "get_actions",
        "get_task_states_user_can_moderate",
    )
}


def may_approve(task: Any, thing: Any, user: Any) -> bool:
    """Tell whether a group of ``user`` that approves in ``task`` does so in the language of ``thing``."""
    locales = _locales(task, user)
    return locales is None or getattr(thing, "locale_id", None) in locales


def _locales(task: Any, user: Any) -> frozenset[int] | None:
    """Return the languages that ``user`` approves in ``task`` in; None for all."""
    bounds = bounds_of(user)
    if not bounds.languages:
        return None
    return bounds.of(task.groups.filter(user=user).values_list("pk", flat=True))


@wraps(original["user_can_access_editor"])
def user_can_access_editor(self: Any, obj: Any, user: Any) -> bool:
    """Let in those who approve in the language of ``obj``."""
    return bool(original["user_can_access_editor"](self, obj, user)) and may_approve(
        self, obj, user
    )


@wraps(original["locked_for_user"])
def locked_for_user(self: Any, obj: Any, user: Any) -> bool:
    """Lock out those who do not approve in the language of ``obj``."""
    return bool(original["locked_for_user"](self, obj, user)) or not may_approve(self, obj, user)


@wraps(original["user_can_lock"])
def user_can_lock(self: Any, obj: Any, user: Any) -> bool:
    """Let those lock who approve in the language of ``obj``."""
    return bool(original["user_can_lock"](self, obj, user)) and may_approve(self, obj, user)


@wraps(original["get_actions"])
def get_actions(self: Any, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
    """Return what ``user`` may do with ``obj`` in this task: nothing in a language not hers."""
    found: list[tuple[str, str, bool]] = original["get_actions"](self, obj, user)
    return found if found and may_approve(self, obj, user) else []


@wraps(original["get_task_states_user_can_moderate"])
def get_task_states_user_can_moderate(self: Any, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
    """Return what waits for ``user``: of pages, those in her languages."""
    states: QuerySet[TaskState] = original["get_task_states_user_can_moderate"](
        self, user, **kwargs
    )
    locales = _locales(self, user)
    if locales is None:
        return states
    pages = Page.objects.filter(locale__in=locales).annotate(key=Cast("pk", CharField()))
    return states.filter(workflow_state__object_id__in=pages.values("key"))


def apply() -> None:
    """Let approvals keep the rule."""
    for name in original:
        setattr(TASK, name, globals()[name])

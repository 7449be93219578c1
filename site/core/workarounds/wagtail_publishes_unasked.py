"""Wagtail has no place where a site may refuse a publication, and copies and publishes in pieces.

Gap 1: whoever publishes makes a ``PublishPageRevisionAction``, most through ``page.publish()``, the page
editor and the APIs by themselves. ``check()`` is its place for refusals, and asks for rights only;
there is no signal before, and ``before_publish_page`` is run by two views out of all the doors.
Here ``check()`` also asks ``core.doors``, before anything is written.

Gap 2: copying, making aliases and publishing write many rows without a transaction. A refusal half way
down a tree would leave the half of it behind. Here each of them is done as a whole or not at all.

Delete when ``tests/core/workarounds/test_wagtail_publishes_unasked.py`` says that Wagtail asks.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

WHOLE = (CopyPageAction, CreatePageAliasAction, PublishPageRevisionAction)
original_check = PublishPageRevisionAction.check
original_execute = {action: action.execute for action in WHOLE}


def check(self: Any, skip_permission_checks: bool = False) -> None:
    """Refuse who may not publish, and what may not be published, now or at a set time."""
    from core.doors import check_publication

    original_check(self, skip_permission_checks)
    check_publication(self.object)


def apply() -> None:
    """Put the asking method in Wagtail's place, and each action into one transaction."""
    PublishPageRevisionAction.check = check
    for action, execute in original_execute.items():
        action.execute = transaction.atomic(execute)

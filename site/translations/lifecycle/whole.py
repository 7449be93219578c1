"""Wagtail's actions, made whole and told who acts.

Gap: unpublishing, moving, deleting and restricting write many rows without a transaction, and their
signals do not say who acts. What they carry to other versions must be done with them or not at all. The
actions are where the page menu, lists of pages, workflows, the clock, the APIs and code all come through.
They also save pages as they were read, though another may have moved or deleted them since: each takes
its turn first (``translations.turns``).

Delete when Wagtail's actions are atomic and carry their translations.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import PageViewRestriction

from translations.acting import acting
from translations.freshness import refreshing_once
from translations.lifecycle.decisions import Deed
from translations.lifecycle.live import Deleted, wait
from translations.lifecycle.members import carrying
from translations.lifecycle.rows import carry_rows
from translations.turns import take_tree, take_turn


def _unpublishing(execute: Any) -> Any:
    @wraps(execute)
    def unpublish(self: Any, *args: Any, **kwargs: Any) -> Any:
        """Unpublish a page with all that follows it; one that is no longer public stays as it is."""
        page = self.object
        if not self.commit:  # a page that is being deleted
            return execute(self, *args, **kwargs)
        with transaction.atomic(), refreshing_once(), acting(user=self.user):
            turn = take_turn(page.translation_key)
            if not turn.is_here(page):
                return None
            page.live = page.live and turn.pages[page.pk].live
            with carrying(Deed.LIVE, page.translation_key):
                found = execute(self, *args, **kwargs)
            if not page.alias_of_id:
                carry_rows(page.translation_key)
        return found

    return unpublish


def _publishing(execute: Any) -> Any:
    @wraps(execute)
    def publish(self: Any, skip_permission_checks: bool = False) -> Any:
        """Publish a page and what waits for it; keep a version until its source is public."""
        page, revision = self.object, self.revision.pk
        with (
            transaction.atomic(),
            refreshing_once(),
            acting(user=self.user, revision_id=revision),
        ):
            turn = take_turn(page.translation_key)
            if not turn.is_here(page):
                raise Deleted(page)
            version = None if page.alias_of_id else turn.versions.get(page.locale_id)
            follows = version is not None and version.translation.enabled
            source = turn.source_of(version) if version is not None and follows else None
            if version is not None and source is not None:
                decided = {row.deed for row in version.left_out.all()}
                if not source.live and Deed.LIVE not in decided:
                    self.check(skip_permission_checks=skip_permission_checks)
                    return wait(version, page, self.revision)
                if Deed.EXPIRY not in decided:
                    page.expire_at = source.expire_at
            sole = None if version or page.alias_of_id else (page.translation_key, page.locale_id)
            with carrying(Deed.LIVE, page.translation_key), acting(no_version=sole):
                found = execute(self, skip_permission_checks=skip_permission_checks)
            if not page.alias_of_id:
                carry_rows(page.translation_key)
        return found

    return publish


def _moving(execute: Any) -> Any:
    @wraps(execute)
    def move(self: Any, *args: Any, **kwargs: Any) -> Any:
        """Move a page with all that follows it, from where it stands now to where the target does."""
        with transaction.atomic(), refreshing_once(), acting(user=self.user):
            take_tree(self.page, self.target)
            take_turn(self.page.translation_key)
            return execute(self, *args, **kwargs)

    return move


def _deleting(execute: Any) -> Any:
    @wraps(execute)
    def delete(self: Any, *args: Any, **kwargs: Any) -> Any:
        """Delete a page with all that follows it."""
        with transaction.atomic(), refreshing_once(), acting(user=self.user):
            take_tree(self.page)
            take_turn(self.page.translation_key)
            return execute(self, *args, **kwargs)

    return delete


def _restricting(write: Any) -> Any:
    @wraps(write)
    def done(self: Any, user: Any = None, **kwargs: Any) -> Any:
        """Set or lift a restriction everywhere or nowhere, and say who does."""
        with transaction.atomic(), refreshing_once(), acting(user=user):
            take_turn(self.page.translation_key)
            return write(self, user=user, **kwargs)

    return done


def apply() -> None:
    """Put each action into one transaction with what it carries."""
    UnpublishPageAction.execute = _unpublishing(UnpublishPageAction.execute)
    PublishPageRevisionAction.execute = _publishing(PublishPageRevisionAction.execute)
    MovePageAction.execute = _moving(MovePageAction.execute)
    DeletePageAction.execute = _deleting(DeletePageAction.execute)
    PageViewRestriction.save = _restricting(PageViewRestriction.save)
    PageViewRestriction.delete = _restricting(PageViewRestriction.delete)

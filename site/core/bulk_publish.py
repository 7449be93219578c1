"""Publishing many pages at once: those that may go out do, and the others are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction as WagtailPublishBulkAction
from wagtail.models import Page

from core.publishing import PublicationRefused


class PublishBulkAction(WagtailPublishBulkAction):
    """Wagtail's action, page by page, so that one refusal does not undo the others."""

    def __init__(self, request: Any, model: Any) -> None:
        super().__init__(request, model)
        self.refused: list[PublicationRefused] = []

    def get_execution_context(self) -> dict[str, Any]:
        """Hand over the list that refusals are gathered in."""
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: list[Page],
        include_descendants: bool = False,
        user: Any = None,
        refused: list[PublicationRefused] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Publish the pages, and the drafts under them; return how many of each went out.

        Without a list for refusals the first one is raised, as everywhere.
        """
        parents = children = 0
        for page in objects:
            parents += cls._publish(page, user, refused)
            if include_descendants:
                for draft in cls._drafts_under(page, user):
                    children += cls._publish(draft, user, refused)
        return parents, children

    @classmethod
    def _publish(cls, page: Page, user: Any, refused: list[PublicationRefused] | None) -> int:
        try:
            with transaction.atomic():
                # Through Wagtail's own action, so that what it does for a page is done.
                super().execute_action([page], include_descendants=False, user=user)
        except PublicationRefused as refusal:
            if refused is None:
                raise
            refused.append(refusal)
            return 0
        return 1

    @staticmethod
    def _drafts_under(page: Page, user: Any) -> Iterator[Page]:
        for draft in page.get_descendants().not_live().defer_streamfields().specific().iterator():
            if user is None or draft.permissions_for_user(user).can_publish():
                yield draft

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """Name the pages that were refused; boast of the others only if there are any."""
        for refusal in self.refused:
            messages.error(self.request, refusal.html)
        if num_parent_objects + num_child_objects == 0 and self.refused:
            return None
        message: str = super().get_success_message(num_parent_objects, num_child_objects)
        return message

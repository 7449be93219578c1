"""What a person is told who has decided in a workflow: what came of it, besides that it was approved.

Wagtail's own doors, the form of the page and the window with a comment, say only that it was; the histories
of the versions know the rest.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageLogEntry

from translations.lifecycle import telling
from translations.review import releases


def tell_of_release(request: HttpRequest, page: Page) -> bool:
    """Say what came of it that a held page is ready; tell whether this request has made it so."""
    uuid = get_active_log_context().uuid
    if uuid is None or not PageLogEntry.objects.filter(
        uuid=uuid, page=page.pk, action=releases.READY
    ):
        return False
    values = {"title": page.get_admin_display_title()}
    item = releases.held_item(page)
    if item is None:
        messages.success(request, _("All languages were published together."))
    elif item.release.refusals:
        values["why"] = " ".join(item.release.refusals)
        sentence = _("%(title)s is ready. The languages were not published together: %(why)s")
        messages.warning(request, sentence % values)
    else:
        sentence = _("%(title)s is ready, and is published together with the other languages.")
        messages.success(request, sentence % values)
    return True


def tell_of_decision(request: HttpRequest, page: Page) -> None:
    """Say what came of a decision that was made at a door of Wagtail's."""
    tell_of_release(request, page)
    telling.tell(request, page)


def _telling(post: Any) -> Any:
    @wraps(post)
    def decide(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Decide, and say what came of it."""
        answer: HttpResponseBase = post(self, request, *args, **kwargs)
        tell_of_decision(request, self.object)
        return answer

    return decide


def apply() -> None:
    """Be called by Wagtail's window, which has no hook; its form has one (``review.hooks``)."""
    WorkflowActionView.post = _telling(WorkflowActionView.post)

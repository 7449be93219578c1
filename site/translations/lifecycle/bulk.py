"""Unpublishing, moving and deleting many pages at once, with one confirmation of what goes with them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions import (
    DeleteBulkAction as WagtailDelete,
)
from wagtail.admin.views.pages.bulk_actions import (
    MoveBulkAction as WagtailMove,
)
from wagtail.admin.views.pages.bulk_actions import (
    UnpublishBulkAction as WagtailUnpublish,
)
from wagtail.models import Page

from translations.acting import acting
from translations.lifecycle.decisions import Deed
from translations.lifecycle.forms import FollowersForm


class Asking:
    """Wagtail's action, page by page, each within what the boxes say of its versions."""

    deed: ClassVar[str]
    with_subpages = False
    yes: ClassVar[str | Promise]
    no: ClassVar[str | Promise]
    request: Any
    template_name = "translations/lifecycle/confirm_bulk.html"
    followers: FollowersForm | None = None

    def _form(self, pages: list[Page]) -> FollowersForm:
        return FollowersForm.for_deed(
            pages, self.deed, self.request, with_subpages=self.with_subpages
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the boxes, and what Wagtail's own page is called."""
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        pages = [item["item"] for item in context["items"]]
        return {
            **context,
            "followers": self.followers or self._form(pages),
            "wagtail_template": super().template_name,  # type: ignore[misc]
            "has_fields": self.deed == Deed.PLACE or context.get("has_live_descendants"),
            "action_button_text": self.yes,
            "no_action_button_text": self.no,
            "action_button_class": "serious" if self.deed == Deed.DELETION else "",
        }

    def form_valid(self, form: Any) -> Any:
        """Do the deed, or show the boxes again if one lacks its reason."""
        self.cleaned_form = form
        pages, _without_access = self.get_actionable_objects()  # type: ignore[attr-defined]
        self.followers = self._form(pages)
        if self.followers.is_bound and not self.followers.is_valid():
            return self.render_to_response(  # type: ignore[attr-defined]
                self.get_context_data(form=form)
            )
        with acting(user=self.request.user):
            return super().form_valid(form)  # type: ignore[misc]

    def get_execution_context(self) -> dict[str, Any]:
        """Hand over the answers."""
        context = super().get_execution_context()  # type: ignore[misc]
        return {**context, "followers": self.followers}

    @classmethod
    def execute_action(
        cls, objects: list[Page], followers: FollowersForm | None = None, **kwargs: Any
    ) -> tuple[int, int]:
        """Do the deed to each page; to one that went with another of them it is done already."""
        parents = children = 0
        going = followers.going() if followers else set()
        if followers:
            followers.take_back()
        for page in objects:
            if page.pk in going:
                continue
            reasons = followers.reasons([page]) if followers else None
            with acting(left_out=reasons):
                done = super().execute_action([page], **kwargs)  # type: ignore[misc]
            parents, children = parents + done[0], children + done[1]
        return parents, children


class UnpublishBulkAction(Asking, WagtailUnpublish):
    """Withdraws pages with what follows them."""

    deed = Deed.LIVE
    with_subpages = True
    yes, no = _("Yes, unpublish"), _("No, don't unpublish")


class DeleteBulkAction(Asking, WagtailDelete):
    """Deletes pages with what follows them."""

    deed = Deed.DELETION
    with_subpages = True
    yes, no = _("Yes, delete"), _("No, don't delete")


class MoveBulkAction(Asking, WagtailMove):
    """Moves pages with what follows them."""

    deed = Deed.PLACE
    yes, no = _("Yes, move these pages"), _("No, don't move")

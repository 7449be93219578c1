"""Wagtail's confirmations of the page menu, which list the versions and let one be left out.

Wagtail offers no place in them: its hooks come before the deed and cannot stand around it. The views
keep doing what they do; their ``post`` is done within what the boxes say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.delete import DeleteView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.unpublish import UnpublishView

from translations.acting import acting
from translations.lifecycle.decisions import Deed
from translations.lifecycle.forms import FollowersForm
from translations.lifecycle.restrictions import carry_restrictions


@dataclass(frozen=True)
class Question:
    """What a view asks: about which deed, of which page, and with which template where it asks."""

    deed: str
    page_of: Callable[[Any], Any]
    template: str
    with_subpages: bool = False
    may: Callable[[Any], bool] = lambda view: True

    def form(self, view: Any) -> FollowersForm:
        """Return the boxes of one request, made once; none for who may not do the deed."""
        form: FollowersForm | None = getattr(view, "_followers", None)
        if form is None:
            pages = [self.page_of(view)] if self.may(view) else []
            form = FollowersForm.for_deed(
                pages, self.deed, view.request, with_subpages=self.with_subpages
            )
            view._followers = form
        return form


def ask(view_class: Any, question: Question) -> None:
    """Let ``view_class`` show the boxes, refuse what is not answered, and act on the answers."""
    post, context = view_class.post, view_class.get_context_data

    @wraps(context)
    def get_context_data(self: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the boxes."""
        return {**context(self, **kwargs), "followers": question.form(self)}

    @wraps(post)
    def answered(self: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Do the deed within what the boxes say, or show them again."""
        form = question.form(self)
        if form.is_bound and not form.is_valid():
            again = {"form": self.get_form()} if hasattr(self, "get_form") else {}
            return self.render_to_response(self.get_context_data(**again))
        with transaction.atomic(), acting(user=request.user, left_out=form.reasons()):
            form.take_back()
            return post(self, request, *args, **kwargs)

    view_class.post = answered
    view_class.get_context_data = get_context_data


def ask_on_page(view_class: Any, question: Question) -> None:
    """Ask on a page of ours, where there is something to ask."""
    ask(view_class, question)
    names = view_class.get_template_names

    @wraps(names)
    def get_template_names(self: Any) -> Any:
        """Return our page instead of Wagtail's."""
        return [question.template] if question.form(self).rows else names(self)

    view_class.get_template_names = get_template_names


def ask_in_window(view_class: Any, question: Question) -> None:
    """Ask in a window of ours, where there is something to ask."""
    ask(view_class, question)
    render = view_class.render_to_response

    @wraps(render)
    def render_to_response(self: Any, context: dict[str, Any], **kwargs: Any) -> Any:
        """Return our window instead of Wagtail's."""
        if not question.form(self).rows or not self.page.private_page_options:
            return render(self, context, **kwargs)
        return render_modal_workflow(
            self.request,
            question.template,
            template_vars=context,
            json_data={"step": "set_privacy"},
        )

    valid = view_class.form_valid

    @wraps(valid)
    def form_valid(self: Any, form: Any) -> Any:
        """Put on record also what makes no difference yet: the page may have been restricted before."""
        found = valid(self, form)
        question.form(self).put_on_record()
        carry_restrictions(self.page.translation_key)
        return found

    view_class.render_to_response = render_to_response
    view_class.form_valid = form_valid


def may_move(view: Any) -> bool:
    """Tell whether the editor may move the page where she is asked about; Wagtail asks only later."""
    rights = view.page_to_move.permissions_for_user(view.request.user)
    return bool(rights.can_move_to(view.destination))


def apply() -> None:
    """Put the questions into the page menu."""
    folder = "translations/lifecycle"
    ask_on_page(
        UnpublishView,
        Question(Deed.LIVE, lambda view: view.object, f"{folder}/confirm_unpublish.html", True),
    )
    ask_on_page(
        DeleteView,
        Question(Deed.DELETION, lambda view: view.page, f"{folder}/confirm_delete.html", True),
    )
    ask_on_page(
        MoveConfirmView,
        Question(
            Deed.PLACE,
            lambda view: view.page_to_move,
            f"{folder}/confirm_move.html",
            may=may_move,
        ),
    )
    ask_in_window(
        SetPrivacyView,
        Question(Deed.RESTRICTION, lambda view: view.page, f"{folder}/set_privacy.html"),
    )

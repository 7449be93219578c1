"""What review adds to the translation editor: a button, what was said, and the comments beside the texts."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from translations.editor.actions import (
    EditorAction,
    register_editor_action,
    register_head_part,
    register_row_part,
)
from translations.editor.desk import Desk
from translations.review import releases
from translations.review.comments import Comments, comments_of
from translations.review.submitting import may_submit, read_once, standing_of, submit
from translations.segments import Row, name_of


@register_editor_action
class SubmitForReview(EditorAction):
    """Save all texts, make a draft of the page, and submit it to those who publish."""

    name = "submit"
    label = _("Submit translation for review")
    icon = "clipboard-list"
    order = 60
    is_main = True

    def is_shown(self, desk: Desk) -> bool:
        """Show it for pages that nobody decides on yet."""
        if not desk.is_page:
            return False
        read_once(desk.instance)
        return desk.may_write and may_submit(desk.instance, desk.user)

    def perform(self, desk: Desk) -> HttpResponseBase | None:
        """Submit."""
        submit(desk.translation, desk.user)
        messages.success(desk.request, gettext("The translation was submitted for review."))
        return redirect(desk.address())


@register_head_part
def review_head(desk: Desk) -> SafeString | str:
    """Return how far the review is, and the form that all comments are sent with."""
    if not desk.is_page:
        return ""
    read_once(desk.instance)
    standing = standing_of(desk.instance)
    item = releases.held_item(desk.instance)
    came_back = standing.sent_back
    context = {
        "translation": desk.translation,
        "standing": standing,
        "requested_by": name_of(standing.state.requested_by) if standing.state else "",
        "sent_back_by": name_of(came_back.finished_by) if came_back else "",
        "may_take_back": bool(
            standing.is_in_review and standing.state and standing.state.user_can_cancel(desk.user)
        ),
        "held": item.release if item else None,
        "elsewhere": _comments(desk).elsewhere,
        "next_url": reverse("wagtailadmin_pages:edit", args=[desk.instance.pk]) + "?write=1",
        "review_url": reverse("translations_review:review", args=[desk.translation.pk]),
    }
    return render_to_string("translations/review/editor_head.html", context, desk.request)


@register_row_part
def row_comments(desk: Desk, rows: list[Row]) -> dict[str, SafeString]:
    """Return the comments on each text, with the field for another."""
    if not desk.is_page:
        return {}
    found = _comments(desk)
    return {
        str(row.key): _threads(desk, str(row.key), found.by_key.get(str(row.key), []))
        for row in rows
    }


def _comments(desk: Desk) -> Comments:
    """Return the comments on the translation, read once for a desk."""
    found: Comments | None = getattr(desk, "_comments", None)
    if found is None:
        found = comments_of(desk.translation, [row.key for row in desk.rows])
        desk._comments = found  # type: ignore[attr-defined]  # kept with what it is of
    return found


def _threads(desk: Desk, key: str, threads: list[Any]) -> SafeString:
    context = {
        "key": key,
        "threads": threads,
        "open_count": sum(thread.is_open for thread in threads),
    }
    return render_to_string("translations/review/includes/threads.html", context, desk.request)

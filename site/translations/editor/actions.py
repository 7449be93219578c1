"""What can be done with a translation as a whole: saved, published, and what others add to it.

Another part of the app adds an action with ``register_editor_action``; it gets a button in the editor's
bar. Before an action is done, all texts in the form are saved; with a conflict or a refused text among
them it is not done at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from core import languages
from translations.acting import acting
from translations.saving import save_version
from translations.segments import Row

if TYPE_CHECKING:
    from translations.editor.desk import Desk


class EditorAction:
    """One button of the editor's bar. ``name`` is what the form sends; buttons come by their ``order``."""

    name: ClassVar[str] = ""
    label: ClassVar[str | Promise] = ""
    icon: ClassVar[str] = ""
    order: ClassVar[int] = 50
    #: The one button that stands out; of several, the last.
    is_main: ClassVar[bool] = False
    #: What is seldom done, and is not undone with a key: it stands below, with what ``help_for`` says.
    is_seldom: ClassVar[bool] = False

    def is_shown(self, desk: Desk) -> bool:
        """Tell whether the user may do this with this translation now."""
        return desk.may_write

    def label_for(self, desk: Desk) -> str | Promise:
        """Return what stands on the button."""
        return self.label

    def help_for(self, desk: Desk) -> str | Promise:
        """Return what it comes to, where that needs saying."""
        return ""

    def perform(self, desk: Desk) -> HttpResponseBase | None:
        """Do it; the texts are saved. Without an answer the editor opens again.

        Raises ValidationError with sentences for the user where it cannot be done.
        """
        raise NotImplementedError


_actions: dict[str, EditorAction] = {}
#: Functions that return HTML for the rows of the editor, by their keys: notes, comments.
RowPart = Callable[["Desk", list[Row]], dict[str, SafeString]]
_row_parts: list[RowPart] = []
#: Functions that return HTML to stand above all rows.
HeadPart = Callable[["Desk"], SafeString | str]
_head_parts: list[HeadPart] = []


def register_editor_action(action: type[EditorAction]) -> type[EditorAction]:
    """Add an action to the editor; use as a decorator."""
    _actions[action.name] = action()
    return action


def register_row_part(part: RowPart) -> RowPart:
    """Add to the rows what ``part`` returns for them (by ``str(row.key)``); asked once for all of them."""
    _row_parts.append(part)
    return part


def register_head_part(part: HeadPart) -> HeadPart:
    """Add above the rows what ``part`` returns; nothing where that is empty."""
    _head_parts.append(part)
    return part


def actions_for(desk: Desk) -> list[EditorAction]:
    """Return what the user may do, in the order of the bar."""
    found = sorted(_actions.values(), key=lambda action: action.order)
    return [action for action in found if action.is_shown(desk)]


def perform(desk: Desk, name: str) -> HttpResponseBase | None:
    """Do the action ``name``, and say who does it. Raises PermissionDenied for one she does not have."""
    action = next((one for one in actions_for(desk) if one.name == name), None)
    if action is None:
        raise PermissionDenied
    with acting(user=desk.user):
        return action.perform(desk)


def row_parts(desk: Desk, rows: list[Row]) -> dict[str, list[SafeString]]:
    """Return what others add to the rows, by their keys."""
    found: dict[str, list[SafeString]] = {}
    for part in _row_parts:
        for key, html in part(desk, rows).items():
            found.setdefault(key, []).append(html)
    return found


def head_parts(desk: Desk) -> list[SafeString | str]:
    """Return what others add above the rows."""
    return [html for part in _head_parts if (html := part(desk))]


@register_editor_action
class SaveDraft(EditorAction):
    """Save all texts, and a draft of the page with them; the public sees nothing of it."""

    name = "save"
    label = _("Save draft")
    icon = "draft"
    order = 10

    def is_shown(self, desk: Desk) -> bool:
        """Show it for pages: a vocabulary has no drafts."""
        return desk.may_write and desk.is_page

    def perform(self, desk: Desk) -> None:
        """Make a revision of the page."""
        save_version(desk.translation, user=desk.user)
        messages.success(desk.request, gettext("The draft is saved."))


@register_editor_action
class Publish(EditorAction):
    """Publish the page; put the texts of a vocabulary into use."""

    name = "publish"
    label = _("Publish")
    icon = "upload"
    order = 90
    is_main = True

    def is_shown(self, desk: Desk) -> bool:
        """Show it to who may publish: by this door too, a translator without the right does not."""
        return desk.may_publish

    def label_for(self, desk: Desk) -> str | Promise:
        """Return a word for pages and one for rows."""
        return self.label if desk.is_page else _("Save")

    def perform(self, desk: Desk) -> None:
        """Publish the texts as they are now, and say what of them readers will be told of."""
        # Each is a transaction of its own; what a field has against a text is noted after it.
        if desk.is_page:
            page = save_version(desk.translation, user=desk.user, publish=True)
        else:
            desk.translation.save_target(user=desk.user, publish=True)
        title = str(desk.translation.get_target_instance())
        language = languages.endonym(desk.target_code)
        if not desk.is_page:
            messages.success(desk.request, gettext("Saved: %(title)s.") % {"title": title})
        elif page.live:
            buttons = [messages.button(page.url, gettext("View live"), new_window=True)]
            messages.success(
                desk.request,
                gettext("Published in %(language)s: %(title)s.")
                % {"language": language, "title": title},
                buttons=buttons if page.url else None,
            )
        else:
            messages.warning(
                desk.request,
                gettext("%(title)s is ready, and goes out when its source does.")
                % {"title": title},
            )
        _tell_what_is_left(desk)


@register_editor_action
class Stop(EditorAction):
    """Save all texts, and let the version follow its source no more."""

    name = "stop"
    label = _("Stop the translation")
    icon = "cross"
    order = 95
    is_seldom = True

    def help_for(self, desk: Desk) -> str | Promise:
        """Say what becomes of the version, and of what is written in it meanwhile."""
        if desk.is_page:
            return _(
                "Stopped, this version does not follow its source any more; it is then edited as a page of "
                "its own. It can be started again: what was written meanwhile comes into its texts."
            )
        return _(
            "Stopped, this version does not follow its source any more; it is then edited by itself. It can "
            "be started again: the texts as they stand here then take the place of what was written "
            "meanwhile."
        )

    def perform(self, desk: Desk) -> HttpResponseBase:
        """Stop it, and open the page's own form."""
        desk.translation.enabled = False
        desk.translation.save(update_fields=["enabled"])
        messages.success(desk.request, gettext("The translation was stopped."))
        return redirect(desk.address())


@register_editor_action
class MakeAlias(EditorAction):
    """Save all texts, and ask whether the page shall show what its source shows."""

    name = "make-alias"
    label = _("Show the source in its place")
    icon = "wagtail-localize-convert"
    order = 96
    is_seldom = True

    def is_shown(self, desk: Desk) -> bool:
        """Show it to who may publish: what readers see changes at once."""
        return desk.is_page and desk.may_publish

    def help_for(self, desk: Desk) -> str | Promise:
        """Say what readers see then."""
        return _(
            "The page then shows what its source shows, in the language of the source. Its texts are kept "
            "for a later translation. You are asked once more."
        )

    def perform(self, desk: Desk) -> HttpResponseBase:
        """Lead to wagtail-localize's question."""
        url = reverse("wagtail_localize:convert_to_alias", args=[desk.instance.pk])
        return redirect(f"{url}?{urlencode({'next': desk.address()})}")


def _tell_what_is_left(desk: Desk) -> None:
    desk.forget()
    if desk.counts["missing"] or desk.counts["error"]:
        count = desk.counts["missing"] + desk.counts["error"]
        messages.warning(
            desk.request,
            gettext(
                "Texts without a translation: %(count)s. Readers see them in the source language, marked."
            )
            % {"count": count},
        )
    if desk.counts["unconfirmed"]:
        messages.warning(
            desk.request,
            gettext(
                "Texts not confirmed since the source changed: %(count)s. Readers are told of it."
            )
            % {"count": desk.counts["unconfirmed"]},
        )
    if desk.counts["machine"]:
        messages.warning(
            desk.request,
            gettext(
                "Texts made by a machine that nobody has confirmed: %(count)s. Readers are told of it."
            )
            % {"count": desk.counts["machine"]},
        )


def sentences_of(error: ValidationError) -> SafeString:
    """Return what an error says, as one message."""
    return format_html("{}", " ".join(error.messages))

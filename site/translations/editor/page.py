"""What the editor's page shows of a desk, and what its script needs to know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.admin.utils import quote
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.widgets.button import ButtonWithDropdown
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import get_edit_url

from core import languages
from translations.editor import actions
from translations.editor.desk import Desk
from translations.editor.lines import STATES, Refused, lines_of
from translations.editor.overrides import media_of
from translations.editor.related import related_of
from translations.editor.strays import Stray


def answer(
    desk: Desk,
    refused: Mapping[str, Refused] | None = None,
    strays: Sequence[Stray] = (),
    status: int = 200,
) -> TemplateResponse:
    """Return the editor's page; ``refused`` has by key what was typed and could not be saved."""
    return TemplateResponse(
        desk.request,
        "translations/editor/editor.html",
        context_of(desk, refused or {}, strays),
        status=status,
    )


def context_of(
    desk: Desk, refused: Mapping[str, Refused], strays: Sequence[Stray]
) -> dict[str, Any]:
    """Return what the page shows."""
    rows = desk.arranged(set(refused))
    lines = lines_of(desk, rows, refused, actions.row_parts(desk, rows))
    done, total = desk.progress
    panels = _side_panels(desk)
    main = next((one for one in reversed(desk.actions) if one.is_main), None)
    values = {"title": str(desk.instance), "language": desk.words["name"]}
    title = gettext("Translation of %(title)s into %(language)s") % values
    return {
        "desk": desk,
        "translation": desk.translation,
        "instance": desk.instance,
        "page": desk.instance if desk.is_page else None,
        "page_for_status": desk.instance if desk.is_page else None,
        "page_perms": desk.instance.permissions_for_user(desk.user) if desk.is_page else None,
        "title": title,
        "header_title": title,
        "words": desk.words,
        "lines": lines,
        "hidden_count": len(desk.rows) - len(lines),
        "done": done,
        "total": total,
        "to_do": sum(row.is_to_do for row in desk.rows),
        "states": [(state, *STATES[state], desk.counts[state]) for state in STATES],
        "own_values": [(one, refused.get(one.name)) for one in desk.overrides],
        "related": related_of(desk.translation, desk.source),
        "strays": strays,
        "head_parts": actions.head_parts(desk),
        "actions": [
            (one, one.label_for(desk), one is main) for one in desk.actions if not one.is_seldom
        ],
        "seldom": [(one, one.help_for(desk)) for one in desk.actions if one.is_seldom],
        "row_links": _row_links(desk),
        "buttons": _header_buttons(desk),
        "source_url": get_edit_url(desk.source),
        "preview_url": _preview_url(desk),
        "preview_modes": _preview_modes(desk),
        "choices": {
            "work": desk.address(order="work"),
            "page": desk.address(order="page"),
            "all": desk.address(show="all"),
            "todo": desk.address(show="todo"),
        },
        "address": desk.address(),
        "side_panels": panels,
        "media": MediaContainer(panels).media + media_of(desk.overrides),
        "script": script_texts(desk),
    }


def _side_panels(desk: Desk) -> list[Any]:
    """Return Wagtail's panel of the state of the page, with the way to its other versions."""
    if not desk.is_page:
        return []
    others = [
        {
            "locale": version.locale,
            "url": reverse("wagtailadmin_pages:edit", args=[version.pk]),
        }
        for version in desk.instance.get_translations()
        .select_related("locale")
        .prefetch_workflow_states()
        if version.permissions_for_user(desk.user).can_edit()
    ]
    return [
        PageStatusSidePanel(
            desk.instance,
            desk.request,
            show_schedule_publishing_toggle=False,
            live_object=desk.instance,
            scheduled_object=desk.instance.get_scheduled_revision_as_object(),
            locale=desk.translation.target_locale,
            translations=others,
        )
    ]


def _header_buttons(desk: Desk) -> list[Any]:
    """Return Wagtail's menu of what else can be done with the page: its history, unpublishing, moving."""
    if not desk.is_page:
        return []
    found = get_page_header_buttons(
        page=desk.instance, user=desk.user, next_url=desk.request.path, view_name="edit"
    )
    attributes = {"aria-label": gettext("Actions")}
    return [
        ButtonWithDropdown(
            buttons=sorted(found),
            icon_name="dots-horizontal",
            attrs=attributes,
            classname="w-h-slim-header",
        )
    ]


def _row_links(desk: Desk) -> list[tuple[str, str, str]]:
    """Return address, name and icon of what else can be done with a row of a vocabulary."""
    viewset = None if desk.is_page else getattr(desk.instance, "snippet_viewset", None)
    if viewset is None:
        return []
    wanted = [
        ("history", pgettext("what was done to a text", "History"), "history"),
        ("usage", gettext("Usage"), "list-ul"),
    ]
    policy = policy_registry.get(desk.instance)
    if desk.may_write and policy.user_has_permission_for_instance(
        desk.user, "delete", desk.instance
    ):
        wanted.append(("delete", gettext("Delete"), "bin"))
    return [
        (reverse(name, args=[quote(desk.instance.pk)]), label, icon)
        for view, label, icon in wanted
        if (name := viewset.get_url_name(view))
    ]


def _preview_url(desk: Desk) -> str:
    if not isinstance(desk.instance, Page) or not desk.instance.preview_modes:
        return ""
    return reverse("translation_editor:preview", args=[desk.translation.pk])


def _preview_modes(desk: Desk) -> list[tuple[str, Any]]:
    """Return address and name of each way to look at the page; nothing where there is one only."""
    if not isinstance(desk.instance, Page) or len(desk.instance.preview_modes) < 2:
        return []
    plain = _preview_url(desk)
    return [
        (f"{plain}{mode}/" if mode else plain, name) for mode, name in desk.instance.preview_modes
    ]


def script_texts(desk: Desk) -> dict[str, Any]:
    """Return the sentences the page's script needs, in the user's language."""
    return {
        "language": languages.html_lang(desk.target_code),
        "texts": {
            "saving": gettext("Saving…"),
            "saved": gettext("Saved %(time)s"),
            "confirmed": gettext("Confirmed %(time)s"),
            "dropped": gettext("The translation was taken away."),
            "unsaved": gettext("Not saved yet"),
            "offline": gettext("Not saved: no connection. It is tried again."),
            "refused": gettext(
                "Not saved: you are signed out, or may not translate this any more. Sign in again in "
                "another tab; your texts stay here."
            ),
            "conflict": gettext("%(name)s has changed this text meanwhile:"),
            "somebody": gettext("Somebody else"),
            "progress": gettext("%(done)s of %(total)s done"),
            "lostLinks": gettext("Links of the source that are missing here: %(numbers)s"),
            "noMore": gettext("Nothing more to do."),
        },
    }

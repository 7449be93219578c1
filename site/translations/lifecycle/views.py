"""The page about what does not follow a page: what was decided, and deciding anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Page

from translations.acting import acting
from translations.freshness import refresh
from translations.lifecycle.decisions import Deed, leave_out, take_back
from translations.lifecycle.expiry import carry_expiry, restore_own
from translations.lifecycle.forms import REASON
from translations.lifecycle.listing import Row, rows_of
from translations.lifecycle.live import carry_live
from translations.lifecycle.place import carry_place
from translations.lifecycle.restrictions import carry_restrictions

#: What an editor must be allowed to do with the source, to decide about its versions.
RIGHTS: dict[str, Callable[[Any], bool]] = {
    Deed.LIVE: lambda rights: rights.can_publish(),
    Deed.EXPIRY: lambda rights: rights.can_publish(),
    Deed.PLACE: lambda rights: rights.can_move(),
    Deed.RESTRICTION: lambda rights: rights.can_set_view_restrictions(),
}


def deeds_for(page: Page, user: Any) -> list[tuple[str, Any]]:
    """Return in what ``user`` may leave versions of ``page`` out; withdrawal only of a withdrawn page."""
    rights = page.permissions_for_user(user)
    return [
        (deed, Deed(deed).label)
        for deed, may in RIGHTS.items()
        if may(rights) and not (deed == Deed.LIVE and page.live)
    ]


class DecisionForm(forms.Form):
    """One decision: in what a version does not follow, and why."""

    deed = forms.ChoiceField(label=gettext_lazy("Does not follow in"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=REASON.max_length)

    def __init__(self, row: Row, deeds: list[tuple[str, Any]], data: Any = None):
        is_mine = data is not None and data.get("version") == str(row.version.pk)
        super().__init__(data if is_mine else None, auto_id=f"id_{row.version.pk}_%s")
        decided = {one.deed for one in row.version.left_out.all()}
        self.row = row
        self.fields["deed"].choices = [  # type: ignore[attr-defined]
            pair for pair in deeds if pair[0] not in decided
        ]


def decisions(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what was decided about the versions of a page, and put new decisions on record."""
    page = get_object_or_404(Page, pk=page_id).specific
    deeds = deeds_for(page, request.user)
    if not deeds:
        raise PermissionDenied
    rows = [row for row in rows_of([page], "") if row.target]
    is_undoing = "undo" in request.POST
    data = request.POST if request.method == "POST" and not is_undoing else None
    boxes = [DecisionForm(row, deeds, data) for row in rows]
    if is_undoing:
        return _undo(request, page, rows, {deed for deed, _label in deeds})
    for form in boxes:
        if form.is_bound and form.is_valid():
            return _decide(request, page, form)
    return TemplateResponse(
        request,
        "translations/lifecycle/decisions.html",
        {"page_of": page, "boxes": boxes, "may": {deed for deed, _label in deeds}},
        status=400 if data is not None else 200,
    )


def _decide(request: HttpRequest, page: Page, form: DecisionForm) -> HttpResponse:
    target = form.row.target
    assert target is not None  # noqa: S101 -- rows without one have no form
    deed, page_left = form.cleaned_data["deed"], target.specific
    with transaction.atomic(), acting(user=request.user):
        leave_out(form.row.version, deed, form.cleaned_data["reason"], page=page_left)
        if deed == Deed.EXPIRY:
            restore_own(page_left)
            refresh([page.translation_key])
    messages.success(request, _("“%(page)s” is left out.") % {"page": form.row.title})
    return redirect("translations_lifecycle:decisions", page.pk)


def _undo(request: HttpRequest, page: Page, rows: list[Row], may: set[str]) -> HttpResponse:
    """Let a version follow again, and carry at once what it has missed."""
    pk, _dot, deed = request.POST["undo"].partition("-")
    row = next((row for row in rows if str(row.version.pk) == pk), None)
    if row is None or row.target is None or deed not in may:
        raise PermissionDenied
    with transaction.atomic(), acting(user=request.user):
        if take_back(row.version, deed, page=row.target.specific):
            carry(page, deed)
    messages.success(request, _("“%(page)s” follows again.") % {"page": row.title})
    return redirect("translations_lifecycle:decisions", page.pk)


def carry(page: Page, deed: str) -> None:
    """Put the versions of ``page`` right in one thing."""
    key = page.translation_key
    if deed == Deed.LIVE:
        carry_live(key)
    elif deed == Deed.EXPIRY:
        carry_expiry(key)
    elif deed == Deed.RESTRICTION:
        carry_restrictions(key)
    elif deed == Deed.PLACE:
        carry_place(page, page.get_parent())

"""What the editors' interface gets from review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.facts.families import family
from translations.editor.opening import translation_of
from translations.review import editor_parts, logs  # noqa: F401  (the first for its registrations)
from translations.review.rights import may_hold
from translations.review.submitting import actions_for
from translations.review.telling import tell_of_decision

#: Before the translation editor and wagtail-localize's.
BEFORE_EDITORS = -20
#: What the address of the form has for those who want to write there.
WRITING = {"write", "order", "show"}

hooks.register("register_log_actions", logs.register)


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern | URLResolver]:
    """Add the addresses of review."""
    return [path("translations/review/", include("translations.review.urls"))]


@hooks.register("before_edit_page", order=BEFORE_EDITORS)
def open_review(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Lead who has to decide on a translation to the review of it.

    Wagtail's mails, its dashboard and its lists lead to the form of the page. Those who want to write
    there come with ``?write``.
    """
    if request.method != "GET" or page.alias_of_id or WRITING & request.GET.keys():
        return None
    translation = translation_of(page)
    if translation is None or not actions_for(page, request.user):
        return None
    return redirect("translations_review:review", translation.pk)


@hooks.register("after_edit_page")
def tell_after_decision(request: HttpRequest, page: Page) -> None:
    """Say what came of it where a page was decided on in Wagtail's form."""
    if request.POST.get("action-workflow-action"):
        tell_of_decision(request, page)


@hooks.register("register_page_header_buttons")
def header_buttons(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """Offer the review of a translation, and to publish a source and its translations together."""
    if page.is_root() or page.alias_of_id:
        return
    leaders = family(page.translation_key)
    if page.locale_id in leaders and page.permissions_for_user(user).can_edit():
        translation = translation_of(page)
        if translation is None or translation.source.locale_id != leaders[page.locale_id]:
            translation = Translation.objects.get(
                source__object_id=page.translation_key,
                source__locale=leaders[page.locale_id],
                target_locale_id=page.locale_id,
            )
        yield Button(
            _("Review and comments"),
            reverse("translations_review:review", args=[translation.pk]),
            icon_name="clipboard-list",
            priority=64,
        )
    if page.locale_id in leaders.values() and may_hold(page, user):
        yield Button(
            _("Publish all languages together"),
            reverse("translations_review:release", args=[page.pk]),
            icon_name="globe",
            priority=65,
        )

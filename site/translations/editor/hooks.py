"""The editor opens where wagtail-localize's would, unless the site keeps that one (settings)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.models import Page, TranslatableMixin

from translations.editor import besides, machine  # noqa: F401  (for their registrations)
from translations.editor.opening import translation_of
from translations.editor.restarting import before_restart
from translations.editor.strays import answer_stopped
from translations.editor.views import show

#: Before wagtail-localize's own, and after what only tells something.
BEFORE_STOCK = -5


@hooks.register("before_edit_page", order=BEFORE_STOCK)
def edit_page(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Answer with the editor where the page is a translation."""
    before_restart(request, page)
    return answer_stopped(request, page) if page.alias_of_id else _editor(request, page)


@hooks.register("before_edit_snippet", order=BEFORE_STOCK)
def edit_row(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    """Answer with the editor where the row is a translation."""
    return _editor(request, instance) if isinstance(instance, TranslatableMixin) else None


def _editor(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    if settings.KOHTAAMO_STOCK_TRANSLATION_EDITOR:
        return None
    translation = translation_of(instance)
    if translation is None:
        return answer_stopped(request, instance)
    return show(request, translation, instance)


@hooks.register("register_admin_urls")
def editor_urls() -> list[URLPattern | URLResolver]:
    """Add the addresses of the editor's script."""
    return [path("translation-editor/", include("translations.editor.urls"))]

"""What the editors' interface gets from the lifecycle of language versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from translations.lifecycle import logs, telling
from translations.lifecycle.bulk import DeleteBulkAction, MoveBulkAction, UnpublishBulkAction
from translations.lifecycle.views import deeds_for
from translations.models import LanguageVersion

hooks.register("register_log_actions", logs.register)
for action in (UnpublishBulkAction, DeleteBulkAction, MoveBulkAction):
    # After Wagtail's own action of the same name.
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("register_admin_urls")
def lifecycle_urls() -> list[URLPattern | URLResolver]:
    """Add the page about what does not follow."""
    return [path("language-versions/", include("translations.lifecycle.urls"))]


@hooks.register("register_page_header_buttons")
def what_follows(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from the form of a page to what was decided about its versions."""
    if not page.pk or page.alias_of_id:
        return
    versions = LanguageVersion.objects.filter(
        translation_key=page.translation_key, source_locale_id=page.locale_id
    )
    if versions.exists() and deeds_for(page, user):
        yield Button(
            _("What translations follow"),
            reverse("translations_lifecycle:decisions", args=[page.pk]),
            icon_name="link",
            priority=70,
        )


@hooks.register("after_publish_page")
def tell_after_publication(request: HttpRequest, page: Page) -> Any:
    """Say what went out with the page, what was refused, and what waits."""
    answer = telling.tell_of_waiting(request, page)
    if answer is None:
        telling.tell(request, page)
    return answer


@hooks.register("after_bulk_action")
def tell_after_many(request: HttpRequest, action_type: str, objects: Any, action: Any) -> None:
    """Say what went with the pages."""
    if action_type == "publish":
        telling.tell(request)

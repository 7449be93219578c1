"""Applications in the editors' interface: their addresses, and the ways there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from news.applications import rights
from news.applications import urls as application_urls
from news.models import Application, CallPage
from translations.lifecycle.deletion import all_followers_of


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    """Return the addresses of the applications' pages."""
    return [
        path(
            "applications/",
            include((application_urls.urlpatterns, "applications"), namespace="applications"),
        )
    ]


class ApplicationsMenuItem(MenuItem):
    """The way to the applications, for those who may see them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether there is anything for her there."""
        return rights.may_view(request.user)


@hooks.register("register_admin_menu_item")
def applications_in_the_menu() -> MenuItem:
    """Put the applications below the films."""
    return ApplicationsMenuItem(
        _("Applications"),
        reverse("applications:index"),
        name="applications",
        icon_name="form",
        order=350,
    )


@hooks.register("before_delete_page")
def warn_of_applications(request: HttpRequest, page: Any) -> None:
    """Say that applications go with the last language of their call, before anybody confirms it."""
    if request.method != "GET" or not isinstance(page, CallPage):
        return
    others = CallPage.objects.filter(translation_key=page.translation_key).exclude(
        pk__in=[page.pk, *all_followers_of(page)]
    )
    count = Application.objects.filter(call=page.translation_key).count()
    if count and not others.exists():
        text = gettext("The applications to this call are deleted with it: %(count)s.")
        messages.warning(request, text % {"count": count})


@hooks.register("register_page_header_buttons")
def applications_of_the_page(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from a call's form to the applications to it."""
    if not isinstance(page, CallPage) or not page.pk:
        return
    if rights.call_for(user, page.translation_key) is None:
        return
    yield Button(
        _("Applications"),
        reverse("applications:list", args=[page.translation_key]),
        icon_name="form",
        priority=60,
    )

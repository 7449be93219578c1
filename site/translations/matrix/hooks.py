"""Where the matrix is found: in the menu, in the page explorer, and on the front page of the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translations.matrix.explorer import ExplorerViewSet
from translations.matrix.panels import UrgentPanel, urgent_for
from translations.matrix.views import MatrixView, may_see, sees_pages


@hooks.register("register_admin_urls")
def matrix_urls() -> list[URLPattern | URLResolver]:
    """Add the addresses of the matrix."""
    return [path("language-versions/", include("translations.matrix.urls"))]


@hooks.register("insert_global_admin_css")
def matrix_style() -> SafeString:
    """Load the style of language versions: they are named on several pages of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("translations/css/matrix.css"))


class MatrixMenuItem(MenuItem):
    """The way to the matrix."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those for whom there is something in it."""
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def matrix_in_the_menu() -> MenuItem:
    """Put the matrix after the pages."""
    return MatrixMenuItem(
        MatrixView.page_title,
        reverse("translations_matrix:pages"),
        name="language-versions",
        icon_name=MatrixView.header_icon,
        order=150,
    )


@hooks.register("register_admin_viewset")
def versions_in_the_explorer() -> ExplorerViewSet:
    """Say in the page explorer how the language versions of each page are."""
    return ExplorerViewSet()


@hooks.register("construct_reports_menu")
def hide_stock_report(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take wagtail-localize's report away: it calls up to date what is not."""
    stock = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if getattr(item, "url", "") != stock]


@hooks.register("construct_homepage_panels")
def outdated_on_the_front_page(request: HttpRequest, panels: list[Any]) -> None:
    """Name on the admin's front page what misleads readers; say nothing where all is true."""
    if not sees_pages(request.user):
        return
    versions = urgent_for(request.user)
    if versions:
        panels.append(UrgentPanel(versions))

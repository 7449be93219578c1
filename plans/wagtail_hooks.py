"""What plans add to the editors' interface: areas, the progress desk, the report of silent actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.log_actions import LogFormatter
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from plans.admin.desk import ProgressDeskView, ReportView
from plans.admin.rights import rights_on
from plans.admin.silent import SilentActionsView, may_see
from plans.models import Area, PlanPage, RegionalPlanPage
from plans.telling import CORRECTED, TAKEN_BACK, TOLD

#: The classes whose pages have a progress desk.
PLANS = (PlanPage, RegionalPlanPage)


class AreaViewSet(SnippetViewSet):
    """The areas that regional plans are made for."""

    model = Area
    icon = "site"
    menu_label = _("Areas")
    menu_name = "areas"
    list_display = ("name", "kind", "code")
    list_filter = ("kind",)
    list_per_page = 50


area_views = AreaViewSet()
register_snippet(area_views)


class PlanListing(PageListingViewSet):
    """All plans of the site, in any language, in one list."""

    model = PlanPage
    icon = "tasks"
    menu_label = _("Plans")
    menu_name = "plan-pages"
    add_to_admin_menu = False


plan_listing = PlanListing("plan_pages")


@hooks.register("register_admin_viewset")
def plan_pages() -> PlanListing:
    """Register the addresses of the list."""
    return plan_listing


@hooks.register("register_admin_menu_item")
def plans_in_the_menu() -> MenuItem:
    """Put the plans, and what they are made of, into one group."""
    items = [plan_listing.get_menu_item(order=10), area_views.get_menu_item(order=20)]
    return SubmenuMenuItem(
        _("Plans"), Menu(items=items), name="plans", icon_name="tasks", order=260
    )


@hooks.register("register_admin_urls")
def plan_urls() -> list[URLPattern]:
    """Return the addresses of the desk, of the last report of an action, and of the report."""
    silent = SilentActionsView
    return [
        path("plans/<int:page_id>/progress/", ProgressDeskView.as_view(), name="plan_progress"),
        path("plans/<int:page_id>/progress/<int:pk>/", ReportView.as_view(), name="plan_report"),
        path("reports/silent-actions/", silent.as_view(), name="silent_actions"),
        path(
            "reports/silent-actions/results/",
            silent.as_view(results_only=True),
            name="silent_actions_results",
        ),
    ]


# The desk -------------------------------------------------------------------------------------------


class ProgressMenuItem(PageMenuItem):
    """The way from a plan to its progress desk."""

    label = _("Progress")
    icon_name = "tasks"
    url_name = "plan_progress"

    @cached_property
    def url(self) -> str:
        """Return the desk's address."""
        return reverse(self.url_name, args=[self.page.pk])

    def is_shown(self, user: Any) -> bool:
        """Show it on plans, to whoever may do something there."""
        if self.page.pk is None or not issubclass(self.page.specific_class or Page, PLANS):
            return False
        theirs = self.page.permissions_for_user(user)
        # Whoever keeps another version of the plan finds the desk there, or here: asked of all.
        return (
            bool(theirs.can_edit() or theirs.can_publish())
            or rights_on(self.page.specific_deferred, user).may_tell
        )


@hooks.register("register_page_listing_more_buttons")
def desk_in_listings(page: Page, user: Any, next_url: str | None = None) -> Iterator[PageMenuItem]:
    """Lead from the lists of pages to the desk."""
    if issubclass(page.specific_class or Page, PLANS):
        yield ProgressMenuItem(page=page, priority=3)


@hooks.register("register_page_header_buttons")
def desk_in_the_header(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[PageMenuItem]:
    """Lead from the page's editing form to the desk."""
    if issubclass(page.specific_class or Page, PLANS):
        yield ProgressMenuItem(page=page, priority=5)


@hooks.register("register_log_actions")
def log_progress(actions: Any) -> None:
    """Show in the history of a page what was told of its actions."""

    @actions.register_action(TOLD)
    class ToldFormatter(LogFormatter):
        label = _("Progress told")

        def format_message(self, log_entry: Any) -> str:
            count = int(log_entry.data.get("count", 0))
            text = ngettext(
                "Told how far %(count)s action is", "Told how far %(count)s actions are", count
            )
            return text % {"count": count}

    actions.register_action(
        CORRECTED, _("Progress corrected"), _("Corrected what was told of actions")
    )
    actions.register_action(
        TAKEN_BACK, _("Progress taken back"), _("Deleted what was told last of an action")
    )


# The report -----------------------------------------------------------------------------------------


class SilentActionsMenuItem(MenuItem):
    """The way to the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who keep pages."""
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def report_in_the_menu() -> MenuItem:
    """Put the report beside that of films."""
    return SilentActionsMenuItem(
        SilentActionsView.page_title,
        reverse("silent_actions"),
        name="silent-actions",
        icon_name="tasks",
        order=110,
    )

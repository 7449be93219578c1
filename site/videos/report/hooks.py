"""Where the report is found: among the reports, and on the admin's front page while something is due."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from videos.models import Video
from videos.report.rows import Row, Urgency, rows_of
from videos.report.views import VideoReportView

#: How many films the front page of the admin names; the report has them all.
NAMED = 5


def may_see(user: Any) -> bool:
    """Tell whether ``user`` may change films, and so see what they lack."""
    return bool(policy_registry.get_by_type(Video).user_has_permission(user, "change"))


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Return the address of the report, and of its results alone."""
    return [
        path("reports/videos/", VideoReportView.as_view(), name="video_report"),
        path(
            "reports/videos/results/",
            VideoReportView.as_view(results_only=True),
            name="video_report_results",
        ),
    ]


class VideoReportMenuItem(MenuItem):
    """The way to the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may change films."""
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def report_in_the_menu() -> MenuItem:
    """Put the report before Wagtail's own."""
    return VideoReportMenuItem(
        VideoReportView.page_title,
        reverse("video_report"),
        name="videos-lacking",
        icon_name="media",
        order=100,
    )


class VideosDuePanel(Component):
    """The films on public pages that are not accessible, or will not be in two weeks."""

    name = "videos_due"
    template_name = "videos/admin/report/due.html"
    order = 150

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the most urgent films, and how many more there are."""
        return {
            "rows": self.rows[:NAMED],
            "more": max(0, len(self.rows) - NAMED),
            "heading": _("Videos to see to"),
        }


@hooks.register("construct_homepage_panels")
def due_on_the_front_page(request: HttpRequest, panels: list[Any]) -> None:
    """Name on the admin's front page what cannot wait; say nothing where all is in order."""
    if not may_see(request.user):
        return
    policy = policy_registry.get_by_type(Video)
    films = policy.instances_user_has_permission_for(request.user, "change").defer("manifest")
    urgent = [row for row in rows_of(films) if row.urgency <= Urgency.COUNTDOWN]
    if urgent:
        panels.append(VideosDuePanel(urgent))

"""What the front door adds to the editors' interface: the way from the report of films to the statement."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from home.statement_view import add_to_statement, panel

hooks.register("construct_video_report", panel)


@hooks.register("register_admin_urls")
def statement_urls() -> list[URLPattern]:
    """Return the address the button posts to."""
    return [path("reports/videos/statement/", add_to_statement, name="add_to_statement")]

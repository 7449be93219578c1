"""The report on screen and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView

from core.csv_export import safe_cell
from videos.languages import spoken_choices
from videos.models import Video
from videos.report.rows import Language, Row, Urgency, rows_of

STATES: dict[str, Callable[[Row], bool]] = {
    "lacking": lambda row: bool(row.blocking or row.due),
    "overdue": lambda row: row.is_overdue,
    "countdown": lambda row: row.is_in_countdown,
    "unused": lambda row: row.is_unused,
}


class VideoReportFilterSet(WagtailFilterSet):
    """Films by how urgent they are, and by language."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[
            ("lacking", _("Lacks something")),
            ("overdue", _("On a public page and not accessible")),
            ("countdown", _("Live recording, in its 14 days")),
            ("unused", _("On no public page")),
        ],
        empty_label=_("All"),
        method="leave_to_the_rows",
    )
    spoken_language = django_filters.ChoiceFilter(
        label=_("Spoken language"), choices=spoken_choices, empty_label=_("All")
    )

    class Meta:
        model = Video
        fields: list[str] = []

    def leave_to_the_rows(
        self, queryset: QuerySet[Video], name: str, value: str
    ) -> QuerySet[Video]:
        """What a film lacks is no column of the database: the view asks the rows."""
        return queryset


class VideoReportView(ReportView):
    """Every film the editor may change, what it lacks, since when, and where it is shown."""

    model = Video
    permission_required = "change"
    page_title = _("Videos and what they lack")
    header_icon = "media"
    template_name = "videos/admin/report/report.html"
    results_template_name = "videos/admin/report/results.html"
    index_url_name = "video_report"
    index_results_url_name = "video_report_results"
    filterset_class = VideoReportFilterSet
    verbose_name_plural = _("videos")
    context_object_name = "rows"
    list_export = [
        *("title", "spoken", "urgency", "lacks", "since", "days", "due", "pages"),
        *("captions", "missing", "unchecked", "outdated", "ends_on"),
    ]
    export_headings = {
        "title": _("Title"),
        "spoken": _("Spoken language"),
        "urgency": _("State"),
        "lacks": _("What it lacks"),
        "since": _("Since"),
        "days": _("Days"),
        "due": _("Due"),
        "pages": _("Shown on"),
        "captions": _("Captions"),
        "missing": _("No captions in"),
        "unchecked": _("Made by a machine, unchecked"),
        "outdated": _("Translated from older captions"),
        "ends_on": _("May be shown until"),
    }
    urgencies = {
        Urgency.OVERDUE: _("on a public page and not accessible"),
        Urgency.COUNTDOWN: _("in its 14 days"),
        Urgency.LACKING: _("lacks something"),
        Urgency.ADVICE: _("to be seen to"),
        Urgency.IN_ORDER: _("in order"),
    }

    def get_filename(self) -> str:
        """Return the name of the spreadsheet, with its day."""
        return f"videos-{timezone.localdate().isoformat()}"

    def get_base_queryset(self) -> QuerySet[Video]:
        """Return the films the editor may change, without what the player is told."""
        films: QuerySet[Video] = self.permission_policy.instances_user_has_permission_for(
            self.request.user, "change"
        )
        return films.defer("manifest")

    @cached_property
    def rows(self) -> list[Row]:
        """Return the rows that were asked for, the most urgent first."""
        rows = rows_of(self.filter_queryset(self.get_base_queryset()))
        state = self.filters.form.cleaned_data.get("state") if self.filters.is_valid() else ""
        return [row for row in rows if STATES[state](row)] if state else rows

    def get_filtered_queryset(self) -> list[Row]:
        """Return the rows in the place of a queryset; they are paged and exported alike."""
        return self.rows

    def get_table(self, object_list: Iterable[Row]) -> Any:
        """Return an empty table: the template writes the rows itself."""
        return super().get_table([])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what other apps offer to do with the report."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        panels = (make(self.request) for make in hooks.get_hooks("construct_video_report"))
        context["panels"] = [panel for panel in panels if panel is not None]
        return context

    # Export -------------------------------------------------------------------------------------

    def to_row_dict(self, item: Row) -> dict[str, Any]:
        """Return the cells of a row as words, days and numbers."""
        due, since = item.due, item.since
        return {
            "title": item.title,
            "spoken": item.spoken.name,
            "urgency": str(self.urgencies[item.urgency]),
            "lacks": " ".join(str(lack.shortcoming.message) for lack in item.lacks),
            "since": timezone.localdate(since) if since else "",
            "days": "" if item.days is None else item.days,
            "due": timezone.localtime(due).strftime("%Y-%m-%d %H:%M") if due else "",
            "pages": "; ".join(page.title for page in item.pages),
            "captions": _names(item.captions),
            "missing": _names(item.missing),
            "unchecked": _names(item.unchecked),
            "outdated": _names(item.outdated),
            "ends_on": item.ends_on or "",
        }

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Let no title pass for a formula, in either format."""
        value = super().preprocess_field_value(field, value, export_format)
        return safe_cell(value) if isinstance(value, str) else value

    def get_heading(self, queryset: Any, field: str) -> str:
        """Return the heading of a column; the rows are no queryset that could be asked."""
        return str(self.export_headings[field])


def _names(languages: Iterable[Language]) -> str:
    return ", ".join(language.name for language in languages)

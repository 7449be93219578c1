"""The report “Actions without news”: the same rows that reminders are sent of, also as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.csv_export import safe_cell
from plans.models import PlanPage
from plans.silence import SilentAction, silent_actions

KEEPING = ("add", "change", "publish")


def may_see(user: Any) -> bool:
    """Tell whether ``user`` keeps any page, and so may see what nothing was told of."""
    return bool(PagePermissionPolicy(PlanPage).user_has_any_permission(user, KEEPING))


def plans_kept_by(user: Any) -> QuerySet[PlanPage]:
    """Return the plans, in any language, of which ``user`` keeps the pages."""
    found: QuerySet[PlanPage] = PagePermissionPolicy(
        PlanPage
    ).instances_user_has_any_permission_for(user, KEEPING)
    return found


class SilentFilterSet(WagtailFilterSet):
    """Actions by plan."""

    plan = django_filters.ModelChoiceFilter(
        label=_("Plan"),
        queryset=lambda request: (
            plans_kept_by(request.user)
            .filter(live=True)
            .defer("body", "goals", "spearheads")
            .order_by("title")
        ),
        empty_label=_("All"),
        method="leave_to_the_rows",
    )

    class Meta:
        model = PlanPage
        fields: list[str] = []

    def leave_to_the_rows(
        self, queryset: QuerySet[PlanPage], name: str, value: PlanPage
    ) -> QuerySet[PlanPage]:
        """Keep the plan asked for, whichever language it was chosen in."""
        return queryset.filter(translation_key=value.translation_key)


class SilentActionsView(ReportView):
    """Every action nothing was told of for long, of the plans that the editor keeps."""

    model = PlanPage
    any_permission_required = KEEPING
    page_title = _("Actions without news")
    header_icon = "tasks"
    template_name = "plans/admin/silent.html"
    results_template_name = "plans/admin/silent_results.html"
    index_url_name = "silent_actions"
    index_results_url_name = "silent_actions_results"
    filterset_class = SilentFilterSet
    verbose_name_plural = _("actions")
    context_object_name = "rows"
    default_ordering = None
    list_export = ("plan", "number", "title", "state", "since", "days", "contact", "reminded")
    export_headings = {
        "plan": _("Plan"),
        "number": pgettext_lazy("of an action", "Number"),
        "title": pgettext_lazy("of a plan", "Action"),
        "state": _("State"),
        "since": _("Without news since"),
        "days": _("Days"),
        "contact": _("Contact person"),
        "reminded": _("Reminded on"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in those who keep pages."""
        if not may_see(request.user):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_filename(self) -> str:
        """Return the name of the spreadsheet, with its day."""
        return f"actions-{timezone.localdate().isoformat()}"

    def get_base_queryset(self) -> QuerySet[PlanPage]:
        """Return the plans the editor keeps."""
        return plans_kept_by(self.request.user).defer("body", "goals", "spearheads")

    @cached_property
    def rows(self) -> list[SilentAction]:
        """Return the rows that were asked for, the longest silence first."""
        return silent_actions(self.filter_queryset(self.get_base_queryset()))

    def get_filtered_queryset(self) -> list[SilentAction]:
        """Return the rows in the place of a queryset; they are paged and exported alike."""
        return self.rows

    def get_table(self, object_list: Iterable[SilentAction]) -> Any:
        """Return an empty table: the template writes the rows itself."""
        return super().get_table([])

    def to_row_dict(self, item: SilentAction) -> dict[str, Any]:
        """Return the cells of a row as words, days and numbers, none of them a formula."""
        reminded = timezone.localtime(item.reminded_at).date() if item.reminded_at else None
        return {
            "plan": safe_cell(item.plan.title),
            "number": item.number,
            "title": safe_cell(item.title),
            "state": item.state_label,
            "since": item.since,
            "days": item.days,
            "contact": safe_cell(item.contact.name) if item.contact else "",
            "reminded": reminded or "",
        }

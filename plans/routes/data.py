"""Addresses of the open data and the feed of a plan, and of the open data of the list of plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.routable_page.models import path

from plans.data.answers import csv_answer, json_answer, open_data, preflight

if TYPE_CHECKING:
    from plans.models import PlanIndexPage, PlanPage


class OpenData:
    """Answers the browsers of other sites that ask whether they may read."""

    def handle_options_request(
        self, request: HttpRequest, args: Sequence[Any] = (), kwargs: Any = None
    ) -> HttpResponseBase:
        """Say of open data that every origin may read it; of all else what every page says."""
        if args and getattr(args[0], "is_open_data", False):
            return preflight()
        found: HttpResponseBase = super().handle_options_request(request)  # type: ignore[misc]
        return found


class DataRoutes(OpenData):
    """Gives a plan the addresses of its open data and of the feed of its changes."""

    @path("plan.json/", name="data_json")
    @open_data
    def data_json(self, request: HttpRequest) -> HttpResponseBase:
        """Serve all that is told of the plan, the history of its actions among it."""
        from plans.data.plan import plan_data

        return json_answer(plan_data(cast("PlanPage", self), request), request)

    @path("plan.csv/", name="data_csv")
    @open_data
    def data_csv(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the actions of the plan as a table."""
        from plans.data import rows
        from plans.data.plan import plan_data

        page = cast("PlanPage", self)
        header, table = rows.header(rows.ACTION_COLUMNS), rows.action_rows
        return csv_answer(header, table(plan_data(page, request)), f"{page.slug}.csv", request)

    @path("history.csv/", name="history_csv")
    @open_data
    def history_csv(self, request: HttpRequest) -> HttpResponseBase:
        """Serve what was told of the actions of the plan as a table."""
        from plans.data import rows
        from plans.data.plan import plan_data

        page = cast("PlanPage", self)
        header, table = rows.header(rows.HISTORY_COLUMNS), rows.history_rows
        name = f"{page.slug}-history.csv"
        return csv_answer(header, table(plan_data(page, request)), name, request)

    @path("changes.xml/", name="changes_atom")
    def changes_atom(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the Atom feed of what was told of the plan."""
        from plans.feeds import changes_atom

        return changes_atom(cast("PlanPage", self), request)


class ListDataRoutes(OpenData):
    """Gives the list of plans the addresses of its open data."""

    @path("plans.json/", name="data_json")
    @open_data
    def data_json(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the public plans of the language."""
        from plans.data.listing import list_data

        return json_answer(list_data(cast("PlanIndexPage", self), request), request)

    @path("plans.csv/", name="data_csv")
    @open_data
    def data_csv(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the public plans of the language as a table."""
        from plans.data import rows
        from plans.data.listing import list_data

        data = list_data(cast("PlanIndexPage", self), request)
        table = (rows.row(rows.PLAN_COLUMNS, plan) for plan in data["plans"])
        return csv_answer(rows.header(rows.PLAN_COLUMNS), table, "plans.csv", request)

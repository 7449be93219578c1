"""The address of the PDF of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.http import HttpRequest, HttpResponseBase
from wagtail.contrib.routable_page.models import path

if TYPE_CHECKING:
    from plans.models import PlanPage


class PdfRoutes:
    """Gives a plan the address of its PDF."""

    @path("plan.pdf/", name="pdf")
    def pdf(self, request: HttpRequest) -> HttpResponseBase:
        """Serve the plan as a tagged PDF in the page's language; made now, if it has changed."""
        from plans.pdf.answers import pdf_answer

        return pdf_answer(cast("PlanPage", self), request)

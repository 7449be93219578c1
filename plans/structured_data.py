"""What machines are told of a plan (schema.org): a report for a time, an area and under a law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.languages import in_code
from core.structured_data import said, web_page
from core.untranslated import foreign_titles

if TYPE_CHECKING:
    from wagtail.models import Page

    from plans.models import PlanPage


def plan_data(page: PlanPage, request: HttpRequest) -> dict[str, Any]:
    """Return a plan as a schema.org Report.

    That a plan is replaced cannot be said with ``supersededBy``, which is for terms of a vocabulary:
    its state is its ``creativeWorkStatus``, the newer plan is what is based on it.
    """
    data = web_page(page, request)
    end = page.ends_on.isoformat() if page.ends_on else ".."
    data["temporalCoverage"] = f"{page.starts_on.isoformat()}/{end}"
    data["creativeWorkStatus"] = str(page.state)
    if page.case_number:
        data["reportNumber"] = page.case_number
    if page.legal_basis:
        law = in_code(page.legal_basis, page.lang_of("legal_basis"))
        data["citation"] = {"@type": "Legislation", "name": said(law, page.html_lang)}
    if page.shown_unit is not None:
        unit = {"@type": "GovernmentOrganization", "name": page.shown_unit.name}
        data["maintainer"] = {**unit, "url": page.shown_unit.url} if page.shown_unit.url else unit
    if page.shown_funder is not None:
        data["funder"] = {"@type": "Organization", "name": page.shown_funder.name}
    older, newer = page.relatives(request)
    if older:
        data["isBasedOn"] = _reference(older[0], page, request)
    if newer is not None:
        data["@reverse"] = {"isBasedOn": _reference(newer, page, request)}
    return data


def _reference(other: Page, page: PlanPage, request: HttpRequest) -> dict[str, Any]:
    href = other.get_full_url(request)
    code = foreign_titles().get(other.pk) or str(other.locale.language_code)
    name = said(in_code(other.title, code), page.html_lang)
    return {"@type": "Report", "@id": href, "url": href, "name": name}

"""What is told of one plan: facts as codes, numbers and ISO 8601, texts in the language of the page.

No persons: who is to be asked stands on the page, not in the data. Ids are the same for ever and in all
languages: a plan's is its translation key, a goal's and an action's that of its block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from core.identity import identity_of
from core.languages import hreflang, html_lang
from core.models import Attachment, BasePage, foreign_lang, in_language
from core.untranslated import foreign_titles
from people.models import Organisation
from plans.data import LICENCE, VERSION
from plans.models import PlanPage, RegionalPlanPage
from plans.outline import ORDER, Action, Goal, Tally, Told
from plans.relatives import facts_changed_at, relatives_of
from plans.rich_text import Links, plain, safe_address, source_of, tree_of

Data = dict[str, Any]
#: The beginning of a sentence that is still in the language it was written in (``translations.saving``).
FOREIGN = re.compile(r'<span [^>]*\bclass="foreign"[^>]*>')


def plan_data(page: PlanPage, request: HttpRequest) -> Data:
    """Return all that is told of ``page``, at a constant number of queries."""
    outline, relatives = page.outline, relatives_of(page)
    is_regional = isinstance(page, RegionalPlanPage)
    address = page.get_full_url(request)
    return {
        **about(page, request),
        "api_version": VERSION,
        "schema": request.build_absolute_uri(reverse("plans_openapi")),
        "licence": LICENCE,
        "publisher": publisher(page, request),
        "changed_at": moment(facts_changed_at(page, relatives.versions)),
        "versions": [version(each, request) for each in relatives.versions],
        "adopted": _adopted(page),
        "comments_until": page.comments_until,
        "comments_url": page.comments_url,
        "legal_basis": text(page, "legal_basis"),
        "responsible_unit": body(page.shown_unit, page),
        "strategy": text(page, "strategy"),
        "strategy_url": page.strategy_url,
        "replaces": beside(relatives.previous, request),
        "replaced_by": beside(relatives.following, request),
        "programme": _programme(page, request) if is_regional else None,
        "area": _area(page),
        "funding": _funding(page),
        "funder": _funder(page),
        "progress": progress(outline.tally),
        "spearheads": [
            {
                "id": str(block.id),
                "title": block.value["title"],
                "text": words(block.value["text"]),
                "language": html_lang(page.lang_of(f"spearheads.{block.id}.title")),
                "text_language": language_of(
                    block.value["text"], html_lang(page.lang_of(f"spearheads.{block.id}.text"))
                ),
            }
            for block in page.spearheads
        ],
        "goals": [_goal(goal, page, address) for goal in outline.goals],
        "actions": [_action(action, page, address) for action in outline.actions],
        "workshops": [_workshop(each, request) for each in page.shown_workshops],
        "documents": [
            file(link.document, request) for link in page.documents.select_related("document").all()
        ],
        "reports": _reports(page, request),
    }


def about(page: PlanPage, request: HttpRequest) -> Data:
    """Return what is told of a plan wherever it is named: in its own data and in the list."""
    address = page.get_full_url(request)
    return {
        "id": str(page.translation_key),
        "type": "regional_plan" if is_regional(page) else "plan",
        "language": hreflang(page.language_code),
        "url": address,
        "json": f"{address}plan.json",
        "csv": f"{address}plan.csv",
        "history_csv": f"{address}history.csv",
        "pdf": f"{address}plan.pdf",
        "feed": f"{address}changes.xml",
        "title": text(page, "title"),
        "summary": text(page, "lead"),
        "kind": page.kind,
        "stage": page.stage,
        "state": page.state.value,
        "starts_on": page.starts_on,
        "ends_on": page.ends_on,
        "published_at": moment(page.first_published_at),
    }


def is_regional(page: PlanPage) -> bool:
    """Tell whether ``page`` is a regional plan, also where it was read as a plan."""
    return isinstance(page, RegionalPlanPage) or page.specific_class is RegionalPlanPage


def text(page: PlanPage, name: str) -> Data | None:
    """Return a text of the page with the language it is in, or None for an empty one."""
    value = getattr(page, name)
    return {"text": value, "language": html_lang(page.lang_of(name))} if value else None


def words(rich_text: Any) -> str:
    """Return the words of a rich text, a line for each paragraph and point."""
    return plain(tree_of(rich_text, Links()))


def language_of(rich_text: Any, lang: str) -> str:
    """Return the language of a rich text in ``lang``: ``mul`` (ISO 639-2) where sentences are in another."""
    is_mixed = any(f'lang="{lang}"' not in mark for mark in FOREIGN.findall(source_of(rich_text)))
    return "mul" if is_mixed else lang


def moment(value: datetime | None) -> str | None:
    """Return a moment in the time of the site, with its offset, to the second."""
    if value is None:
        return None
    there = timezone.localtime(value, timezone.get_default_timezone())
    return there.isoformat(timespec="seconds")


def number(value: Decimal | None) -> int | float | None:
    """Return a number of JSON; a whole one without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def publisher(page: BasePage, request: HttpRequest) -> str:
    """Return who publishes the data: whom the licence asks to name."""
    identity = identity_of(Site.find_for_request(request))
    texts = identity.texts_in(page.language_code)
    return identity.settings.publisher_name or (texts.site_name if texts else request.get_host())


def version(page: Page, request: HttpRequest) -> Data:
    """Return where a language version is read, and where its data is."""
    address = page.get_full_url(request)
    return {
        "language": hreflang(page.locale.language_code),
        "url": address,
        "json": f"{address}plan.json",
    }


def beside(page: Page | None, request: HttpRequest) -> Data | None:
    """Return a plan beside this one: enough to find it."""
    if page is None:
        return None
    code = foreign_titles().get(page.pk) or page.locale.language_code
    return {
        "id": str(page.translation_key),
        "title": page.title,
        "title_language": html_lang(code),
        "language": hreflang(page.locale.language_code),
        "url": page.get_full_url(request),
    }


def body(organisation: Organisation | None, page: PlanPage) -> Data | None:
    """Return a body: its name in the page's language, or in whichever it has one."""
    if organisation is None:
        return None
    return {
        "id": str(organisation.translation_key),
        "name": organisation.name,
        "language": foreign_lang(organisation, page.locale) or page.html_lang,
        "url": organisation.url,
    }


def progress(tally: Tally) -> Data:
    """Return how many actions there are, and how many in each state."""
    counts = {state.value: tally.counts.get(state, 0) for state in ORDER}
    return {"actions": tally.total, "by_state": counts}


def file(document: Attachment, request: HttpRequest) -> Data:
    """Return a file to download."""
    return {
        "title": document.title,
        "url": safe_address(document.url, request.build_absolute_uri("/").rstrip("/")),
        "type": document.file_extension,
        "bytes": document.get_file_size(),
        "language": document.language,
    }


def _adopted(page: PlanPage) -> Data:
    return {
        "by": text(page, "adopted_by"),
        "on": page.adopted_on,
        "section": page.section,
        "case_number": page.case_number,
        "decision_url": page.decision_url,
    }


def _programme(page: PlanPage, request: HttpRequest) -> Data | None:
    programme = page.outline.programme
    return beside(programme, request) if programme is not None and programme.live else None


def _area(page: PlanPage) -> Data | None:
    if not isinstance(page, RegionalPlanPage) or page.area is None:
        return None
    (area,) = in_language([page.area], page.locale)
    lang = foreign_lang(area, page.locale) or page.html_lang
    return {"code": area.code, "kind": area.kind, "name": area.name, "language": lang}


def _funding(page: PlanPage) -> Data | None:
    if not isinstance(page, RegionalPlanPage):
        return None
    if page.funding_from is None and page.funding_to is None:
        return None
    return {"from": page.funding_from, "to": page.funding_to, "currency": "EUR"}


def _funder(page: PlanPage) -> Data | None:
    funder = page.shown_funder
    if funder is None:
        return None
    return {
        "name": funder.name,
        "statement": funder.statement,
        "disclaimer": funder.disclaimer,
        "grant_number": funder.grant_number,
        "language": foreign_lang(funder, page.locale) or page.html_lang,
    }


def _goal(goal: Goal, page: PlanPage, address: str) -> Data:
    return {
        "id": str(goal.id),
        "number": goal.number,
        "title": goal.title,
        "text": words(goal.text),
        "language": goal.lang or page.html_lang,
        "text_language": language_of(goal.text, goal.text_lang or page.html_lang),
        "url": f"{address}#{goal.anchor}",
        "progress": progress(goal.tally),
        "actions": [_action(action, page, address) for action in goal.actions],
    }


def _action(action: Action, page: PlanPage, address: str) -> Data:
    return {
        "id": str(action.id),
        "number": action.number,
        "title": action.title,
        "text": words(action.text),
        "language": action.lang or page.html_lang,
        "text_language": language_of(action.text, action.text_lang or page.html_lang),
        "url": f"{address}#{action.anchor}",
        "responsible": body(action.responsible, page),
        "starts_on": action.starts_on,
        "ends_on": action.ends_on,
        "measure": action.measure,
        "measure_language": action.measure_lang or page.html_lang,
        "baseline": number(action.baseline),
        "target": number(action.target),
        "state": action.state.value,
        "history": [_told(told, page) for told in action.history],
    }


def _told(told: Told, page: PlanPage) -> Data:
    note = {"text": told.note, "language": told.note_lang or page.html_lang} if told.note else None
    return {
        "date": told.reported_on,
        "state": told.state.value,
        "value": number(told.value),
        "note": note,
    }


def _workshop(shown: Any, request: HttpRequest) -> Data:
    row = shown.row
    spoken = [code.strip() for code in row.language.split(",") if code.strip()]
    return {
        "id": str(row.translation_key),
        "plan_id": str(shown.plan.translation_key),
        "title": row.title,
        "language": shown.lang_of("title"),
        "url": f"{shown.plan.get_full_url(request)}#{row.anchor}",
        "starts_at": moment(row.starts_at),
        "ends_at": moment(row.ends_at),
        "town": row.town,
        "venue": row.venue,
        "is_online": bool(row.online_url),
        "audience": row.audience,
        "spoken_languages": spoken,
        "sign_up_url": row.sign_up_url,
        "sign_up_until": moment(row.sign_up_until),
        "is_cancelled": row.is_cancelled,
    }


def _reports(page: PlanPage, request: HttpRequest) -> Iterable[Data]:
    rows = page.reports.select_related("document").order_by("-reported_on", "pk")
    return [
        {
            "id": str(row.translation_key),
            "kind": row.kind,
            "date": row.reported_on,
            "summary": row.summary,
            "language": html_lang(page.lang_of(f"reports.{row.translation_key}.summary")),
            "document": file(row.document, request) if row.document else None,
        }
        for row in rows
    ]

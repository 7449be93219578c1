"""The Atom feed of a plan: what was told of its actions and of the whole plan, by date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from wagtail.models import Page, Site

from core.feeds import LocalisedAtomFeed, writable
from core.freshness import LONGEST, start_of
from core.identity import identity_of
from core.languages import html_lang, say_in
from core.models import foreign_lang
from core.registry import Feeds, register_feeds
from plans.models import FollowUpReport, PlanPage, ProgressReport
from plans.outline import Action, Told
from plans.wording import said

#: Entries of a feed at most.
ITEMS = 50


@dataclass(frozen=True)
class Entry:
    """One thing that was told on one day: a title and a summary, each in a language (BCP 47)."""

    key: UUID
    day: date
    updated: datetime
    title: str
    title_lang: str
    summary: str
    summary_lang: str
    href: str
    categories: tuple[str, ...] = ()


class PlanFeed(LocalisedAtomFeed):
    """A feed that was last changed when the plan was published, as long as nothing was told."""

    def latest_post_date(self) -> datetime:
        """Return when the newest entry was written; never the present moment."""
        moments = [item["updateddate"] for item in self.items]
        found: datetime = max(moments, default=self.feed["published"])
        return found


def changes_atom(page: PlanPage, request: HttpRequest) -> HttpResponseBase:
    """Return the feed of ``page``, in its language."""
    code, lang = page.language_code, page.html_lang
    funder = page.shown_funder
    statement = funder.statement if funder else ""
    statement_lang = (foreign_lang(funder, page.locale) or lang) if funder else lang
    title, lead_is_ours = say_in(code, "Changes"), page.lang_of("lead") == code
    is_ours = title.lang == lang and page.lang_of("title") == code
    parts = [page.lead if lead_is_ours else "", statement if statement_lang == lang else ""]
    feed = PlanFeed(
        title=writable(f"{page.title}: {title.lower()}" if is_ours else page.title),
        link=page.get_full_url(request),
        description="",
        subtitle=writable(" ".join(part for part in parts if part)),
        language=lang,
        title_lang=lang if is_ours else page.title_text.lang,
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=_urn(page, "changes"),
        author_name=writable(_publisher(page, request)),
        published=page.last_published_at or page.first_published_at or start_of(page.starts_on),
        rights=writable(statement),
        rights_lang=statement_lang,
    )
    for entry in newest(page, request):
        feed.add_item(
            title=writable(entry.title),
            link=entry.href,
            description=writable(entry.summary),
            unique_id=f"urn:uuid:{entry.key}",
            pubdate=start_of(entry.day),
            updateddate=entry.updated,
            categories=[writable(each) for each in entry.categories],
            title_lang=entry.title_lang,
            lead_lang=entry.summary_lang,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return _answer(page, request, response)


def newest(page: PlanPage, request: HttpRequest) -> list[Entry]:
    """Return the newest entries, those of one day in the order they were written."""
    entries = [*_of_actions(page, request), *_of_reports(page, request)]
    entries.sort(key=lambda entry: (entry.day, entry.updated, entry.key), reverse=True)
    return entries[:ITEMS]


def _of_actions(page: PlanPage, request: HttpRequest) -> Iterator[Entry]:
    """Yield what was told of actions that the plan still has; one query beside the outline's."""
    reports: dict[UUID, list[ProgressReport]] = {}
    for report in ProgressReport.objects.filter(plan_key=page.translation_key):
        reports.setdefault(report.action_id, []).append(report)
    address = page.get_full_url(request)
    for action in page.outline:
        # Both are in the order of the model: newest first.
        for told, report in zip(action.history, reports.get(action.id, ()), strict=False):
            title, title_lang, summary, summary_lang = composed(action, told, page)
            yield Entry(
                uuid5(page.translation_key, f"progress {report.pk} {page.language_code}"),
                told.reported_on,
                report.made_at,
                title,
                title_lang,
                summary,
                summary_lang,
                f"{address}#{action.anchor}",
                (told.state.value,),
            )


def composed(action: Action, told: Told, page: PlanPage) -> tuple[str, str, str, str]:
    """Return title and summary of an entry, each with the one language it is in.

    The state stands in the title, or in the summary where the title is in another language than the
    words for states are; where neither can hold it, it is the entry's category still.
    """
    label = said(told.label, page.language_code)
    title, title_lang = f"{action.number} {action.title}", action.lang or page.html_lang
    fits = label.lang == title_lang
    if fits:
        title = f"{title}: {label.lower()}"
    if not told.note:
        return title, title_lang, str(label), label.lang
    note_lang = told.note_lang or page.html_lang
    note = told.note if fits or label.lang != note_lang else f"{label}. {told.note}"
    return title, title_lang, note, note_lang


def _of_reports(page: PlanPage, request: HttpRequest) -> Iterator[Entry]:
    base = request.build_absolute_uri("/").rstrip("/")
    for row in page.reports.select_related("document").order_by("-reported_on", "pk"):
        kind = said(FollowUpReport.Kind(row.kind).label, page.language_code)
        lang = html_lang(page.lang_of(f"reports.{row.translation_key}.summary"))
        address = page.get_full_url(request)
        yield Entry(
            uuid5(page.translation_key, f"report {row.translation_key} {page.language_code}"),
            row.reported_on,
            start_of(row.reported_on),
            f"{kind} {row.reported_on.year}",
            kind.lang,
            row.summary or str(kind),
            lang if row.summary else kind.lang,
            f"{base}{row.document.url}" if row.document else address,
            (row.kind,),
        )


def _urn(page: PlanPage, name: str) -> str:
    return f"urn:uuid:{uuid5(page.translation_key, f'{name} {page.language_code}')}"


def _publisher(page: PlanPage, request: HttpRequest) -> str:
    identity = identity_of(Site.find_for_request(request))
    texts = identity.texts_in(page.language_code)
    return texts.site_name if texts else identity.settings.publisher_name or request.get_host()


def _answer(page: PlanPage, request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Let everybody keep and read the feed, unless its plan is not for everybody."""
    if page.get_view_restrictions():
        response["Cache-Control"] = "private, no-store"
        return response
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    response["Access-Control-Allow-Origin"] = "*"
    answer: HttpResponseBase = (
        get_conditional_response(request, etag=response["ETag"], response=response) or response
    )
    return answer


@register_feeds
def announced(request: HttpRequest, page: Page) -> Feeds:
    """Announce the feed of a plan on its page."""
    if not isinstance(page, PlanPage) or page.pk is None:
        return []
    return [("application/atom+xml", page.title_text, f"{page.get_url(request)}changes.xml")]

"""The calendars of the site: of one workshop, of a plan, of all plans; and how they are sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date
from wagtail.models import Page, Site

from core import languages
from core.freshness import LONGEST
from core.identity import identity_of
from core.models import BasePage
from core.registry import Feeds, register_feeds
from plans.models import PlanPage, WorkshopIndexPage
from plans.workshops import wording
from plans.workshops.ical import Entry, Text, calendar_bytes
from plans.workshops.sequences import sequences_of
from plans.workshops.shown import ShownWorkshop, ShownWorkshops, in_order

if TYPE_CHECKING:
    from plans.models import WorkshopSequence

#: How long a past workshop stays in the calendars of plans.
KEPT_FOR = timedelta(days=90)
MEDIA_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Links:
    """Where a calendar is: to be fetched once, and to be subscribed to."""

    href: str
    subscription: str

    @classmethod
    def of(cls, page: BasePage, request: HttpRequest) -> Links | None:
        """Return where the calendar of ``page`` is; None for a page that has no address yet."""
        href, full = page.get_url(request), page.get_full_url(request)
        if not href:
            return None
        return cls(f"{href}workshops.ics", f"webcal:{full.partition(':')[2]}workshops.ics")


def calendar_of_plan(page: PlanPage, request: HttpRequest) -> HttpResponseBase:
    """Return the calendar of a plan, for a programme with the workshops of its regional plans."""
    workshops = page.shown_workshops
    return _answer(page, request, _recent(workshops), page.slug, workshops.now)


def calendar_of_all(page: WorkshopIndexPage, request: HttpRequest) -> HttpResponseBase:
    """Return the calendar of all workshops in the language of ``page``."""
    return _answer(page, request, _recent(page.workshops), page.slug, page.workshops.now)


def calendar_of_one(page: PlanPage, request: HttpRequest, mark: str) -> HttpResponseBase:
    """Return the calendar of the plan's own workshop with ``mark``, past or not.

    Raises Http404 where the plan has no such workshop.
    """
    now = timezone.now()
    own = (
        ShownWorkshop(row, page, now)
        for row in page.workshops.all()
        if row.translation_key.hex.startswith(mark)
    )
    found = next(own, None)
    if found is None:
        raise Http404("no such workshop")
    return _answer(page, request, [found], f"{page.slug}-{mark}", now)


def _recent(workshops: ShownWorkshops) -> list[ShownWorkshop]:
    """Return those to come and those not long past, in the order of time."""
    since = workshops.now - KEPT_FOR
    recent = [one for one in workshops if one.times.ends_at > since]
    return sorted(recent, key=in_order)


def _answer(
    page: BasePage,
    request: HttpRequest,
    workshops: list[ShownWorkshop],
    name: str,
    now: datetime,
) -> HttpResponseBase:
    """Send ``workshops``; whoever has them already is told so by the ETag alone.

    A workshop that is taken away leaves no later date behind, so ``Last-Modified`` is told, and not
    asked.
    """
    keys = [one.row.translation_key for one in workshops]
    sequences = sequences_of(keys, page.language_code)
    entries = [entry_of(one, sequences.get(one.row.translation_key), request) for one in workshops]
    href = page.get_full_url(request)
    content = calendar_bytes(_name(page, request), entries, href)
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.ics")
    moments = [page.last_published_at, *(entry.changed_at for entry in entries)]
    moments += [one.times.ends_at for one in workshops if one.is_past]
    told = [moment for moment in moments if moment is not None and moment <= now]
    if told:
        response["Last-Modified"] = http_date(max(told).timestamp())
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["ETag"] = etag
    restricted = bool(page.get_view_restrictions())
    response["Cache-Control"] = "private, no-store" if restricted else f"public, max-age={LONGEST}"
    answer: HttpResponseBase = get_conditional_response(request, etag, None, response) or response
    return answer


def _name(page: BasePage, request: HttpRequest) -> Text:
    """Return the name of a calendar among those a reader keeps: that of all says whose it is."""
    lang = languages.html_lang(page.lang_of("title"))
    texts = identity_of(Site.find_for_request(request)).texts_in(page.language_code)
    if texts is None or isinstance(page, PlanPage):
        return Text(page.title, lang)
    is_own = texts.locale_id == page.locale_id
    return Text(f"{texts.site_name} – {page.title}", lang if is_own else "")


def entry_of(
    workshop: ShownWorkshop, sequence: WorkshopSequence | None, request: HttpRequest
) -> Entry:
    """Return what a calendar says of ``workshop``, in the language it is shown in."""
    row, plan, code = workshop.row, workshop.plan, workshop.code
    title, lang = row.title, workshop.lang_of("title")
    if row.is_cancelled and lang == languages.html_lang(code):
        title = wording.cancelled_title(title, code)
    changed = sequence.changed_at if sequence is not None else plan.last_published_at
    return Entry(
        uid=str(row.translation_key),
        sequence=sequence.sequence if sequence is not None else 0,
        changed_at=changed or workshop.times.starts_at,
        starts_at=workshop.times.starts_at,
        ends_at=workshop.times.ends_at,
        title=Text(title, lang),
        description=_description(workshop),
        location=_location(workshop),
        url=f"{plan.get_full_url(request)}#{row.anchor}",
        is_cancelled=row.is_cancelled,
    )


def _description(workshop: ShownWorkshop) -> Text:
    row, code = workshop.row, workshop.code
    lines = []
    lang = workshop.lang_of("audience")
    if row.audience:
        is_own = lang == languages.html_lang(code)
        lines.append(wording.audience_line(row.audience, code) if is_own else row.audience)
    if row.codes:
        lines.append(wording.languages_line(row.codes, code))
    if workshop.times.signs_up and not row.is_cancelled and not workshop.is_past:
        lines.append(wording.sign_up_line(row.sign_up_url, workshop.closes, code))
    if workshop.online_url:
        lines.append(wording.online_line(workshop.online_url, code))
    is_mixed = bool(row.audience) and lang != languages.html_lang(code) and len(lines) > 1
    if not row.audience:
        lang = languages.html_lang(code)
    return Text("\n".join(lines), "" if is_mixed else lang)


def _location(workshop: ShownWorkshop) -> Text:
    row = workshop.row
    parts = [(name, text) for name in ("venue", "town") if (text := getattr(row, name).strip())]
    if len(parts) == 2 and row.town.casefold() in row.venue.casefold():
        parts = parts[:1]
    if not parts:
        return Text(workshop.online_url)
    langs = {workshop.lang_of(name) for name, _text in parts}
    return Text(", ".join(text for _name, text in parts), langs.pop() if len(langs) == 1 else "")


@register_feeds
def announced(request: HttpRequest, page: Page) -> Feeds:
    """Announce the calendar of the workshops on their list, and on a plan that has any; no query."""
    shows = isinstance(page, WorkshopIndexPage) or (
        isinstance(page, PlanPage) and bool(_shown_on(page))
    )
    if not shows:
        return []
    return [("text/calendar", page.title_text, f"{page.get_url(request)}workshops.ics")]


def _shown_on(page: Any) -> Any:
    return page.__dict__.get("shown_workshops", ())

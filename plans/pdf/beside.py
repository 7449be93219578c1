"""The chapters after the goals: workshops, reports, files, people, and who pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.languages import KNOWN, UiText, direction, endonym, html_lang, say_in
from core.models import foreign_lang
from plans.models import FollowUpReport
from plans.pdf.body import contact, documents
from plans.pdf.pictures import EMBLEM_HEIGHT, MARK
from plans.pdf.pieces import capital, terms
from plans.rich_text import Node, paragraph

if TYPE_CHECKING:
    from plans.pdf.document import Reading
    from plans.workshops.shown import ShownWorkshop


def workshops(reading: Reading) -> list[Node]:
    """Return the workshops to come, with when, where, for whom, and how to sign up."""
    page, pen = reading.page, reading.pen
    blocks: list[Node] = []
    for shown in page.shown_workshops.upcoming:
        blocks.append(pen.h(2, pen.t(shown.row.title, shown.lang_of("title"))))
        blocks += _workshop(reading, shown)
    heading = pen.h(1, pen.t(say_in(page.language_code, "Workshops to come")))
    return [heading, *blocks] if blocks else []


def _workshop(reading: Reading, shown: ShownWorkshop) -> list[Node]:
    row, pen, code = shown.row, reading.pen, reading.pen.code
    first, last = pen.date(row.starts_at), pen.date(row.ends_at)
    until = pen.clock(row.ends_at) if first == last else f"{last} {pen.clock(row.ends_at)}"

    def said(name: str) -> Node:
        return pen.t(getattr(row, name), shown.lang_of(name))

    where = [said(name) for name in ("venue", "town") if getattr(row, name)]
    spoken: list[Node] = []
    for each in (each.strip() for each in row.language.split(",")):
        if each in KNOWN:
            spoken += [pen.t(", ")] if spoken else []
            spoken.append(pen.t(endonym(each), html_lang(each)))
    online, sign_up = shown.online_url, "" if row.is_cancelled else row.sign_up_url
    until_when = row.sign_up_until
    by = f"{pen.date(until_when)} {pen.clock(until_when)}" if until_when else ""
    times = pen.t(f"{first} {pen.clock(row.starts_at)} – {until}")
    area = shown.area if shown.plan.pk != reading.page.pk else None
    lang = foreign_lang(area, reading.page.locale)
    place = [where[0], pen.t(", "), where[1]] if len(where) == 2 else where
    facts: list[tuple[UiText, list[Node]]] = [
        (say_in(code, "Area of the plan"), [pen.t(area.name, lang)] if area else []),
        (say_in(code, "Time of the workshop"), [times]),
        (say_in(code, "Place of the workshop"), place),
        (say_in(code, "Link to join"), [pen.a(online, pen.code_text(online))] if online else []),
        (say_in(code, "Meant for"), [said("audience")] if row.audience else []),
        (say_in(code, "Languages of the workshop"), spoken),
        (say_in(code, "Sign-up"), [pen.a(sign_up, pen.code_text(sign_up))] if sign_up else []),
        (say_in(code, "Sign up until"), [pen.t(by)] if by else []),
    ]
    told = pen.t(say_in(code, "The workshop is cancelled."), bold=True)
    cancelled = [pen.p(told)] if row.is_cancelled else []
    return [*cancelled, *terms(([pen.t(name)], [pen.p(*c)] if c else []) for name, c in facts)]


def reports(reading: Reading) -> list[Node]:
    """Return what was told of the whole plan, newest first."""
    page, pen = reading.page, reading.pen
    rows = page.reports.select_related("document").order_by("-reported_on", "pk")
    blocks: list[Node] = []
    for row in rows:
        lang = html_lang(page.lang_of(f"reports.{row.translation_key}.summary"))
        kind = capital(pen.label(FollowUpReport.Kind(row.kind).label))
        blocks.append(pen.h(2, pen.t(kind), pen.t(f" {pen.date(row.reported_on)}")))
        blocks += pen.inside(lang, paragraph(row.summary))
        blocks += documents(pen, [row.document], reading.base)
    heading = pen.h(1, pen.t(say_in(page.language_code, "Follow-up reports")))
    return [heading, *blocks] if blocks else []


def files(reading: Reading) -> list[Node]:
    """Return the documents of the plan."""
    page, pen = reading.page, reading.pen
    rows = page.documents.select_related("document").order_by("sort_order", "pk")
    blocks = documents(pen, [row.document for row in rows], reading.base)
    heading = pen.h(1, pen.t(say_in(page.language_code, "Documents of the plan")))
    return [heading, *blocks] if blocks else []


def contacts(reading: Reading) -> list[Node]:
    """Return whom to ask."""
    pen = reading.pen
    persons = dict.fromkeys(link.person.pk for link in reading.page.contact_links)
    cards = [reading.cards[pk] for pk in persons if pk in reading.cards]
    blocks = [block for card in cards for block in contact(pen, card)]
    heading = pen.h(1, pen.t(say_in(pen.code, "Contact persons")))
    return [heading, *blocks] if blocks else []


def funding(reading: Reading) -> list[Node]:
    """Return who pays, in the words the funder demands, with the emblem beside them."""
    page, pen = reading.page, reading.pen
    funder = page.shown_funder
    if funder is None:
        return []
    lang = foreign_lang(funder, page.locale)
    blocks: list[Node] = []
    src = reading.pictures.name_of(funder.emblem, MARK)
    if src:
        alt = funder.emblem_alt or funder.name
        picture = reading.pictures.node(src, alt, [], EMBLEM_HEIGHT)
        marks = {"lang": lang, "dir": direction(funder.locale.language_code)} if lang else {}
        blocks.append({**picture, **marks})
    said = [pen.p(pen.t(funder.statement, bold=True))]
    said += paragraph(funder.disclaimer)
    blocks += pen.inside(lang, said)
    if funder.grant_number:
        name = pen.t(say_in(pen.code, "Grant number:"))
        blocks.append(pen.p(name, pen.t(f" {funder.grant_number}")))
    return [pen.h(1, pen.t(say_in(pen.code, "Funding"))), *blocks]

"""The chapters of a plan's document, in the order they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from core.languages import UiText, html_lang, say_in
from core.models import foreign_lang
from core.untranslated import foreign_titles
from plans.models import PlanPage, RegionalPlanPage
from plans.outline import Action, Goal, Tally
from plans.pdf.notices import notes
from plans.pdf.pieces import Pen, capital, table, terms
from plans.rich_text import Node, tree_of

if TYPE_CHECKING:
    from plans.pdf.document import Reading

Term = tuple[Sequence[Node], Sequence[Node]]


def kicker(reading: Reading, site_name: str) -> list[Node]:
    """Return what stands above the title: the site, and the kind of plan."""
    pen = reading.pen
    kind = pen.t(capital(pen.label(PlanPage.Kind(reading.page.kind).label)))
    return [pen.name(site_name), pen.t(" · "), kind] if site_name else [kind]


def front(reading: Reading, version: str, address: str) -> list[Node]:
    """Return what stands before the chapters: summary, facts, contents."""
    page, pen = reading.page, reading.pen
    code = page.language_code
    blocks: list[Node] = [{"k": "lead", "c": [reading.field("lead")]}]
    told = [pen.p(pen.t(note)) for note in notes(page)]
    blocks += [{"k": "note", "c": told}] if told else []
    following = reading.relatives.following
    if following is not None:
        text = say_in(code, "A newer plan has replaced this one:")
        link = pen.a(following.full_url or "", _title(reading, following))
        blocks.append({"k": "note", "c": [pen.p(pen.t(text), pen.t(" "), link)]})
    blocks += terms(_facts(reading, version, address))
    return [*blocks, {"k": "contents", "c": [pen.t(say_in(code, "Contents"))]}]


def _facts(reading: Reading, version: str, address: str) -> list[Term]:
    page, pen = reading.page, reading.pen
    code = page.language_code
    period: str | UiText = say_in(code, "from %(date)s on", date=page.starts_on)
    if page.ends_on:
        period = f"{pen.date(page.starts_on)} – {pen.date(page.ends_on)}"
    rows: list[tuple[UiText, list[Node]]] = [
        (say_in(code, "Area of the plan"), _area(reading)),
        (say_in(code, "Programme that it carries out"), _programme(reading)),
        (say_in(code, "Period of the plan"), [pen.t(period)]),
        (say_in(code, "Stage of the plan"), [pen.t(pen.label(PlanPage.Stage(page.stage).label))]),
        (say_in(code, "Adopted by"), _decision(reading)),
        (say_in(code, "Case number"), _linked(pen, page.case_number, page.decision_url)),
        (say_in(code, "Legal basis"), [reading.field("legal_basis")] if page.legal_basis else []),
        (say_in(code, "Responsible unit"), _unit(reading)),
        (say_in(code, "Place in the strategy"), _strategy(reading)),
        (say_in(code, "Plan that this one replaces"), _previous(reading)),
        (say_in(code, "Funding range"), _money(reading)),
        (say_in(code, "This version"), [pen.t(version)] if version else []),
        (
            say_in(code, "Address of the plan"),
            [pen.a(address, pen.code_text(address))] if address else [],
        ),
    ]
    return [([pen.t(name)], [pen.p(*inlines)] if inlines else []) for name, inlines in rows]


def _area(reading: Reading) -> list[Node]:
    from plans.pdf.document import area_of

    name, lang = area_of(reading.page)
    return [reading.pen.t(name, lang)] if name else []


def _programme(reading: Reading) -> list[Node]:
    page = reading.outline.programme
    if page is None or not page.live:
        return []
    lang = html_lang(page.lang_of("title"))
    return [reading.pen.a(page.full_url or "", reading.pen.t(page.title, lang))]


def _decision(reading: Reading) -> list[Node]:
    page, pen = reading.page, reading.pen
    parts: list[Node] = [reading.field("adopted_by")] if page.adopted_by else []
    rest = [pen.date(page.adopted_on)] if page.adopted_on else []
    rest += [f"§ {page.section.strip().removeprefix('§').strip()}"] if page.section.strip() else []
    if rest:
        parts.append(pen.t((", " if parts else "") + ", ".join(rest)))
    if parts and page.decision_url and not page.case_number:
        link = pen.a(page.decision_url, pen.t(say_in(pen.code, "The decision")))
        parts += [pen.t(" · "), link]
    return parts


def _linked(pen: Pen, text: str, href: str) -> list[Node]:
    if not text:
        return []
    return [pen.a(href, pen.t(text))] if href else [pen.t(text)]


def _unit(reading: Reading) -> list[Node]:
    unit = reading.page.shown_unit
    if unit is None:
        return []
    name = reading.pen.t(unit.name, foreign_lang(unit, reading.page.locale))
    return [reading.pen.a(unit.url, name) if unit.url else name]


def _strategy(reading: Reading) -> list[Node]:
    page = reading.page
    if not page.strategy:
        return []
    text = reading.field("strategy")
    return [reading.pen.a(page.strategy_url, text) if page.strategy_url else text]


def _previous(reading: Reading) -> list[Node]:
    page = reading.relatives.previous
    return [reading.pen.a(page.full_url or "", _title(reading, page))] if page is not None else []


def _title(reading: Reading, page: Any) -> Node:
    code = foreign_titles().get(page.pk) or page.locale.language_code
    return reading.pen.t(page.title, html_lang(code))


def _money(reading: Reading) -> list[Node]:
    page, pen = reading.page, reading.pen
    if not isinstance(page, RegionalPlanPage):
        return []
    ends = [pen.number(sum_) for sum_ in (page.funding_from, page.funding_to) if sum_ is not None]
    return [pen.t(f"{'–'.join(dict.fromkeys(ends))} €")] if ends else []


def progress(reading: Reading) -> list[Node]:
    """Return how far the plan is: in words, as a bar, and action by action in a table."""
    page, pen, outline = reading.page, reading.pen, reading.outline
    code, actions = page.language_code, list(outline)
    if not actions:
        return []
    rows = [
        [
            [pen.t(action.number)],
            [pen.t(action.title, action.lang)],
            _body(reading, action),
            [pen.t(pen.date(action.ends_on, "SHORT_DATE_FORMAT"))] if action.ends_on else [],
            [pen.t(pen.label(action.state.label))],
        ]
        for action in actions
    ]
    heads = (
        say_in(code, "No. of the action"),
        say_in(code, "What is done"),
        say_in(code, "Who answers for it"),
        say_in(code, "To be done by"),
        say_in(code, "How far it is"),
    )
    caption = [pen.t(say_in(code, "All actions of the plan"))]
    head = [[pen.t(each)] for each in heads]
    return [
        pen.h(1, pen.t(say_in(code, "How far the plan is"))),
        *_tally(pen, outline.tally),
        table((0, 6, 4, 0, 3), head, rows, caption, first=True),
    ]


def _tally(pen: Pen, tally: Tally) -> list[Node]:
    """Return how many actions are done of how many, and how many are in which state."""
    if not tally.total:
        return []
    text = say_in(
        pen.code, "Actions done: %(done)s of %(total)s.", done=tally.done, total=tally.total
    )
    states = [pen.t(text, bold=True)]
    for place, (state, count) in enumerate(tally.counts.items()):
        states += [pen.t(" " if place == 0 else ", ")]
        states += [pen.t(capital(pen.label(state.label)) if place == 0 else pen.label(state.label))]
        states += [pen.t(f": {pen.number(count)}")]
    parts = [{"state": str(state), "count": count} for state, count in tally.counts.items()]
    return [pen.p(*states, pen.t(".")), {"k": "bar", "parts": parts}]


def _body(reading: Reading, action: Action) -> list[Node]:
    body = action.responsible
    if body is None:
        return []
    return [reading.pen.t(body.name, foreign_lang(body, reading.page.locale))]


def spearheads(reading: Reading) -> list[Node]:
    """Return what the plan puts first."""
    page, pen = reading.page, reading.pen
    blocks: list[Node] = []
    for block in page.spearheads:
        path = f"spearheads.{block.id}"
        title_lang, lang = (html_lang(page.lang_of(f"{path}.{name}")) for name in ("title", "text"))
        blocks.append(pen.h(2, pen.t(block.value["title"], title_lang)))
        blocks += pen.inside(lang, tree_of(block.value["text"], reading.links))
    heading = pen.h(1, pen.t(say_in(page.language_code, "Spearheads of the plan")))
    return [heading, *blocks] if blocks else []


def goals(reading: Reading) -> list[Node]:
    """Return the goals with their actions, and the actions of a regional plan by themselves."""
    page, pen, outline = reading.page, reading.pen, reading.outline
    code, blocks = page.language_code, list[Node]()
    if outline.goals:
        is_regional = isinstance(page, RegionalPlanPage)
        title = (
            say_in(code, "Goals chosen from the programme")
            if is_regional
            else say_in(code, "Goals and actions")
        )
        blocks.append(pen.h(1, pen.t(title)))
        for goal in outline.goals:
            blocks += _goal(reading, goal)
    if outline.actions:
        blocks.append(pen.h(1, pen.t(say_in(code, "Actions in the area"))))
        for action in outline.actions:
            blocks += _action(reading, action, 2)
    return blocks


def _goal(reading: Reading, goal: Goal) -> list[Node]:
    pen = reading.pen
    number = say_in(pen.code, "Goal %(number)s:", number=goal.number)
    blocks = [pen.h(2, pen.t(number), pen.t(" "), pen.t(goal.title, goal.lang))]
    blocks += pen.inside(goal.text_lang, tree_of(goal.text, reading.links))
    blocks += _tally(pen, goal.tally)
    for action in goal.actions:
        blocks += _action(reading, action, 3)
    return blocks


def _action(reading: Reading, action: Action, level: int) -> list[Node]:
    pen, code = reading.pen, reading.pen.code
    begins = [pen.t(pen.date(action.starts_on))] if action.starts_on else []
    ends = [pen.t(pen.date(action.ends_on))] if action.ends_on else []
    rows: list[tuple[UiText, list[Node]]] = [
        (say_in(code, "Who answers for it"), _body(reading, action)),
        (say_in(code, "To begin on"), begins),
        (say_in(code, "To be done by"), ends),
        (say_in(code, "What is counted"), _measure(pen, action)),
    ]
    items: list[Term] = [([pen.t(name)], [pen.p(*c)] if c else []) for name, c in rows]
    items.append(([pen.t(say_in(code, "How far it is"))], _history(pen, action)))
    return [
        pen.h(level, pen.t(f"{action.number} "), pen.t(action.title, action.lang)),
        *pen.inside(action.text_lang, tree_of(action.text, reading.links)),
        *terms(items),
    ]


def _measure(pen: Pen, action: Action) -> list[Node]:
    inlines = [pen.t(action.measure, action.measure_lang)] if action.measure else []
    figures = (
        (say_in(pen.code, "at the start"), action.baseline),
        (say_in(pen.code, "aimed at"), action.target),
    )
    for name, value in figures:
        if value is not None:
            inlines += [pen.t("; " if inlines else ""), pen.t(name)]
            inlines += [pen.t(f" {pen.number(value)}")]
    return inlines


def _history(pen: Pen, action: Action) -> list[Node]:
    """Return what was told of an action, newest first; that it has not begun where nothing was."""
    if not action.history:
        return [pen.p(pen.t(pen.label(action.state.label)))]
    items = []
    for told in action.history:
        inlines = [pen.t(pen.label(told.state.label), bold=True)]
        inlines.append(pen.t(f" ({pen.date(told.reported_on)})"))
        if told.value is not None:
            inlines.append(pen.t(f": {pen.number(told.value)}"))
        inlines += [pen.t(" – "), pen.t(told.note, told.note_lang)] if told.note else []
        items.append([pen.p(*inlines)])
    return [{"k": "ul", "c": items}] if len(items) > 1 else items[0]

"""Sow the plans: the lists, the programme with its regional plans, those of cities; and their progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from home.demo.content.plans import INDEX, PLANS, WORKSHOP_LIST
from home.demo.plan_shape import DemoAction, Plan, TitledText, clock, day_of
from home.demo.shape import key_of, moment
from plans.areas import ensure_areas
from plans.models import (
    Area,
    FollowUpReport,
    PlanContact,
    PlanDocument,
    PlanIndexPage,
    PlanPage,
    ProgressNote,
    ProgressReport,
    RegionalPlanPage,
    Workshop,
    WorkshopIndexPage,
)

if TYPE_CHECKING:
    from home.demo.sowing import Sower

INDEX_KEY, WORKSHOPS_KEY = "plans", "workshops"
KEYS = (INDEX_KEY, WORKSHOPS_KEY, *(plan.key for plan in PLANS))
REMINDERS_TO = "suunnitelmat@example.org"


def originals(sower: Sower) -> None:
    """Make the lists and the plans in the main language, and what was told of them, where missing."""
    first = moment(min(day_of(plan.published) for plan in PLANS))
    if (INDEX_KEY, "fi") not in sower.pages:
        page = _list_in(sower, PlanIndexPage, "fi")
        sower.pages[INDEX_KEY, "fi"] = sower.publish(sower.home, page, first)
    if (WORKSHOPS_KEY, "fi") not in sower.pages:
        index = PlanIndexPage.objects.get(pk=sower.pages[INDEX_KEY, "fi"])
        page = _list_in(sower, WorkshopIndexPage, "fi")
        sower.pages[WORKSHOPS_KEY, "fi"] = sower.publish(index, page, first)
    missing = [plan for plan in PLANS if (plan.key, "fi") not in sower.pages]
    if not missing:
        return
    ensure_areas()
    for plan in missing:
        model: Any = PlanPage if plan.parent else PlanIndexPage
        parent = model.objects.get(pk=sower.pages[plan.parent or INDEX_KEY, "fi"])
        page = _page_in(sower, plan, "fi")
        page.contacts = [
            PlanContact(person=sower.people[key], sort_order=order)
            for order, key in enumerate(plan.contacts)
        ]
        page.documents = [
            PlanDocument(document=sower.files.attachment(name), sort_order=order)
            for order, name in enumerate(plan.documents)
        ]
        sower.pages[plan.key, "fi"] = sower.publish(parent, page, moment(day_of(plan.published)))
        _tell(sower, plan)


def translations(sower: Sower) -> None:
    """Make the other languages of the lists and of the plans, where they are missing."""
    for model, key, texts in (
        (PlanIndexPage, INDEX_KEY, INDEX),
        (WorkshopIndexPage, WORKSHOPS_KEY, WORKSHOP_LIST),
    ):

        def list_in(code: str, model: type[Any] = model) -> Any:
            return _list_in(sower, model, code)

        sower.versions(model, key, texts, list_in)
    for plan in PLANS:

        def page_in(code: str, plan: Plan = plan) -> PlanPage:
            return _page_in(sower, plan, code)

        when = moment(day_of(plan.published))
        sower.versions(_model_of(plan), plan.key, plan.words, page_in, when)


def goal_id(plan: str, number: int) -> str:
    """Return the id of the goal ``number`` (from 1) of ``plan``: the same in all languages."""
    return str(key_of("goal", plan, str(number)))


def action_id(plan: str, goal: int, number: int) -> UUID:
    """Return the id of an action; ``goal`` is 0 for the actions of a regional plan."""
    return key_of("action", plan, str(goal), str(number))


def _model_of(plan: Plan) -> type[PlanPage]:
    return RegionalPlanPage if plan.area else PlanPage


def _list_in(sower: Sower, model: type[Any], code: str) -> Any:
    key, texts = (INDEX_KEY, INDEX) if model is PlanIndexPage else (WORKSHOPS_KEY, WORKSHOP_LIST)
    title, lead = texts[code]
    return model(
        title=title,
        lead=lead,
        show_in_menus=model is PlanIndexPage,
        locale=sower.locales[code],
        translation_key=key_of("page", key),
        owner=sower.editor,
    )


def _page_in(sower: Sower, plan: Plan, code: str) -> PlanPage:
    """Return an unsaved plan with the words of one language; its rows have keys of their own."""
    words = plan.words[code]
    organisations = sower.vocabularies.organisations
    page = _model_of(plan)(
        title=words.title,
        kind=plan.kind,
        stage=plan.stage,
        starts_on=day_of(plan.begins),
        ends_on=day_of(plan.ends) if plan.ends is not None else None,
        lead=words.lead,
        comments_until=day_of(plan.comments_until) if plan.comments_until is not None else None,
        comments_url=plan.comments_url,
        adopted_by=words.adopted_by,
        adopted_on=plan.adopted_on,
        section=plan.section,
        case_number=plan.case_number,
        decision_url=plan.decision_url,
        legal_basis=words.legal_basis,
        responsible_unit=organisations[plan.responsible] if plan.responsible else None,
        strategy=words.strategy,
        strategy_url=plan.strategy_url,
        replaces_id=sower.pk_of(plan.replaces) if plan.replaces else None,
        spearheads=[
            _titled("spearhead", str(key_of("spearhead", plan.key, str(number))), texts[code])
            for number, texts in enumerate(plan.spearheads, start=1)
        ],
        goals=_goals(sower, plan, code),
        body=sower.bodies.of(plan.key, words.body),
        image=sower.pictures.scene(plan.scene) if plan.scene else None,
        image_alt=words.alt,
        funder=sower.vocabularies.funders[plan.funder] if plan.funder else None,
        reminder_email=REMINDERS_TO,
        locale=sower.locales[code],
        translation_key=key_of("page", plan.key),
        owner=sower.editor,
    )
    if isinstance(page, RegionalPlanPage):
        page.area = Area.objects.get(code=plan.area, locale=sower.locales["fi"])
        page.chosen_goals = [goal_id(plan.parent, number) for number in plan.chosen]
        page.actions = [
            _action(sower, "action", action_id(plan.key, 0, number), action, code)
            for number, action in enumerate(plan.actions, start=1)
        ]
        page.funding_from, page.funding_to = plan.funding or (None, None)
    page.workshops = _workshops(sower, plan, code)
    page.reports = [
        FollowUpReport(
            kind=report.kind,
            reported_on=day_of(report.day),
            summary=report.words[code],
            document=sower.files.attachment(report.document) if report.document else None,
            sort_order=order,
            locale=sower.locales[code],
            translation_key=key_of("report", plan.key, str(order)),
        )
        for order, report in enumerate(plan.reports)
    ]
    return page


def _titled(kind: str, block_id: str, words: TitledText, **more: Any) -> dict[str, Any]:
    return {"type": kind, "id": block_id, "value": {**_html(words), **more}}


def _html(words: Any) -> dict[str, str]:
    """Return words as a block keeps them: their text is a paragraph."""
    values: dict[str, str] = words._asdict()
    if values["text"]:
        values["text"] = f"<p>{values['text']}</p>"
    return values


def _goals(sower: Sower, plan: Plan, code: str) -> list[dict[str, Any]]:
    return [
        _titled(
            "goal",
            goal_id(plan.key, number),
            goal.words[code],
            actions=[
                _action(sower, "item", action_id(plan.key, number, place), action, code)
                for place, action in enumerate(goal.actions, start=1)
            ],
        )
        for number, goal in enumerate(plan.goals, start=1)
    ]


def _action(
    sower: Sower, kind: str, block_id: UUID, action: DemoAction, code: str
) -> dict[str, Any]:
    organisations = sower.vocabularies.organisations
    return {
        "type": kind,
        "id": str(block_id),
        "value": {
            **_html(action.words[code]),
            "responsible": organisations[action.responsible].pk if action.responsible else None,
            "contact": sower.people[action.contact].pk if action.contact else None,
            "starts_on": day_of(action.starts).isoformat() if action.starts is not None else None,
            "ends_on": day_of(action.ends).isoformat() if action.ends is not None else None,
            "baseline": action.baseline or None,
            "target": action.target or None,
        },
    }


def _workshops(sower: Sower, plan: Plan, code: str) -> list[Workshop]:
    return [
        Workshop(
            **one.words[code]._asdict(),
            starts_at=clock(one.day, one.hours[0]),
            ends_at=clock(one.day, one.hours[1]),
            language=one.spoken,
            online_url=one.online_url,
            sign_up_url=one.sign_up_url,
            sign_up_until=(
                clock(one.day - one.sign_up_ends, 16)
                if one.sign_up_ends is not None and isinstance(one.day, int)
                else None
            ),
            is_cancelled=one.is_cancelled,
            sort_order=order,
            locale=sower.locales[code],
            translation_key=key_of("workshop", plan.key, str(order)),
        )
        for order, one in enumerate(plan.workshops)
    ]


# Progress -------------------------------------------------------------------------------------------


def _actions(plan: Plan) -> Mapping[UUID, DemoAction]:
    """Return the actions of a plan by id."""
    groups: Sequence[tuple[int, Sequence[DemoAction]]] = [
        *((number, goal.actions) for number, goal in enumerate(plan.goals, start=1)),
        (0, plan.actions),
    ]
    return {
        action_id(plan.key, goal, number): action
        for goal, actions in groups
        for number, action in enumerate(actions, start=1)
    }


def _tell(sower: Sower, plan: Plan) -> None:
    """Tell how far the actions of a plan are; called once, when the plan is made."""
    news = [(key, told) for key, action in _actions(plan).items() for told in action.told]
    reports = [
        ProgressReport.objects.create(
            plan_key=key_of("page", plan.key),
            action_id=key,
            state=told.state,
            value=told.value or None,
            reported_on=day_of(told.day),
            made_by_id=sower.editor.pk,
        )
        for key, told in sorted(news, key=lambda one: day_of(one[1].day))
    ]
    ordered = sorted(news, key=lambda one: day_of(one[1].day))
    ProgressNote.objects.bulk_create(
        ProgressNote(report=report, locale=sower.locales[code], text=text)
        for report, (_key, told) in zip(reports, ordered, strict=True)
        for code, text in told.notes.items()
        if code in sower.locales
    )

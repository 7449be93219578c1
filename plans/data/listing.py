"""What is told of all plans of one language: enough of each to choose, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from plans.chain import Chain
from plans.choice import key_in
from plans.data import LICENCE, VERSION
from plans.data.plan import Data, about, progress, publisher
from plans.models import PlanIndexPage, PlanPage, ProgressReport
from plans.outline import State, Tally
from plans.relatives import IN_ANOTHER_LANGUAGE
from plans.state import Standing


def list_data(index: PlanIndexPage, request: HttpRequest) -> Data:
    """Return the public plans below ``index``, regional ones among them, at a constant number of queries."""
    plans = public_plans(index)
    tallies = tallies_of(plans)
    by_path = {plan.path: str(plan.translation_key) for plan in plans}
    return {
        "api_version": VERSION,
        "schema": request.build_absolute_uri(reverse("plans_openapi")),
        "licence": LICENCE,
        "publisher": publisher(index, request),
        "language": index.language_code,
        "url": index.get_full_url(request),
        "title": index.title,
        "title_language": index.title_text.lang,
        "plans": [
            {
                **about(plan, request),
                "programme_id": by_path.get(plan.path[: -plan.steplen]),
                "area_code": area_code(plan),
                "progress": progress(tallies[plan.pk]),
            }
            for plan in plans
        ],
    }


def public_plans(index: PlanIndexPage) -> list[PlanPage]:
    """Return the plans below ``index`` that everybody may read, those that begin last first."""
    found = PlanPage.objects.descendant_of(index).live().exclude(IN_ANOTHER_LANGUAGE)
    plans = list(
        index.publicly(found)
        .select_related("locale", "regionalplanpage__area")
        .defer("body", "spearheads", "draft_title")
        .order_by("-starts_on", "-pk")
    )
    chain = Chain.load()
    for plan in plans:
        plan.standing = Standing(
            plan.stage,
            plan.starts_on,
            plan.ends_on,
            plan.comments_until,
            chain.replaced_from(plan.translation_key),
        )
    return plans


def tallies_of(plans: Iterable[PlanPage]) -> dict[int, Tally]:
    """Return how many actions of each plan are in which state, by key of the page; one query.

    The ids of the actions are read from the stream as it is kept, so that nothing that its blocks refer
    to is fetched.
    """
    plans = list(plans)
    keys = {plan.translation_key for plan in plans}
    latest: dict[tuple[UUID, UUID], str] = {}
    rows = ProgressReport.objects.filter(plan_key__in=keys)
    for plan_key, action_id, state in rows.values_list("plan_key", "action_id", "state"):
        latest.setdefault((plan_key, action_id), state)
    found = {}
    for plan in plans:
        states = (
            latest.get((plan.translation_key, action), State.NOT_STARTED)
            for action in action_ids(plan)
        )
        found[plan.pk] = Tally({State(state): count for state, count in Counter(states).items()})
    return found


def action_ids(plan: PlanPage) -> Iterator[UUID]:
    """Yield the ids of the actions of a plan; of a regional one, those of its own actions."""
    regional = getattr(plan, "regionalplanpage", None)
    if regional is not None:
        raw: Iterable[Any] = (row["id"] for row in regional.actions.raw_data)
    else:
        goals = (row for row in plan.goals.raw_data if row["type"] == "goal")
        raw = (item.get("id") for goal in goals for item in goal["value"].get("actions") or [])
    yield from (key for each in raw if (key := key_in(each)) is not None)


def area_code(plan: PlanPage) -> str:
    """Return the code of the area of a regional plan."""
    regional = getattr(plan, "regionalplanpage", None)
    return str(regional.area.code) if regional is not None and regional.area is not None else ""

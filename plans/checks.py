"""What a plan must have before it goes out, and what it had better have."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.freshness import today
from core.publishing import Problem
from people.models import anybody_to_ask
from plans.choice import Choice, key_in, keys_in, removed
from plans.succession import Fault, fault_of, hold_the_chain, replacements_beside
from plans.workshops.checks import workshop_problems

if TYPE_CHECKING:
    from plans.models import PlanPage, RegionalPlanPage

FAULTS: dict[Fault, str | Promise] = {
    Fault.ITSELF: _("A plan cannot replace itself."),
    Fault.CIRCLE: _("The plans would replace each other in a circle."),
    Fault.SECOND: _("Another plan replaces that plan already. A plan has one successor."),
}
NO_PLAN = _("Only a plan can be replaced by a plan.")
OTHER_KIND = _("A regional plan replaces a regional plan, and any other plan one that is not.")


def problems_of(page: PlanPage) -> list[Problem]:
    """Return what is missing or wrong with ``page``, beyond what every page is asked.

    A number of queries that does not depend on how much the plan holds.
    """
    from plans.models import RegionalPlanPage

    if isinstance(page, RegionalPlanPage):
        own = regional_problems(page)
    else:
        own = [] if is_regional(page) else goal_problems(page)
    return [
        *own,
        *decision_problems(page, must=not is_regional(page)),
        *succession_problems(page),
        *workshop_problems(page),
    ]


def is_regional(page: PlanPage) -> bool:
    """Tell whether ``page`` is a regional plan, also where it was read as a plain plan; no query."""
    from plans.models import RegionalPlanPage

    return issubclass(page.specific_class or type(page), RegionalPlanPage)


# The decision ---------------------------------------------------------------------------------------


def decision_problems(page: PlanPage, *, must: bool) -> list[Problem]:
    """Return what is missing of the decision and the period; no query but that of the contacts.

    ``must`` tells whether an adopted plan has to say who adopted it and when: a regional one stands
    under its programme, which does.
    """
    stages, day, found = page.Stage, today(), []
    if page.stage == stages.ADOPTED:
        if not page.adopted_on:
            message = _("The plan is adopted: give the date of the decision.")
            found.append(Problem("adopted_on", message, blocks=must))
        if not page.adopted_by.strip():
            message = _("The plan is adopted: say which body decided.")
            found.append(Problem("adopted_by", message, blocks=must))
        if page.adopted_on and page.adopted_on > day:
            message = _("The plan is adopted, but the date of the decision is still to come.")
            found.append(Problem("adopted_on", message, blocks=False))
        is_in_force = page.starts_on <= day and (page.ends_on is None or page.ends_on >= day)
        if is_in_force and not anybody_to_ask(page.contacts.all()):
            message = _("The plan is in force, and there is nobody to ask: add a contact person.")
            found.append(Problem("contacts", message, blocks=False))
    if page.adopted_on and page.ends_on and page.adopted_on > page.ends_on:
        message = _("The plan would have been adopted after its period had ended.")
        found.append(Problem("adopted_on", message, blocks=False))
    if page.stage == stages.CONSULTATION:
        if not page.comments_until:
            message = _("The plan is out for comment: say until when.")
            found.append(Problem("comments_until", message, blocks=False))
        if not page.comments_url:
            message = _("The plan is out for comment: say where to comment.")
            found.append(Problem("comments_url", message, blocks=False))
    if any(row.reported_on and row.reported_on > day for row in page.reports.all()):
        message = _("A follow-up report is dated in the future.")
        found.append(Problem("reports", message, blocks=False))
    if any(not row.summary.strip() and not row.document_id for row in page.reports.all()):
        message = _("A follow-up report tells nothing: write what it tells, or add the document.")
        found.append(Problem("reports", message, blocks=False))
    return found


# What replaces what ---------------------------------------------------------------------------------


def succession_problems(page: PlanPage) -> list[Problem]:
    """Return what is wrong with the plan that ``page`` replaces.

    At publication, which is one transaction, whoever else publishes a successor waits here.
    """
    older = page.replaces
    if older is None:
        return []
    hold_the_chain()
    fault = kind_fault(page, older.pk)
    if fault is not None:
        return [Problem("replaces", fault)]
    key, replaced = page.translation_key, older.translation_key
    found = fault_of(key, replaced, replacements_beside(key, live=True))
    if found is not None:
        return [Problem("replaces", FAULTS[found])]
    # A draft may come to nothing; who is out first, is out.
    if fault_of(key, replaced, replacements_beside(key, live=False)) is not None:
        message = _("A draft of another plan would replace the same plan, or this one.")
        return [Problem("replaces", message, blocks=False)]
    return []


def kind_fault(page: PlanPage, replaced: int) -> str | Promise | None:
    """Return why a plan of the kind of ``page`` cannot replace the page ``replaced``, or None."""
    from plans.models import PlanPage

    rows = PlanPage.objects.filter(pk=replaced).values_list("regionalplanpage", flat=True)
    kinds = list(rows[:1])
    if not kinds:
        return NO_PLAN
    return None if (kinds[0] is not None) == is_regional(page) else OTHER_KIND


# Goals ----------------------------------------------------------------------------------------------


def goals_offered(programme: PlanPage | None) -> list[UUID]:
    """Return the ids of the goals of ``programme``, in its order; no query."""
    if programme is None:
        return []
    blocks = (block for block in programme.goals if block.block_type == "goal")
    return [key for block in blocks if (key := key_in(block.id)) is not None]


def goal_problems(page: PlanPage) -> list[Problem]:
    """Return what is missing of the goals of a plan, and which areas lose one they have chosen."""
    if page.stage == page.Stage.ADOPTED and not page.goals:
        message = _("The plan is adopted, and has no goals that one could follow.")
        found = [Problem("goals", message, blocks=False)]
    else:
        found = []
    names = areas_that_lose_a_goal(page)
    if names:
        message = _(
            "These areas have chosen a goal that the programme no longer has: %(areas)s. "
            "Agree on another one with them."
        )
        found.append(Problem("goals", message % {"areas": ", ".join(names)}, blocks=False))
    return found


def areas_that_lose_a_goal(page: PlanPage) -> list[str]:
    """Return the titles of the public regional plans that chose a goal ``page`` does not have."""
    from plans.models import RegionalPlanPage

    if page.pk is None or not page.numchild:
        return []
    offered = goals_offered(page)
    rows = RegionalPlanPage.objects.child_of(page).live().order_by("path")
    return [
        title
        for title, raw in rows.values_list("title", "chosen_goals")
        if removed(keys_in(raw), offered)
    ]


def regional_problems(page: RegionalPlanPage) -> list[Problem]:
    """Return what is missing or wrong with the area, the chosen goals and the money."""
    found = []
    if page.area_id is None:
        found.append(Problem("area", _("Choose the area whose plan this is.")))
    choice = Choice.of(page.chosen_goals, goals_offered(page.parent_programme))
    if choice.faults:
        sentences = " ".join(str(fault) for fault in choice.faults)
        found.append(Problem("chosen_goals", sentences))
    if page.funding_from and page.funding_to and page.funding_from > page.funding_to:
        message = _("The funding is at most less than it is at least.")
        found.append(Problem("funding_to", message))
    return found

"""The editing forms of plans: what cannot be is refused at once, what is missing when it goes out.

What keeps a plan from going out is in ``plans.checks``: ``core.models.BasePageForm`` asks it when a page
is submitted or published. A draft may lack much, but not hold a choice that no editor can have made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.models import BasePageForm
from plans.checks import FAULTS, kind_fault
from plans.choice import LOST, MOST_GOALS, TOO_MANY, Choice, keys_in
from plans.succession import Fault, fault_of, replacements_beside

if TYPE_CHECKING:
    from plans.models import PlanPage


@dataclass(frozen=True)
class Offer:
    """A goal one can tick; ``title`` is empty for one that the programme no longer has."""

    key: UUID
    number: int = 0
    title: str = ""
    lang: str = ""


class GoalBoxes(forms.CheckboxSelectMultiple):
    """A box for each goal of the programme, and for each chosen one that it no longer has."""

    offers: tuple[Offer, ...] = ()

    class Media:
        css: ClassVar = {"all": ["plans/admin/progress.css"]}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return a group of boxes that is named, with the titles in the programme's language."""
        ticked = set(keys_in(value))
        context = {
            "name": name,
            "id": (attrs or {}).get("id", f"id_{name}"),
            "described_by": (attrs or {}).get("aria-describedby", ""),
            "offers": self.offers,
            "ticked": ticked,
            "lost": [Offer(key) for key in ticked - {offer.key for offer in self.offers}],
            "most": MOST_GOALS,
        }
        return render_to_string("plans/admin/chosen_goals.html", context)

    def id_for_label(self, id_: str, index: Any = None) -> str:
        """Return nothing: the heading above names the group, not one of its boxes."""
        return ""


class ChosenGoalsField(forms.MultipleChoiceField):
    """The goals chosen, as a list of ids in the programme's order.

    A goal that was chosen once and has been removed from the programme since may stay in a draft, where
    the editor sees it; any other id that is no goal of the programme is refused.
    """

    widget = GoalBoxes

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.offered: list[UUID] = []
        self.kept: list[UUID] = []

    def prepare_value(self, value: Any) -> list[str]:
        """Return the ids to tick, whatever the database holds."""
        return [str(key) for key in keys_in(value)]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the goals, not how they are kept."""
        return set(keys_in(initial)) != set(keys_in(data))

    def clean(self, value: Any) -> list[str]:
        """Return the ids as they are stored; raise ValidationError for a fourth, or for a foreign one."""
        raw = list(value or ())
        choice = Choice.of(raw, self.offered)
        faults: list[str | Promise] = []
        if len(keys_in(raw)) < len(set(raw)) or set(choice.lost) - set(self.kept):
            faults.append(LOST)
        if len(choice.chosen) + len(choice.lost) > MOST_GOALS:
            faults.append(TOO_MANY % {"count": len(choice.chosen) + len(choice.lost)})
        if faults:
            raise ValidationError([str(fault) for fault in faults])
        return choice.value


class PlanPageForm(BasePageForm):
    """The editing form of a plan."""

    def clean_replaces(self) -> Any:
        """Refuse at once what can never be: a plan that replaces itself, a circle, another kind."""
        older = self.cleaned_data.get("replaces")
        if older is None:
            return None
        page: PlanPage = self.instance
        key = page.translation_key
        found = fault_of(key, older.translation_key, replacements_beside(key, live=True))
        if found in (Fault.ITSELF, Fault.CIRCLE):
            raise ValidationError(str(FAULTS[found]))
        fault = kind_fault(page, older.pk)
        if fault is not None:
            raise ValidationError(str(fault))
        return older


class RegionalPlanPageForm(PlanPageForm):
    """The editing form of a regional plan: its goals are boxes to tick."""

    chosen_goals = ChosenGoalsField(
        label=_("Goals chosen from the programme"), help_text=_("One, two or three.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from plans.models import PlanPage
        from plans.outline import goals_of

        parent = self.parent_page.specific if self.parent_page is not None else None
        if isinstance(parent, PlanPage):
            self.instance.parent_to_be = parent
        if "chosen_goals" not in self.fields:
            return
        goals = goals_of(self.instance.parent_programme)
        field = self.fields["chosen_goals"]
        field.offered = [goal.id for goal in goals]
        field.kept = keys_in(self.instance.chosen_goals)
        field.widget.offers = offers(goals, self.instance.parent_programme)


def offers(goals: Iterable[Any], programme: PlanPage | None) -> tuple[Offer, ...]:
    """Return what can be ticked, in the programme's language."""
    lang = programme.html_lang if programme is not None else ""
    return tuple(Offer(goal.id, goal.number, str(goal.title), goal.lang or lang) for goal in goals)

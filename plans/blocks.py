"""What a plan is made of: spearheads, and goals with their actions.

Dates, numbers and who answers for an action are facts, one for all languages (ADR 0019): they are
carried from the version a plan was written in. How far an action is, is no part of the page at all:
``plans.models.ProgressReport``.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks.text import TEXT_FEATURES


class ActionBlock(blocks.StructBlock):
    """What is done for a goal: by whom, by when, and how one sees that it was done."""

    title = blocks.CharBlock(label=pgettext_lazy("of a plan", "Action"), max_length=200)
    text = blocks.RichTextBlock(
        label=pgettext_lazy("of a plan", "Description"), required=False, features=TEXT_FEATURES
    )
    responsible = SnippetChooserBlock(
        "people.Organisation", label=_("Responsible body"), required=False
    )
    contact = SnippetChooserBlock(
        "people.ContactPerson",
        label=_("Contact person"),
        required=False,
        help_text=_("Gets a reminder when nothing has been told of the action for long."),
    )
    starts_on = blocks.DateBlock(label=_("Begins on"), required=False)
    ends_on = blocks.DateBlock(label=_("Done by"), required=False)
    measure = blocks.CharBlock(
        label=_("Measure"),
        required=False,
        default="",  # wagtail-localize cannot read a text that is missing
        max_length=200,
        help_text=_("What is counted, for example “members of staff trained”."),
    )
    baseline = blocks.DecimalBlock(label=_("Figure at the start"), required=False)
    target = blocks.DecimalBlock(label=_("Figure aimed at"), required=False)

    #: What is one for all languages (ADR 0019).
    facts: ClassVar[tuple[str, ...]] = (
        "responsible",
        "contact",
        "starts_on",
        "ends_on",
        "baseline",
        "target",
    )

    class Meta:
        label = pgettext_lazy("of a plan", "Action")
        icon = "tick"
        label_format = "{title}"

    def clean(self, value: Any) -> Any:
        """Refuse an action that would be done before it begins."""
        cleaned = super().clean(value)
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends < starts:
            message = _("The action would be done before it begins.")
            raise StructBlockValidationError({"ends_on": ValidationError(message)})
        return cleaned


class GoalBlock(blocks.StructBlock):
    """A goal, and the actions that lead to it."""

    title = blocks.CharBlock(label=_("Goal"), max_length=200)
    text = blocks.RichTextBlock(
        label=pgettext_lazy("of a plan", "Description"), required=False, features=TEXT_FEATURES
    )
    actions = blocks.ListBlock(ActionBlock(), label=_("Actions"), default=[])

    class Meta:
        label = _("Goal")
        icon = "pick"
        label_format = "{title}"


class GoalsBlock(blocks.StreamBlock):
    """The goals of a plan, in the order they are numbered."""

    goal = GoalBlock()


class ActionsBlock(blocks.StreamBlock):
    """Actions without a goal of their own: those of a regional plan."""

    action = ActionBlock()


class SpearheadBlock(blocks.StructBlock):
    """What a plan puts first."""

    title = blocks.CharBlock(label=_("Spearhead"), max_length=160)
    text = blocks.RichTextBlock(
        label=pgettext_lazy("of a plan", "Description"), required=False, features=TEXT_FEATURES
    )

    #: Its place and whether it is there are one for all languages (ADR 0019).
    facts: ClassVar[tuple[str, ...]] = ()

    class Meta:
        label = _("Spearhead")
        icon = "arrow-right"
        label_format = "{title}"


class SpearheadsBlock(blocks.StreamBlock):
    """The spearheads of a plan."""

    spearhead = SpearheadBlock()

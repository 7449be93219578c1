"""Panels of the editing form."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from wagtail.admin.panels import Panel

from core.registry import holds_of

if TYPE_CHECKING:
    from core.publishing import Problem


class PublicationPanel(Panel):
    """Says above the form what keeps the page from going out, with links to where it is mended.

    It shows the draft as it stands, or the values just sent where the form was refused. Problems that
    are mended in the form itself and do not block are left to the checks beside it.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        template_name = "core/publication_panel.html"

        @cached_property
        def problems(self) -> list[Problem]:
            """Return the problems of the page, those that block first."""
            found = [p for p in self.instance.publication_problems() if p.blocks or p.href]
            found += holds_of(self.instance)
            return sorted(found, key=lambda problem: not problem.blocks)

        def is_shown(self) -> bool:
            """Show nothing above a page in order."""
            return bool(super().is_shown() and self.problems)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the problems: what blocks, and what is only to be seen to."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["blocking"] = [problem for problem in self.problems if problem.blocks]
            context["advisory"] = [problem for problem in self.problems if not problem.blocks]
            return context

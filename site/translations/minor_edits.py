"""Minor edits: an editor ticks a box beside *Publish*, and no translation becomes outdated.

The tick belongs to the draft, so that it holds whoever publishes it, by whichever door: at once, after
a workflow, or at a set time. It is written into the history of the page.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page, Revision

from core.models import BasePage
from core.models.base_page import BasePageForm
from translations.following import follow_draft
from translations.models import LanguageVersion, MinorEdit


def note_draft(
    sender: type[Revision], instance: Revision, raw: bool = False, **kwargs: Any
) -> None:
    """Remember with a saved draft whether it is a minor edit; saved again without the tick, it is none."""
    page = instance.content_object if not raw else None
    if not isinstance(page, BasePage):
        return
    if not page.live:
        follow_draft(page, instance.user)
    if page.is_minor_edit:
        MinorEdit.objects.get_or_create(revision=instance)
    elif not kwargs.get("created"):
        MinorEdit.objects.filter(revision=instance).delete()


class MinorEditItem(ActionMenuItem):
    """The box to tick, beside *Publish*, on pages that others are translated from."""

    name = "minor-edit"
    template_name = "translations/minor_edit.html"

    def is_shown(self, context: Any) -> bool:
        """Show it where it means something: a published page with versions in other languages."""
        page: Page | None = context.get("page")
        return (
            context["view"] == "edit"
            and page is not None
            and page.live
            and LanguageVersion.objects.filter(
                translation_key=page.translation_key, source_locale_id=page.locale_id
            ).exists()
        )

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Say the box in the words of the form's field, which refuses what contradicts it.

        It is ticked where the draft that waits is: approving it saves it once more.
        """
        context: dict[str, Any] = super().get_context_data(parent_context)
        field = BasePageForm.declared_fields["is_minor_edit"]
        page: Page = parent_context["page"]
        is_minor = (
            page.has_unpublished_changes
            and MinorEdit.objects.filter(revision=page.latest_revision_id).exists()
        )
        words = {"minor_label": field.label, "minor_help": field.help_text}
        return {**context, **words, "is_minor": is_minor}

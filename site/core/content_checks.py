"""What the checks panel beside the editor looks for, beyond what Wagtail looks for.

Wagtail runs axe-core on the preview; rules can be added as data. What our own checks find
(``BasePage.publication_problems``) the preview marks on the article with ``data-missing``, and a rule
for each kind finds the mark.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

MISSING: dict[str, dict[str, Any]] = {
    "lead": {
        "error_name": _("The lead is missing"),
        "help_text": _(
            "Say the matter in two or three sentences: lists and search results show them"
        ),
    },
    "contacts": {
        "error_name": _("Nobody to ask"),
        "help_text": _("Choose a contact person whose details are valid"),
    },
    "image_alt": {
        "error_name": _("The main image is not described"),
        "help_text": _("Say what the image shows, or mark it as decoration"),
    },
    "links": {
        "error_name": _("The link text says nothing by itself"),
        "help_text": _("Name what the link leads to, not “here” or “read more”"),
    },
    "body": {
        "error_name": _("An image in the text is not described"),
        "help_text": _("Say what the image shows, or mark it as decoration"),
    },
    "video": {
        "error_name": _("A video excludes somebody"),
        "help_text": _("See above the form what the video lacks, and where it is added"),
    },
    "languages": {
        "error_name": _("A language is missing"),
        "help_text": _("See above the form which translations the page should have"),
    },
}


class EditorialChecks(ContentCheckerItem):
    """Wagtail's checks and ours."""

    axe_run_only: ClassVar = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        *(f"missing-{name}" for name in MISSING),
    ]
    axe_custom_rules: ClassVar = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": f"missing-{name}",
                "impact": "serious",
                "selector": f'[data-missing~="{name}"]',
                "tags": ["best-practice"],
                "none": ["is-there"],
                "enabled": True,
            }
            for name in MISSING
        ),
    ]
    axe_custom_checks: ClassVar = [
        *ContentCheckerItem.axe_custom_checks,
        {
            "id": "is-there",
            "evaluate": "matches-definition-evaluate",
            "options": {"matcher": {"nodeName": "/./"}},
        },
    ]

    def get_axe_messages(self, request: HttpRequest) -> dict[str, Any]:
        """Return Wagtail's messages and ours."""
        messages: dict[str, Any] = {**super().get_axe_messages(request)}
        messages["image-alt"] = {
            "error_name": _("The image has no description"),
            "help_text": _("Say what the image shows, or mark it as decoration"),
        }
        for name, message in MISSING.items():
            messages[f"missing-{name}"] = message
        return messages

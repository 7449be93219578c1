"""What the checks panel beside the editor looks for, beyond what Wagtail looks for.

Wagtail runs axe-core on the preview; rules can be added as data. A rule here is either about what
is on the page (a link that says nothing) or about what is not: the preview marks the article with
``data-missing``, and the rule finds the mark.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

#: Link texts that say nothing outside their sentence (WCAG 2.2, 2.4.4), in the languages of the editors.
EMPTY_LINK_TEXTS = (
    "täältä",
    "tästä",
    "tässä",
    "täällä",
    "lue lisää",
    "lisää",
    "linkki",
    "klikkaa",
    "klikkaa tästä",
    "här",
    "läs mer",
    "mer",
    "länk",
    "klicka här",
    "here",
    "click here",
    "read more",
    "more",
    "link",
    "this",
)


def _any_case(text: str) -> str:
    """Return a pattern for ``text`` in any case: axe-core's matchers have no flags."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in text)


LINK_PATTERN = f"/^\\s*(?:{'|'.join(_any_case(text) for text in EMPTY_LINK_TEXTS)})[\\s.:!»>]*$/"
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
    "body": {
        "error_name": _("An image in the text is not described"),
        "help_text": _("Say what the image shows, or mark it as decoration"),
    },
}


class EditorialChecks(ContentCheckerItem):
    """Wagtail's checks and ours."""

    axe_run_only: ClassVar = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "empty-link-text",
        *(f"missing-{name}" for name in MISSING),
    ]
    axe_custom_rules: ClassVar = [
        *ContentCheckerItem.axe_custom_rules,
        {
            "id": "empty-link-text",
            "impact": "serious",
            "selector": "main a[href]",
            "tags": ["best-practice"],
            "none": ["link-text-says-nothing"],
            "enabled": True,
        },
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
            "id": "link-text-says-nothing",
            "evaluate": "matches-definition-evaluate",
            "options": {"matcher": {"accessibleName": LINK_PATTERN}},
        },
        {
            "id": "is-there",
            "evaluate": "matches-definition-evaluate",
            "options": {"matcher": {"nodeName": "/./"}},
        },
    ]

    def get_axe_messages(self, request: HttpRequest) -> dict[str, Any]:
        """Return Wagtail's messages and ours."""
        messages: dict[str, Any] = {**super().get_axe_messages(request)}
        messages["empty-link-text"] = {
            "error_name": _("The link text says nothing by itself"),
            "help_text": _("Name what the link leads to, not “here” or “read more”"),
        }
        messages["image-alt"] = {
            "error_name": _("The image has no description"),
            "help_text": _("Say what the image shows, or mark it as decoration"),
        }
        for name, message in MISSING.items():
            messages[f"missing-{name}"] = message
        return messages

"""What a browser would send for the editing form of a regional plan or a plan."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

TEXTS = (
    *("ends_on", "comments_until", "comments_url", "replaces", "section", "case_number"),
    *("decision_url", "legal_basis", "responsible_unit", "strategy", "strategy_url", "image"),
    *("image_alt", "image_caption", "funder", "reminder_email", "seo_title", "search_description"),
    *("go_live_at", "expire_at", "area", "funding_from", "funding_to"),
)


def plan_form(**given: Any) -> dict[str, Any]:
    """Return the POST data of a plan: a plain adopted one unless told otherwise.

    ``chosen_goals`` is a list of ids; ``button`` is the name of the button pressed.
    """
    values: dict[str, Any] = {
        **dict.fromkeys(TEXTS, ""),
        "title": "Lapin suunnitelma",
        "slug": "lapin-suunnitelma",
        "kind": "equality",
        "stage": "adopted",
        "starts_on": "2026-01-01",
        "lead": "Lappi lupaa.",
        "adopted_by": "Maakuntahallitus",
        "adopted_on": "2026-01-01",
        "reminder_days": "180",
        **{name: streamfield([]) for name in ("spearheads", "goals", "actions", "body")},
        **{
            name: inline_formset([])
            for name in ("workshops", "contacts", "documents", "reports", "comments")
        },
    }
    button = given.pop("button", "")
    chosen = given.pop("chosen_goals", [])
    data: dict[str, Any] = nested_form_data({**values, **given})
    return {**data, "chosen_goals": chosen, **({button: "1"} if button else {})}

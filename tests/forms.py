"""What a browser would send for a news item's editing form."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


def news_form(**given: Any) -> dict[str, Any]:
    """Return the POST data of a news item: a plain one unless told otherwise.

    ``body`` is a list of (block type, value); ``contacts`` and ``themes`` are lists of ids.
    """
    values: dict[str, Any] = {
        "title": "Kirjasto auki sunnuntaisin",
        "slug": "kirjasto-auki-sunnuntaisin",
        "lead": "Kirjasto avaa ovensa myös sunnuntaina.",
        "published_on": "2026-11-20 12:00",
        "image": "",
        "image_alt": "",
        "image_caption": "",
        "place": "",
        "organisation": "",
        "funder": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
    }
    body = given.pop("body", [])
    contacts, themes = given.pop("contacts", []), given.pop("themes", [])
    values.update(given)
    values["body"] = streamfield(body)
    values["contacts"] = inline_formset([{"person": str(pk)} for pk in contacts])
    values["themes"] = inline_formset([{"theme": str(pk)} for pk in themes])
    values["related"] = inline_formset([])
    data: dict[str, Any] = nested_form_data(values)
    return data

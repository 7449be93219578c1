"""What a browser would send for the editing form of a news item or a campaign."""

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


def campaign_form(**given: Any) -> dict[str, Any]:
    """Return the POST data of a campaign: a plain one unless told otherwise.

    ``encounters`` is a list of the values of encounters, ``contacts`` and ``organisers`` of ids,
    ``places`` of what the rows say.
    """
    values: dict[str, Any] = {
        "title": "Kohtaa naapuri",
        "slug": "kohtaa-naapuri",
        "slogan": "Sano hei.",
        "lead": "Naapuruston yhteinen kampanja.",
        "starts_on": "2026-11-01",
        "ends_on": "",
        "image": "",
        "image_alt": "",
        "image_caption": "",
        "parent_project": "",
        "parent_project_url": "",
        "funder": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "body": streamfield([]),
        "materials": inline_formset([]),
        "related": inline_formset([]),
        "comments": inline_formset([]),
    }
    encounters = given.pop("encounters", [])
    contacts, organisers = given.pop("contacts", []), given.pop("organisers", [])
    places = given.pop("places", [])
    values.update(given)
    values["encounters"] = streamfield([("encounter", value) for value in encounters])
    values["contacts"] = inline_formset([{"person": str(pk)} for pk in contacts])
    values["organisers"] = inline_formset([{"organisation": str(pk)} for pk in organisers])
    values["places"] = inline_formset([{"address": "", "note": "", "url": "", **p} for p in places])
    data: dict[str, Any] = nested_form_data(values)
    return data

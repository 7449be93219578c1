"""The house rules as system checks: what is wrong is said at start, not to a reader."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning
from django.utils.translation import check_for_language


@register(Tags.translation)
def every_language_has_a_catalogue(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A language without a compiled catalogue answers 404 (Django holds it unsupported): say so at start."""
    return [
        CheckWarning(
            f"The language “{code}” has no compiled catalogue, so its pages would answer 404.",
            hint="Run: kohtaamo messages --compile",
            id="kohtaamo.W001",
        )
        for code, _name in settings.LANGUAGES
        if not check_for_language(code)
    ]


@register(Tags.models)
def page_types_say_where_they_belong(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Each page type names its parents and children itself (CONTRIBUTING.md, add a page type)."""
    from core.models import BasePage

    return [
        Error(
            f"{model.__name__} does not say its {name}.",
            hint="Set parent_page_types and subpage_types on the class.",
            obj=model,
            id="kohtaamo.E002",
        )
        for model in apps.get_models()
        if issubclass(model, BasePage)
        for name in ("parent_page_types", "subpage_types")
        if name not in vars(model)
    ]

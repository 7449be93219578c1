"""House rules, as Django system checks."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from core.models import BasePage

SETTINGS = ("KOHTAAMO_REQUIRED_LANGUAGES", "KOHTAAMO_RECOMMENDED_LANGUAGES")


@register("translations")
def check_languages_by_type(**kwargs: Any) -> list[CheckMessage]:
    """Report page types and languages in the settings that the site does not have."""
    labels = {model._meta.label for model in apps.get_models() if issubclass(model, BasePage)}
    codes = {code for code, _name in settings.LANGUAGES}
    found: list[CheckMessage] = []
    for name in SETTINGS:
        for label, wanted in getattr(settings, name).items():
            if label not in labels:
                found.append(
                    Error(f"{name}: there is no page type {label}.", id="translations.E001")
                )
            if name == SETTINGS[0]:
                found += [
                    Error(f"{name}: the site has no language {code}.", id="translations.E002")
                    for code in wanted
                    if code not in codes
                ]
    return found

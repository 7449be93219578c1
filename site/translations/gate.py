"""Which languages a page must have before it goes out, by page type (settings).

``KOHTAAMO_REQUIRED_LANGUAGES`` blocks, ``KOHTAAMO_RECOMMENDED_LANGUAGES`` advises. Asked of a page that
is not public yet, in the language it is written in: whoever corrects a public page is not held up, and
a translation is not asked for further ones. Source of the default: the Language Act (423/2003),
section 23: a bilingual authority informs the public in Finnish and Swedish.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import languages
from core.models import BasePage
from core.publishing import Problem
from core.registry import register_publication_check
from translations.freshness import gaps_of
from translations.models import LanguageVersion
from translations.texts import FALLBACK, segments_of, texts_of

#: The rule of the checks panel (``core.content_checks``).
KIND = "languages"


@register_publication_check
def problems_of(page: BasePage) -> list[Problem]:
    """Return one problem for each language that ``page`` lacks; two queries, none without a setting."""
    if page.live:
        return []
    label = page._meta.label
    required = _of(settings.KOHTAAMO_REQUIRED_LANGUAGES, label)
    wanted = {code: code in required for code in (*required, *_recommended(label))}
    wanted.pop(page.language_code, None)
    if not wanted:
        return []
    versions = {
        str(version.locale.language_code): version
        for version in LanguageVersion.objects.filter(
            translation_key=page.translation_key
        ).select_related("locale")
    }
    if page.language_code in versions:
        return []
    said = segments_of(texts_of(page))
    targets = dict(
        Page.objects.filter(translation_key=page.translation_key).values_list(
            "locale__language_code", "pk"
        )
    )
    return [
        problem
        for code, blocks in wanted.items()
        if (problem := _problem(page, code, versions.get(code), said, targets, blocks=blocks))
    ]


def _of(setting: Mapping[str, list[str]], label: str) -> list[str]:
    known = {code for code, _name in settings.LANGUAGES}
    return [code for code in setting.get(label, ()) if code in known]


def _recommended(label: str) -> list[str]:
    return _of(settings.KOHTAAMO_RECOMMENDED_LANGUAGES, label)


def _problem(
    page: BasePage,
    code: str,
    version: LanguageVersion | None,
    said: list[list[str]],
    targets: Mapping[str, int],
    *,
    blocks: bool,
) -> Problem | None:
    """Return what the version in ``code`` lacks to go out with the page; nothing if it says all of it."""
    words: dict[str, Any] = {"language": languages.endonym(code)}
    if version is None or code not in targets:
        href = (
            reverse("wagtail_localize:submit_page_translation", args=[page.pk]) if page.pk else ""
        )
        message = (
            _("This page must be translated before it goes out: %(language)s.")
            if blocks
            else _("This page should be translated before it goes out: %(language)s.")
        )
        return Problem("title", message % words, blocks, href, KIND)
    lacking = sum(gap.count for gap in gaps_of(said, version.shown))
    lacking += sum(kind == FALLBACK for _path, _mark, kind in version.shown)
    if not lacking:
        return None
    message = (
        _("The translation must be finished before the page goes out: %(language)s.")
        if blocks
        else _("The translation should be finished before the page goes out: %(language)s.")
    )
    href = reverse("wagtailadmin_pages:edit", args=[targets[code]])
    return Problem("title", message % words, blocks, href, KIND)

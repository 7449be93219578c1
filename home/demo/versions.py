"""Let the demo show each state of a language version: outdated, in review, in work, and a minor edit.

Done once, right after the pages were sown, and by the hands that do it in the editors' interface.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from wagtail_localize.models import Translation, TranslationSource

from home.demo.content.versions import (
    GRANTS_IN_ENGLISH,
    SCHOOL_IN_ENGLISH,
    WALKS_MOVED,
    WALKS_MOVED_IN_ENGLISH,
    WORD_SET_RIGHT,
)
from news.models import NewsPage
from translations.review.submitting import submit
from translations.saving import save_version
from translations.segments import rows_of, write
from translations.synchronising import bring_up

if TYPE_CHECKING:
    from home.demo.sowing import Sower

OUTDATED, MINOR, IN_REVIEW, IN_WORK = "language-walks", "service-point", "grants", "school-start"


def sow(sower: Sower) -> None:
    """Change what this run has sown, and begin the translations that are missing.

    Call it when the languages have their workflow.
    """
    if (OUTDATED, "fi") in sower.new_pages:
        _change(sower, OUTDATED, WALKS_MOVED)
        translation = _translation(sower, OUTDATED)
        _write(sower, translation, WALKS_MOVED_IN_ENGLISH)
        save_version(translation, user=sower.publisher, publish=True)
    if (MINOR, "fi") in sower.new_pages:
        _change(sower, MINOR, WORD_SET_RIGHT, is_minor=True)
    if (IN_REVIEW, "en") not in sower.pages:
        translation = _translation(sower, IN_REVIEW)
        _write(sower, translation, GRANTS_IN_ENGLISH)
        submit(translation, sower.translators["en"])
    if (IN_WORK, "en") not in sower.pages:
        translation = _translation(sower, IN_WORK)
        _write(sower, translation, SCHOOL_IN_ENGLISH)
        save_version(translation, user=sower.translators["en"])


def _change(sower: Sower, key: str, texts: Mapping[str, str], *, is_minor: bool = False) -> None:
    """Publish the Finnish item ``key`` with other words: each old text becomes the new one."""
    page = NewsPage.objects.get(pk=sower.pages[key, "fi"])
    body = json.dumps(page.body.get_prep_value(), ensure_ascii=False)
    for old, new in texts.items():
        page.lead = page.lead.replace(old, new)
        body = body.replace(old, new)
    page.body = json.loads(body)
    page.is_minor_edit = is_minor
    page.save_revision(user=sower.editor).publish(user=sower.publisher)


def _translation(sower: Sower, key: str) -> Translation:
    """Return what keeps the English texts of the Finnish item ``key``, ordered if it was not."""
    page = NewsPage.objects.get(pk=sower.pages[key, "fi"])
    source, _created = TranslationSource.get_or_create_from_instance(page)
    bring_up(source)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=sower.locales["en"]
    )
    return translation


def _write(sower: Sower, translation: Translation, texts: Mapping[str, str]) -> None:
    """Let the translator type the translations, given by their source texts."""
    for row in rows_of(translation):
        if row.source in texts:
            write(sower.translators["en"], translation, row, texts[row.source], row.mark)

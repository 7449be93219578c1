"""How true the document is, where it is a translation: what its page tells readers, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from core.languages import UiText, say_in
from core.notices import VersionNotice
from core.registry import version_notice
from plans.models import PlanPage


def notes(page: PlanPage) -> Iterator[UiText]:
    """Yield what readers of ``page`` must know of it as a translation; one query at most."""
    code, source = page.language_code, page.source_language
    if not source or source == code:
        return
    notice = version_notice(page) or VersionNotice(
        source, is_partly_untranslated=page.is_partly_untranslated
    )
    language = notice.in_source_language
    if notice.is_withdrawn:
        yield say_in(
            code,
            "The version that this page was translated from is no longer published %(in_language)s. "
            "What this page says may be out of date.",
            in_language=language,
        )
    elif notice.is_outdated and notice.changed_on:
        yield say_in(
            code,
            "There is a newer version of this page %(in_language)s. It was changed on %(date)s, "
            "and this translation has not been updated since.",
            in_language=language,
            date=notice.changed_on,
        )
    elif notice.is_outdated:
        yield say_in(
            code,
            "There is a newer version of this page %(in_language)s. "
            "This translation has not been updated yet.",
            in_language=language,
        )
    if notice.is_wholly_untranslated:
        yield say_in(
            code,
            "This page has not been translated yet. It is shown %(in_language)s.",
            in_language=language,
        )
    elif notice.is_partly_untranslated:
        yield say_in(
            code,
            "Part of this page has not been translated yet and is shown %(in_language)s.",
            in_language=language,
        )
    if notice.is_wholly_machine_made:
        yield say_in(
            code, "This page was translated by a machine. No person has checked the translation."
        )
    elif notice.machine:
        yield say_in(
            code,
            "Part of this page was translated by a machine and has not been checked by a person.",
        )

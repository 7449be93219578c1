"""What readers are told of a language version: at the minute, whoever changed what."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page

from core.models import BasePage
from core.notices import VersionNotice
from core.registry import register_version_notice
from translations.models import LanguageVersion
from translations.texts import FALLBACK, MACHINE

#: Whether the page that a version was translated from is public still.
SOURCE_IS_LIVE = Exists(
    Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale=OuterRef("source_locale"), live=True
    )
)


#: Whether what a version was translated from is a translation itself.
IS_OF_A_VERSION = Exists(
    LanguageVersion.objects.filter(
        translation_key=OuterRef("translation_key"), locale=OuterRef("source_locale")
    )
)


@register_version_notice
def notice_of(page: BasePage) -> VersionNotice | None:
    """Return what the stored freshness says of the live version ``page``; None where it has none.

    That its source is gone is told even where an editor decided to leave the version in place
    (``LeftOut``): it is asked of the page tree, in the same query.
    """
    version = (
        LanguageVersion.objects.filter(
            translation_key=page.translation_key, locale_id=page.locale_id
        )
        .annotate(source_is_live=SOURCE_IS_LIVE, is_of_a_version=IS_OF_A_VERSION)
        .select_related("source_locale")
        .first()
    )
    if version is None:
        return None
    kinds = [kind for _path, _mark, kind in version.shown]
    is_withdrawn = not version.source_is_live
    zone = timezone.get_default_timezone()
    return VersionNotice(
        source=version.source_locale.language_code,
        is_withdrawn=is_withdrawn,
        is_outdated=version.outdated > 0 and not is_withdrawn,
        changed_on=timezone.localdate(version.latest, zone) if version.latest else None,
        total=len(kinds),
        fallback=kinds.count(FALLBACK),
        machine=kinds.count(MACHINE),
        is_partly_untranslated=version.fallback > 0 or page.is_partly_untranslated,
        first=_first(version) if version.is_of_a_version and version.outdated else "",
    )


def _first(version: LanguageVersion) -> str:
    """Return the code of the language in which the page was written that others were translated from."""
    sources = dict(
        LanguageVersion.objects.filter(translation_key=version.translation_key).values_list(
            "locale__language_code", "source_locale__language_code"
        )
    )
    code: str = version.source_locale.language_code
    while code in sources:
        code = sources.pop(code)
    return code

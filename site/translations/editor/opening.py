"""Which translation a page or a row is, asked once for all who answer its edit address."""

from __future__ import annotations

from typing import Any, Final

from wagtail_localize.models import Translation

#: What everybody needs to know of a translation.
READ_WITH: Final = ("source__locale", "source__specific_content_type", "target_locale")


def translation_of(instance: Any) -> Translation | None:
    """Return the translation that ``instance`` is, unless it is none or was stopped.

    Kept with the instance: for views, which read it anew for each request.
    """
    if not hasattr(instance, "_translation_here"):
        instance._translation_here = (
            Translation.objects.filter(
                source__object_id=instance.translation_key,
                target_locale_id=instance.locale_id,
                enabled=True,
            )
            .select_related(*READ_WITH)
            .first()
        )
    found: Translation | None = instance._translation_here
    return found

"""Who may tell how far a plan is, and in which languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Locale

from core.facts import family
from plans.models import PlanPage
from plans.sources import source_among


@dataclass(frozen=True)
class Rights:
    """What somebody may do with the progress of one plan.

    Facts belong to the version that the others are translated from: whoever may edit or publish that one
    ``may_tell``. A translator writes notes in her own language.
    """

    may_tell: bool = False
    #: The languages of the versions she may edit.
    locales: list[Locale] = field(default_factory=list)

    def may_write(self, locale: Locale) -> bool:
        """Tell whether she may write notes in the language ``locale``."""
        return any(one.pk == locale.pk for one in self.locales)


def rights_on(page: PlanPage, user: Any) -> Rights:
    """Return the rights of ``user`` on the plan, whichever of its language versions ``page`` is."""
    found = PlanPage.objects.filter(translation_key=page.translation_key, alias_of=None)
    versions = list(found.select_related("locale").order_by("locale__pk"))
    if not versions:
        return Rights()
    source = source_among(versions, family(page.translation_key))
    theirs = {version.pk: version.permissions_for_user(user) for version in versions}
    mine = [one for one in versions if theirs[one.pk].can_edit() or theirs[one.pk].can_publish()]
    return Rights(source in mine, [version.locale for version in mine])

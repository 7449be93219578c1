"""What of the matrix is shown elsewhere: on the admin's front page, and beside the form of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry

from core import languages
from core.importance import importance_at
from translations.matrix import queries
from translations.matrix.filters import site_locales
from translations.matrix.rows import Row, rows_of
from translations.models import LanguageVersion, State

#: How many versions the front page of the admin names; the matrix has them all.
NAMED: Final = 5


@dataclass(frozen=True)
class Urgent:
    """A public version that says something outdated."""

    title: str
    code: str
    href: str
    outdated: int
    since: datetime | None

    @property
    def language(self) -> str:
        """Return the name of the language in itself."""
        return languages.endonym(self.code)

    @property
    def lang(self) -> str:
        """Return the ``lang`` of title and language."""
        return languages.html_lang(self.code)


def urgent_for(user: Any, most: int = NAMED) -> Sequence[Urgent]:
    """Return the outdated public pages that ``user`` may mend: the most important, the oldest first.

    One query. Those where only a decision about the lifecycle is open count too.
    """
    outdated = LanguageVersion.objects.filter(state=State.OUTDATED, is_live=True)
    mine = outdated.filter(translation_key=OuterRef("translation_key"), locale=OuterRef("locale"))
    pages = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(
        user, ["change"]
    )
    found = (
        pages.exclude(alias_of__gt=0)
        .filter(live=True, translation_key__in=outdated.values("translation_key"))
        .annotate(
            outdated=Subquery(mine.values("outdated")),
            since=Subquery(mine.values("since")),
            importance=importance_at(timezone.now()),
        )
        .exclude(outdated=None)
        .order_by("importance", F("since").asc(nulls_last=True), "pk")
        .values_list("draft_title", "locale__language_code", "pk", "outdated", "since")
    )
    return [
        Urgent(title, code, reverse("wagtailadmin_pages:edit", args=[pk]), count, since)
        for title, code, pk, count, since in found[:most]
    ]


class UrgentPanel(Component):
    """The public versions that mislead readers most, for somebody who may mend them."""

    name = "outdated_versions"
    template_name = "translations/matrix/urgent.html"
    order = 140

    def __init__(self, versions: Sequence[Urgent]) -> None:
        self.versions = versions

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the versions and where all of them are."""
        address = reverse("translations_matrix:pages")
        return {
            "versions": self.versions,
            "heading": _("Outdated versions"),
            "all": f"{address}?state={State.OUTDATED}",
        }


def row_of(instance: Any, user: Any = None) -> Row | None:
    """Return the versions of the object that ``instance`` is one of; None where it has none yet.

    ``user`` is who the links are for. A constant number of queries, however many languages there are.
    """
    if not isinstance(instance, TranslatableMixin) or instance.pk is None:
        return None
    model = Page if isinstance(instance, Page) else type(instance)
    keys = list(
        queries.originals(model)
        .filter(translation_key=instance.translation_key)
        .values_list("pk", flat=True)
    )
    rows = rows_of(model, keys, site_locales(), user)
    return rows[0] if rows else None

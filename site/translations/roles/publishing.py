"""Groups of translators that publish: they pass the review by, and on older sites nobody has decided so.

Until translations could be reviewed, the groups that ``home.set_up`` made might publish in their language.
No update takes a right away. Whoever may change groups is told instead: on the front page of the admin,
until she puts the message away, and on the form of each such group; operators by ``kohtaamo migrate``
(a check of the database) and ``kohtaamo refresh_translations``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.contrib.auth.models import Group
from django.core import checks
from django.db import DatabaseError
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import GroupPagePermission

from core import languages
from translations.models import GroupLanguage

RIGHT = "publish_page"


@dataclass(frozen=True)
class PublishingGroup:
    """A group that has languages, and may publish pages in them."""

    pk: int
    name: str
    codes: tuple[str, ...]

    @property
    def languages(self) -> str:
        """Return the names of its languages, each in itself."""
        return ", ".join(languages.endonym(code) for code in self.codes)

    @property
    def href(self) -> str:
        """Return where the right is taken away."""
        return reverse("wagtailusers_groups:edit", args=[self.pk])


def publishing_groups(group: Group | None = None) -> list[PublishingGroup]:
    """Return the groups that have languages and may publish, or only ``group``; by name, one query."""
    publishes = GroupPagePermission.objects.filter(
        group=OuterRef("group"), permission__codename=RIGHT
    )
    rows = GroupLanguage.objects.filter(Exists(publishes)).order_by("group__name", "locale")
    if group is not None:
        rows = rows.filter(group=group)
    codes: dict[tuple[int, str], list[str]] = {}
    for pk, name, code in rows.values_list("group", "group__name", "locale__language_code"):
        codes.setdefault((pk, name), []).append(code)
    return [PublishingGroup(pk, name, tuple(found)) for (pk, name), found in codes.items()]


@checks.register(checks.Tags.database)
def check_publishing_groups(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Name the groups of translators that publish; nothing where there are no tables yet."""
    if not databases:
        return []
    try:
        found = publishing_groups()
    except DatabaseError:
        return []
    return [
        checks.Warning(
            f"The group “{group.name}” ({', '.join(group.codes)}) has languages, and may publish pages: "
            "its translations go out without a review.",
            hint=(
                "If a publisher should approve them: Settings > Groups, take the right to publish from "
                "its page permissions. If they are to publish themselves, ignore this."
            ),
            id="translations.W001",
        )
        for group in found
    ]


class PublishingGroupsPanel(Component):
    """The groups of translators that publish, for somebody who may change groups."""

    name = "publishing_translators"
    template_name = "translations/roles/publishing_groups.html"
    order = 130

    def __init__(self, groups: Sequence[PublishingGroup]) -> None:
        self.groups = groups

    @property
    def dismissible_id(self) -> str:
        """Return under what it is put away: it comes back once another group publishes."""
        told = repr([(group.pk, group.codes) for group in self.groups])
        return f"{self.name}_{crc32(told.encode()):08x}"

    def is_put_away(self, user: Any) -> bool:
        """Tell whether ``user`` has put it away."""
        profile = getattr(user, "wagtail_userprofile", None)
        return bool(profile and profile.dismissibles.get(self.dismissible_id))

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the groups, and under what it is put away."""
        return {"groups": self.groups, "dismissible_id": self.dismissible_id}


@hooks.register("construct_homepage_panels")
def publishing_groups_on_the_front_page(request: HttpRequest, panels: list[Any]) -> None:
    """Name the groups to those who may change them; say nothing where there are none."""
    if not request.user.has_perm("auth.change_group"):
        return
    groups = publishing_groups()
    panel = PublishingGroupsPanel(groups)
    if groups and not panel.is_put_away(request.user):
        panels.append(panel)

"""People, organisations, themes and funders in the editors' menu."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme


class TitlesPermissionPolicy(ModelPermissionPolicy):
    """Titles are added on the form of the person they belong to, and by ordering a translation.

    Nobody adds one by itself, administrators included: its form could not ask whose it is.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse “add” to everybody."""
        return action != "add" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Ask about each action by itself, so that “add” counts for nothing."""
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Iterable[str]) -> Any:
        """Leave “add” out of the question."""
        asked = [action for action in actions if action != "add"]
        if not asked:
            return get_user_model()._default_manager.none()
        return super().users_with_any_permission(asked)


register_permission_policy(ContactTitle, TitlesPermissionPolicy(ContactTitle), exact_class=True)


class ContactPersonViewSet(SnippetViewSet):
    """Contact persons, with what expires shown in the list."""

    model = ContactPerson
    icon = "user"
    menu_label = _("Contact persons")
    list_display = ("name", "organisation", "shown_phone", "email", "valid_until")
    list_filter = ("organisation",)
    list_per_page = 50


class OrganisationViewSet(SnippetViewSet):
    """Organisations."""

    model = Organisation
    icon = "home"
    menu_label = _("Organisations")
    list_display = ("name", "url")


class ThemeViewSet(SnippetViewSet):
    """Themes."""

    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    list_display = ("name", "slug")


class FunderViewSet(SnippetViewSet):
    """Funders and their statements."""

    model = Funder
    icon = "pick"
    menu_label = _("Funders")
    list_display = ("name", "statement", "grant_number")


class ContactTitleViewSet(SnippetViewSet):
    """Titles of contact persons by language: what translators translate of them."""

    model = ContactTitle
    icon = "openquote"
    menu_label = _("Contact persons' titles")
    list_display = ("person", "title")


class PeopleViewSetGroup(SnippetViewSetGroup):
    """One menu entry for all that pages refer to."""

    menu_label = _("People and bodies")
    menu_icon = "group"
    menu_order = 250
    items = (
        ContactPersonViewSet,
        OrganisationViewSet,
        ThemeViewSet,
        FunderViewSet,
        ContactTitleViewSet,
    )


register_snippet(PeopleViewSetGroup)


@hooks.register("construct_main_menu")
def hide_the_plain_snippets_entry(request: object, menu_items: list[object]) -> None:
    """Everything under “Snippets” stands in “People and bodies” already."""
    menu_items[:] = [item for item in menu_items if getattr(item, "name", "") != "snippets"]

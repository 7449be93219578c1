"""People, organisations, themes and funders in the editors' menu."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme


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

"""The body with people in it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import BodyBlock
from people.models import ContactCard, contact_cards


class ContactValue(blocks.StructValue):
    """A contact person in the middle of a text."""

    def card(self, locale: Locale) -> ContactCard | None:
        """Return her card in the language of ``locale``, or None once her details no longer hold."""
        person = self.get("person")
        cards = contact_cards([person], locale) if person is not None else []
        return cards[0] if cards else None


class ContactBlock(blocks.StructBlock):
    """A contact person, by reference: a changed phone number is right here too."""

    person = SnippetChooserBlock("people.ContactPerson", label=_("Contact person"))

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the card in the language of the page the block stands on."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        locale = page.locale if page is not None else Locale.get_active()
        context["card"] = value.card(locale)
        return context

    class Meta:
        label = _("Contact person")
        icon = "user"
        description = _("Name, title, phone and e-mail of a person, always up to date")
        template = "blocks/contact_block.html"
        value_class = ContactValue
        preview_value = {"person": None}


class BodyWithContactsBlock(BodyBlock):
    """The body of pages that may name a contact person in the running text."""

    contact = ContactBlock(group=_("Links and files"))

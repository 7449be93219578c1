"""The body with people in it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale

from core.blocks import BodyBlock
from people.choosers import ContactPersonChooser
from people.models import ContactCard, ContactPerson, contact_cards


class ContactValue(blocks.StructValue):
    """A contact person in the middle of a text."""

    def card(self, locale: Locale) -> ContactCard | None:
        """Return her card in the language of ``locale``, or None once her details no longer hold."""
        person = self.get("person")
        cards = contact_cards([person], locale) if person is not None else []
        return cards[0] if cards else None


class ContactBlock(blocks.StructBlock):
    """A contact person, by reference: a changed phone number is right here too."""

    person = ContactPersonChooser("people.ContactPerson", label=_("Contact person"))

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the card in the language of the page the block stands on."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page, person = context.get("page"), value.get("person")
        cards = context.get("cards_in_body")
        if cards is not None and person is not None:
            context["card"] = cards.get(person.pk)
        else:
            context["card"] = value.card(page.locale if page is not None else Locale.get_active())
        return context

    class Meta:
        label = _("Contact person")
        icon = "user"
        description = _("Name, title, phone and e-mail of a person, always up to date")
        template = "blocks/contact_block.html"
        value_class = ContactValue
        preview_value = {"person": None}


def persons_in(body: Any) -> list[ContactPerson]:
    """Return the contact persons named in the blocks of ``body``."""
    blocks_with_persons = [block.value for block in body or () if block.block_type == "contact"]
    return [value["person"] for value in blocks_with_persons if value.get("person") is not None]


class BodyWithContactsBlock(BodyBlock):
    """The body of pages that may name a contact person in the running text."""

    contact = ContactBlock(group=_("Links and files"))

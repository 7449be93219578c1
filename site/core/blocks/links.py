"""Blocks that lead somewhere: a button, files to download."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock


class LinkValue(blocks.StructValue):
    """A link decided once: where it leads, and whether that is another site."""

    @property
    def href(self) -> str:
        """Return the address: that of the page in the reader's language, or the outside address."""
        page = self.get("page")
        if page is not None:
            return str(page.localized.url or "")
        return str(self.get("url") or "")

    @property
    def host(self) -> str:
        """Return the host of an outside address, for telling the reader where she is going."""
        return "" if self.get("page") else urlsplit(self.href).hostname or ""


class CallToActionBlock(blocks.StructBlock):
    """One thing to do next: read the plan, apply, sign up."""

    text = blocks.CharBlock(label=_("Text of the button"), max_length=80)
    introduction = blocks.CharBlock(label=_("Sentence before it"), required=False, max_length=200)
    page = blocks.PageChooserBlock(label=_("Page of this site"), required=False)
    url = blocks.URLBlock(label=_("Or an address elsewhere"), required=False)

    def clean(self, value: Any) -> Any:
        """Require exactly one place to lead to."""
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            message = ValidationError(_("Choose either a page or an address."), code="one_target")
            raise StructBlockValidationError({"url": message})
        return cleaned

    class Meta:
        label = _("Call to action")
        icon = "arrow-right"
        description = _("A button that leads to the next step")
        template = "blocks/call_to_action_block.html"
        value_class = LinkValue
        preview_value = {
            "text": "Lue suunnitelma",
            "introduction": "Suunnitelma on voimassa vuoden 2025 loppuun.",
            "page": None,
            "url": "https://www.example.org/suunnitelma",
        }


class DocumentsBlock(blocks.StructBlock):
    """Files to download; each says its type, size and language."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    documents = blocks.ListBlock(
        DocumentChooserBlock(label=_("Document")), label=_("Documents"), min_num=1
    )

    class Meta:
        label = _("Documents")
        icon = "doc-full-inverse"
        description = _("Files to download, with type and size")
        template = "blocks/documents_block.html"
        preview_value = {"heading": "Liitteet", "documents": []}

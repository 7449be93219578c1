"""Blocks that lead somewhere: a button, files to download."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page


class LinkValue(blocks.StructValue):
    """A link decided once: where it leads, and whether that is another site."""

    def href_among(self, public: dict[UUID, dict[str, Page]] | None, code: str) -> str:
        """Return the address: the outside one, or that of the page in the language ``code``.

        ``public`` holds the public versions of pages by translation key and language, as the
        surroundings of a page do. A page that is in none of them is not public, and an empty
        address says so. Without ``public`` (a block shown by itself) the page is asked.
        """
        page = self.get("page")
        if page is None:
            return str(self.get("url") or "")
        if public is None:
            return str(page.localized.url or "") if page.live else ""
        versions = public.get(page.translation_key, {})
        shown = versions.get(code) or next(
            (version for version in versions.values() if version.locale_id == page.locale_id), None
        )
        return str(shown.url or "") if shown is not None else ""

    @property
    def host(self) -> str:
        """Return the host of an outside address, for telling the reader where she is going."""
        return "" if self.get("page") else urlsplit(str(self.get("url") or "")).hostname or ""


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

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add where the button leads; nowhere, and there is no button, while the page is not public."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        around, page = context.get("surroundings"), context.get("page")
        public = around.neighbours if page is not None and around is not None else None
        context["href"] = value.href_among(public, getattr(page, "language_code", ""))
        return context

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


def pages_of_buttons(body: Any) -> list[UUID]:
    """Return the translation keys of the pages that the buttons of ``body`` lead to."""
    values = [block.value for block in body or () if block.block_type == "call_to_action"]
    return [value["page"].translation_key for value in values if value.get("page") is not None]

"""Blocks of words: paragraphs, headings, quotes, accordions, tables."""

from __future__ import annotations

import json
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class ParagraphBlock(blocks.RichTextBlock):
    """Running text with links and lists. Headings are blocks of their own, so that they nest right."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        label = _("Paragraph")
        icon = "pilcrow"
        description = _("Text with links, lists, bold and italics")
        template = "blocks/paragraph_block.html"
        preview_value = (
            "<p>Kunnan asukkaat kokoontuivat kirjastoon kertomaan, <b>mikä arjessa toimii</b>.</p>"
            "<ul><li>Kolme iltaa</li><li>Viisi kieltä</li></ul>"
        )


class HeadingValue(blocks.StructValue):
    """A heading and the anchor that leads to it."""

    @property
    def anchor(self) -> str:
        """Return an id made of the words; empty for scripts that have no ASCII form."""
        return slugify(self.get("text") or "")

    @property
    def tag(self) -> str:
        """Return the name of the HTML element: ``h2`` or ``h3``."""
        return "h3" if self.get("level") == "3" else "h2"


class HeadingBlock(blocks.StructBlock):
    """A heading inside the body: level 2, or 3 under a level 2."""

    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Main heading")), ("3", _("Subheading"))],
        default="2",
        required=True,
    )

    class Meta:
        label = _("Heading")
        icon = "title"
        description = _("Divides a long text into parts one can jump to")
        template = "blocks/heading_block.html"
        value_class = HeadingValue
        form_layout = ["text", "level"]
        preview_value = {"text": "Näin suunnitelma syntyi", "level": "2"}


class QuoteBlock(blocks.StructBlock):
    """What somebody said, with her name and role."""

    text = blocks.TextBlock(label=_("Quotation"), rows=3, max_length=800)
    speaker = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Her or his role"), required=False, max_length=160)

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        description = _("A person's words, with name and role")
        template = "blocks/quote_block.html"
        preview_value = {
            "text": "Kun meiltä kysytään ajoissa, saadaan suunnitelma, jota myös käytetään.",
            "speaker": "Aino Esimerkki",
            "role": "työryhmän puheenjohtaja",
        }


class AccordionBlock(blocks.StructBlock):
    """A question and its answer, closed until opened; opens without JavaScript."""

    title = blocks.CharBlock(label=_("Heading"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)
    is_open = blocks.BooleanBlock(label=_("Open from the start"), required=False)

    class Meta:
        label = _("Text that opens")
        icon = "list-ul"
        description = _("A heading that opens to show its text; several in a row make a list")
        template = "blocks/accordion_block.html"
        preview_value = {
            "title": "Kuka voi osallistua?",
            "text": "<p>Kaikki kunnassa asuvat, työskentelevät tai opiskelevat.</p>",
            "is_open": True,
        }


class TableBlock(WagtailTableBlock):
    """A table of facts with a caption and header cells, translated cell by cell.

    Wagtail's block gives wagtail-localize nothing to translate; the two methods below do.
    """

    def __init__(self, **kwargs: Any) -> None:
        options = {"startRows": 3, "startCols": 3, "contextMenu": True}
        kwargs.setdefault("table_options", options)
        super().__init__(**kwargs)

    def get_translatable_segments(self, value: dict[str, Any] | None) -> list[StringSegmentValue]:
        """Return the caption and each cell with text in it, addressed by row and column."""
        if not value:
            return []
        segments = []
        if value.get("table_caption"):
            segments.append(StringSegmentValue("caption", value["table_caption"]))
        for row, cells in enumerate(value.get("data") or []):
            for column, cell in enumerate(cells):
                if cell:
                    segments.append(StringSegmentValue(f"cell-{row}-{column}", str(cell)))
        return segments

    def restore_translated_segments(
        self, value: dict[str, Any], segments: list[StringSegmentValue]
    ) -> dict[str, Any]:
        """Return ``value`` with the translated caption and cells in place; unknown cells are ignored."""
        restored: dict[str, Any] = json.loads(json.dumps(value))
        for segment in segments:
            text = segment.render_text()
            if segment.path == "caption":
                restored["table_caption"] = text
                continue
            _name, row, column = segment.path.split("-")
            try:
                restored["data"][int(row)][int(column)] = text
            except IndexError:
                continue
        return restored

    class Meta:
        label = _("Table")
        icon = "table"
        description = _("Facts in rows and columns, with a caption")
        template = "blocks/table_block.html"
        preview_value = {
            "table_caption": "Työpajat",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "data": [["Paikkakunta", "Päivä"], ["Kuopio", "12.12.2023"], ["Kajaani", "16.1.2024"]],
        }

"""Where on its page a text stands, in the user's language: field or block, tab, kind of paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from bs4 import BeautifulSoup
from django.core.exceptions import FieldDoesNotExist
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import TemplateSegment, TranslationContext
from wagtail_localize.views.edit_translation import (
    FieldHasNoEditPanelError,
    TabHelper,
    get_segment_location_info,
)

CELL: Final = re.compile(r"\.cell-(\d+)-(\d+)$")
#: Where texts come whose field no panel of the form shows.
LAST: Final = 10_000
#: What a sentence of rich text is part of, by the tag around it.
SHAPES: Final[dict[str, str | Promise]] = {
    "h1": _("Heading 1"),
    "h2": _("Heading 2"),
    "h3": _("Heading 3"),
    "h4": _("Heading 4"),
    "h5": _("Heading 5"),
    "h6": _("Heading 6"),
    "li": _("List item"),
    "blockquote": _("Quotation"),
    "p": _("Paragraph"),
}


@dataclass(frozen=True)
class Place:
    """The names of a place, and where it comes on the page."""

    label: str
    part: str = ""
    tab: str = ""
    order: int = LAST

    @property
    def name(self) -> str:
        """Return both names in one."""
        return f"{self.label}: {self.part}" if self.part else self.label


class Places:
    """Names the places of one source. Costs no query: a context knows its field."""

    def __init__(self, instance: Any) -> None:
        self.instance = instance
        self.helper = TabHelper(instance)

    def of(self, context: TranslationContext) -> Place:
        """Return the place of a context; a part that the source has no more is named by its path."""
        try:
            field_path = context.get_field_path(self.instance)
            found = get_segment_location_info(self.instance, self.helper, context.path, field_path)
        except FieldHasNoEditPanelError:
            return Place(self._name_of(context.path))
        except (KeyError, IndexError, AttributeError, FieldDoesNotExist):
            return Place(context.path)
        field, part = str(found["field"]), str(found["subField"] or "") or _cell(context.path)
        tab = str(self._tabs.get(found["tab"], "")) if len(self._tabs) > 1 else ""
        return Place(field, "" if part == field else capfirst(part), tab, found["order"])

    @cached_property
    def _tabs(self) -> dict[str, str]:
        return {tab["slug"]: tab["label"] for tab in self.helper.tabs_with_slugs}

    def _name_of(self, path: str) -> str:
        name = path.partition(".")[0]
        try:
            return str(capfirst(self.instance._meta.get_field(name).verbose_name))
        except (FieldDoesNotExist, AttributeError):
            return name


def _cell(path: str) -> str:
    """Return which cell of a table a path names; empty for anything else (``core.blocks.table``)."""
    found = CELL.search(path)
    if found is None:
        return ""
    row, column = (int(number) + 1 for number in found.groups())
    return gettext("row %(row)s, column %(column)s") % {"row": row, "column": column}


def shapes_of(templates: Iterable[TemplateSegment]) -> dict[int, list[str]]:
    """Return for each context of rich text which tag stands around each of its texts, in order."""
    found: dict[int, list[str]] = {}
    for segment in templates:
        soup = BeautifulSoup(segment.template.template, "html.parser")
        found[segment.context_id] = [
            next((parent.name for parent in text.parents if parent.name in SHAPES), "")
            for text in soup.find_all("text")
        ]
    return found

"""Choosers of people, for use inside blocks."""

from __future__ import annotations

from typing import Any

from wagtail.snippets.blocks import SnippetChooserBlock

from people.models import ContactPerson


class ContactPersonChooser(SnippetChooserBlock):
    """A chooser that fetches with the persons what their cards show."""

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Return the persons for the given keys, in their order, at one query."""
        persons = ContactPerson.objects.for_display().in_bulk([v for v in values if v is not None])
        return [persons.get(value) for value in values]

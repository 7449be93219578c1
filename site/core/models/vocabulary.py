"""Shared vocabularies (themes, organisations, funders): one row a language, referred to from everywhere.

A page refers to *some* row of a vocabulary, whichever language it was chosen in. What the reader
sees is decided when the page is shown: the row in her language, or else the row referred to, whose
``locale`` then tells the template which ``lang`` to mark it with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, TranslatableMixin
from wagtail.search import index

from core.languages import html_lang

V = TypeVar("V", bound="Vocabulary")


class Vocabulary(index.Indexed, TranslatableMixin, models.Model):
    """An abstract named thing with one row for each language."""

    name = models.CharField(_("name"), max_length=200)

    search_fields: ClassVar = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


def in_language(rows: Iterable[V], locale: Locale) -> list[V]:
    """Return ``rows`` in the language ``locale``, in the same order, at one query for all of them.

    A row without a version in that language is shown in the site's main language, and without that
    one as it is; its ``locale`` says which language it is in. Rows that are versions of one thing
    become one.
    """
    rows = list(rows)
    foreign = [row for row in rows if row.locale_id != locale.pk]
    found: dict[object, V] = {}
    if foreign:
        model = type(foreign[0])
        versions = model._default_manager.select_related("locale").filter(
            models.Q(locale=locale) | models.Q(locale__language_code=settings.LANGUAGE_CODE),
            translation_key__in={row.translation_key for row in foreign},
        )
        for version in sorted(versions, key=lambda version: version.locale_id == locale.pk):
            found[version.translation_key] = version
    shown: dict[object, V] = {}
    for row in rows:
        if row.locale_id == locale.pk:
            shown[row.translation_key] = row
        else:
            shown.setdefault(row.translation_key, found.get(row.translation_key, row))
    return list(shown.values())


def foreign_lang(row: TranslatableMixin | None, locale: Locale) -> str:
    """Return the ``lang`` of a row in another language than ``locale``, else an empty string."""
    if row is None or row.locale_id == locale.pk:
        return ""
    return html_lang(row.locale.language_code)

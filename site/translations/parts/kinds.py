"""What kinds of texts pages show from elsewhere, and how rows of each belong together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import Cast

from core.models import Vocabulary
from people.models import ContactTitle
from videos.models import VideoText

#: The kind of captions, subtitles and other tracks: they are no rows of texts.
TRACKS = "videos.videotrack"


class PartKey(NamedTuple):
    """A text in all its languages: the kind (``app.model``), and what its rows have in common."""

    kind: str
    group: str


@dataclass(frozen=True)
class Kind:
    """Texts with one row a language."""

    model: type[Model]
    #: The column that the rows of one text have in common, and the key of the owner's field.
    column: str
    #: What such a text is called, from a row of it.
    name: str

    @property
    def label(self) -> str:
        """Return ``app.model``."""
        return str(self.model._meta.label_lower)

    @property
    def owner(self) -> str:
        """Return the field that leads to what the text is written of; empty for a vocabulary."""
        return "" if self.column == "translation_key" else self.column.removesuffix("_id")

    @property
    def relation(self) -> str:
        """Return what its owner calls the rows."""
        field: Any = self.model._meta.get_field(self.owner)
        return str(field.remote_field.get_accessor_name())

    def group_of(self, row: Any) -> str:
        """Return what ``row`` has in common with its versions."""
        return plain(getattr(row, self.column))

    def key_of(self, row: Any) -> PartKey:
        """Return the text that ``row`` is one language of."""
        return PartKey(self.label, self.group_of(row))

    def rows(self, groups: Any) -> QuerySet[Any]:
        """Return the rows of the texts ``groups``, in all languages."""
        manager: Any = self.model._base_manager
        wanted = list(groups)
        if not self.owner:
            wanted = [UUID(group) for group in wanted]
        found: QuerySet[Any] = manager.filter(**{f"{self.column}__in": wanted})
        return found

    def told(self, groups: Any) -> QuerySet[Any]:
        """Return (kind, group, translation key, key, locale, name) of the rows; fit for a union."""
        return (
            self.rows(groups)
            .order_by()
            .values_list(
                Value(self.label, output_field=CharField()),
                Cast(F(self.column), CharField()),
                Cast(F("translation_key"), CharField()),
                F("pk"),
                F("locale_id"),
                Cast(F(self.name), CharField()),
            )
        )


def plain(value: object) -> str:
    """Return a key as ``RowRecord.group`` has it: a UUID without dashes, on every database."""
    return str(value).replace("-", "")


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds by their labels: the vocabularies, titles of persons, texts of videos."""
    found = [
        Kind(model, "translation_key", "name")
        for model in apps.get_models()
        if issubclass(model, Vocabulary)
    ]
    found += [
        Kind(ContactTitle, "person_id", "person__name"),
        Kind(VideoText, "video_id", "video__title"),
    ]
    return {kind.label: kind for kind in found}


def kind_of(row: Any) -> Kind:
    """Return the kind of ``row``. Raises KeyError for what is none of them."""
    return kinds()[row._meta.label_lower]


def type_of(model: type[Model]) -> ContentType:
    """Return the content type that Wagtail's index of references has for ``model``; no query."""
    return ContentType.objects.get_for_model(model, for_concrete_model=False)

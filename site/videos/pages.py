"""Which films a page shows, and which pages show a film."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.db import models
from django.utils.encoding import force_str
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page, ReferenceIndex

from core.models import BasePage
from videos.models import Video


def videos_of(page: models.Model) -> dict[int, str]:
    """Return the keys of all films ``page`` refers to as it is in memory, each with a field it stands in.

    Looked at are the page's own fields, what its streams and rich texts hold at any depth, and its
    child rows. The database need not know of any of it yet: a form asks before it saves. Wagtail's
    ``ReferenceIndex`` walks the same way, but in a private method, and through relations that can
    hold no film.
    """
    found: dict[int, str] = {}
    for name, key in _references(page):
        found.setdefault(key, name)
    return found


def _references(instance: Any) -> Iterator[tuple[str, int]]:
    for field in instance._meta.get_fields():
        if _is_film_key(field):
            key = field.value_from_object(instance)
            if key is not None:
                yield field.name, int(key)
        elif _is_film_list(field):
            for video in getattr(instance, field.name).all():
                yield field.name, int(video.pk)
        elif hasattr(field, "extract_references"):
            value = field.value_from_object(instance)
            for model, key, *_paths in field.extract_references(value) if value else ():
                if issubclass(model, Video):
                    yield field.name, int(key)
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            if _may_hold_films(relation.related_model):
                name = relation.get_accessor_name()
                for child in getattr(instance, name).all():
                    for _field, key in _references(child):
                        yield force_str(name), key


def _is_film_key(field: Any) -> bool:
    """Tell whether a field is a foreign key to films, other than a row's key to what it is part of."""
    is_key = field.is_relation and (field.many_to_one or field.one_to_one) and field.concrete
    return bool(is_key and not isinstance(field, ParentalKey) and _is_film(field.related_model))


def _is_film_list(field: Any) -> bool:
    return bool(field.is_relation and field.many_to_many and field.concrete) and _is_film(
        field.related_model
    )


def _is_film(model: Any) -> bool:
    return isinstance(model, type) and issubclass(model, Video)


@cache
def _may_hold_films(model: type[models.Model]) -> bool:
    """Tell whether rows of ``model`` can refer to a film: saves asking for comments and the like."""
    if any(
        _is_film_key(field) or _is_film_list(field) or hasattr(field, "extract_references")
        for field in model._meta.get_fields()
    ):
        return True
    return issubclass(model, ClusterableModel) and any(
        _may_hold_films(relation.related_model) for relation in get_all_child_relations(model)
    )


def is_translation(page: Page) -> bool:
    """Tell whether ``page`` was written first in another language, or is an alias of another page."""
    if page.alias_of_id:
        return True
    source = getattr(page, "source_language", "")
    if source and source != page.locale.language_code:
        return True
    versions = Page.objects.filter(translation_key=page.translation_key).exclude(
        locale_id=page.locale_id
    )
    # The version written first has the lowest key; a page not saved yet may be a translation only
    # if somebody copied it for one.
    return bool(versions.filter(pk__lt=page.pk).exists() if page.pk else versions.exists())


def live_pages_of(keys: Iterable[int]) -> dict[int, list[BasePage]]:
    """Return the live pages that show each of the films with these keys, at a constant number of queries.

    Source: Wagtail's index of references, which holds what the row of a page refers to: of a live page
    what readers see, not what its draft will show.
    """
    shown: dict[int, list[int]] = {key: [] for key in keys}
    references = ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(Page),
        to_content_type=ReferenceIndex._get_base_content_type(Video),
        to_object_id__in=[str(key) for key in shown],
    )
    for page, video in references.values_list("object_id", "to_object_id").distinct():
        shown[int(video)].append(int(page))
    wanted = {pk for pages in shown.values() for pk in pages}
    live = Page.objects.live().filter(pk__in=wanted).select_related("locale").specific(defer=True)
    pages = {page.pk: page for page in live if isinstance(page, BasePage)} if wanted else {}
    return {key: [pages[pk] for pk in sorted(found) if pk in pages] for key, found in shown.items()}

"""Which films a page shows, and which pages show a film."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.db import models
from django.utils.encoding import force_str
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail_localize.models import Translation

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
    return bool(page.alias_of_id) or _version(page) in translations_among([page])


def translations_among(pages: Iterable[Page]) -> set[tuple[Any, int]]:
    """Return which of ``pages`` were written first in another language: translation key and locale.

    Those are the ones that wagtail-localize was told to translate, and those made after their other
    language versions. Two queries, however many pages there are.
    """
    made = {_version(page): page.pk for page in pages}
    keys = {key for key, _locale in made}
    if not keys:
        return set()
    ordered = Translation.objects.filter(source__object_id__in=keys)
    found = set(ordered.values_list("source__object_id", "target_locale_id")) & set(made)
    rows = Page.objects.filter(translation_key__in=keys)
    for pk, key, locale in rows.values_list("pk", "translation_key", "locale_id"):
        # A page not saved yet comes after all others.
        found |= {
            version
            for version, own in made.items()
            if version[0] == key and version[1] != locale and (own is None or pk < own)
        }
    return found


def _version(page: Page) -> tuple[Any, int]:
    return page.translation_key, page.locale_id


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
    live = Page.objects.live().filter(pk__in=wanted).specific(defer=True) if wanted else ()
    pages = {page.pk: page for page in live if isinstance(page, BasePage)}
    locales = Locale.objects.in_bulk({page.locale_id for page in pages.values()})
    for page in pages.values():
        page.locale = locales[page.locale_id]
    return {key: [pages[pk] for pk in sorted(found) if pk in pages] for key, found in shown.items()}

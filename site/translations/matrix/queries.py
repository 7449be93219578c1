"""Which rows the matrix has, in which order: questions put to the database as a whole.

A row is an original: a page or a text of a vocabulary that is no translation of another. Nothing here
runs a query; ten thousand rows are chosen and put in order by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Min, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from core.importance import importance_at
from translations.models import LanguageVersion, State
from translations.roles import ORDER
from translations.roles.sources import found_by, public

#: What a cell can say beside a ``State``: that it is the original, or a text that follows none.
ORIGINAL, SEPARATE = "original", "separate"
IMPORTANCE, AGE, TITLE = "importance", "age", "title"
#: The parameter of an address that asks for one object, by its translation key.
OBJECT = "object"

Rows = QuerySet[Any, Any]


def row_address(key: UUID) -> str:
    """Return the address of the matrix with nothing but the page ``key`` and its versions."""
    return f"{reverse('translations_matrix:pages')}?{urlencode({OBJECT: str(key)})}"


def instances(model: type[Model]) -> Rows:
    """Return what can stand in a cell: an alias is no version, and the root of the tree no page.

    Not ``alias_of=None``: SQLite would then go through all pages that are no alias, by the index of that
    column, for each row that asks for the few with its key.
    """
    rows: Rows = model._default_manager.all()
    return rows.exclude(alias_of__gt=0).filter(depth__gt=1) if issubclass(model, Page) else rows


def _same(model: type[Model]) -> Rows:
    """Return all versions of the object of an outer row."""
    return instances(model).filter(translation_key=OuterRef("translation_key"))


def follows(model: type[Model]) -> Exists:
    """Tell of each instance whether it is a translation of another that is there.

    Of two that follow each other the one that did so first is a translation.
    """
    source = _same(model).filter(locale=OuterRef("source_locale"))
    turned = LanguageVersion.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale=OuterRef("source_locale"),
        source_locale=OuterRef("locale"),
        pk__lt=OuterRef("pk"),
    )
    return Exists(
        LanguageVersion.objects.filter(
            Exists(source),
            ~Exists(turned),
            translation_key=OuterRef("translation_key"),
            locale=OuterRef("locale"),
        )
    )


def originals(model: type[Model]) -> Rows:
    """Return one instance of each object: what others are translated from, or was there first."""
    earlier = _same(model).filter(~follows(model), pk__lt=OuterRef("pk"))
    return instances(model).filter(~follows(model)).filter(~Exists(earlier))


def seen_by(user: Any, rows: Rows) -> Rows:
    """Return those of ``rows`` of which ``user`` finds a version in the tree, or may change one.

    Who may order translations sees what all may read too: else she would never learn what is missing.
    """
    model = rows.model
    if user.is_superuser:
        return rows
    if issubclass(model, Page):
        condition = found_by(user)
        return rows.filter(condition | public() if user.has_perm(ORDER) else condition)
    policy = policy_registry.get_by_type(model)
    may_see = policy.user_has_any_permission(user, ["add", "change", "delete", "view"])
    return rows if may_see else rows.none()


def in_state(rows: Rows, state: str, locales: Iterable[Locale]) -> Rows:
    """Return those of ``rows`` with a version in ``state`` in one of ``locales``."""
    model = rows.model
    keys = [locale.pk for locale in locales]
    there = _same(model).filter(locale__in=keys)
    if state == State.MISSING:
        counts = there.order_by().values("translation_key").annotate(n=Count("pk")).values("n")
        rows = rows.annotate(versions=Subquery(counts))
        return rows.filter(Q(versions=None) | Q(versions__lt=len(keys)))
    if state == SEPARATE:
        return rows.filter(Exists(there.exclude(pk=OuterRef("pk")).filter(~_has_record())))
    made = instances(model).filter(
        translation_key=OuterRef("translation_key"), locale=OuterRef("locale")
    )
    return rows.filter(
        Exists(
            LanguageVersion.objects.filter(
                Exists(made),
                translation_key=OuterRef("translation_key"),
                locale__in=keys,
                state=state,
            )
        )
    )


def _has_record() -> Exists:
    return Exists(
        LanguageVersion.objects.filter(
            translation_key=OuterRef("translation_key"), locale=OuterRef("locale")
        )
    )


def titled(rows: Rows, fields: Iterable[str], words: str) -> Rows:
    """Return those of ``rows`` of which a version, in any language, has ``words`` in its title.

    SQLite compares only the letters of English without case: å, ä and ö are tried in both.
    """
    holds = Q()
    for variant in {words, words.lower(), words.upper(), words.capitalize()}:
        for field in fields:
            holds |= Q(**{f"{field}__icontains": variant})
    return rows.filter(Exists(_same(rows.model).filter(holds)))


def in_order(rows: Rows, order: str, field: str, locales: Iterable[Locale], now: datetime) -> Rows:
    """Return ``rows`` in the order asked for; every order ends with the key, so pages never overlap."""
    by_title = (Lower(field), "pk")
    first: list[Any] = []
    if order == AGE:
        since = (
            LanguageVersion.objects.filter(
                translation_key=OuterRef("translation_key"),
                locale__in=[locale.pk for locale in locales],
            )
            .order_by()
            .values("translation_key")
            .annotate(first=Min("since"))
            .values("first")
        )
        rows = rows.annotate(age=Subquery(since))
        first = [F("age").asc(nulls_last=True)]
    elif order == IMPORTANCE and issubclass(rows.model, Page):
        first = [importance_at(now)]
    return rows.order_by(*first, *by_title)

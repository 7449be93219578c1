"""What a user is bound to: her groups' languages and what the groups allow, at one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db.models import CharField, Exists, F, IntegerField, Model, Value
from modelcluster.fields import ParentalKey
from wagtail.models import GroupPagePermission, Page, TranslatableMixin

from translations.models import GroupLanguage

#: Stands for the rights a person has herself, among the groups.
HERSELF = 0
KEPT_AS = "_language_bounds"
WRITING = ("add", "change", "delete", "publish")


@dataclass(frozen=True)
class Bounds:
    """The languages of a user's groups; a set of locales, or None where there is no bound."""

    #: By group, those with languages only.
    languages: dict[int, frozenset[int]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    #: Which groups give a right on models (``app.codename``), or she has it ``HERSELF``.
    givers: dict[str, frozenset[int]] = field(default_factory=dict)
    #: Whether something that is not bound lets her write.
    writes_freely: bool = False

    @property
    def locales(self) -> frozenset[int] | None:
        """Return the languages she may write in."""
        return None if self.writes_freely or not self.languages else self.of(self.languages)

    def allow(self, locale: int) -> bool:
        """Tell whether she may write in the language with this key."""
        locales = self.locales
        return locales is None or locale in locales

    def allow_code(self, code: str) -> bool:
        """Tell whether she may write in the language with this code."""
        return self.locales is None or code in self.codes

    def of(self, groups: Iterable[int]) -> frozenset[int] | None:
        """Return the languages that what any of ``groups`` allows holds in."""
        found: frozenset[int] = frozenset()
        for group in groups:
            if group not in self.languages:
                return None
            found |= self.languages[group]
        return found

    def of_right(self, right: str) -> frozenset[int] | None:
        """Return the languages that the right ``app.codename`` holds in; whether she has it is not asked."""
        if not self.languages or right not in self.givers:
            return None
        return self.of(self.givers[right])


def bounds_of(user: Any) -> Bounds:
    """Return what ``user`` is bound to, asked of the database once for each user object."""
    if user.is_superuser or user.pk is None:
        return Bounds()
    found: Bounds | None = getattr(user, KEPT_AS, None)
    if found is None:
        found = _asked(user)
        setattr(user, KEPT_AS, found)
    return found


def _asked(user: Any) -> Bounds:
    languages: dict[int, set[int]] = {}
    codes: set[str] = set()
    givers: dict[str, set[int]] = {}
    writers: set[int] = set()
    for kind, group, locale, name in _rows(user):
        if kind == "language":
            languages.setdefault(group, set()).add(locale)
            codes.add(name)
        elif kind == "page":
            writers.add(group)
        else:
            givers.setdefault(f"{kind}.{name}", set()).add(group)
            if f"{kind}.{name}" in _writing_rights():
                writers.add(group)
    return Bounds(
        {group: frozenset(locales) for group, locales in languages.items()},
        frozenset(codes),
        {right: frozenset(groups) for right, groups in givers.items()},
        bool(writers - set(languages)),
    )


def _rows(user: Any) -> Iterable[tuple[str, int, int, str]]:
    """Return languages, rights on pages and on models in one query; nothing without a language."""
    spoken = GroupLanguage.objects.filter(group__user=user)
    is_bound = Exists(spoken)
    no_locale = Value(0, output_field=IntegerField())
    languages = spoken.values_list(
        _text("language"), F("group_id"), F("locale_id"), F("locale__language_code")
    )
    pages = (
        GroupPagePermission.objects.filter(is_bound, group__user=user)
        .order_by()
        .values_list(_text("page"), F("group_id"), no_locale, _text(""))
    )
    right = "permission__content_type__app_label", "permission__codename"
    given = Group.permissions.through._default_manager.filter(is_bound, group__user=user)
    own = user.user_permissions.through._default_manager.filter(is_bound, user=user)
    herself = Value(HERSELF, output_field=IntegerField())
    rows: Iterable[tuple[str, int, int, str]] = languages.union(
        pages,
        given.values_list(F(right[0]), F("group_id"), no_locale, F(right[1])),
        own.values_list(F(right[0]), herself, no_locale, F(right[1])),
        all=True,
    )
    return rows


def _text(text: str) -> Value:
    return Value(text, output_field=CharField())


@cache
def _writing_rights() -> frozenset[str]:
    """Return the rights on texts with one row a language, and on what holds such rows."""
    rows = {model for model in apps.get_models() if is_text_by_language(model)}
    return frozenset(
        f"{model._meta.app_label}.{action}_{model._meta.model_name}"
        for model in rows | holders()
        for action in WRITING
    )


@cache
def holders() -> frozenset[type[Model]]:
    """Return the models that hold texts with one row a language: persons and their titles; no pages."""
    return frozenset(
        key.related_model
        for model in apps.get_models()
        if is_text_by_language(model)
        for key in model._meta.concrete_fields
        if isinstance(key, ParentalKey) and not issubclass(key.related_model, Page)
    )


def is_text_by_language(model: type[Model]) -> bool:
    """Tell whether each row of ``model`` is written in one language; pages are another matter."""
    return issubclass(model, TranslatableMixin) and not issubclass(model, Page)

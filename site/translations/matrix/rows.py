"""The rows of the matrix that are shown: read together, at a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from core import languages
from translations.matrix.cells import Cell
from translations.matrix.queries import ORIGINAL, SEPARATE, instances
from translations.models import LanguageVersion, State
from translations.roles import ORDER, locales_for

#: What of a version its cell shows.
SHOWN = (
    *("translation_key", "locale_id", "state", "is_live", "outdated", "fallback", "machine"),
    *("disagreements", "since", "changed_by_id"),
)


@dataclass(frozen=True)
class Row:
    """An original and its versions, a cell a language in the order of the site's languages."""

    key: UUID
    pk: int
    title: str
    code: str
    cells: list[Cell]
    kind: str = ""
    owner: str = ""
    is_live: bool = True

    @property
    def lang(self) -> str:
        """Return the ``lang`` of the title."""
        return languages.html_lang(self.code)


@dataclass(frozen=True)
class Reader:
    """For whom the rows are: what she may open and order. ``None`` is nobody: without links."""

    user: Any

    def editable(self, model: type[Model], keys: Iterable[int]) -> set[int]:
        """Return which of the instances ``keys`` she may change; at one query."""
        if self.user is None:
            return set()
        policy = policy_registry.get_by_type(model)
        found = policy.instances_user_has_any_permission_for(self.user, ["change"])
        return set(found.filter(pk__in=list(keys)).values_list("pk", flat=True))

    def may_order(self) -> set[int]:
        """Return the languages (primary keys) that she may order translations into."""
        if self.user is None:
            return set()
        return set(locales_for(self.user, ORDER).values_list("pk", flat=True))


def rows_of(
    model: type[Model], keys: Sequence[int], locales: Sequence[Locale], user: Any = None
) -> list[Row]:
    """Return the rows of the originals with the primary keys ``keys``, in that order.

    ``user`` is who the links are for; without one there are none.
    """
    found = _Found(model, keys, locales, Reader(user))
    return [found.row(pk) for pk in keys if pk in found.heads]


class _Found:
    """What was read for some rows; making them of it costs no query."""

    def __init__(
        self, model: type[Model], keys: Sequence[int], locales: Sequence[Locale], reader: Reader
    ) -> None:
        self.model, self.locales = model, locales
        self.is_page = issubclass(model, Page)
        self.heads = {head["pk"]: head for head in self._heads(keys)}
        objects = {head["translation_key"] for head in self.heads.values()}
        self.places: dict[tuple[UUID, int], tuple[int, bool]] = {}
        live = "live" if self.is_page else "pk"
        for pk, key, locale, is_live in (
            instances(model)
            .filter(translation_key__in=objects)
            .values_list("pk", "translation_key", "locale_id", live)
        ):
            self.places[key, locale] = pk, bool(is_live)
        self.versions = {
            (version["translation_key"], version["locale_id"]): version
            for version in LanguageVersion.objects.filter(translation_key__in=objects).values(
                *SHOWN
            )
        }
        self.editable = reader.editable(model, (pk for pk, _live in self.places.values()))
        self.may_order = reader.may_order()
        self.names = _names(
            {version["changed_by_id"] for version in self.versions.values()}
            | {head.get("owner_id") for head in self.heads.values()}
        )
        self.addresses = _addresses(model)

    def _heads(self, keys: Sequence[int]) -> Iterable[dict[str, Any]]:
        rows = self.model._default_manager.filter(pk__in=keys)
        if self.is_page:
            columns = "pk", "translation_key", "locale__language_code", "draft_title"
            kinds: dict[int, str] = {}
            for head in rows.values(*columns, "content_type_id", "owner_id", "live"):
                kind = head["content_type_id"]
                if kind not in kinds:
                    kinds[kind] = _kind(kind)
                yield {**head, "title": head["draft_title"], "kind": kinds[kind]}
            return
        for row in rows.select_related(*_named_after(self.model)):
            yield {
                "pk": row.pk,
                "translation_key": row.translation_key,  # type: ignore[attr-defined]
                "locale__language_code": row.locale.language_code,  # type: ignore[attr-defined]
                "title": str(row),
            }

    def row(self, pk: int) -> Row:
        """Return the row of the original ``pk``."""
        head = self.heads[pk]
        return Row(
            key=head["translation_key"],
            pk=pk,
            title=head["title"],
            code=head["locale__language_code"],
            cells=[self._cell(head, locale) for locale in self.locales],
            kind=head.get("kind", ""),
            owner=self.names.get(head.get("owner_id"), ""),
            is_live=bool(head.get("live", True)),
        )

    def _cell(self, head: dict[str, Any], locale: Locale) -> Cell:
        place = self.places.get((head["translation_key"], locale.pk))
        if place is None:
            return Cell(locale, State.MISSING, self._order_address(head, locale))
        pk, is_live = place
        href = self.addresses.edit(pk) if pk in self.editable else ""
        if pk == head["pk"]:
            return Cell(locale, ORIGINAL, href, is_live)
        version = self.versions.get((head["translation_key"], locale.pk))
        if version is None:
            return Cell(locale, SEPARATE, href, is_live)
        return Cell(
            locale,
            version["state"],
            href,
            version["is_live"],
            version["outdated"],
            version["fallback"],
            version["machine"],
            tuple(version["disagreements"]),
            version["since"],
            self.names.get(version["changed_by_id"], ""),
        )

    def _order_address(self, head: dict[str, Any], locale: Locale) -> str:
        if locale.pk not in self.may_order:
            return ""
        return f"{self.addresses.order(head['pk'])}?{urlencode({'select_locale': locale.language_code})}"


@dataclass(frozen=True)
class _Addresses:
    """Where instances of a model are edited and translations ordered; looked up once, not a cell."""

    edit_pattern: str
    order_pattern: str

    def edit(self, pk: int) -> str:
        """Return where the instance is edited."""
        return self.edit_pattern.replace("/0/", f"/{pk}/")

    def order(self, pk: int) -> str:
        """Return where a translation of the instance is ordered."""
        return self.order_pattern.replace("/0/", f"/{pk}/")


def _addresses(model: type[Model]) -> _Addresses:
    if issubclass(model, Page):
        return _Addresses(
            reverse("wagtailadmin_pages:edit", args=[0]),
            reverse("wagtail_localize:submit_page_translation", args=[0]),
        )
    meta = model._meta
    views = model.snippet_viewset  # type: ignore[attr-defined]  # set by Wagtail on snippets
    try:
        edit = reverse(views.get_url_name("edit"), args=[0])
    except NoReverseMatch:
        edit = ""
    order = "wagtail_localize:submit_snippet_translation"
    return _Addresses(edit, reverse(order, args=[meta.app_label, meta.model_name, 0]))


def _kind(content_type: int) -> str:
    model = ContentType.objects.get_for_id(content_type).model_class()
    return str(model._meta.verbose_name) if model is not None else ""


def _named_after(model: type[Model]) -> list[str]:
    """Return the relations that the name of a row may be made of, and its language."""
    return [field.name for field in model._meta.concrete_fields if field.many_to_one]


def _names(users: set[int | None]) -> dict[int | None, str]:
    wanted = [user for user in users if user is not None]
    if not wanted:
        return {}
    people = get_user_model()._default_manager.filter(pk__in=wanted)
    return {one.pk: one.get_full_name() or one.get_username() for one in people}

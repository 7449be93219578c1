"""The matrix on screen: pages, and the texts of vocabularies that they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import Button
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from translations.matrix import queries
from translations.matrix.cells import Column
from translations.matrix.export import csv_of
from translations.matrix.filters import MatrixFilterSet, PageFilterSet
from translations.matrix.rows import Row, rows_of

#: Whoever has one of these on something finds her way to it here.
RIGHTS = ("add", "change", "publish", "delete", "bulk_delete", "lock", "unlock")
ON_ROWS = ("add", "change", "delete", "view")


@dataclass(frozen=True)
class Tab:
    """One kind of rows."""

    label: str
    href: str
    is_chosen: bool


def may_see(user: Any) -> bool:
    """Tell whether there is anything in the matrix for ``user``."""
    return sees_pages(user) or bool(vocabularies(user))


def sees_pages(user: Any) -> bool:
    """Tell whether ``user`` has any right on pages."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, set(RIGHTS)))


def vocabularies(user: Any) -> list[type[Model]]:
    """Return the snippets with one row a language that ``user`` has a right on, in order of name."""
    models = [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin)
        and policy_registry.get_by_type(model).user_has_any_permission(user, ON_ROWS)
    ]
    return sorted(models, key=lambda model: str(model._meta.verbose_name_plural).casefold())


class MatrixView(ReportView):
    """All originals of one kind and their versions: what is true, what is not, and since when."""

    page_title = _("Language versions")
    header_icon = "wagtail-localize-language"
    template_name = "translations/matrix/matrix.html"
    results_template_name = "translations/matrix/results.html"
    context_object_name = "rows"
    is_searchable = True
    model: type[Model] = Page
    filterset_class: type[MatrixFilterSet] = PageFilterSet

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who have no right on anything of the kind."""
        self.check()
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def check(self) -> None:
        """Raise PermissionDenied where the rows are not for her."""
        if not sees_pages(self.request.user):
            raise PermissionDenied

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Tell the filters what the rows are."""
        return {**super().get_filterset_kwargs(), "model": self.model}

    def get_index_url(self) -> str:
        """Return the address of the matrix."""
        return reverse("translations_matrix:pages")

    def get_index_results_url(self) -> str:
        """Return the address of the rows alone."""
        return reverse("translations_matrix:pages_results")

    # Rows ---------------------------------------------------------------------------------------

    def get_filtered_queryset(self) -> list[int]:
        """Return the primary keys of the rows asked for: the database puts them in order once."""
        if not self.filters.is_valid():
            return []
        rows = queries.seen_by(self.request.user, queries.originals(self.model))
        if self.asked_object is not None:
            rows = rows.filter(translation_key=self.asked_object)
        words = self.search_query.replace("\x00", "").strip()
        if words:
            rows = queries.titled(rows, self.filters.title_fields, words)
        return list(self.filters.filter_queryset(rows).values_list("pk", flat=True))

    def decorate_paginated_queryset(self, object_list: Sequence[int]) -> list[Row]:
        """Return the rows of the page that is shown."""
        return rows_of(self.model, object_list, self.filters.locales, self.request.user)

    @cached_property
    def asked_object(self) -> UUID | None:
        """Return which object alone is asked for, as the page explorer does; None for all.

        A key that is none is no question: all rows are shown.
        """
        try:
            return UUID(self.request.GET.get(queries.OBJECT, ""))
        except ValueError:
            return None

    def get_table(self, object_list: Any) -> Any:
        """Return an empty table: the template writes the rows itself."""
        return super().get_table([])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the columns and the other kinds of rows."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "columns": map(Column, self.filters.locales), "tabs": self.tabs}

    @cached_property
    def verbose_name_plural(self) -> Any:
        """Return what there may be none of."""
        return self.model._meta.verbose_name_plural

    @property
    def tabs(self) -> list[Tab]:
        """Return the kinds of rows that she has a right on."""
        user, found = self.request.user, []
        if sees_pages(user):
            found.append(
                Tab(str(_("Pages")), reverse("translations_matrix:pages"), self.model is Page)
            )
        for model in vocabularies(user):
            name = str(capfirst(model._meta.verbose_name_plural))
            found.append(Tab(name, address_of(model), self.model is model))
        return found

    # Export -------------------------------------------------------------------------------------

    FORMATS = (ReportView.FORMAT_CSV,)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the rows as CSV, all pages of them."""
        return [
            Button(_("Download CSV"), url=self.csv_export_url, icon_name="download", priority=100)
        ]

    @property
    def csv_export_url(self) -> str:
        """Return the address of the file; also when only the rows are asked for."""
        asked = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment"):
            asked.pop(name, None)
        asked["export"] = self.FORMAT_CSV
        return f"{self.index_url}?{asked.urlencode()}"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer with the page or with the file."""
        if self.is_export:
            keys = self.get_filtered_queryset()
            return csv_of(self.model, keys, self.filters.locales)
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response


class VocabularyView(MatrixView):
    """The rows of one vocabulary."""

    filterset_class = MatrixFilterSet

    def check(self) -> None:
        """Raise Http404 for what is no vocabulary, PermissionDenied for one that is not for her."""
        found = [
            model
            for model in get_snippet_models()
            if model._meta.label_lower == self.kwargs["label"]
            and issubclass(model, TranslatableMixin)
        ]
        if not found:
            raise Http404
        self.model = found[0]
        if self.model not in vocabularies(self.request.user):
            raise PermissionDenied

    def get_index_url(self) -> str:
        """Return the address of the vocabulary's rows."""
        return address_of(self.model)

    def get_index_results_url(self) -> str:
        """Return the address of the rows alone."""
        return reverse(
            "translations_matrix:vocabulary_results", args=[self.model._meta.label_lower]
        )


def address_of(model: type[Model]) -> str:
    """Return the address of the rows of a vocabulary."""
    return reverse("translations_matrix:vocabulary", args=[model._meta.label_lower])

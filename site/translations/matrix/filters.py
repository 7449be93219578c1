"""What the matrix is asked for: section, type, language, state, owner, order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import django_filters  # type: ignore[import-untyped]
from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Locale, Page, get_page_models

from core import languages
from translations.matrix import queries
from translations.matrix.cells import WORDS
from translations.models import State

#: What one can look for; the original is in every row.
STATES = (
    *(State.OUTDATED, State.FALLBACK, State.MACHINE, State.MISSING),
    *(State.IN_WORK, State.IN_REVIEW, State.UP_TO_DATE, queries.SEPARATE),
)
#: The pages right under the front doors: the parts of the site.
SECTION_DEPTH = 3

Choices = list[tuple[str, Any]]


def site_locales() -> list[Locale]:
    """Return the languages of the site in the order of its settings; at one query."""
    order = [code for code, _name in settings.LANGUAGES]
    return sorted(Locale.objects.all(), key=lambda locale: order.index(locale.language_code))


def _languages(locales: Iterable[Locale]) -> Choices:
    codes = [locale.language_code for locale in locales]
    return [(code, capfirst(languages.endonym(code))) for code in codes]


def _states() -> Choices:
    return [(str(state), capfirst(str(WORDS[state]))) for state in STATES]


def _sections() -> Choices:
    """Return the sections that hold pages, each once, by its title in the site's main language."""
    rows = (
        Page.objects.filter(depth=SECTION_DEPTH, alias_of=None, numchild__gt=0)
        .order_by("path")
        .values_list("translation_key", "draft_title", "locale__language_code")
    )
    titles: dict[UUID, str] = {}
    for key, title, code in rows:
        if key not in titles or code == settings.LANGUAGE_CODE:
            titles[key] = title
    return [(str(key), title) for key, title in titles.items()]


def _types() -> Choices:
    models = [model for model in get_page_models() if model is not Page]
    kinds = ContentType.objects.get_for_models(*models)
    found = [(str(kinds[model].pk), capfirst(model._meta.verbose_name)) for model in models]
    return sorted(found, key=lambda pair: pair[1].casefold())


def _owners() -> Choices:
    people = get_user_model()._default_manager.filter(
        Exists(Page.objects.filter(owner=OuterRef("pk")))
    )
    names = [(str(one.pk), one.get_full_name() or one.get_username()) for one in people]
    return sorted(names, key=lambda pair: pair[1].casefold())


def _choice(label: Any, choices: Any, empty: Any = None) -> Any:
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=empty or _("All"), widget=forms.RadioSelect
    )


class MatrixFilterSet(WagtailFilterSet):
    """Rows by language and state, in an order; of vocabularies and of pages alike."""

    state = _choice(_("State"), _states)
    locale = _choice(_("Language"), [])
    order = _choice(_("Order"), [(queries.AGE, _("Longest outdated first"))], empty=_("By name"))

    default_order = queries.TITLE

    class Meta:
        model = Model
        fields: list[str] = []

    def __init__(self, data: Any = None, *, model: type[Model], request: Any = None) -> None:
        super().__init__(data, model._default_manager.none(), request=request)
        self.model = model
        names = {field.name for field in model._meta.concrete_fields}
        #: The columns that rows are named by: the draft's title, and the public one.
        self.title_fields = [name for name in ("draft_title", "name", "title") if name in names]
        self.all_locales = site_locales()
        # Read once, and not again for each question a form asks its choices.
        self.filters["locale"].extra["choices"] = _languages(self.all_locales)

    def _add_locale_filter(self) -> None:
        """Ours is there already; Wagtail's would choose rows by the language of the original."""

    @property
    def locales(self) -> list[Locale]:
        """Return the languages with a column: all, or the one asked for."""
        code = self.form.cleaned_data.get("locale") if self.is_valid() else ""
        return [one for one in self.all_locales if not code or one.language_code == code]

    def filter_queryset(self, queryset: queries.Rows) -> queries.Rows:
        """Return the rows asked for, in the order asked for."""
        asked = self.form.cleaned_data
        if asked["state"]:
            queryset = queries.in_state(queryset, asked["state"], self.locales)
        return queries.in_order(
            queryset,
            asked["order"] or self.default_order,
            self.title_fields[0],
            self.locales,
            timezone.now(),
        )


class PageFilterSet(MatrixFilterSet):
    """Pages also by section, type and owner, and by what they matter to readers."""

    section = _choice(_("Section"), _sections)
    kind = _choice(_("Type"), _types)
    owner = _choice(_("Owner"), _owners)
    order = _choice(
        _("Order"),
        [(queries.AGE, _("Longest outdated first")), (queries.TITLE, _("By name"))],
        empty=_("Most important to readers first"),
    )

    default_order = queries.IMPORTANCE

    def filter_queryset(self, queryset: queries.Rows) -> queries.Rows:
        """Return the pages asked for, in the order asked for."""
        asked = self.form.cleaned_data
        if asked["kind"]:
            queryset = queryset.filter(content_type=asked["kind"])
        if asked["owner"]:
            queryset = queryset.filter(owner=asked["owner"])
        if asked["section"]:
            below = Q(pk__in=[])
            # The section in each of its languages: an original may have been written in any.
            for path in Page.objects.filter(
                translation_key=asked["section"], depth=SECTION_DEPTH
            ).values_list("path", flat=True):
                below |= Q(path__startswith=path)
            queryset = queryset.filter(below)
        return super().filter_queryset(queryset)

"""wagtail-localize asks whether somebody may change snippets of a type, and offers every language.

Some of its doors ask nobody about languages or pages:

- what it does to the translation of a snippet (a segment, an override, a PO file, machine translation,
  stopping) asks for a right on the type: ``views.edit_translation.user_can_edit_instance``;
- "Translate this page" offers, and takes, every language of the site, and any page: a draft that somebody
  cannot open herself would be copied to where she reads it, with all that is under it;
- "Sync translated pages" changes all languages of a source at once, and names them to everybody;
- its API lists the rows of all snippets;
- its report names all translations to everybody, and calls up to date what is not: here is the matrix.

Translations of pages need nothing else here: it asks their permissions, which know the rule. Delete what
upstream asks itself;
``tests/translations/roles/test_localize_knows_no_roles.py`` notices.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import HiddenInput
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views import edit_translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translations.roles import ORDER, locales_for, refusal
from translations.roles.bounds import bounds_of
from translations.roles.sources import may_order, may_order_below

original_can_edit = edit_translation.user_can_edit_instance
original_form = SubmitTranslationView.get_form
original_page = SubmitPageTranslationView.get_object
original_rows = SnippetViewSet.get_queryset
original_update = UpdateTranslationsView.dispatch


@wraps(original_can_edit)
def user_can_edit_instance(user: Any, instance: Any) -> bool:
    """Tell whether ``user`` may change the translation ``instance``, in its language."""
    if not original_can_edit(user, instance):
        return False
    if isinstance(instance, Page):
        return True
    policy = policy_registry.get(instance)
    return bool(
        policy.user_has_any_permission_for_instance(user, ["add", "change", "delete"], instance)
    )


@wraps(original_form)
def get_form(self: SubmitTranslationView) -> Any:
    """Return the form that orders a translation, with the languages that she may order."""
    form = original_form(self)
    targets = form.fields["locales"]
    hers = locales_for(self.request.user, ORDER)
    targets.queryset = targets.queryset.filter(pk__in=hers.values("pk"))
    if isinstance(self.object, Page) and not may_order_below(self.request.user, self.object):
        below = form.fields["include_subtree"]
        below.disabled, below.initial, below.widget = True, False, HiddenInput()
    return form


@wraps(original_page)
def get_page(self: SubmitPageTranslationView) -> Page:
    """Return the page to translate, for those who may read it."""
    page: Page = original_page(self)
    if not may_order(self.request.user, page):
        raise PermissionDenied
    return page


@wraps(original_rows)
def get_rows(self: SnippetViewSet) -> QuerySet[Any]:
    """Return the rows of a snippet, for those who have any right on it."""
    policy = policy_registry.get_by_type(self.get_model())
    if not policy.user_has_any_permission(self.request.user, ["add", "change", "delete", "view"]):
        raise PermissionDenied
    rows: QuerySet[Any] = original_rows(self)
    return rows


@wraps(original_update)
def dispatch(
    self: UpdateTranslationsView, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    """Update all languages of a source for those who may read it and order all of them."""
    page = Page.objects.filter(
        translation_key__in=TranslationSource.objects.filter(
            pk=kwargs["translation_source_id"]
        ).values("object_id")
    ).first()
    if page is not None and not may_order(request.user, page):
        raise PermissionDenied
    hers = bounds_of(request.user).of_right(ORDER)
    if hers is not None:
        others = Translation.objects.filter(
            source=kwargs["translation_source_id"], enabled=True
        ).exclude(target_locale__in=hers)
        code = others.values_list("target_locale__language_code", flat=True).first()
        if code is not None:
            raise PermissionDenied(refusal(code))
    answer: HttpResponseBase = original_update(self, request, *args, **kwargs)
    return answer


def lead_to_the_matrix(
    self: TranslationsReportView, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    """Answer with the way to what tells the same, and who may see it."""
    return redirect("translations_matrix:pages")


def apply() -> None:
    """Let wagtail-localize keep the rule."""
    edit_translation.user_can_edit_instance = user_can_edit_instance
    SubmitTranslationView.get_form = get_form
    SubmitPageTranslationView.get_object = get_page
    SnippetViewSet.get_queryset = get_rows
    TranslationsReportView.dispatch = lead_to_the_matrix
    UpdateTranslationsView.dispatch = dispatch

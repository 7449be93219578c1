"""The rule of ``translations.roles`` where Wagtail's forms of snippets ask about their type only.

Wagtail asks whether somebody may change themes, not whether she may change this theme: the form, the
deletion and the withdrawal of a row in a language that is not hers are refused here, before anything else.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from modelcluster.models import get_all_child_relations
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic import ReorderView
from wagtail.models import Locale

import people.wagtail_hooks  # noqa: F401  (registers its policies first)
import videos.wagtail_hooks  # noqa: F401  (the same)
from people.models import ContactTitle
from translations.roles import (
    admin_api_saves_before_it_asks,
    approvals_know_no_roles,
    localize_knows_no_roles,
    localize_reads_what_was_not_sent,
    policies,
    publishing,  # noqa: F401  (for its registrations)
    refusal,
)
from translations.roles.bounds import bounds_of, holders, is_text_by_language
from translations.roles.panel import GroupLanguagesPanel
from videos.models import VideoText

for model in (ContactTitle, VideoText):
    policies.bind(model)
localize_knows_no_roles.apply()
localize_reads_what_was_not_sent.apply()
approvals_know_no_roles.apply()
admin_api_saves_before_it_asks.apply()

#: Before wagtail-localize, whose hooks answer in place of the form.
FIRST = -100


@hooks.register("register_group_permission_panel")
def languages_of_groups() -> type[GroupLanguagesPanel]:
    """Ask for the languages of a group on its form."""
    return GroupLanguagesPanel


@hooks.register("before_create_snippet", order=FIRST)
def refuse_to_create(request: HttpRequest, model: Any) -> HttpResponseBase | None:
    """Open the form of a new row in a language of hers; refuse another one."""
    if not is_text_by_language(model):
        return None
    right = f"{model._meta.app_label}.add_{model._meta.model_name}"
    hers = bounds_of(request.user).of_right(right)
    if hers is None:
        return None
    asked = _asked_for(request, model)
    if asked.pk in hers and _keeps_to(request, model, hers):
        return None
    first = Locale.objects.filter(pk__in=hers).first()
    if request.method == "GET" and "locale" not in request.GET and first and not _is_copy(request):
        return redirect(f"{request.path}?{urlencode({'locale': first.language_code})}")
    return _refuse(request, asked)


@hooks.register("before_edit_snippet", order=FIRST)
def refuse_to_change(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    """Refuse to change a row in another language, and to take one there."""
    return _unless_hers(request, instance, "change")


@hooks.register("before_delete_snippet", order=FIRST)
def refuse_to_delete(request: HttpRequest, instances: Any) -> HttpResponseBase | None:
    """Refuse to delete a row in another language, and what holds rows in another language."""
    for instance in instances:
        for text in (instance, *_texts_in(instance)):
            right = f"{instance._meta.app_label}.delete_{instance._meta.model_name}"
            refused = _unless_hers(request, text, "delete", right)
            if refused is not None:
                return refused
    return None


@hooks.register("before_unpublish", order=FIRST)
def refuse_to_withdraw(request: HttpRequest, instance: Any) -> HttpResponseBase | None:
    """Refuse to withdraw a row in another language."""
    return _unless_hers(request, instance, "publish")


def _unless_hers(
    request: HttpRequest, instance: Any, action: str, right: str = ""
) -> HttpResponseBase | None:
    """Answer with a refusal if ``instance`` is a row in a language that is not hers.

    That is, if what gives her the ``right`` (one on its type, unless told otherwise) does not hold there.
    """
    model = type(instance)
    if not is_text_by_language(model):
        return None
    right = right or f"{model._meta.app_label}.{action}_{model._meta.model_name}"
    hers = bounds_of(request.user).of_right(right)
    if hers is None or (instance.locale_id in hers and _keeps_to(request, model, hers)):
        return None
    return _refuse(request, instance.locale)


def _texts_in(instance: Any) -> list[Any]:
    """Return the rows by language that are deleted together with ``instance``."""
    if type(instance) not in holders():
        return []
    return [
        text
        for relation in get_all_child_relations(type(instance))
        if is_text_by_language(relation.related_model)
        for text in getattr(instance, relation.get_accessor_name()).select_related("locale")
    ]


def _keeps_to(request: HttpRequest, model: Any, hers: frozenset[int]) -> bool:
    """Tell whether the language that a form sends along, where it has a field for it, is hers."""
    sent = request.POST.get("locale")
    if sent is None or not model._meta.get_field("locale").editable:
        return True
    return sent in {str(pk) for pk in hers}


def _asked_for(request: HttpRequest, model: Any) -> Locale:
    """Return the language that a new row would be in."""
    if _is_copy(request):
        pk = request.resolver_match.kwargs["pk"]  # type: ignore[union-attr]  # inside a view
        original = get_object_or_404(model, pk=pk)
        return original.locale
    code = request.GET.get("locale")
    return get_object_or_404(Locale, language_code=code) if code else Locale.get_default()


def _is_copy(request: HttpRequest) -> bool:
    return request.resolver_match is not None and "pk" in request.resolver_match.kwargs


def _refuse(request: HttpRequest, locale: Locale) -> HttpResponseBase:
    """Send her back to the front of the admin, and say which language was not hers."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        refused: HttpResponseBase = permission_denied(request)
        return refused
    messages.error(request, refusal(locale.language_code))
    return redirect(reverse("wagtailadmin_home"))


original_reorder = ReorderView.post


@wraps(original_reorder)
def reorder(self: ReorderView, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Move a row in a list, unless it is in a language that is not hers: Wagtail asks its type only."""
    refused = _unless_hers(request, get_object_or_404(self.model, pk=kwargs["pk"]), "change")
    answer: HttpResponseBase = refused or original_reorder(self, request, *args, **kwargs)
    return answer


ReorderView.post = reorder

"""wagtail-localize asks whether somebody may change snippets of a type, and offers every language.

Three of its doors ask nobody about languages:

- what it does to the translation of a snippet (a segment, an override, a PO file, machine translation,
  stopping) asks for a right on the type: ``views.edit_translation.user_can_edit_instance``;
- "Translate this page" offers, and takes, every language of the site;
- "Sync translated pages" changes all languages of a source at once.

Pages need nothing here: it asks their permissions, which know the rule. Delete what upstream asks itself;
``tests/translations/roles/test_localize_knows_no_roles.py`` notices.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation
from wagtail_localize.views.submit_translations import SubmitTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translations.roles import ORDER, locales_for, refusal
from translations.roles.bounds import bounds_of

original_can_edit = edit_translation.user_can_edit_instance
original_form = SubmitTranslationView.get_form
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
    return form


@wraps(original_update)
def dispatch(
    self: UpdateTranslationsView, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    """Update all languages of a source for those who may order all of them."""
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


def apply() -> None:
    """Let wagtail-localize keep the rule."""
    edit_translation.user_can_edit_instance = user_can_edit_instance
    SubmitTranslationView.get_form = get_form
    UpdateTranslationsView.dispatch = dispatch

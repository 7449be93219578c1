"""wagtail-localize publishes translations for whoever may order some.

"Sync translated pages" (``views.update_translations``) asks for the right to order translations only.
With "Publish immediately" it publishes every translation of the source; the same happens where a site has
``WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE``. Here ``Translation.save_target`` asks whether the user
may publish the page, or change the row of a vocabulary, and saves a draft, or no row, where she may not;
the box is not offered to her. Code that names no user is not asked.

Delete when upstream asks; ``tests/translations/review/test_update_publishes_unasked.py`` notices.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

save_target = Translation.save_target
get_form = UpdateTranslationsView.get_form


def may_publish(user: Any, instance: Any) -> bool:
    """Tell whether ``user`` may bring what ``instance`` says before the public."""
    if isinstance(instance, Page):
        return bool(instance.permissions_for_user(user).can_publish())
    policy = policy_registry.get(instance)
    return bool(policy.user_has_permission_for_instance(user, "change", instance))


@wraps(save_target)
def save_what_she_may(self: Translation, user: Any = None, publish: bool = True) -> Any:
    """Save the translation; publish it only for those who may."""
    if not publish or user is None:
        return save_target(self, user=user, publish=publish)
    try:
        instance = self.get_target_instance()
    except ObjectDoesNotExist:
        model = self.source.specific_content_type.model_class()
        if not issubclass(model, Page):
            return save_target(self, user=user, publish=True)  # a row that was ordered
        save_target(self, user=user, publish=False)
        instance = self.get_target_instance()
    if may_publish(user, instance):
        return save_target(self, user=user, publish=True)
    return save_target(self, user=user, publish=False) if isinstance(instance, Page) else None


@wraps(get_form)
def form_for_her(self: UpdateTranslationsView) -> Any:
    """Return the form, with the box to publish for those only who may publish all of it."""
    form = get_form(self)
    if not all(may_publish(self.request.user, one) for one in _targets(self.object)):
        box = form.fields["publish_translations"]
        box.disabled, box.widget = True, box.hidden_widget()
    return form


def _targets(source: Any) -> list[Any]:
    found = []
    for translation in source.translations.filter(enabled=True):
        try:
            found.append(translation.get_target_instance())
        except ObjectDoesNotExist:
            continue
    return found


def apply() -> None:
    """Ask."""
    Translation.save_target = save_what_she_may
    UpdateTranslationsView.get_form = form_for_her

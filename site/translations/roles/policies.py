"""The rule of ``translations.roles`` in Wagtail's registry of permission policies.

Wagtail asks the registry before it lets anybody touch a page (the forms, the lists, their bulk actions,
its admin API, wagtail-localize) and about snippets; what asks a snippet's type only is in ``roles.hooks``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Model, Q, QuerySet
from django.db.models.signals import pre_delete
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Locale, Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from core.registry import register_language_rights
from translations.models import GroupLanguage
from translations.roles import may_write_code
from translations.roles.bounds import bounds_of, is_text_by_language


class OnePagePolicy(PagePermissionPolicy):
    """What users may do with one page: only rights that hold in its language count."""

    def __init__(self, page: Page) -> None:
        super().__init__(Page)
        self.locale = page.locale_id

    def get_cached_permissions_for_user(self, user: Any) -> Iterable[GroupPagePermission]:
        """Return the rights of ``user`` on the tree that hold in the page's language."""
        rights: Iterable[GroupPagePermission] = super().get_cached_permissions_for_user(user)
        bounds = bounds_of(user)
        if not bounds.languages:
            return rights
        return [right for right in rights if _holds(bounds.of([right.group_id]), self.locale)]


class LanguagePagePolicy(PagePermissionPolicy):
    """Wagtail's policy for pages, in which rights hold in the languages of the group that gives them.

    Looking around in the tree is not bound: a translator finds the page she translates from.
    """

    # Wagtail's registry calls it with a page; a template that comes across it shall not.
    do_not_call_in_templates = True

    def __call__(self, page: Page) -> OnePagePolicy:
        """Return the policy for ``page``: the registry asks when it is asked about an object."""
        return OnePagePolicy(page)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Page
    ) -> bool:
        """Tell whether ``user`` may do any of ``actions`` to the page ``instance``."""
        policy = OnePagePolicy(instance)
        return bool(policy.user_has_any_permission_for_instance(user, set(actions), instance))

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Page]:
        """Return the pages that ``user`` may do any of ``actions`` to."""
        actions = set(actions)
        bounds = bounds_of(user)
        if not user.is_active or not bounds.languages:
            pages: QuerySet[Page] = super().instances_user_has_any_permission_for(user, actions)
            return pages
        wanted = self._get_permission_codenames(actions)
        # Who may only add may change what she added.
        own = self._get_permission_codenames({"add"}) if "change" in actions else set()
        found: QuerySet[Page] = Page.objects.none()
        for right in self.get_cached_permissions_for_user(user):
            codename = right.permission.codename
            if codename not in wanted | own:
                continue
            pages = Page.objects.descendant_of(right.page, inclusive=True)
            if codename not in wanted:
                pages = pages.filter(owner=user)
            locales = bounds.of([right.group_id])
            found |= pages if locales is None else pages.filter(locale__in=locales)
        return found

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """Return the pages that ``user`` sees in the tree, whatever their language."""
        pages: QuerySet[Page] = PagePermissionPolicy(Page).explorable_instances(user)
        return pages

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Page, include_superusers: bool = True
    ) -> QuerySet[Any]:
        """Return the users who may do any of ``actions`` to the page ``instance``."""
        actions = set(actions)
        above = instance.get_ancestors(inclusive=True)
        rights = GroupPagePermission.objects.filter(page__in=above).filter(
            Q(group__languages=None) | Q(group__languages__locale=instance.locale_id)
        )
        givers = self._groups_with(rights, actions)
        found = (
            Q(groups__in=givers) | Q(is_superuser=True)
            if include_superusers
            else Q(groups__in=givers)
        )
        if "change" in actions and "add" not in actions:
            found |= Q(groups__in=self._groups_with(rights, {"add"}), pk=instance.owner_id)
        return get_user_model()._default_manager.filter(found, is_active=True).distinct()

    def _groups_with(
        self, rights: QuerySet[GroupPagePermission], actions: set[str]
    ) -> QuerySet[GroupPagePermission, Any]:
        names = self._get_permission_codenames(actions)
        return rights.filter(permission__codename__in=names).values("group")


class LanguagePolicyMixin:
    """Lets a right on texts with one row a language hold in the languages of the group that gives it."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Tell whether ``user`` may do ``action`` to the row ``instance``."""
        right = self._get_permission_name(action)  # type: ignore[attr-defined]  # of the policy
        return bool(self.user_has_permission(user, action)) and _holds(  # type: ignore[attr-defined]
            bounds_of(user).of_right(right), instance.locale_id
        )

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """Return the rows that ``user`` may do any of ``actions`` to."""
        rows = self.model._default_manager  # type: ignore[attr-defined]  # of the policy
        found = rows.none()
        for action in actions:
            if not self.user_has_permission(user, action):  # type: ignore[attr-defined]
                continue
            right = self._get_permission_name(action)  # type: ignore[attr-defined]  # of the policy
            locales = bounds_of(user).of_right(right)
            found |= rows.all() if locales is None else rows.filter(locale__in=locales)
        return found


class LanguagePolicy(LanguagePolicyMixin, ModelPermissionPolicy):
    """The policy of vocabularies: one row a language."""


def register() -> None:
    """Register the rule for pages and for all that has one row a language and no policy of its own.

    Called as soon as the models are there: a snippet that is registered without a policy gets Wagtail's.
    """
    register_language_rights(may_write_code)
    register_permission_policy(Page, LanguagePagePolicy(Page))
    pre_delete.connect(close_groups, sender=Locale, dispatch_uid="roles-of-a-language")
    for model in apps.get_models():
        if is_text_by_language(model):
            register_permission_policy(model, LanguagePolicy(model), exact_class=True)


def close_groups(sender: type[Locale], instance: Locale, **kwargs: Any) -> None:
    """Take all rights from the groups that have no other language than the one that is deleted.

    Without it they would have no language, and so hold in all of them.
    """
    others = Group.objects.filter(languages__in=GroupLanguage.objects.exclude(locale=instance))
    for group in Group.objects.filter(languages__locale=instance).exclude(
        pk__in=others.values("pk")
    ):
        group.permissions.clear()
        GroupPagePermission.objects.filter(group=group).delete()
        GroupCollectionPermission.objects.filter(group=group).delete()


def bind(model: type[Model]) -> None:
    """Let the policy that an app registered for ``model`` keep the rule too."""
    policy = policy_registry.get_by_type(model)
    if not isinstance(policy, LanguagePolicyMixin):
        bound = type(f"Language{type(policy).__name__}", (LanguagePolicyMixin, type(policy)), {})
        register_permission_policy(model, bound(model), exact_class=True)


def _holds(locales: frozenset[int] | None, locale: int) -> bool:
    return locales is None or locale in locales

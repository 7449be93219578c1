"""Who may translate a film's captions into which language. Whoever is not named here may not."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from core.registry import may_write_language
from videos.models import Video


def may_translate(user: Any, code: str, video: Video) -> bool:
    """Tell whether ``user`` may write captions of ``video`` in the language ``code``.

    An administrator may, whoever may change the film itself, and whoever may change a page in that
    language: the translators into Swedish translate Swedish captions and no others. Whoever is bound to
    languages (``core.registry``) writes in no other, whatever else she may.
    """
    if not _may_enter(user) or code not in dict(settings.LANGUAGES):
        return False
    if not may_write_language(user, code):
        return False
    if user.is_superuser or may_change(user, video):
        return True
    return code in languages_of(user)


def may_change(user: Any, video: Video) -> bool:
    """Tell whether ``user`` may change the film itself."""
    policy = policy_registry.get_by_type(Video)
    return bool(policy.user_has_permission_for_instance(user, "change", video))


def languages_of(user: Any) -> Collection[str]:
    """Return the languages of the site that ``user`` may change a page in, in the site's order.

    Kept with ``user``, as Wagtail keeps her rights to pages: menus and hooks ask several times a page.
    """
    known: Collection[str] | None = getattr(user, "_caption_languages", None)
    if known is None:
        known = _asked_languages_of(user)
        user._caption_languages = known
    return known


def _asked_languages_of(user: Any) -> Collection[str]:
    codes = dict(settings.LANGUAGES)
    if not _may_enter(user):
        return []
    if user.is_superuser:
        return list(codes)
    policy = policy_registry.get_by_type(Page)
    pages = policy.instances_user_has_permission_for(user, "change")
    found = set(
        Locale.objects.filter(pk__in=pages.order_by().values("locale")).values_list(
            "language_code", flat=True
        )
    )
    return [code for code in codes if code in found and may_write_language(user, code)]


def languages_to_offer(user: Any) -> Collection[str]:
    """Return the languages ``user`` may translate the captions of some film into."""
    if _may_enter(user) and policy_registry.get_by_type(Video).user_has_any_permission(
        user, ["add", "change"]
    ):
        return [code for code, _name in settings.LANGUAGES if may_write_language(user, code)]
    return languages_of(user)


def _may_enter(user: Any) -> bool:
    return bool(getattr(user, "is_active", False) and user.has_perm("wagtailadmin.access_admin"))

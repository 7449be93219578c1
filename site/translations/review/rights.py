"""Who sees the review of a translation, and what she may do there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import Translation

from translations.review.submitting import actions_for, target_of


def opened(translation_id: int, user: Any) -> tuple[Translation, Page]:
    """Return a translation and its page, for those who may change the page or decide on it.

    Raises Http404 where there is none, PermissionDenied for everybody else.
    """
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"),
        pk=translation_id,
        enabled=True,
    )
    page = target_of(translation)
    if page is None:
        raise Http404
    if not (page.permissions_for_user(user).can_edit() or actions_for(page, user)):
        raise PermissionDenied
    return translation, page


def may_hold(source: Page, user: Any) -> bool:
    """Tell whether ``user`` may have ``source`` wait for its translations: whoever may publish it."""
    return bool(source.permissions_for_user(user).can_publish())

"""What somebody may have translated: what all may read, and what she finds in the tree."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction
from wagtail.permissions import policy_registry


def public() -> Q:
    """Return the condition that a page is public, and behind no password, sign-in or group."""
    path = ExpressionWrapper(OuterRef("path"), CharField())
    restrictions = PageViewRestriction.objects.annotate(below=path)
    return Q(live=True) & ~Q(Exists(restrictions.filter(below__startswith=F("page__path"))))


def found_by(user: Any) -> Q:
    """Return the condition that ``user`` finds a version of a page in the tree of the admin.

    A version is enough: a translator who sees her language only works on its originals too.
    """
    pages = policy_registry.get_by_type(Page).explorable_instances(user)
    return Q(Exists(pages.order_by().filter(translation_key=OuterRef("translation_key"))))


def may_order(user: Any, page: Page) -> bool:
    """Tell whether ``user`` may read ``page``, and so have it translated; one query."""
    if user.is_superuser:
        return True
    return bool(Page.objects.filter(public() | found_by(user), pk=page.pk).exists())


def may_order_below(user: Any, page: Page) -> bool:
    """Tell whether ``user`` may read all that is under ``page``; one query."""
    if user.is_superuser:
        return True
    below = Page.objects.descendant_of(page)
    return not below.exclude(public() | found_by(user)).exists()

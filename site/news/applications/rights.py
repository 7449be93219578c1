"""Who sees applications: named groups, never editors as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

if TYPE_CHECKING:
    from news.models import CallPage

VIEW, DELETE = "news.view_application", "news.delete_application"


def may_view(user: Any) -> bool:
    """Tell whether ``user`` may see applications at all."""
    return bool(user.is_active and user.has_perm(VIEW))


def may_delete(user: Any) -> bool:
    """Tell whether ``user`` may delete those she sees."""
    return bool(user.is_active and user.has_perm(DELETE))


def calls_of(user: Any) -> QuerySet[CallPage]:
    """Return the calls, in all their languages, whose applications ``user`` may see."""
    from news.models import CallPage

    calls: QuerySet[CallPage] = CallPage.objects.all()
    if not may_view(user):
        return calls.none()
    if user.is_superuser:
        return calls
    return calls.filter(Q(handlers=None) | Q(handlers__in=user.groups.all()))


def call_for(user: Any, key: UUID) -> CallPage | None:
    """Return the call ``key`` as it was written first, if ``user`` may see its applications."""
    return calls_of(user).filter(translation_key=key).order_by("pk").first()

"""wagtail-localize turns a translation into an alias for whoever may change it: that publishes.

An alias shows what its source shows, at once, in place of what was public (``views.convert``). Here the
user has to have the right to publish the page.

Delete when upstream asks; ``tests/translations/review/test_alias_publishes_unasked.py`` notices.
"""

from __future__ import annotations

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.views import convert
from wagtail_localize.wagtail_hooks import ConvertToAliasPageActionMenuItem

convert_to_alias = convert.convert_to_alias
is_shown = ConvertToAliasPageActionMenuItem.is_shown


@wraps(convert_to_alias)
def convert_for_publishers(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Turn a page into an alias for those who may publish it."""
    page = get_object_or_404(Page, pk=page_id, alias_of_id__isnull=True)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    answer: HttpResponseBase = convert_to_alias(request, page_id)
    return answer


@wraps(is_shown)
def is_shown_to_publishers(
    self: ConvertToAliasPageActionMenuItem, context: dict[str, object]
) -> bool:
    """Offer it to those who may."""
    page = context.get("page")
    if context["view"] != "edit" or not isinstance(page, Page):
        return False
    request = context["request"]
    may = page.permissions_for_user(getattr(request, "user", None)).can_publish()
    return bool(may and is_shown(self, context))


def apply() -> None:
    """Ask."""
    convert.convert_to_alias = convert_for_publishers
    ConvertToAliasPageActionMenuItem.is_shown = is_shown_to_publishers

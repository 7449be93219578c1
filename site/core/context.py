"""What every template can ask for, page or not."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from core.head import Head, head_of
from core.surroundings import Surroundings, surroundings_of


def site(request: HttpRequest) -> dict[str, Any]:
    """Offer ``surroundings`` and ``head``; neither costs anything until a template asks.

    A page puts its own ``surroundings`` into its context, which go before these.
    """

    def surroundings() -> Surroundings:
        return surroundings_of(request, _page(request))

    def head() -> Head:
        return head_of(request, _page(request))

    return {"surroundings": SimpleLazyObject(surroundings), "head": SimpleLazyObject(head)}


def _page(request: HttpRequest) -> Page | None:
    """Return the page being shown, as ``core.views.serve`` or a preview noted it on the request."""
    page: Page | None = getattr(request, "shown_page", None)
    return page

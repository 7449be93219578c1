"""What apps above offer to core without core knowing them: feeds a page announces in its head."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.models import Page

FeedSource = Callable[[HttpRequest, Page], list[tuple[str, str, str]]]

_feed_sources: list[FeedSource] = []


def register_feeds(source: FeedSource) -> FeedSource:
    """Register a function that returns (media type, title, address) of the feeds to announce on a page."""
    if source not in _feed_sources:
        _feed_sources.append(source)
    return source


def feeds_of(request: HttpRequest, page: Page) -> list[tuple[str, str, str]]:
    """Return the feeds of all sources for ``page``, in the order of registration."""
    return [feed for source in _feed_sources for feed in source(request, page)]

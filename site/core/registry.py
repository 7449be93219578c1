"""What apps above offer to core without core knowing them: feeds of a page, checks before it goes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest
from wagtail.models import Page

if TYPE_CHECKING:
    from core.models import BasePage
    from core.publishing import Problem

FeedSource = Callable[[HttpRequest, Page], list[tuple[str, str, str]]]

_feed_sources: list[FeedSource] = []
_publication_checks: list[Callable[[BasePage], list[Problem]]] = []


def register_feeds(source: FeedSource) -> FeedSource:
    """Register a function that returns (media type, title, address) of the feeds to announce on a page."""
    if source not in _feed_sources:
        _feed_sources.append(source)
    return source


def feeds_of(request: HttpRequest, page: Page) -> list[tuple[str, str, str]]:
    """Return the feeds of all sources for ``page``, in the order of registration."""
    return [feed for source in _feed_sources for feed in source(request, page)]


def register_publication_check(
    check: Callable[[BasePage], list[Problem]],
) -> Callable[[BasePage], list[Problem]]:
    """Register a function that returns what is missing or wrong before a page goes out."""
    if check not in _publication_checks:
        _publication_checks.append(check)
    return check


def further_problems(page: BasePage) -> list[Problem]:
    """Return what the registered checks find, in the order of registration."""
    return [problem for check in _publication_checks for problem in check(page)]

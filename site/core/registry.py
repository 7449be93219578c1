"""What apps above offer to core without core knowing them.

Feeds of a page, checks before it goes out, what machines are told of it, what readers of a translation
are told, and who writes in which language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Page

if TYPE_CHECKING:
    from core.languages import UiText
    from core.models import BasePage
    from core.notices import VersionNotice
    from core.parts import PagePart
    from core.publishing import Problem

#: Whether a user may write in the language with a code.
LanguageRight = Callable[[Any, str], bool]
#: Media type, title (which knows its language) and address of each feed.
Feeds = list[tuple[str, "UiText", str]]
FeedSource = Callable[[HttpRequest, Page], Feeds]
#: Entries of the sitemap, as ``core.sitemaps`` makes them.
Entries = list[dict[str, Any]]

_feed_sources: list[FeedSource] = []
_language_rights: list[LanguageRight] = []
_publication_checks: list[Callable[[BasePage], list[Problem]]] = []
_holds: list[Callable[[BasePage], list[Problem]]] = []
_node_sources: list[Callable[[BasePage | PagePart, HttpRequest], list[dict[str, Any]]]] = []
_version_notices: list[Callable[[BasePage], VersionNotice | None]] = []
_sitemap_extras: list[Callable[[Entries, HttpRequest | None], Entries]] = []


def register_feeds(source: FeedSource) -> FeedSource:
    """Register a function that returns (media type, title, address) of the feeds to announce on a page."""
    if source not in _feed_sources:
        _feed_sources.append(source)
    return source


def feeds_of(request: HttpRequest, page: Page) -> Feeds:
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


def register_hold(hold: Callable[[BasePage], list[Problem]]) -> Callable[[BasePage], list[Problem]]:
    """Register a function that returns what keeps a page back that may lack nothing: it is not yet its time.

    Asked where pages go out only (``core.doors``): such a page may well be saved and submitted.
    """
    if hold not in _holds:
        _holds.append(hold)
    return hold


def holds_of(page: BasePage) -> list[Problem]:
    """Return what keeps ``page`` back, in the order of registration."""
    return [problem for hold in _holds for problem in hold(page)]


def register_structured_data(
    source: Callable[[BasePage | PagePart, HttpRequest], list[dict[str, Any]]],
) -> Callable[[BasePage | PagePart, HttpRequest], list[dict[str, Any]]]:
    """Register a function that returns further JSON-LD objects of a page or a part of one.

    Each has its ``@type`` and ``@id``. It is called for every page shown: no query.
    """
    if source not in _node_sources:
        _node_sources.append(source)
    return source


def further_nodes(page: BasePage | PagePart, request: HttpRequest) -> list[dict[str, Any]]:
    """Return the further JSON-LD objects of ``page``, in the order of registration."""
    return [node for source in _node_sources for node in source(page, request)]


def register_version_notice(
    source: Callable[[BasePage], VersionNotice | None],
) -> Callable[[BasePage], VersionNotice | None]:
    """Register a function that returns what readers of a translated page must know, or None.

    It is called for every translated page shown: one query at most.
    """
    if source not in _version_notices:
        _version_notices.append(source)
    return source


def version_notice(page: BasePage) -> VersionNotice | None:
    """Return what the first registered function that knows the version says of ``page``."""
    return next((found for source in _version_notices if (found := source(page))), None)


def register_sitemap_extras(
    extras: Callable[[Entries, HttpRequest | None], Entries],
) -> Callable[[Entries, HttpRequest | None], Entries]:
    """Register a function that returns the entries of a sitemap, completed, at a constant number of queries.

    It may add to an entry what ``templates/sitemap.xml`` writes (``videos``), and leave out an entry
    whose address answers nothing.
    """
    if extras not in _sitemap_extras:
        _sitemap_extras.append(extras)
    return extras


def completed_entries(entries: Entries, request: HttpRequest | None) -> Entries:
    """Return ``entries`` as the registered functions complete them, in the order of registration."""
    for extras in _sitemap_extras:
        entries = extras(entries, request)
    return entries


def register_language_rights(right: LanguageRight) -> LanguageRight:
    """Register a function that tells whether a user may write in the language with a code."""
    if right not in _language_rights:
        _language_rights.append(right)
    return right


def may_write_language(user: Any, code: str) -> bool:
    """Tell whether ``user`` may write in the language ``code``, as far as languages go.

    Yes, unless a registered function says no: what else she may is asked elsewhere.
    """
    return all(right(user, code) for right in _language_rights)

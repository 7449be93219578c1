"""The part of a page for machines: title, description, canonical address, alternates, share card, JSON-LD."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from wagtail.models import Page

from core import languages
from core.models import BasePage
from core.parts import PagePart, shown_part
from core.registry import Feeds, feeds_of
from core.share_card_view import share_card_path
from core.structured_data import as_script, graph
from core.surroundings import surroundings_of

#: The second page of a list and those after it; four digits are more than any list has.
PAGE_NUMBER = re.compile(r"(?!1$)[1-9][0-9]{0,3}")


@dataclass
class Head:
    """What ``components/head_meta.html`` writes."""

    title: str
    title_lang: str = ""
    description: str = ""
    description_lang: str = ""
    canonical: str = ""
    robots: str = ""
    #: Name, content, and the language of the content where it is not the document's.
    og: list[tuple[str, str, str]] = field(default_factory=list)
    feeds: Feeds = field(default_factory=list)
    json_ld: SafeString = field(default_factory=SafeString)


def head_of(request: HttpRequest, page: Page | None) -> Head:
    """Return the head of ``page``, or of the part of it that the request is about.

    For an error, or another view without a page, ``page`` is None.
    """
    around = surroundings_of(request, page)
    if not isinstance(page, BasePage):
        return Head(title=around.site_name, robots="noindex")
    shown = shown_part(request, page) or page
    title = shown.head_title
    is_home = shown.get_url(request) == around.home_href
    current = around.current_version
    canonical = _canonical(request, shown, current.href if current else shown.get_full_url(request))
    description = Truncator(shown.summary_text).chars(300)
    langs = {
        "og:title": _unless(shown.title_text.lang, page),
        "og:description": _unless(shown.summary_text.lang, page),
        "og:image:alt": _unless(shown.title_text.lang, page),
        "og:site_name": around.texts_lang,
    }
    path = share_card_path(shown, around)
    card = request.build_absolute_uri(path) if path else ""
    og: list[tuple[str, Any]] = [
        ("og:type", "website" if is_home or shown.schema_type != "NewsArticle" else "article"),
        ("og:site_name", around.site_name),
        ("og:title", shown.title),
        ("og:description", description),
        ("og:url", canonical),
        ("og:locale", shown.html_lang),
        ("og:image", card),
        ("og:image:width", "1200" if card else ""),
        ("og:image:height", "630" if card else ""),
        ("og:image:alt", shown.title if card else ""),
    ]
    og += [
        ("og:locale:alternate", languages.html_lang(version.code))
        for version in around.versions
        if version.code != page.language_code
    ]
    if shown.schema_type == "NewsArticle" and shown.first_shown_on:
        og.append(("article:published_time", shown.first_shown_on.isoformat()))
        if shown.shown_update:
            og.append(("article:modified_time", shown.shown_update.isoformat()))
    return Head(
        title=title if is_home and title == around.site_name else f"{title} – {around.site_name}",
        title_lang=_unless(title.lang, page),
        description=description,
        description_lang=langs["og:description"],
        canonical=canonical,
        robots="" if shown.live else "noindex",
        og=[(name, content, langs.get(name, "")) for name, content in og if content],
        feeds=_feeds(request, around.home_href, page),
        json_ld=as_script(graph(shown, request, around)),
    )


def _unless(lang: str, page: BasePage) -> str:
    """Return ``lang``, or nothing where the document is in it anyway."""
    return "" if lang == page.html_lang else lang


def _canonical(request: HttpRequest, page: BasePage | PagePart, href: str) -> str:
    """Return the one address of what is shown: page two of a list is a page of its own, a filter is not."""
    asked = {name for name, value in request.GET.items() if str(value).strip()}
    if page.schema_type != "CollectionPage" or asked != {"page"}:
        return href
    number = request.GET.get("page", "")
    return f"{href}?page={number}" if PAGE_NUMBER.fullmatch(number) else href


def _feeds(request: HttpRequest, home_href: str, page: BasePage) -> Feeds:
    return feeds_of(request, page)

"""Feeds of news: Atom (RFC 4287) and JSON Feed 1.1, by language and by theme."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from core import languages
from core.feeds import LocalisedAtomFeed, writable
from core.freshness import LONGEST
from core.models import in_language
from core.registry import Feeds, register_feeds
from core.surroundings import surroundings_of
from news.listing import chosen_theme

if TYPE_CHECKING:
    from news.models import Article, NewsIndexPage
    from people.models import Funder, Theme

ITEMS = 30


def atom(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """Return the Atom feed of ``index``; raise Http404 for an unknown theme."""
    theme, items = _items(index, request)
    feed = LocalisedAtomFeed(
        title=writable(_title(index, request, theme)),
        link=index.get_full_url(request),
        subtitle=writable(_lead(index)),
        description="",
        language=index.html_lang,
        title_lang=_title_lang(index),
        feed_url=request.build_absolute_uri(),
        author_name=writable(surroundings_of(request, index).site_name),
    )
    names, funders = _theme_names(items, index), _funders(items, index)
    for item in items:
        feed.add_item(
            title=writable(item.title),
            link=item.get_full_url(request),
            description=writable(_summary(item, funders)),
            unique_id=f"urn:uuid:{item.translation_key}:{item.language_code}",
            pubdate=item.published_on,
            updateddate=item.shown_update or item.published_on,
            categories=[writable(name) for name in _themes_of(item, names)],
            title_lang=languages.html_lang(item.lang_of("title")),
            lead_lang=languages.html_lang(item.lang_of("lead")),
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return _shared(response, index)


def json_feed(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """Return the JSON Feed of ``index``; raise Http404 for an unknown theme."""
    theme, items = _items(index, request)
    names, funders = _theme_names(items, index), _funders(items, index)
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(index, request, theme),
        "home_page_url": index.get_full_url(request),
        "feed_url": request.build_absolute_uri(),
        "description": _lead(index),
        "language": _title_lang(index),
        "authors": [{"name": surroundings_of(request, index).site_name}],
        "items": [_json_item(item, request, names, _summary(item, funders)) for item in items],
    }
    text = json.dumps(
        {key: value for key, value in data.items() if value != ""}, ensure_ascii=False
    )
    return _shared(HttpResponse(text, content_type="application/feed+json; charset=utf-8"), index)


def _json_item(
    item: Article, request: HttpRequest, names: dict[UUID, str], summary: str
) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": f"urn:uuid:{item.translation_key}:{item.language_code}",
        "url": item.get_full_url(request),
        "title": item.title,
        "summary": summary,
        "content_text": summary,
        "date_published": item.published_on.isoformat(),
        "language": languages.html_lang(item.lang_of("lead")),
        "tags": _themes_of(item, names),
    }
    if item.shown_update:
        entry["date_modified"] = item.shown_update.isoformat()
    return entry


def _items(index: NewsIndexPage, request: HttpRequest) -> tuple[Theme | None, list[Article]]:
    """Return the newest news items and calls, together."""
    theme = chosen_theme(index, request.GET.get("theme", ""))
    found: list[Article] = []
    for items in (index.items(), index.calls()):
        about = items if theme is None else items.about(theme)
        found += about.for_cards().select_related("funder")[:ITEMS]
    found.sort(key=lambda item: item.published_on, reverse=True)
    return theme, found[:ITEMS]


def _funders(items: Iterable[Article], index: NewsIndexPage) -> dict[UUID, Funder]:
    """Return the funders of ``items`` in the feed's language, by translation key; one query."""
    rows = in_language([item.funder for item in items if item.funder is not None], index.locale)
    return {row.translation_key: row for row in rows}


def _summary(item: Article, funders: dict[UUID, Funder]) -> str:
    """Return the lead, and after it what the funder demands to be said, if it is in the same language.

    Source: Regulation (EU) 2021/1060, article 47.
    """
    funder = funders[item.funder.translation_key] if item.funder is not None else None
    is_one_language = item.lang_of("lead") == item.language_code
    if funder is None or funder.locale_id != item.locale_id or not is_one_language:
        return str(item.lead)
    return f"{item.lead} {funder.statement}"


def _theme_names(items: Iterable[Article], index: NewsIndexPage) -> dict[UUID, str]:
    """Return the names of all themes of ``items`` in the feed's language, by translation key."""
    themes = [link.theme for item in items for link in item.themes.all()]
    return {theme.translation_key: theme.name for theme in in_language(themes, index.locale)}


def _themes_of(item: Article, names: dict[UUID, str]) -> list[str]:
    """Return the names of the item's themes, each once."""
    keys = dict.fromkeys(link.theme.translation_key for link in item.themes.all())
    return [names[key] for key in keys]


def _title(index: NewsIndexPage, request: HttpRequest, theme: Theme | None) -> str:
    """Return what the feed is called: where the list has no title in its language, that alone."""
    if _title_lang(index) != index.html_lang:
        return str(index.title)
    name = surroundings_of(request, index).site_name
    about = f": {theme.name}" if theme is not None else ""
    return f"{name} – {index.title}{about}"


def _title_lang(index: NewsIndexPage) -> str:
    return languages.html_lang(index.lang_of("title"))


def _lead(index: NewsIndexPage) -> str:
    """Return the lead, if it is in the language of the list: neither format can say that it is not."""
    is_ours = index.lang_of("lead") == index.language_code == index.lang_of("title")
    return str(index.lead) if is_ours else ""


def _shared(response: HttpResponse, index: NewsIndexPage) -> HttpResponse:
    """Let everybody keep and read the feed, unless its list is not for everybody."""
    if index.get_view_restrictions():
        response["Cache-Control"] = "private, no-store"
        return response
    response["Cache-Control"] = f"public, max-age={LONGEST}"
    response["Access-Control-Allow-Origin"] = "*"
    return response


@register_feeds
def announced(request: HttpRequest, page: Page) -> Feeds:
    """Announce the feeds of a news list on the list itself, and of its theme when narrowed to one."""
    from news.models import NewsIndexPage

    if not isinstance(page, NewsIndexPage):
        return []
    url = page.get_url(request)
    found = [
        ("application/atom+xml", page.title_text, f"{url}atom.xml"),
        ("application/feed+json", page.title_text, f"{url}feed.json"),
    ]
    slug = request.GET.get("theme", "").strip()
    theme = chosen_theme(page, slug) if slug else None
    if theme is not None:
        is_ours = page.lang_of("title") == page.language_code
        name = f"{page.title}: {theme.name}" if is_ours else theme.name
        title = languages.in_code(name, page.language_code)
        found.append(("application/atom+xml", title, f"{url}atom.xml?theme={theme.slug}"))
    return found

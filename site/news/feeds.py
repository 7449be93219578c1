"""Feeds of news: Atom (RFC 4287) and JSON Feed 1.1, by language and by theme."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

from core import languages
from core.registry import register_feeds
from core.surroundings import surroundings_of
from news.listing import chosen_theme

if TYPE_CHECKING:
    from news.models import NewsIndexPage, NewsPage
    from people.models import Theme

ITEMS = 30


class LocalisedAtomFeed(Atom1Feed):
    """An Atom feed whose entries say which language they are in, where it is not the feed's."""

    def root_attributes(self) -> dict[str, str]:
        """Name the language of the feed."""
        attributes: dict[str, str] = super().root_attributes()
        attributes["xml:lang"] = str(self.feed["language"])
        return attributes


def atom(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """Return the Atom feed of ``index``; raise Http404 for an unknown theme."""
    theme, items = _items(index, request)
    feed = LocalisedAtomFeed(
        title=_title(index, request, theme),
        link=index.get_full_url(request),
        description=index.lead,
        language=index.html_lang,
        feed_url=request.build_absolute_uri(),
        author_name=surroundings_of(request, index).site_name,
    )
    for item in items:
        feed.add_item(
            title=item.title,
            link=item.get_full_url(request),
            description=item.lead,
            unique_id=f"urn:uuid:{item.translation_key}:{item.language_code}",
            pubdate=item.published_on,
            updateddate=item.shown_update or item.published_on,
            categories=[link.theme.name for link in item.themes.all()],
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return _shared(response)


def json_feed(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """Return the JSON Feed of ``index``; raise Http404 for an unknown theme."""
    theme, items = _items(index, request)
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(index, request, theme),
        "home_page_url": index.get_full_url(request),
        "feed_url": request.build_absolute_uri(),
        "description": index.lead,
        "language": index.html_lang,
        "authors": [{"name": surroundings_of(request, index).site_name}],
        "items": [_json_item(item, request) for item in items],
    }
    text = json.dumps(
        {key: value for key, value in data.items() if value != ""}, ensure_ascii=False
    )
    return _shared(HttpResponse(text, content_type="application/feed+json; charset=utf-8"))


def _json_item(item: NewsPage, request: HttpRequest) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": f"urn:uuid:{item.translation_key}:{item.language_code}",
        "url": item.get_full_url(request),
        "title": item.title,
        "summary": item.lead,
        "content_text": item.lead,
        "date_published": item.published_on.isoformat(),
        "language": languages.html_lang(item.lang_of("lead")),
        "tags": [link.theme.name for link in item.themes.all()],
    }
    if item.shown_update:
        entry["date_modified"] = item.shown_update.isoformat()
    return entry


def _items(index: NewsIndexPage, request: HttpRequest) -> tuple[Theme | None, list[NewsPage]]:
    theme = chosen_theme(index, request.GET.get("theme", ""))
    items = index.items()
    if theme is not None:
        items = items.about(theme)
    return theme, list(items.for_cards()[:ITEMS])


def _title(index: NewsIndexPage, request: HttpRequest, theme: Theme | None) -> str:
    name = surroundings_of(request, index).site_name
    about = f": {theme.name}" if theme is not None else ""
    return f"{name} – {index.title}{about}"


def _shared(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "public, max-age=300"
    response["Access-Control-Allow-Origin"] = "*"
    return response


@register_feeds
def announced(request: HttpRequest, page: Page) -> list[tuple[str, str, str]]:
    """Announce the feeds of a news list on the list itself, and of its theme when narrowed to one."""
    from news.models import NewsIndexPage

    if not isinstance(page, NewsIndexPage):
        return []
    url = page.get_url(request)
    found = [
        ("application/atom+xml", page.title, f"{url}atom.xml"),
        ("application/feed+json", page.title, f"{url}feed.json"),
    ]
    slug = request.GET.get("theme", "").strip()
    theme = chosen_theme(page, slug) if slug else None
    if theme is not None:
        found.append(
            (
                "application/atom+xml",
                f"{page.title}: {theme.name}",
                f"{url}atom.xml?theme={theme.slug}",
            )
        )
    return found

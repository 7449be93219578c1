"""Feeds of news: Atom (RFC 4287) and JSON Feed 1.1, by language and by theme."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

from core import languages
from core.models import in_language
from core.registry import register_feeds
from core.surroundings import surroundings_of
from news.listing import chosen_theme

if TYPE_CHECKING:
    from news.models import NewsIndexPage, NewsPage
    from people.models import Theme

ITEMS = 30
#: What no XML 1.0 document may hold; text pasted from a word processor sometimes does.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class LocalisedAtomFeed(Atom1Feed):
    """An Atom feed whose entries say which language they are in, where it is not the feed's."""

    def root_attributes(self) -> dict[str, str]:
        """Name the language of the feed."""
        attributes: dict[str, str] = super().root_attributes()
        attributes["xml:lang"] = str(self.feed["language"])
        return attributes

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Name the language of an entry's title where it is not the feed's."""
        attributes: dict[str, str] = super().item_attributes(item)
        if item["title_lang"] != self.feed["language"]:
            attributes["xml:lang"] = item["title_lang"]
        return attributes

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write the summary ourselves, as it may be in another language than the title."""
        super().add_item_elements(handler, {**item, "description": None})
        attributes = {"type": "text"}
        if item["lead_lang"] != item["title_lang"]:
            attributes["xml:lang"] = item["lead_lang"]
        handler.addQuickElement("summary", item["description"], attributes)


def atom(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """Return the Atom feed of ``index``; raise Http404 for an unknown theme."""
    theme, items = _items(index, request)
    feed = LocalisedAtomFeed(
        title=_writable(_title(index, request, theme)),
        link=index.get_full_url(request),
        description=_writable(index.lead),
        language=index.html_lang,
        feed_url=request.build_absolute_uri(),
        author_name=_writable(surroundings_of(request, index).site_name),
    )
    names = _theme_names(items, index)
    for item in items:
        feed.add_item(
            title=_writable(item.title),
            link=item.get_full_url(request),
            description=_writable(item.lead),
            unique_id=f"urn:uuid:{item.translation_key}:{item.language_code}",
            pubdate=item.published_on,
            updateddate=item.shown_update or item.published_on,
            categories=[_writable(name) for name in _themes_of(item, names)],
            title_lang=languages.html_lang(item.lang_of("title")),
            lead_lang=languages.html_lang(item.lang_of("lead")),
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return _shared(response, index)


def json_feed(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """Return the JSON Feed of ``index``; raise Http404 for an unknown theme."""
    theme, items = _items(index, request)
    names = _theme_names(items, index)
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(index, request, theme),
        "home_page_url": index.get_full_url(request),
        "feed_url": request.build_absolute_uri(),
        "description": index.lead,
        "language": index.html_lang,
        "authors": [{"name": surroundings_of(request, index).site_name}],
        "items": [_json_item(item, request, names) for item in items],
    }
    text = json.dumps(
        {key: value for key, value in data.items() if value != ""}, ensure_ascii=False
    )
    return _shared(HttpResponse(text, content_type="application/feed+json; charset=utf-8"), index)


def _json_item(item: NewsPage, request: HttpRequest, names: dict[UUID, str]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": f"urn:uuid:{item.translation_key}:{item.language_code}",
        "url": item.get_full_url(request),
        "title": item.title,
        "summary": item.lead,
        "content_text": item.lead,
        "date_published": item.published_on.isoformat(),
        "language": languages.html_lang(item.lang_of("lead")),
        "tags": _themes_of(item, names),
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


def _theme_names(items: Iterable[NewsPage], index: NewsIndexPage) -> dict[UUID, str]:
    """Return the names of all themes of ``items`` in the feed's language, by translation key."""
    themes = [link.theme for item in items for link in item.themes.all()]
    return {theme.translation_key: theme.name for theme in in_language(themes, index.locale)}


def _themes_of(item: NewsPage, names: dict[UUID, str]) -> list[str]:
    """Return the names of the item's themes, each once."""
    keys = dict.fromkeys(link.theme.translation_key for link in item.themes.all())
    return [names[key] for key in keys]


def _writable(text: str) -> str:
    """Return ``text`` with a blank for each character that XML cannot hold."""
    return UNWRITABLE.sub(" ", text)


def _title(index: NewsIndexPage, request: HttpRequest, theme: Theme | None) -> str:
    name = surroundings_of(request, index).site_name
    about = f": {theme.name}" if theme is not None else ""
    return f"{name} – {index.title}{about}"


def _shared(response: HttpResponse, index: NewsIndexPage) -> HttpResponse:
    """Let everybody keep and read the feed, unless its list is not for everybody."""
    if index.get_view_restrictions():
        response["Cache-Control"] = "private, no-store"
        return response
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

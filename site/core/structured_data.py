"""JSON-LD (schema.org) of pages, written into a data block that is never executed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from core import languages
from core.registry import further_nodes
from core.share_card_view import share_card_path
from core.surroundings import surroundings_of

if TYPE_CHECKING:
    from core.models import BasePage
    from core.parts import PagePart
    from core.surroundings import Surroundings, Version

ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def as_script(data: dict[str, Any]) -> SafeString:
    """Return ``data`` as a ``<script type="application/ld+json">`` that no text in it can end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (escaped above)


def graph(page: BasePage | PagePart, request: HttpRequest, around: Surroundings) -> dict[str, Any]:
    """Return the page, what it shows, its way from the home page and its publisher as one graph."""
    organisation = publisher(request, around)
    own = {**page.structured_data(request), "publisher": {"@id": organisation["@id"]}}
    original = original_of(page, around)
    if original is not None:
        own["translationOfWork"] = {"@id": original.href, "inLanguage": original.hreflang}
    others = [v for v in around.versions if v.code != page.language_code]
    if not _is_translation(page) and others:
        own["workTranslation"] = [_translated(page, version) for version in others]
    further = further_nodes(page, request)
    films = [node for node in further if node["@type"] == "VideoObject"]
    if films and "video" in own:  # the page has told of them itself
        further = [node for node in further if node not in films]
    elif films:
        own["video"] = [{"@id": node["@id"]} for node in films]
    nodes = [own, *further, organisation]
    if around.crumbs:
        nodes.append(breadcrumbs(page, request, around))
    return {"@context": "https://schema.org", "@graph": nodes}


def original_of(page: BasePage | PagePart, around: Surroundings) -> Version | None:
    """Return the public version the page was translated from, or None where it is the original."""
    if not _is_translation(page):
        return None
    return next((v for v in around.versions if v.code == page.source_language), None)


def _is_translation(page: BasePage | PagePart) -> bool:
    return bool(page.source_language) and page.source_language != page.language_code


def _translated(page: BasePage | PagePart, version: Version) -> dict[str, Any]:
    """Return a translation of ``page``: where it is, in which language, and since when."""
    data: dict[str, Any] = {"@id": version.href, "inLanguage": version.hreflang}
    since = _shown_since(page.first_shown_on, version.first_published_at)
    return {**data, "datePublished": since.isoformat()} if since else data


def _shown_since(first_shown: datetime | None, published: datetime | None) -> datetime | None:
    """Return since when a translation is public: never before what it is a translation of."""
    known = [moment for moment in (first_shown, published) if moment]
    return max(known) if known else None


def web_page(page: BasePage | PagePart, request: HttpRequest) -> dict[str, Any]:
    """Return a page as schema.org describes one, with the type the page type names."""
    href = page.get_full_url(request)
    data: dict[str, Any] = {
        "@type": page.schema_type,
        "@id": href,
        "url": href,
        "name": said(page.title_text, page.html_lang),
        "inLanguage": page.html_lang,
    }
    if page.summary:
        data["description"] = said(page.summary_text, page.html_lang)
    published = page.first_shown_on
    if _is_translation(page):
        published = _shown_since(published, page.first_published_at)
    if published:
        data["datePublished"] = published.isoformat()
    modified = max(filter(None, (page.shown_update, published)), default=None)
    if modified:
        data["dateModified"] = modified.isoformat()
    return data


def news_article(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return a news item as a schema.org NewsArticle."""
    data = web_page(page, request)
    headline = languages.in_code(page.title[:110], page.lang_of("title"))
    data["headline"] = said(headline, page.html_lang)
    data["mainEntityOfPage"] = data["url"]
    card = share_card_path(page, surroundings_of(request, page))
    if card:
        data["image"] = [request.build_absolute_uri(card)]
    if page.image is not None and page.image.credit:
        data["copyrightHolder"] = page.image.credit
    if page.organisation is not None:
        author = {"@type": "GovernmentOrganization", "name": page.organisation.name}
        if page.organisation.url:
            author["url"] = page.organisation.url
        data["author"] = author
    if page.place:
        place = languages.in_code(page.place, page.lang_of("place"))
        data["contentLocation"] = {"@type": "Place", "name": said(place, page.html_lang)}
    return data


def said(text: languages.UiText, lang: str) -> Any:
    """Return ``text`` for a node in ``lang``, with its language where it is in another.

    Source: JSON-LD 1.1, 4.2.4 (language-tagged strings).
    """
    return str(text) if text.lang == lang else {"@value": str(text), "@language": text.lang}


def publisher(request: HttpRequest, around: Surroundings) -> dict[str, Any]:
    """Return the organisation behind the site."""
    root = request.build_absolute_uri("/")
    name = around.settings.publisher_name or around.site_name
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{root}#organization",
        "name": name,
        "url": root,
        "sameAs": [link.url for link in around.social],
    }


def breadcrumbs(
    page: BasePage | PagePart, request: HttpRequest, around: Surroundings
) -> dict[str, Any]:
    """Return the way to the page as a schema.org BreadcrumbList."""
    lang = page.html_lang
    steps = [
        (
            languages.in_code(crumb.title, crumb.lang or lang),
            request.build_absolute_uri(crumb.href),
        )
        for crumb in around.crumbs
    ]
    steps.append((page.title_text, page.get_full_url(request)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": said(title, lang), "item": href}
            for number, (title, href) in enumerate(steps, start=1)
        ],
    }

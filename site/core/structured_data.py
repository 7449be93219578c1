"""JSON-LD (schema.org) of pages, written into a data block that is never executed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from core.registry import further_nodes
from core.share_card_view import share_card_path
from core.surroundings import surroundings_of

if TYPE_CHECKING:
    from core.models import BasePage
    from core.parts import PagePart
    from core.surroundings import Surroundings

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
    if original is None and others:
        own["workTranslation"] = [{"@id": v.href, "inLanguage": v.hreflang} for v in others]
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


def original_of(page: BasePage | PagePart, around: Surroundings) -> Any:
    """Return the public version the page was translated from, or None where it is the original."""
    if not page.source_language or page.source_language == page.language_code:
        return None
    return next((v for v in around.versions if v.code == page.source_language), None)


def web_page(page: BasePage | PagePart, request: HttpRequest) -> dict[str, Any]:
    """Return a page as schema.org describes one, with the type the page type names."""
    href = page.get_full_url(request)
    data: dict[str, Any] = {
        "@type": page.schema_type,
        "@id": href,
        "url": href,
        "name": page.title,
        "inLanguage": page.html_lang,
    }
    if page.summary:
        data["description"] = page.summary
    if page.first_shown_on:
        data["datePublished"] = page.first_shown_on.isoformat()
    modified = page.shown_update or page.first_shown_on
    if modified:
        data["dateModified"] = modified.isoformat()
    return data


def news_article(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Return a news item as a schema.org NewsArticle."""
    data = web_page(page, request)
    data["headline"] = page.title[:110]
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
        data["contentLocation"] = {"@type": "Place", "name": page.place}
    return data


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
    steps = [(crumb.title, request.build_absolute_uri(crumb.href)) for crumb in around.crumbs]
    steps.append((page.title, page.get_full_url(request)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": title, "item": href}
            for number, (title, href) in enumerate(steps, start=1)
        ],
    }

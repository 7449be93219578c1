"""Views outside the page tree, and the way a request finds its page."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from core.assets import sheet
from core.blocks.media import HostedVideo, hosted_video
from core.freshness import keep_until
from core.models import BasePage
from core.surroundings import surroundings_of

YEAR = 365 * 24 * 3600


def front_door(request: HttpRequest) -> HttpResponse:
    """Lead from ``/`` to the site's first language: the reader's browser is not asked."""
    return HttpResponseRedirect(f"/{settings.LANGUAGE_CODE}/")


def serve(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Serve the page at ``path`` in the active language.

    Wagtail walks the tree slug by slug, at two queries a level. Nearly every address is the
    ``url_path`` of one page, so that is looked up first; what is not (feeds, routable pages)
    goes Wagtail's way.
    """
    if "\x00" in path:
        raise Http404
    found = _straight_to(request, path)
    if found is not None:
        request._wagtail_route_for_request = RouteResult(found)  # type: ignore[attr-defined]
    else:
        result = Page.route_for_request(request, path)
        found = result.page if result else None
    if found is not None and found.alias_of_id and found.alias_of.locale_id != found.locale_id:
        # An alias across languages would show a text under the address of another language.
        return HttpResponseRedirect(found.alias_of.get_url(request))
    request.shown_page = found  # type: ignore[attr-defined]
    response: HttpResponseBase = wagtail_serve(request, path)
    if isinstance(found, BasePage) and request.shown_page is found:  # type: ignore[attr-defined]
        keep_until(response, found.changes_at)
    return response


@csrf_exempt  # or a form of another site would be told 403 where there is nothing to send
@require_http_methods(["GET", "HEAD", "OPTIONS"])
def serve_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve what is no page but stands below one: a feed, a calendar, a PDF, data. All are read only."""
    return serve(request, path)


def _straight_to(request: HttpRequest, path: str) -> Page | None:
    """Return the live page whose address is ``path``, with what it shows, or None.

    Raises Http404 where the site has no front door in the active language.
    """
    site = Site.find_for_request(request)
    language = translation.get_language()
    if site is None:
        return None
    root = next(
        (
            entry.root_path
            for entry in Site.get_site_root_paths()
            if entry.site_id == site.pk and entry.language_code == language
        ),
        None,
    )
    if root is None:
        # Wagtail would show the main language's page here, under the address of another language.
        raise Http404("no front door in this language")
    inner = path.strip("/")
    url_path = f"{root}{inner}/" if inner else root
    # The type of a page hardly ever changes: remembered, it saves a query. It is only a hint.
    hint = "kohtaamo-type-" + hashlib.sha256(url_path.encode()).hexdigest()
    kind = cache.get(hint)
    page = _page_of_kind(kind, url_path) if kind is not None else None
    if page is None:
        pages = Page.objects.live().filter(url_path=url_path)
        kind = pages.values_list("content_type_id", flat=True).first()
        page = _page_of_kind(kind, url_path) if kind is not None else None
        if page is not None:
            cache.set(hint, kind)
    return page


def _page_of_kind(content_type_id: int, url_path: str) -> Page | None:
    """Return the live page of a type of ours at ``url_path``, with what it shows, or None."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    if model is None or not issubclass(model, BasePage):
        return None
    pages = model._default_manager.select_related("locale", *model.shown_with).annotate(
        site_has_restrictions=Exists(PageViewRestriction.objects.all())
    )
    page: Page | None = pages.filter(url_path=url_path, live=True).first()
    return page


@require_safe
def site_css(request: HttpRequest, digest: str) -> HttpResponse:
    """Serve the joined style sheet, for ever where the address names its content."""
    current = sheet()
    if digest != current.digest:
        return HttpResponseRedirect(reverse("site_css", args=[current.digest]))
    response = HttpResponse(current.text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@require_safe
@cache_control(public=True, max_age=300)
def brand_css(request: HttpRequest) -> HttpResponse:
    """Serve the brand colours of the site; they were checked for contrast when saved."""
    chosen = surroundings_of(request).settings
    text = (
        f":root{{--brand-light:{chosen.brand_colour};--brand-on-dark:{chosen.brand_colour_dark}}}\n"
    )
    return HttpResponse(text, content_type="text/css; charset=utf-8")


@require_safe
def video_frame(request: HttpRequest, provider: str, identifier: str) -> HttpResponseBase:
    """Serve the page inside the frame of an outside video: the only one that may contact the service.

    The page around it keeps a policy without any third party. Raises Http404 for an id that is not
    one of the service's form.
    """
    address = {"youtube": "https://youtu.be/", "vimeo": "https://vimeo.com/"}.get(provider, "")
    video = hosted_video(f"{address}{identifier}") if address else None
    if video is None or video != HostedVideo(provider, identifier):
        raise Http404

    @csp_update({"frame-src": [video.frame_src]})
    def framed(request: HttpRequest) -> HttpResponse:
        response = render(request, "core/video_frame.html", {"video": video})
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "public, max-age=3600"
        return response

    framed_response: HttpResponseBase = framed(request)
    return framed_response


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead from the address browsers try by themselves to the icon."""
    return HttpResponseRedirect(static("core/icons/favicon.ico"))


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Serve robots.txt: everything public may be read by machines, and here are the sitemaps."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /django-admin/",
        "Disallow: /video-frame/",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Serve security.txt (RFC 9116); its end date is always half a year away."""
    expires = (datetime.now(UTC) + timedelta(days=180)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: fi, sv, en",
        f"Canonical: {request.build_absolute_uri('/.well-known/security.txt')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def manifest(request: HttpRequest) -> HttpResponse:
    """Serve the web manifest in the site's first language."""
    around = surroundings_of(request)
    icons: list[dict[str, Any]] = [
        {
            "src": static(f"core/icons/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
        }
        for size in (192, 512)
    ]
    icons.append(
        {
            "src": static("core/icons/icon-maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        }
    )
    data = {
        "name": around.site_name,
        "short_name": around.site_name[:12],
        "lang": around.html_lang,
        "dir": around.direction,
        "start_url": around.home_href,
        "scope": "/",
        "display": "browser",
        "background_color": "#fbf8f2",
        "theme_color": around.settings.brand_colour,
        "icons": icons,
    }
    text = json.dumps(data, ensure_ascii=False)
    return HttpResponse(text, content_type="application/manifest+json; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400 in the site's style."""
    return _error(request, 400)


def forbidden(
    request: HttpRequest, exception: Exception | None = None, reason: str = ""
) -> HttpResponse:
    """Answer 403 in the site's style; also used where a form's CSRF token is missing."""
    return _error(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404 in the language of the address."""
    return _error(request, 404)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Answer 503: back soon."""
    response = _error(request, 503)
    response["Retry-After"] = "600"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a page that needs neither database nor context nor a language."""
    return HttpResponse(get_template("errors/500.html").render(), status=500)


def _error(request: HttpRequest, status: int) -> HttpResponse:
    code = request.path_info.lstrip("/").partition("/")[0]
    if code not in dict(settings.LANGUAGES):
        code = settings.LANGUAGE_CODE
    request.shown_page = None  # type: ignore[attr-defined]
    with translation.override(code):
        response = render(request, f"errors/{status}.html", {"status": status}, status=status)
    response["Cache-Control"] = "no-store"
    return response

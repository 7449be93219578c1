"""The sitemap with language alternates, which Wagtail's own lacks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page, Site

from core import languages

if TYPE_CHECKING:
    from core.models import BasePage


class Sitemap(WagtailSitemap):
    """All public pages of the site, in all its languages, each naming its other versions."""

    limit = 2_000
    #: Django writes the alternates we supply with each entry.
    i18n = False

    def items(self) -> Any:
        """Return the live, public pages under every language's home page."""
        site: Site = self.get_wagtail_site()
        homes = Page.objects.live().filter(translation_key=site.root_page.translation_key)
        paths = list(homes.values_list("path", flat=True))
        pages = Page.objects.none()
        for path in paths:
            pages = pages | Page.objects.filter(path__startswith=path)
        found = list(pages.live().public().select_related("locale").order_by("path"))
        versions: dict[Any, list[Page]] = {}
        for page in found:
            versions.setdefault(page.translation_key, []).append(page)
        for page in found:
            page.language_versions = versions[page.translation_key]
        return found

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        pages: Iterable[Page] = self.paginator.page(page).object_list
        urls = [entry for item in pages for entry in entries(item, self.request)]
        if urls and all(entry["lastmod"] for entry in urls):
            self.latest_lastmod = max(entry["lastmod"] for entry in urls)
        return urls


def entries(page: BasePage | Page, request: HttpRequest | None) -> list[dict[str, Any]]:
    """Return the sitemap entry of ``page``, with its live, public versions as alternates.

    ``page.language_versions`` is used where the caller has looked them up for many pages at once.
    """
    versions = getattr(page, "language_versions", None)
    if versions is None:
        versions = list(
            Page.objects.live()
            .public()
            .filter(translation_key=page.translation_key)
            .select_related("locale")
        )
    by_code = {version.locale.language_code: version for version in versions}
    alternates = [
        {"lang_code": languages.hreflang(code), "location": by_code[code].get_full_url(request)}
        for code, _name in settings.LANGUAGES
        if code in by_code
    ]
    if alternates:
        codes = [code for code, _name in settings.LANGUAGES if code in by_code]
        default = by_code[languages.default_code(codes) or codes[0]]
        alternates.append({"lang_code": "x-default", "location": default.get_full_url(request)})
    return [
        {
            "item": page,
            "location": page.get_full_url(request),
            "lastmod": page.last_published_at or page.latest_revision_created_at,
            "alternates": alternates if len(by_code) > 1 else [],
        }
    ]

"""The sitemap with language alternates, which Wagtail's own lacks, and with what apps add to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page, Site

from core import languages
from core.registry import completed_entries

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
        pages: Sequence[Page] = self.paginator.page(page).object_list
        whole = _whole_pages(pages)
        urls = []
        for item in pages:
            urls += entries(item, self.request)
            if item.pk in whole:
                urls += whole[item.pk].further_sitemap_entries(self.request)
        urls = completed_entries(urls, self.request)
        if urls and all(entry["lastmod"] for entry in urls):
            self.latest_lastmod = max(entry["lastmod"] for entry in urls)
        return urls


def _whole_pages(pages: Iterable[Page]) -> dict[int, BasePage]:
    """Return those of ``pages`` whose type has further addresses, as pages of that type, by id.

    One query for each such type: the others say all they have to say by their base row. Each knows its
    language versions, which are of the same type.
    """
    from core.models import BasePage

    plain = BasePage.further_sitemap_entries
    kinds = {
        ContentType.objects.get_for_model(model).pk: model
        for model in apps.get_models()
        if issubclass(model, BasePage) and model.further_sitemap_entries is not plain
    }
    wanted: dict[int, list[Page]] = defaultdict(list)
    for page in pages:
        if page.content_type_id in kinds:
            wanted[page.content_type_id].append(page)
    found: dict[int, BasePage] = {}
    for kind, items in wanted.items():
        ids = {version.pk for item in items for version in item.language_versions}
        versions = kinds[kind]._default_manager.select_related("locale").in_bulk(ids)
        for item in items:
            whole = versions[item.pk]
            whole.language_versions = [
                versions[version.pk] for version in item.language_versions if version.pk in versions
            ]
            found[item.pk] = whole
    return found


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
    locations = {
        version.locale.language_code: version.get_full_url(request) for version in versions
    }
    return [_entry(page, page.get_full_url(request), locations)]


def part_entries(page: BasePage, request: HttpRequest | None) -> list[dict[str, Any]]:
    """Return an entry for each part of ``page`` that has an address of its own (``core.parts``).

    ``part`` is its mark. The alternates are the same part of those language versions that have it;
    ``page.language_versions`` must be pages of the page's own type.
    """
    versions: list[BasePage] = getattr(page, "language_versions", [page])
    paths = {version.pk: version.part_paths() for version in versions}
    found = []
    for mark, path in page.part_paths().items():
        locations = {
            version.language_code: f"{version.get_full_url(request)}{paths[version.pk][mark]}"
            for version in versions
            if mark in paths[version.pk]
        }
        entry = _entry(page, f"{page.get_full_url(request)}{path}", locations)
        found.append({**entry, "part": mark})
    return found


def _entry(page: Page, location: str, locations: Mapping[str, str]) -> dict[str, Any]:
    """Return the entry of an address of ``page``; ``locations`` are all its versions, by language code."""
    codes = [code for code, _name in settings.LANGUAGES if code in locations]
    alternates = [
        {"lang_code": languages.hreflang(code), "location": locations[code]} for code in codes
    ]
    if codes:
        default = locations[languages.default_code(codes) or codes[0]]
        alternates.append({"lang_code": "x-default", "location": default})
    return {
        "item": page,
        "location": location,
        "lastmod": page.last_published_at or page.latest_revision_created_at,
        "alternates": alternates if len(locations) > 1 else [],
    }

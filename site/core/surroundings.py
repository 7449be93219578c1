"""What stands around a page: menu, footer, breadcrumbs and language versions, at one query of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page, Site

from core import languages
from core.identity import identity_of
from core.models.base_page import BasePage
from core.models.settings import SiteSettings, SiteTexts, SocialLink
from core.notices import OriginalLink, VersionNotice
from core.parts import around_part, shown_part
from core.registry import version_notice
from core.untranslated import foreign_titles

if TYPE_CHECKING:
    from core.languages import UiText

MENU_LIMIT = 8
#: An alias across languages shows a text under the address of another language: no version of it.
IN_ANOTHER_LANGUAGE = Q(alias_of__isnull=False) & ~Q(alias_of__locale=F("locale"))


@dataclass(frozen=True)
class LanguageLink:
    """One entry of the language switch. ``href`` leads to the version, or to the closest page there is."""

    code: str
    endonym: str
    lang: str
    hreflang: str
    direction: str
    href: str
    is_current: bool
    is_available: bool
    note: UiText | None = None


@dataclass(frozen=True)
class Crumb:
    """One step of the way from the home page."""

    title: str
    href: str
    lang: str = ""


@dataclass(frozen=True)
class Version:
    """A live, public language version of the page: what ``hreflang`` may name."""

    code: str
    hreflang: str
    href: str
    page_id: int
    first_published_at: datetime | None = None


@dataclass
class Surroundings:
    """All that the base template needs besides the page itself."""

    language_code: str
    settings: SiteSettings
    texts: SiteTexts | None
    home_href: str
    menu: list[Crumb] = field(default_factory=list)
    current_menu_href: str = ""
    footer: list[Crumb] = field(default_factory=list)
    social: list[SocialLink] = field(default_factory=list)
    crumbs: list[Crumb] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    #: What readers of a translation must know of it.
    notice: VersionNotice | None = None
    #: Public pages fetched on the way, by translation key and language code.
    neighbours: dict[UUID, dict[str, Page]] = field(default_factory=dict)

    @property
    def html_lang(self) -> str:
        """Return the ``lang`` of the document."""
        return languages.html_lang(self.language_code)

    @property
    def direction(self) -> str:
        """Return the direction of the document."""
        return languages.direction(self.language_code)

    @property
    def site_name(self) -> str:
        """Return the site's name in this language."""
        return self.texts.site_name if self.texts else str(settings.WAGTAIL_SITE_NAME)

    @property
    def texts_lang(self) -> str:
        """Return the ``lang`` of the site's texts where it is not the document's, else an empty string."""
        if self.texts is None:
            return ""
        lang = languages.html_lang(self.texts.locale.language_code)
        return "" if lang == self.html_lang else lang

    @property
    def current_version(self) -> Version | None:
        """Return the page's own entry among the versions."""
        return next((v for v in self.versions if v.code == self.language_code), None)

    @property
    def default_version(self) -> Version | None:
        """Return the version a reader of no known language is sent to (``x-default``)."""
        code = languages.default_code([version.code for version in self.versions])
        return next((version for version in self.versions if version.code == code), None)


def surroundings_of(request: HttpRequest, page: Page | None = None) -> Surroundings:
    """Return the surroundings of ``page``, or of no page (an error), in the active language.

    Costs two queries at most when warm, and one more for a translation, whatever the number of
    languages, links and menu entries; the result is kept on the request. They are those of a part of
    the page where the request is about one (``core.parts``).
    """
    kept: dict[tuple[int | None, str], Surroundings] = request.__dict__.setdefault(
        "_surroundings", {}
    )
    part = shown_part(request, page)
    whole = ((page.pk or -id(page)) if page else None, "")
    if whole not in kept:
        kept[whole] = _gather(request, page)
    if part is None:
        return kept[whole]
    key = (whole[0], part.mark)
    if key not in kept:
        kept[key] = around_part(kept[whole], part, request)
    return kept[key]


def _gather(request: HttpRequest, page: Page | None) -> Surroundings:
    site = Site.find_for_request(request)
    code = (
        page.locale.language_code
        if page
        else (translation.get_language() or settings.LANGUAGE_CODE)
    )
    identity = identity_of(site)
    found = Surroundings(
        code, identity.settings, identity.texts_in(code), f"/{code}/", social=identity.social
    )
    if site is None:
        return found
    root = site.root_page
    keys = [root.translation_key, *identity.footer_keys]
    ancestor_paths: list[str] = []
    if page is not None:
        keys += [page.translation_key, *_neighbour_keys(page)]
        ancestor_paths = [page.path[: i * page.steplen] for i in range(root.depth, page.depth + 1)]
    pages = (
        Page.objects.live()
        .filter(
            Q(translation_key__in=keys)
            | Q(translation_key__in=_keys_at(ancestor_paths))
            | Q(depth=root.depth + 1, show_in_menus=True)
        )
        .exclude(IN_ANOTHER_LANGUAGE)
        .select_related("locale")
        .order_by("path")
    )
    around = list(page.publicly(pages) if isinstance(page, BasePage) else pages.public())
    titles = foreign_titles()
    _arrange(found, around, page, request, root, titles)
    for neighbour in around:
        own = found.neighbours.setdefault(neighbour.translation_key, {})
        own[neighbour.locale.language_code] = neighbour
    footer = [found.neighbours.get(key, {}).get(code) for key in identity.footer_keys]
    found.footer = [_crumb(p, request, titles) for p in footer if p is not None]
    if isinstance(page, BasePage):
        found.notice = _notice(page, found, request)
    return found


def _keys_at(paths: Sequence[str]) -> Any:
    """Return the translation keys of the pages at ``paths``, as part of another query."""
    return Page.objects.filter(path__in=paths).order_by().values("translation_key")


def _notice(page: BasePage, found: Surroundings, request: HttpRequest) -> VersionNotice | None:
    """Return what readers of ``page`` must know of it as a translation; None where that is nothing.

    A preview shows what is not public yet: of that only the page itself knows how far it is translated.
    """
    source = page.source_language
    if not source or source == page.language_code:
        return None
    is_preview = getattr(request, "is_preview", False)
    neighbours = found.neighbours.get(page.translation_key, {})
    notice = None if is_preview else version_notice(page)
    if notice is None:
        # Nothing follows a page that is gone; what was translated from it may still stand.
        is_withdrawn = not is_preview and source not in neighbours
        notice = VersionNotice(
            source, is_withdrawn, is_partly_untranslated=page.is_partly_untranslated
        )
    if not notice.says_something:
        return None
    original = neighbours.get(notice.newer)
    version = next((v for v in found.versions if v.code == notice.newer), None)
    if not notice.is_outdated or original is None or version is None:
        return notice
    title_code = foreign_titles().get(original.pk) or notice.newer
    link = OriginalLink(
        original.title, version.href, languages.html_lang(title_code), version.hreflang
    )
    return replace(notice, original=link)


def _neighbour_keys(page: Page) -> list[UUID]:
    return list(page.neighbour_keys()) if isinstance(page, BasePage) else []


def _arrange(
    found: Surroundings,
    around: Sequence[Page],
    page: Page | None,
    request: HttpRequest,
    root: Page,
    titles: dict[int, str],
) -> None:
    homes = {p.locale.language_code: p for p in around if p.translation_key == root.translation_key}
    home = homes.get(found.language_code)
    if home is not None:
        found.home_href = home.get_url(request) or found.home_href
        found.menu = [
            _crumb(p, request, titles) for p in around if p.show_in_menus and p.is_child_of(home)
        ][:MENU_LIMIT]
    elif homes:
        nearest = next(code for code in _site_codes() if code in homes)
        found.home_href = homes[nearest].get_url(request) or found.home_href
    versions = {
        p.locale.language_code: p
        for p in around
        if page is not None and p.translation_key == page.translation_key
    }
    if page is not None:
        found.crumbs = _crumbs(around, page, request, titles)
        current = [c.href for c in found.crumbs] + [page.get_url(request) or ""]
        found.current_menu_href = next((m.href for m in found.menu if m.href in current), "")
        found.versions = [
            Version(
                code,
                languages.hreflang(code),
                versions[code].get_full_url(request),
                versions[code].pk,
                versions[code].first_published_at,
            )
            for code in _site_codes()
            if code in versions
        ]
        # A preview, or a page behind a password, is there for the one who reads it.
        versions.setdefault(found.language_code, page)
    closest = _closest(around, page) if page is not None else {}
    found.languages = [
        _language_link(
            code,
            versions.get(code),
            closest.get(code, homes[code]),
            found.language_code,
            page,
            request,
        )
        for code in _site_codes()
        if code in homes
    ]


def _closest(around: Iterable[Page], page: Page) -> dict[str, Page]:
    """Return, by language code, the version of the nearest page above ``page`` that has one."""
    depths = {p.translation_key: p.depth for p in around if page.is_descendant_of(p)}
    above = [p for p in around if p.translation_key in depths]
    above.sort(key=lambda p: depths[p.translation_key])
    return {p.locale.language_code: p for p in above}


def _crumb(page: Page, request: HttpRequest, titles: dict[int, str]) -> Crumb:
    """Return a link to ``page`` that says so where its title is still in another language."""
    code = titles.get(page.pk, "")
    return Crumb(page.title, page.get_url(request) or "", languages.html_lang(code) if code else "")


def _crumbs(
    around: Iterable[Page], page: Page, request: HttpRequest, titles: dict[int, str]
) -> list[Crumb]:
    return [
        _crumb(ancestor, request, titles) for ancestor in around if page.is_descendant_of(ancestor)
    ]


def _language_link(
    code: str,
    version: Page | None,
    closest: Page,
    current: str,
    page: Page | None,
    request: HttpRequest,
) -> LanguageLink:
    target = version or closest
    note = None
    if page is not None and version is None:
        note = languages.say_in(code, "This page is not available in this language.")
    return LanguageLink(
        code=code,
        endonym=languages.endonym(code),
        lang=languages.html_lang(code),
        hreflang=languages.hreflang(code),
        direction=languages.direction(code),
        href=target.get_url(request) or f"/{code}/",
        is_current=code == current,
        is_available=version is not None,
        note=note,
    )


def _site_codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]

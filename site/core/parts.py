"""A part of a page that has an address of its own: a film of a campaign, shared by itself (ADR 0018).

What it shows stands on the page as well. Under its own address it has its own title, share card,
breadcrumbs and language versions, and a ``PagePart`` stands in for the page wherever those are made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page

from core import languages

if TYPE_CHECKING:
    from core.models import BasePage, Photograph
    from core.surroundings import Surroundings, Version


class PagePart:
    """Stands in for its page. A subclass says what is its own; the rest is its page's.

    ``mark`` is what stays the same of it for ever and in all languages: it is in its address, and
    the page answers for it (``BasePage.part`` and ``BasePage.part_paths``).
    """

    schema_type = "WebPage"

    def __init__(self, page: BasePage, mark: str) -> None:
        self.page = page
        self.mark = mark

    # Its own ------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Return the name of the part."""
        raise NotImplementedError

    @property
    def title_text(self) -> languages.UiText:
        """Return the title, which knows the language it is in."""
        return languages.in_code(self.title, self.language_code)

    @property
    def head_title(self) -> languages.UiText:
        """Return the title for search engines and the browser's tab."""
        return self.title_text

    @property
    def summary_text(self) -> languages.UiText:
        """Return the summary, which knows the language it is in."""
        return languages.in_code(self.summary, self.language_code)

    @property
    def path(self) -> str:
        """Return its address below the page's, with a slash at the end."""
        return f"{self.mark}/"

    @property
    def summary(self) -> str:
        """Return one or two sentences for search engines and share cards."""
        return ""

    @property
    def image(self) -> Photograph | None:
        """Return the picture of its share card; without one it is drawn."""
        return None

    @property
    def card_kicker(self) -> str:
        """Return what stands above the title on the share card: what it is a part of."""
        return str(self.page.title)

    @property
    def card_subtitle(self) -> str:
        """Return what stands below the title on the share card."""
        return ""

    @property
    def is_film(self) -> bool:
        """Tell whether its share card shows that there is something to play."""
        return False

    @property
    def picture_key(self) -> str:
        """Return the word its own picture is drawn from; the same in all languages."""
        return f"{self.page.picture_key}-{self.mark}"

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Return its own JSON-LD object, without ``@context``: a page, and what that is a part of."""
        from core.structured_data import web_page

        data = web_page(self, request)
        return {**data, "isPartOf": {"@id": self.page.get_full_url(request)}}

    # Its page's ---------------------------------------------------------------------------------

    @property
    def pk(self) -> int | None:
        """Return the id of the page."""
        pk: int | None = self.page.pk
        return pk

    @property
    def live(self) -> bool:
        """Tell whether the page is public."""
        return bool(self.page.live)

    @property
    def language_code(self) -> str:
        """Return the code of the language the page is published in."""
        return self.page.language_code

    @property
    def html_lang(self) -> str:
        """Return the BCP 47 tag of that language."""
        return self.page.html_lang

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return self.page.direction

    @property
    def source_language(self) -> str:
        """Return the code of the language the page was written in."""
        return str(self.page.source_language)

    @property
    def first_shown_on(self) -> datetime | None:
        """Return when the page was first public."""
        return self.page.first_shown_on

    @property
    def first_published_at(self) -> datetime | None:
        """Return when this language version of the page was first published."""
        published: datetime | None = self.page.first_published_at
        return published

    @property
    def shown_update(self) -> datetime | None:
        """Return when the facts of the page last changed."""
        return self.page.shown_update

    def get_url(self, request: HttpRequest | None = None) -> str:
        """Return its address, as the page's is given."""
        return f"{self.page.get_url(request) or ''}{self.path}"

    @cached_property
    def full_url(self) -> str:
        """Return its address with scheme and host."""
        return self.get_full_url()

    def get_full_url(self, request: HttpRequest | None = None) -> str:
        """Return its address with scheme and host."""
        return f"{self.page.get_full_url(request) or ''}{self.path}"


def shown_part(request: HttpRequest, page: Page | None) -> PagePart | None:
    """Return the part of ``page`` that the request is about; None where it is about the whole page."""
    part: PagePart | None = getattr(request, "shown_part", None)
    return part if part is not None and page is not None and part.pk == page.pk else None


def around_part(around: Surroundings, part: PagePart, request: HttpRequest) -> Surroundings:
    """Return the surroundings of ``part``, made of its page's; costs one query where there are versions.

    A language version of the page that does not have the part is no version of it: the language
    switch then says so, and leads to the page.
    """
    from core.surroundings import Crumb

    page = part.page
    others = [v.page_id for v in around.versions if v.page_id != page.pk]
    kept = type(page)._default_manager.in_bulk(others) if others else {}
    if page.pk is not None:
        kept[page.pk] = page
    paths = {pk: version.part_paths().get(part.mark) for pk, version in kept.items()}
    versions: list[Version] = []
    for version in around.versions:
        path = paths.get(version.page_id)
        if path:
            versions.append(replace(version, href=f"{version.href}{path}"))
    there = {version.code: paths[version.page_id] for version in versions}
    there.setdefault(page.language_code, part.path)
    links = [
        replace(link, href=f"{link.href}{there[link.code]}")
        if link.is_available and link.code in there
        else replace(
            link,
            is_available=False,
            note=languages.say_in(link.code, "This page is not available in this language."),
        )
        for link in around.languages
    ]
    code = page.lang_of("title")
    lang = languages.html_lang(code) if code != page.language_code else ""
    crumb = Crumb(page.title, page.get_url(request) or "", lang)
    return replace(around, crumbs=[*around.crumbs, crumb], versions=versions, languages=links)

"""A plan as the data of a document: what ``plan.typ`` sets, and nothing it would have to decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from wagtail.models import Site

from core.identity import Identity, identity_of
from core.languages import UiText, direction, html_lang, say_in
from core.models import foreign_lang, in_language
from people.blocks import persons_in
from people.models import ContactCard, contact_cards
from plans.models import PlanPage, RegionalPlanPage
from plans.outline import Outline
from plans.pdf import beside, chapters
from plans.pdf.body import Body, images_in, pages_of_buttons_in, rich_texts
from plans.pdf.pictures import LOGO_HEIGHT, MARK, Pictures
from plans.pdf.pieces import Pen, settled
from plans.relatives import Relatives, facts_changed_at, relatives_of
from plans.rich_text import Links, Node


@dataclass(frozen=True)
class Document:
    """What stands in a PDF (``data``, ready for JSON), and the pictures it needs."""

    data: dict[str, Any]
    pictures: Pictures = field(default_factory=Pictures)


@dataclass(frozen=True)
class Reading:
    """A plan with all that its document tells, looked up at a constant number of queries."""

    page: PlanPage
    pen: Pen
    relatives: Relatives
    links: Links
    cards: dict[int, ContactCard]
    pictures: Pictures
    identity: Identity
    base: str

    @property
    def outline(self) -> Outline:
        """Return its goals and actions, and how far they are."""
        return self.page.outline

    def field(self, name: str) -> Node:
        """Return the text of a field of the page, in whichever language it is in."""
        return self.pen.t(getattr(self.page, name), html_lang(self.page.lang_of(name)))


def document_of(page: PlanPage) -> Document:
    """Return the document of ``page``, which is of its own type, in its language.

    What depends on the day (workshops to come, contact persons) is as it is today; words that only
    hold today ("late", "in force") are not used, for a file is read later.
    """
    reading = read(page)
    pen = reading.pen
    changed = facts_changed_at(page, reading.relatives.versions)
    version: str | UiText = ""
    if changed:
        day = timezone.localtime(changed, timezone.get_default_timezone()).date()
        version = say_in(page.language_code, "Version of %(date)s", date=day)
    address = page.full_url or ""
    blocks = [
        *chapters.front(reading, version, address),
        *chapters.progress(reading),
        *_about(reading),
        *chapters.spearheads(reading),
        *chapters.goals(reading),
        *beside.workshops(reading),
        *beside.reports(reading),
        *beside.files(reading),
        *beside.contacts(reading),
        *beside.funding(reading),
    ]
    texts = reading.identity.texts_in(page.language_code)
    site_name = texts.site_name if texts else ""
    data = {
        "lang": page.html_lang,
        "dir": direction(page.language_code),
        "title": reading.field("title"),
        "author": reading.identity.settings.publisher_name
        or site_name
        or urlsplit(address).hostname,
        # The file has one language for its description: that of the page.
        "description": page.summary if page.summary_text.lang == page.html_lang else "",
        "brand": reading.identity.settings.brand_colour,
        "logo": _logo(reading, site_name),
        "kicker": chapters.kicker(reading, site_name),
        "foot": {"version": pen.t(version), "address": pen.left_to_right(address)},
        "blocks": blocks,
    }
    return Document(settled(data), reading.pictures)


def read(page: PlanPage) -> Reading:
    """Return ``page`` with what its document tells."""
    pen = Pen(page.language_code)
    parts = page.get_url_parts()
    base = str(parts[1]) if parts else ""
    outline = page.outline
    texts = [
        *rich_texts(page.body),
        *(block.value["text"] for block in page.spearheads),
        *(goal.text for goal in outline.goals),
        *(action.text for action in outline),
    ]
    links = Links.of(texts, page.locale, base, pages_of_buttons_in(page.body))
    persons = [*(link.person for link in page.contact_links), *persons_in(page.body)]
    cards = contact_cards(persons, page.locale, outline.bodies)
    pictures = Pictures()
    pictures.fetch(images_in(page.body))
    site = Site.objects.filter(pk=parts[0]).first() if parts else None
    return Reading(
        page,
        pen,
        relatives_of(page),
        links,
        {card.person.pk: card for card in cards},
        pictures,
        identity_of(site),
        base,
    )


def _about(reading: Reading) -> list[Node]:
    page = reading.page
    body = Body(page, reading.pen, reading.links, reading.pictures, reading.cards).blocks()
    if not body:
        return []
    heading = say_in(page.language_code, "About the plan")
    return [reading.pen.h(1, reading.pen.t(heading)), *body]


def _logo(reading: Reading, site_name: str) -> dict[str, Any] | None:
    src = reading.pictures.name_of(reading.identity.settings.logo, MARK)
    return {"src": src, "alt": site_name, "height": LOGO_HEIGHT} if src else None


def area_of(page: PlanPage) -> tuple[str, str]:
    """Return the name of the area of a regional plan and its ``lang`` where foreign; one query at most."""
    if not isinstance(page, RegionalPlanPage) or page.area is None:
        return "", ""
    (area,) = in_language([page.area], page.locale)
    return area.name, foreign_lang(area, page.locale)

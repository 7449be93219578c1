"""Every page type with all it can show, in Swedish without a single translated text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from campaigns.models import CampaignNews
from home.models import AccessibilityDefect, HomePagePromotion
from news.models import NewsPageRelated
from tests.news.call_scene import call_with_form
from tests.plans.full_scene import complete
from tests.plans.scene import Office, build_office
from tests.scene import build_town, every_block
from tests.translating import translate
from translations.texts import is_seen

#: Stands in every Finnish text of a page, and in nothing else.
MARK = "Jänkhä"


@dataclass
class Untranslated:
    """The office, and the Swedish pages by the name of their type."""

    office: Office
    pages: dict[str, Page] = field(default_factory=dict)


def build_untranslated() -> Untranslated:
    """Build the scene: fill the Finnish pages, mark each of their texts, translate none."""
    town = build_town()
    office = build_office(town)
    complete(office)
    _fill(town, office)
    found = Untranslated(office)
    for page in Page.objects.filter(locale=town.locales["fi"], depth__gt=1).order_by("path"):
        page = page.specific
        marked(page)
        page.save_revision().publish()
        swedish = translate(type(page).objects.get(pk=page.pk), "sv", leave=lambda path: True)
        found.pages.setdefault(type(page).__name__, swedish)
    return found


def _fill(town: Any, office: Office) -> None:
    """Give the pages what the scenes leave out."""
    item = town.items["fi"]
    item.body = every_block(town)
    item.image_caption = "Torilla"
    item.place = "Kajaani"
    item.search_description = item.seo_title = "Kokous torilla"
    item.related.add(NewsPageRelated(page=town.standards["fi"]))
    item.save_revision().publish()
    standard = town.standards["fi"]
    standard.body = every_block(town)[:3]
    standard.search_description = "Mikä tämä on"
    standard.save_revision().publish()
    call_with_form(town.indexes["fi"], title="Haku", themes=[])
    campaign = town.campaigns["fi"]
    campaign.related.add(CampaignNews(page=item))
    campaign.save_revision().publish()
    home = town.homes["fi"]
    home.lead_story = item
    home.promotions.add(HomePagePromotion(page=town.campaigns["fi"]))
    home.save_revision().publish()
    statement = town.statements["fi"]
    statement.defects.add(
        AccessibilityDefect(
            what="Kartta", why="Pian", alternative="Luettelo", locale=statement.locale
        )
    )
    statement.save_revision().publish()


def marked(page: Any) -> None:
    """Put the mark at the start of every text of ``page`` that readers see."""
    segments = [
        StringSegmentValue(
            segment.path,
            StringValue(f"{MARK} {segment.string.data}"),
            attrs=segment.attrs,
            order=segment.order,
        )
        if isinstance(segment, StringSegmentValue) and is_seen(segment.path, segment.string.data)
        else segment
        for segment in extract_segments(page)
    ]
    ingest_segments(page, page, page.locale, page.locale, segments)

"""Sow the campaigns: the list, the one with the films, one that is over and one to come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from campaigns.models import (
    CampaignContact,
    CampaignIndexPage,
    CampaignMaterial,
    CampaignNews,
    CampaignOrganiser,
    CampaignPage,
    CampaignPlace,
)
from core.freshness import today
from home.demo.content import CAMPAIGNS
from home.demo.content.campaigns import INDEX
from home.demo.shape import Campaign, key_of, moment

if TYPE_CHECKING:
    from home.demo.sowing import Sower

INDEX_KEY = "campaigns"


def originals(sower: Sower) -> None:
    """Make the list of campaigns and the campaigns in the main language, where they are missing."""
    if (INDEX_KEY, "fi") not in sower.pages:
        first = min(_day(campaign.begins) for campaign in CAMPAIGNS)
        sower.pages[INDEX_KEY, "fi"] = sower.publish(
            sower.home, _index_in(sower, "fi"), moment(first)
        )
    index = CampaignIndexPage.objects.get(pk=sower.pages[INDEX_KEY, "fi"])
    for campaign in CAMPAIGNS:
        if (campaign.key, "fi") in sower.pages:
            continue
        page = _page_in(sower, campaign, "fi")
        page.organisers = [
            CampaignOrganiser(organisation=sower.vocabularies.organisations[key], sort_order=order)
            for order, key in enumerate(campaign.organisers)
        ]
        page.contacts = [
            CampaignContact(person=sower.people[key], sort_order=order)
            for order, key in enumerate(campaign.contacts)
        ]
        page.materials = [
            CampaignMaterial(document=sower.files.attachment(name), sort_order=order)
            for order, name in enumerate(campaign.materials)
        ]
        page.related = [
            CampaignNews(page_id=sower.pk_of(key), sort_order=order)
            for order, key in enumerate(campaign.related)
        ]
        page.funder = sower.vocabularies.funders[campaign.funder] if campaign.funder else None
        published = moment(min(_day(campaign.begins), today()) - timedelta(days=1))
        sower.pages[campaign.key, "fi"] = sower.publish(index, page, published)


def translations(sower: Sower) -> None:
    """Make the other languages of the list and of the campaigns, where they are missing."""
    sower.versions(CampaignIndexPage, INDEX_KEY, INDEX, lambda code: _index_in(sower, code))
    for campaign in CAMPAIGNS:

        def page_in(code: str, campaign: Campaign = campaign) -> CampaignPage:
            return _page_in(sower, campaign, code)

        sower.versions(CampaignPage, campaign.key, campaign.words, page_in)


def _day(days: int) -> date:
    return today() + timedelta(days=days)


def _index_in(sower: Sower, code: str) -> CampaignIndexPage:
    title, lead = INDEX[code]
    return CampaignIndexPage(
        title=title,
        lead=lead,
        show_in_menus=True,
        locale=sower.locales[code],
        translation_key=key_of("page", INDEX_KEY),
        owner=sower.editor,
    )


def _page_in(sower: Sower, campaign: Campaign, code: str) -> CampaignPage:
    """Return an unsaved campaign with the words of one language; its places have keys of their own."""
    words = campaign.words[code]
    page = CampaignPage(
        title=words.title,
        slogan=words.slogan,
        lead=words.lead,
        starts_on=_day(campaign.begins),
        ends_on=_day(campaign.ends),
        encounters=[
            _encounter(sower, campaign, number, film, code)
            for number, film in enumerate(campaign.films)
        ],
        image=sower.pictures.scene(campaign.scene),
        image_alt=words.alt,
        body=sower.bodies.of(campaign.key, words.body),
        parent_project=words.project,
        parent_project_url=campaign.project_url,
        locale=sower.locales[code],
        translation_key=key_of("page", campaign.key),
        owner=sower.editor,
    )
    page.places = [
        CampaignPlace(
            name=name,
            note=note,
            address=address,
            sort_order=order,
            locale=sower.locales[code],
            translation_key=key_of("place", campaign.key, str(order)),
        )
        for order, ((name, note), address) in enumerate(
            zip(words.places, campaign.addresses, strict=True)
        )
    ]
    return page


def _encounter(
    sower: Sower, campaign: Campaign, number: int, film: str, code: str
) -> dict[str, Any]:
    """Return an encounter as a StreamField keeps it; its id is the same in all languages."""
    words = campaign.words[code].encounters[number]
    return {
        "type": "encounter",
        "value": {
            "title": words.title,
            "people": words.people,
            "place": words.place,
            "video": sower.films[film].pk,
            "text": words.text,
            "questions": words.questions,
        },
        "id": str(key_of("encounter", campaign.key, str(number))),
    }

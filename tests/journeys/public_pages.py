"""The public pages the journeys visit: each page type in Finnish, Swedish and Arabic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from campaigns.models import CampaignNews
from core.models import SiteSettings
from home.set_up import ensure_language
from tests import films
from tests.factories import locale
from tests.scene import Town, build_town, every_block

ARABIC = {
    "homes": "كوهتامو",
    "indexes": "أخبار",
    "items": "الخطة جاهزة",
    "campaign_indexes": "حملات",
    "campaigns": "اسألني",
    "standards": "عن الموقع",
    "statements": "إمكانية الوصول",
}
LEAD = "شارك السكان في إعداد الخطة منذ البداية، 2026."
CODES = ("fi", "sv", "ar")
#: The film of the campaign that every language has.
MARK = "c0ffee00"


@dataclass
class Public:
    """The town with Arabic, and the path of each of its public pages by name."""

    town: Town
    paths: dict[str, str]


def build_public() -> Public:
    """Build the town, and add what its public pages need to show all they can."""
    town = build_town()
    return Public(town, _publish(town))


def _publish(town: Town) -> dict[str, str]:
    """Return name and path of each page type in each language, Arabic added to the scene.

    The news items hold every block, and their film plays; one in each language has a funder, contacts
    and a long compound. The campaign has two films, one of which is shown under its own address as
    well, and partners.
    """
    item = town.items["fi"]
    item.title = "Yhdenvertaisuussuunnitelmatyöryhmäkokouspöytäkirjaluonnos valmistui"
    item.body = every_block(town)
    item.save_revision().publish()
    town.items["sv"].body = every_block(town)
    town.items["sv"].save_revision().publish()
    _two_films_for_partners(town)
    for kind, title in ARABIC.items():
        page: Any = getattr(town, kind)["fi"]
        copy = page.copy_for_translation(locale("ar"))
        copy.title, copy.live, copy.first_published_at = title, True, timezone.now()
        if hasattr(copy, "lead"):
            copy.lead = LEAD
        copy.save_revision().publish()
        getattr(town, kind)["ar"] = type(page).objects.get(pk=copy.pk)
    ensure_language("ar")
    found = {f"{kind} {code}": getattr(town, kind)[code].url for kind in ARABIC for code in CODES}
    for code in CODES:
        found[f"encounter {code}"] = town.campaigns[code].part(MARK).get_url()
    found |= {f"not found {code}": f"/{code}/olematon/" for code in CODES}
    found["an empty list"] = f"{town.indexes['fi'].url}?year=1999"
    return found


def _two_films_for_partners(town: Town) -> None:
    """Give the Finnish campaign a second film and an end, and the site a partner that may embed both."""
    campaign = town.campaigns["fi"]
    campaign.ends_on = timezone.localdate() + timedelta(days=30)
    block, number = campaign.encounters[0], "c0ffee01-0000-4000-8000-000000000002"
    campaign.encounters = [
        films.encounter(town.video, block_id=block.id),
        films.encounter(
            town.video,
            block_id=number,
            title="Yhdenvertaisuussuunnittelutapaamisessa",
            people="Asiakaspalvelija tapaa asiakkaan",
        ),
    ]
    campaign.related.add(CampaignNews(page=town.items["fi"]))
    campaign.save_revision().publish()
    town.campaigns["fi"] = type(campaign).objects.get(pk=campaign.pk)
    chosen, _created = SiteSettings.objects.get_or_create(site=town.site)
    chosen.partner_sites = "https://www.example.org"
    chosen.save()

"""The public pages the journeys visit: each page type in Finnish, Swedish and Arabic."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from home.set_up import ensure_language
from tests.factories import locale
from tests.scene import Town, every_block

ARABIC = {
    "homes": "كوهتامو",
    "indexes": "أخبار",
    "items": "الخطة جاهزة",
    "standards": "عن الموقع",
    "statements": "إمكانية الوصول",
}
LEAD = "شارك السكان في إعداد الخطة منذ البداية، 2026."
CODES = ("fi", "sv", "ar")


def public_pages(town: Town) -> dict[str, str]:
    """Return name and path of each page type in each language, Arabic added to the scene.

    The news items hold every block; one in each language has a funder, contacts and a long compound.
    """
    item = town.items["fi"]
    item.title = "Yhdenvertaisuussuunnitelmatyöryhmäkokouspöytäkirjaluonnos valmistui"
    item.body = every_block(town)
    item.save_revision().publish()
    town.items["sv"].body = every_block(town)
    town.items["sv"].save_revision().publish()
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
    found |= {f"not found {code}": f"/{code}/olematon/" for code in CODES}
    found["an empty list"] = f"{town.indexes['fi'].url}?year=1999"
    return found

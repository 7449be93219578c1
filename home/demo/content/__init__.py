"""What the demo says. All persons are invented, their addresses end in example.org, no number rings.

The facts of the five longest items are those of real public pages; the sentences, the quotations and
everybody who speaks are ours. Suvisalmi (in Swedish Sommarsund) is on no map.
"""

from home.demo.content import (
    campaign,
    campaign_films,
    integration,
    news_2019_2021,
    news_2022_2023,
    news_2024_2025,
    news_2026,
    plain,
    plan_praised,
    regional_plans,
    standing,
)
from home.demo.content.campaigns import CAMPAIGNS
from home.demo.shape import Item, Standing

ITEMS: tuple[Item, ...] = (
    campaign.ITEM,
    campaign_films.ITEM,
    integration.ITEM,
    plan_praised.ITEM,
    regional_plans.ITEM,
    *plain.ITEMS,
    *news_2019_2021.ITEMS,
    *news_2022_2023.ITEMS,
    *news_2024_2025.ITEMS,
    *news_2026.ITEMS,
)
__all__ = ["CAMPAIGNS", "ITEMS", "STANDING"]

STANDING: tuple[Standing, ...] = standing.PAGES

"""Campaigns: the list residents browse, and the campaign with its films, places and materials."""

from campaigns.models.campaign_index_page import CampaignIndexPage
from campaigns.models.campaign_page import CampaignPage, CampaignPageQuerySet
from campaigns.models.rows import (
    CampaignContact,
    CampaignMaterial,
    CampaignNews,
    CampaignOrganiser,
    CampaignPlace,
)

__all__ = [
    "CampaignContact",
    "CampaignIndexPage",
    "CampaignMaterial",
    "CampaignNews",
    "CampaignOrganiser",
    "CampaignPage",
    "CampaignPageQuerySet",
    "CampaignPlace",
]

"""The app “campaigns”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Registers the app under its plain name."""

    name = "campaigns"
    verbose_name = _("Campaigns")

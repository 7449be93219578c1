"""The app “campaigns”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Registers the app under its plain name."""

    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        """Say how much campaigns matter to readers."""
        from campaigns import importance  # noqa: F401  (imported for its registrations)

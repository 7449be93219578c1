"""The app “news”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Registers the app under its plain name."""

    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        """Register the feeds that a news list announces, and what happens by itself."""
        from news import feeds, importance, signals  # noqa: F401  (imported for their registration)

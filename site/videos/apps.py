"""The app “videos”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VideosConfig(AppConfig):
    """Keeps what residents are shown of a video up to date, and holds back what is not accessible."""

    name = "videos"
    verbose_name = _("Videos")

    def ready(self) -> None:
        """Connect the signal handlers and register the checks and what machines are told."""
        from videos import (  # noqa: F401  (imported for their registrations)
            gate,
            signals,
            sitemap,
            structured_data,
        )

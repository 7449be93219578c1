"""The app “plans”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """Registers the app under its plain name."""

    name = "plans"
    verbose_name = _("Plans")

    def ready(self) -> None:
        """Connect what happens by itself, and register calendars and what machines are told."""
        from plans import feeds, importance  # noqa: F401  (imported for their registrations)
        from plans.pdf import watching  # noqa: F401  (imported for its registrations)
        from plans.workshops import (  # noqa: F401  (imported for their registrations)
            calendars,
            sequences,
            structured_data,
        )

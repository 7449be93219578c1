"""What every page type stands on."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Base page, images and documents, site settings, blocks, pictures and languages."""

    name = "core"
    verbose_name = _("Site foundation")

    def ready(self) -> None:
        """Connect the signal handlers and register the house's system checks."""
        from core import checks, doors, identity, signals  # noqa: F401  (for their registrations)
        from core.workarounds import (
            wagtail_chooser_words,
            wagtail_publishes_unasked,
            wagtail_srcset_equal_widths,
        )

        identity.watch()
        doors.watch()
        wagtail_chooser_words.apply()
        wagtail_publishes_unasked.apply()
        wagtail_srcset_equal_widths.apply()

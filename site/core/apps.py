"""What every page type stands on."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Base page, images and documents, site settings, blocks, pictures and languages."""

    name = "core"
    verbose_name = _("Site foundation")

    def ready(self) -> None:
        """Connect the signal handlers and register the house's system checks."""
        from core import checks, signals  # noqa: F401  (imported for their registrations)
        from core.identity import watch
        from core.workarounds import wagtail_srcset_equal_widths

        watch()
        wagtail_srcset_equal_widths.apply()

"""The app “home”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Registers the app under its plain name."""

    name = "home"
    verbose_name = _("Front door")

    def ready(self) -> None:
        """Give the rights of a language whenever its front door goes out."""
        from home import importance, signals  # noqa: F401  (imported for their registrations)

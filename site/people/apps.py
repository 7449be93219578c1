"""The app “people”."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Registers the app under its plain name."""

    name = "people"
    verbose_name = _("People and organisations")

    def ready(self) -> None:
        """Register what is asked of a page that somebody has funded."""
        from people import funding  # noqa: F401  (imported for its registration)

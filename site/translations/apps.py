"""Language versions that never lie."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """The multilingual editing workflow, over any translatable page or snippet."""

    name = "translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        """Connect what keeps language versions true."""
        from translations import minor_edits, saving, signals, synchronising
        from translations.roles import policies

        minor_edits.apply()
        saving.apply()
        synchronising.apply()
        signals.watch()
        policies.register()

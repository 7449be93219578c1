"""Language versions that never lie."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """The multilingual editing workflow, over any translatable page or snippet."""

    name = "translations"
    verbose_name = _("Translations")

    def ready(self) -> None:
        """Connect what keeps language versions true."""
        from translations import checks, gate, public  # noqa: F401  (for their registrations)
        from translations import saving, signals, synchronising  # isort: skip
        from translations.editor import draft_title_in_html, localize_takes_any_sign, po
        from translations.lifecycle import asking, whole
        from translations.lifecycle import signals as lifecycle
        from translations.parts import signals as parts
        from translations.review import signals as review
        from translations.roles import policies

        saving.apply()
        synchronising.apply()
        po.apply()
        localize_takes_any_sign.apply()
        draft_title_in_html.apply()
        signals.watch()
        whole.apply()
        asking.apply()
        lifecycle.watch()
        parts.watch()
        policies.register()
        review.watch()

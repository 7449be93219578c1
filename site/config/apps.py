"""The project itself as an app: it carries the catalogues for what other packages leave untranslated."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Holds no models; first in the list, so that its templates win."""

    name = "config"
    label = "kohtaamo"
    verbose_name = "Kohtaamo"

"""The areas of Finland that plans are made for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import BaseTranslatableField

from people.models import SluggedVocabulary


class Area(SluggedVocabulary):
    """A region (maakunta), or one of the seven areas of the advisory boards for ethnic relations.

    ``code`` is one for all languages: Statistics Finland's number of a region (``01`` … ``21``), or
    ``etno-…`` for an area of an advisory board. ``plans.tiles`` knows where it stands on the map.
    """

    class Kind(models.TextChoices):
        """What an area is."""

        ETNO = "etno", _("area of an advisory board for ethnic relations")
        REGION = "region", _("region")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.REGION)
    code = models.CharField(_("code"), max_length=40)

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("code"),
        FieldPanel("slug"),
    ]
    override_translatable_fields: ClassVar = [
        *SluggedVocabulary.override_translatable_fields,
        BaseTranslatableField("code"),
    ]

    class Meta(SluggedVocabulary.Meta):
        verbose_name = _("area")
        verbose_name_plural = _("areas")

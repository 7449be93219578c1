"""Images and documents of the site: Wagtail's own, with what a public organisation must say of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class Photograph(AbstractImage):
    """An uploaded image. Who made it is said once, here, and shown wherever the image is.

    What the image shows is *not* kept here: the text alternative depends on the page's language
    and on what the image is for on that page, so pages and blocks carry it.
    """

    credit = models.CharField(
        _("photographer"),
        max_length=160,
        blank=True,
        help_text=_(
            "Shown beside the image wherever it is used, for example “Photo: Aino Esimerkki”."
        ),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions: ClassVar = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """Never the title: a file name is not a text alternative (WCAG 2.2, 1.1.1)."""
        return self.description or ""


class PhotographRendition(AbstractRendition):
    """One size and format of a photograph."""

    image = models.ForeignKey(Photograph, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together: ClassVar = [("image", "filter_spec", "focal_point_key")]


class Attachment(AbstractDocument):
    """A file to download; residents are told its type, size and language before they fetch it."""

    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        help_text=_("The language the file is written in, as a code: fi, sv, en, se …"),
    )

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions: ClassVar = [("choose_document", "Can choose document")]

"""The main image of a page, with what must be said of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.models.base_page import BasePage
from core.models.media import Photograph


class PicturedPage(BasePage):
    """A page that may have a main image; what it shows is said on the page, in the page's language.

    Abstract.
    """

    image = models.ForeignKey(
        Photograph,
        verbose_name=_("main image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For cards and lists. Without one, a picture of the page's own is drawn."),
    )
    image_alt = models.CharField(
        _("what the image shows"),
        max_length=250,
        blank=True,
        help_text=_(
            "Read aloud to those who cannot see the image. One sentence, not the file's name."
        ),
    )
    image_is_decorative = models.BooleanField(
        _("the image is only decoration"),
        default=False,
        help_text=_("The image tells nothing that the text does not."),
    )
    image_caption = models.CharField(_("caption"), max_length=250, blank=True)

    class Meta:
        abstract = True


def picture_panel() -> MultiFieldPanel:
    """Return the panel of the main image."""
    fields = ("image", "image_alt", "image_is_decorative", "image_caption")
    return MultiFieldPanel([FieldPanel(name) for name in fields], heading=_("Main image"))

"""What is written of a film, language by language."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale, Orderable, TranslatableMixin
from wagtail_localize.fields import BaseTranslatableField

from videos.models.video import Video


class VideoText(TranslatableMixin, Orderable):
    """A film's title, summary, text alternative and its poster's description in one language."""

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="texts")
    # Wagtail's own field is not editable; here the editor says which language she writes in.
    locale = models.ForeignKey(
        Locale, on_delete=models.PROTECT, related_name="+", verbose_name=_("language")
    )
    title = models.CharField(_("title of the film"), max_length=200)
    summary = models.TextField(
        _("summary"), blank=True, max_length=400, help_text=_("One or two sentences.")
    )
    poster_alt = models.CharField(
        _("what the poster shows"),
        max_length=250,
        blank=True,
        help_text=_("Read aloud to those who cannot see the picture. One sentence."),
    )
    transcript = models.TextField(
        _("text alternative"),
        blank=True,
        help_text=_(
            "What is seen and heard, in the order it happens. Left empty, readers get the captions as text."
        ),
    )

    panels: ClassVar = [
        FieldPanel("locale"),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("poster_alt"),
        FieldPanel("transcript"),
    ]
    override_translatable_fields: ClassVar = [BaseTranslatableField("locale")]
    #: Texts of the same film that are deleted together with the saving of this one.
    leaving: frozenset[int] = frozenset()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("video text")
        verbose_name_plural = _("video texts")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Keep to one text a language for each film."""
        super().clean()
        if not (self.video_id and self.locale_id):
            return
        others = VideoText.objects.filter(video_id=self.video_id, locale_id=self.locale_id)
        if others.exclude(pk__in=[self.pk, *self.leaving]).exists():
            raise ValidationError({"locale": _("The film has a text in this language already.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make all texts of a film versions of one another, however they were written."""
        sibling = (
            VideoText.objects.filter(video_id=self.video_id)
            .exclude(pk=self.pk)
            .values_list("translation_key", flat=True)
            .first()
        )
        if sibling is not None:
            self.translation_key = sibling
        super().save(*args, **kwargs)

"""Other versions of a film: audio-described, signed, in easy language."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from videos.languages import SIGNED, name_of, version_choices
from videos.models.video import Video


class VideoVersion(Orderable):
    """A film that stands in for another: the same thing told for those whom the first excludes."""

    DESCRIBED, SIGNED_VERSION, EASY = "described", "signed", "easy"
    KINDS: ClassVar = [
        (DESCRIBED, _("Audio-described version")),
        (SIGNED_VERSION, _("Sign-language version")),
        (EASY, _("Easy-language version")),
    ]

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="versions")
    kind = models.CharField(_("kind"), max_length=10, choices=KINDS)
    language = models.CharField(_("language"), max_length=12, choices=version_choices)
    version = models.ForeignKey(
        Video, verbose_name=_("video"), on_delete=models.CASCADE, related_name="versions_of"
    )

    panels: ClassVar = [FieldPanel("kind"), FieldPanel("language"), FieldPanel("version")]

    class Meta(Orderable.Meta):
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["video", "kind", "language"], name="videos_one_version_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {name_of(self.language)}"

    def clean(self) -> None:
        """Refuse a film as its own version, versions of versions, and a sign language out of place."""
        super().clean()
        if self.version_id and self.version_id == self.video_id:
            raise ValidationError({"version": _("A film cannot be a version of itself.")})
        if self.version_id and VideoVersion.objects.filter(video_id=self.version_id).exists():
            raise ValidationError({"version": _("This film has versions of its own.")})
        if self.language and (self.kind == self.SIGNED_VERSION) != (self.language in SIGNED):
            raise ValidationError(
                {"language": _("Choose a sign language for a sign-language version only.")}
            )

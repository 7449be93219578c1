"""Captions, subtitles, descriptions and chapters of a film, each in one language."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import languages
from videos.languages import track_choices
from videos.models.video import Video


class VideoTrack(models.Model):
    """A timed text, kept as WebVTT and served from here.

    ``content`` is valid WebVTT, or empty while a translation of it is only begun; what is begun is in
    ``TranslatedCue``, and residents see nothing of it.
    """

    CAPTIONS, SUBTITLES, DESCRIPTIONS, CHAPTERS = (
        "captions",
        "subtitles",
        "descriptions",
        "chapters",
    )
    #: The kinds of the HTML standard's <track>.
    KINDS: ClassVar = [
        (CAPTIONS, _("Captions (speech, sounds and speakers)")),
        (SUBTITLES, _("Subtitles (translated speech)")),
        (DESCRIPTIONS, _("Descriptions read aloud by a screen reader")),
        (CHAPTERS, _("Chapters")),
    ]
    HUMAN, MACHINE = "human", "machine"
    ORIGINS: ClassVar = [(HUMAN, _("Made by a person")), (MACHINE, _("Made by a machine"))]

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(_("kind"), max_length=12, choices=KINDS, default=CAPTIONS)
    language = models.CharField(_("language"), max_length=12, choices=track_choices)
    content = models.TextField(_("WebVTT"), blank=True, editable=False)
    origin = models.CharField(_("origin"), max_length=8, choices=ORIGINS, default=HUMAN)
    reviewed_at = models.DateTimeField(_("reviewed on"), null=True, blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    translated_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="translations",
    )
    #: The digest of the source track the translation was finished against.
    source_digest = models.CharField(max_length=64, blank=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("track")
        verbose_name_plural = _("tracks")
        ordering: ClassVar = ["video", "kind", "language"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["video", "kind", "language"], name="videos_one_track_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.endonym}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep line ends as the standard writes them."""
        self.content = self.content.replace("\r\n", "\n").replace("\r", "\n")
        super().save(*args, **kwargs)

    @property
    def endonym(self) -> str:
        """Return the name of the track's language in that language."""
        return languages.endonym(self.language)

    @property
    def lang(self) -> str:
        """Return the BCP 47 tag for ``srclang`` and ``lang``."""
        return languages.html_lang(self.language)

    @property
    def is_ready(self) -> bool:
        """Tell whether residents can see it."""
        return bool(self.content)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the content."""
        return hashlib.sha256(self.content.encode()).hexdigest()

    @property
    def is_outdated(self) -> bool:
        """Tell whether the track it was translated from has changed since."""
        source = self.translated_from
        return bool(source and self.source_digest and source.digest != self.source_digest)

    @property
    def url(self) -> str:
        """Return the address it is served from; it changes with the content."""
        return reverse(
            "video_track", args=[self.video.key, self.kind, self.language, self.digest[:12]]
        )

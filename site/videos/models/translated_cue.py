"""What a translator has written of a track, caption by caption, before and after residents see it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F

from videos.models.track import VideoTrack


class TranslatedCueQuerySet(models.QuerySet["TranslatedCue"]):
    """Queries over translated cues."""

    def not_shown_yet(self) -> TranslatedCueQuerySet:
        """Return those that have changed since residents were last shown their track."""
        return self.exclude(text=F("shown_text"))


class TranslatedCue(models.Model):
    """One text of a track in translation: what a person wrote, and the source she wrote it for.

    A row each, so that two people at one film do not write over each other. ``track`` is the
    translation; ``key`` the times of the cue (``videos.cues.Cue.key``), or, for the name of a
    speaker, what ``videos.caption_translation.alignment`` makes of it. The rows outlive the finishing
    of a translation: ``source`` tells, when the film's captions change later, which ones did.
    """

    track = models.ForeignKey(VideoTrack, on_delete=models.CASCADE, related_name="written")
    key = models.CharField(max_length=200)
    source = models.TextField(blank=True)
    text = models.TextField(blank=True)
    shown_key = models.CharField(max_length=200, blank=True)
    shown_text = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = TranslatedCueQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["track", "key", "pk"]

    def __str__(self) -> str:
        return f"{self.key}: {self.text[:40]}"

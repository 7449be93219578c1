"""What is made of the uploaded film: files for every device and line, and stills to choose a poster from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from videos.models.video import Video


def rendition_path(rendition: VideoRendition, filename: str) -> str:
    """Return where a rendition is kept: under its video's key."""
    return f"videos/{rendition.video.key}/{filename}"


def still_path(still: VideoStill, filename: str) -> str:
    """Return where a still is kept: under its video's key."""
    return f"videos/{still.video.key}/{filename}"


class VideoRenditionQuerySet(models.QuerySet["VideoRendition"]):
    """Queries over the files made, or to be made, of films."""

    def waiting(self) -> VideoRenditionQuerySet:
        """Return what is still to be made."""
        return self.filter(state=VideoRendition.WAITING)

    def running(self) -> VideoRenditionQuerySet:
        """Return what is being made, or was when its worker died."""
        return self.filter(state=VideoRendition.RUNNING)

    def failed(self) -> VideoRenditionQuerySet:
        """Return what could not be made."""
        return self.filter(state=VideoRendition.FAILED)

    def held_by(self, row: VideoRendition) -> VideoRenditionQuerySet:
        """Return ``row`` alone, as long as the worker that claimed it still has it."""
        return self.running().filter(pk=row.pk, worker=row.worker)


class VideoRendition(models.Model):
    """One file made of a film, and how far its making is. The row is the truth; the queue only wakes.

    ``state`` goes waiting → running → done or failed. A running row whose ``heartbeat_at`` is old was
    left by a worker that died; it goes back to waiting (``videos.transcoding``).
    """

    WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
    STATES: ClassVar = [
        (WAITING, _("waiting")),
        (RUNNING, _("being made")),
        (DONE, _("ready")),
        (FAILED, _("failed")),
    ]

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="renditions")
    preset = models.CharField(_("preset"), max_length=20)
    state = models.CharField(_("state"), max_length=10, choices=STATES, default=WAITING)
    progress = models.PositiveSmallIntegerField(_("progress"), default=0, help_text="0 to 100")
    error = models.TextField(_("error"), blank=True, help_text="A code of videos.transcoding.")
    log = models.TextField(blank=True, help_text="The last lines ffmpeg wrote.")
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=64, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    #: The checksum of the film it was made of: a replaced film makes it out of date.
    source_checksum = models.CharField(max_length=64, blank=True)

    file = models.FileField(upload_to=rendition_path, blank=True)
    mime_type = models.CharField(max_length=100, blank=True)
    codecs = models.CharField(max_length=100, blank=True, help_text="RFC 6381")
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    duration = models.FloatField(default=0, help_text="seconds")
    size = models.PositiveBigIntegerField(default=0, help_text="bytes")
    bitrate = models.PositiveIntegerField(default=0, help_text="bits a second")
    checksum = models.CharField(max_length=64, blank=True, help_text="SHA-256")
    cpu_seconds = models.FloatField(default=0)

    objects = VideoRenditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("video file")
        verbose_name_plural = _("video files")
        ordering: ClassVar = ["video", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["video", "preset"], name="videos_one_file_a_preset")
        ]

    def __str__(self) -> str:
        return f"{self.video}: {self.preset}"

    @property
    def url(self) -> str:
        """Return the address residents play it from; it changes with the content."""
        return reverse(
            "video_file", args=[self.video.key, self.preset, self.checksum[:12], self.extension]
        )

    @property
    def extension(self) -> str:
        """Return ``mp4`` or ``webm``."""
        return "webm" if self.mime_type == "video/webm" else "mp4"


class VideoStill(models.Model):
    """A still picture of the film, offered to the editor as its poster."""

    video = models.ForeignKey(Video, on_delete=models.CASCADE, related_name="stills")
    second = models.FloatField(_("second"))
    file = models.FileField(upload_to=still_path)

    class Meta:
        ordering: ClassVar = ["video", "second"]

    def __str__(self) -> str:
        return f"{self.video}: {self.second:.1f} s"

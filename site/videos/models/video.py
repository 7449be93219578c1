"""The video itself: one film, uploaded once, with the decisions that make it lawful to publish."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index
from wagtailmedia.models import AbstractMedia, MediaQuerySet

from core.models import Photograph
from videos.languages import NO_SPEECH, spoken_choices

#: A recording of a live broadcast must have its captions within this time (Directive (EU) 2016/2102,
#: article 1(4)(c), and Act 306/2019, section 3; any other video at once).
LIVE_RECORDING_GRACE = timedelta(days=14)


def source_path(video: Video, filename: str) -> str:
    """Return where the uploaded film is kept: under its key, never under the uploader's file name."""
    suffix = filename.rpartition(".")[2].lower()[:5] if "." in filename else "bin"
    return f"videos/{video.key}/source-{uuid.uuid4().hex[:8]}.{suffix}"


class VideoQuerySet(MediaQuerySet):
    """Queries over videos."""

    def in_text(self) -> VideoQuerySet:
        """Fetch with each video its poster, whose size for the player Wagtail keeps in its cache."""
        found: VideoQuerySet = self.select_related("poster")
        return found

    def for_display(self) -> VideoQuerySet:
        """Fetch with each video the picture it begins with; everything else is in its manifest."""
        found: VideoQuerySet = self.select_related("poster").prefetch_related("poster__renditions")
        return found


class Video(ClusterableModel, AbstractMedia):
    """A film, in one row for all languages.

    The file's facts are read from the file; the decisions are the editor's. What is written of it
    language by language is in ``VideoText``, its captions in ``VideoTrack``, its described, signed and
    easy-language versions are videos of their own, joined by ``VideoVersion``.
    """

    UNDECIDED = ""
    NOT_NEEDED, INTEGRATED, VERSION, TEXT = "not_needed", "integrated", "version", "text"
    #: Sources: WCAG 2.2, 1.2.5 (and 1.2.1 for films without sound), techniques G226, G173 and G203.
    DESCRIPTION_CHOICES: ClassVar = [
        (UNDECIDED, _("Not decided yet")),
        (NOT_NEEDED, _("Not needed: everything important is said aloud")),
        (INTEGRATED, _("Integrated: the narration tells what is seen")),
        (VERSION, _("There is an audio-described version")),
        (TEXT, _("Text alternative: a film without sound, or one person talking to the camera")),
    ]

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to=source_path)
    spoken_language = models.CharField(
        _("spoken language"),
        max_length=12,
        choices=spoken_choices,
        default="fi",
        help_text=_("The language spoken, or signed, in the film. Its captions are compulsory."),
    )
    poster = models.ForeignKey(
        Photograph,
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The still picture shown before the film begins."),
    )

    # Facts read from the file ---------------------------------------------------------------------
    has_audio = models.BooleanField(_("has sound"), default=True, editable=False)
    file_size = models.PositiveBigIntegerField(_("size"), default=0, editable=False)
    checksum = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    facts = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="Container, codecs, frame rate, rotation as probing found them (videos.probing.Facts).",
    )

    # Decisions ------------------------------------------------------------------------------------
    description_decision = models.CharField(
        _("audio description"),
        max_length=12,
        choices=DESCRIPTION_CHOICES,
        default=UNDECIDED,
        blank=True,
        help_text=_("How somebody who cannot see the film is told what is seen but not said."),
    )
    description_reason = models.TextField(
        _("why audio description is not needed"),
        blank=True,
        max_length=400,
        help_text=_("For example: two people talk, and nothing else happens in the picture."),
    )
    flashes_checked = models.BooleanField(
        _("checked for flashes"),
        default=False,
        help_text=_("Nothing in the film flashes more than three times a second (WCAG 2.3.1)."),
    )
    is_live_recording = models.BooleanField(
        _("recording of a live broadcast"),
        default=False,
        help_text=_("Only such a recording may be without captions, for 14 days at most."),
    )
    broadcast_at = models.DateTimeField(_("broadcast on"), null=True, blank=True)

    # Rights ---------------------------------------------------------------------------------------
    rights_holder = models.CharField(_("rights holder"), max_length=200, blank=True)
    rights_until = models.DateField(
        _("rights end on"),
        null=True,
        blank=True,
        help_text=_("After this day the film is no longer shown anywhere."),
    )
    consent_note = models.TextField(
        _("consent of those who appear"),
        blank=True,
        max_length=600,
        help_text=_("Where the signed consents are kept. Not shown to anybody outside."),
    )
    consent_until = models.DateField(
        _("consent ends on"),
        null=True,
        blank=True,
        help_text=_("After this day the film is no longer shown anywhere."),
    )

    #: Everything the player and the machines are told, kept up to date by ``videos.manifest``.
    manifest = models.JSONField(default=dict, blank=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = VideoQuerySet.as_manager()

    #: What the chooser's upload form asks; the rest is on the video's own page.
    admin_form_fields = ("title", "file", "spoken_language", "collection", "tags")
    search_fields: ClassVar = [
        *AbstractMedia.search_fields,
        *(index.FilterField(name) for name in ("id", "spoken_language", "duration", "created_at")),
    ]

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering: ClassVar = ["-created_at"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the type wagtailmedia asks for: all media here are videos."""
        self.type = "video"
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Ask for the day of a live broadcast, and for the reason why no description is needed."""
        super().clean()
        errors: dict[str, Any] = {}
        if self.is_live_recording and self.broadcast_at is None:
            errors["broadcast_at"] = _("Say when it was broadcast: the 14 days begin there.")
        if self.broadcast_at and self.broadcast_at > timezone.now():
            errors["broadcast_at"] = _("The broadcast is still to come.")
        if self.description_decision == self.NOT_NEEDED and not self.description_reason.strip():
            errors["description_reason"] = _("Say why the film needs no audio description.")
        if errors:
            raise ValidationError(errors)

    @property
    def url(self) -> str:
        """Return the address of the uploaded file, for staff; residents get the renditions."""
        return reverse("video_source", args=[self.key])

    @property
    def has_speech(self) -> bool:
        """Tell whether anything is said or signed in the film."""
        return bool(self.spoken_language != NO_SPEECH)

    def ends_on(self) -> date | None:
        """Return the last day the film may be shown: rights or consent end; None for no end."""
        days = [day for day in (self.rights_until, self.consent_until) if day is not None]
        return min(days) if days else None

    def is_withdrawn(self, day: date | None = None) -> bool:
        """Tell whether rights or consent have ended before ``day`` (today)."""
        end = self.ends_on()
        return end is not None and end < (day or timezone.localdate())

    @property
    def captions_due_at(self) -> datetime | None:
        """Return when a live recording must have its captions; None for any other video."""
        if not self.is_live_recording or self.broadcast_at is None:
            return None
        return self.broadcast_at.astimezone(UTC) + LIVE_RECORDING_GRACE  # days of 24 hours

    def is_in_grace(self, now: datetime | None = None) -> bool:
        """Tell whether the film is a live recording whose 14 days have not ended."""
        due = self.captions_due_at
        return due is not None and (now or timezone.now()) < due

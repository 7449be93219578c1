"""What is kept of plans and workshops beside them: finished PDFs, and how often an event has changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from plans.models.plan_page import PlanPage


class PlanPdf(models.Model):
    """The PDF of a plan in one language, as it was when its ``fingerprint`` was taken.

    Made and kept by ``plans.pdf.keeping``; one that could not be made says why in ``error``.
    """

    class State(models.TextChoices):
        """How far the making is."""

        WAITING = "waiting", "waiting"
        READY = "ready", "ready"
        FAILED = "failed", "failed"

    page = models.OneToOneField(PlanPage, on_delete=models.CASCADE, related_name="+")
    #: A digest of all that stands in the PDF; another one means that it must be made again.
    fingerprint = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    #: Not where the public can ask for it by name: ``plans.pdf.keeping`` names it.
    file = models.FileField(blank=True)
    size = models.PositiveIntegerField(default=0)
    #: Why it could not be made, for staff.
    error = models.TextField(blank=True)
    #: When it was made, or could not be.
    made_at = models.DateTimeField(null=True, blank=True)
    #: Since when somebody is making it; empty while nobody is.
    asked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.page_id} {self.state}"


class WorkshopSequence(models.Model):
    """How often the calendar entry of a workshop has changed in one language (RFC 5545, 3.8.7.4)."""

    key = models.UUIDField()
    language_code = models.CharField(max_length=12)
    fingerprint = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key", "language_code"], name="plans_one_sequence_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.sequence}"

"""How far the actions of plans are: told from time to time, kept for good, one for all languages.

Not a part of the page (ADR 0020): what is told here changes every language version at once, needs no
new revision of any, and never outdates the text of a translation.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.freshness import today


class ProgressReport(models.Model):
    """How far one action was on one day."""

    class State(models.TextChoices):
        """How far an action is."""

        NOT_STARTED = "not_started", _("not started")
        UNDER_WAY = "under_way", _("under way")
        DELAYED = "delayed", _("delayed")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    #: The translation key of the plan, the same in all languages.
    plan_key = models.UUIDField(editable=False)
    #: The id of the action's block in the plan's stream, the same in all languages.
    action_id = models.UUIDField(editable=False)
    state = models.CharField(_("state"), max_length=12, choices=State.choices)
    value = models.DecimalField(
        _("figure now"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Of the action's measure."),
    )
    reported_on = models.DateField(_("date"), default=today)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering: ClassVar = ["-reported_on", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["plan_key", "action_id"], name="plans_progress_of_action")
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.reported_on}"


class ProgressNote(models.Model):
    """What is said of a progress report, in one language."""

    report = models.ForeignKey(ProgressReport, on_delete=models.CASCADE, related_name="notes")
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    text = models.CharField(_("note"), max_length=500)

    class Meta:
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "locale"], name="plans_one_note_a_language")
        ]

    def __str__(self) -> str:
        return self.text


class ReminderSent(models.Model):
    """That somebody was reminded of an action, so that she is not reminded twice in one period."""

    plan_key = models.UUIDField()
    action_id = models.UUIDField()
    #: When it was claimed, before the mail was sent: ``plans.reminders``.
    sent_at = models.DateTimeField()
    #: When a mail server took it; empty where that never came about.
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan_key", "action_id"], name="plans_one_reminder_an_action"
            )
        ]

    def __str__(self) -> str:
        return f"{self.action_id} {self.sent_at}"

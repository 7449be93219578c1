"""Applications to calls: personal data, kept for a time and then removed.

They are in no search index, in no log and in no revision, and only those with the right
``news.view_application`` see them.
"""

from __future__ import annotations

import base64
import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.storage import private_storage


class Application(models.Model):
    """What somebody sent through a call's own form, in whichever language of the call."""

    #: The translation key of the call: all its languages are one call.
    call = models.UUIDField(editable=False)
    language = models.CharField(_("language"), max_length=12, editable=False)
    #: The mark of the form it was sent with: a form is stored once, however often it is sent.
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    received_at = models.DateTimeField(_("received"), editable=False)
    #: What was asked and answered, in order: ``{"key", "label", "value"}``. A value is a text, a list
    #: of texts, or true or false; those of choices are in the language the call was written in.
    answers = models.JSONField(_("answers"), default=list, editable=False)
    #: Whether a confirmation was handed to the mail server.
    is_confirmed = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering: ClassVar = ["-received_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["call", "-received_at"], name="news_applications_of_call")
        ]
        default_permissions = ("view", "delete")

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Return a short name to tell it by on the phone; it opens no door."""
        sign = base64.b32encode(self.token.bytes[:5]).decode()
        return f"{sign[:4]}-{sign[4:]}"

    def answer(self, key: str) -> Any:
        """Return the answer to the question ``key``; None where it was not asked."""
        return next((row["value"] for row in self.answers if row["key"] == key), None)


def place_of(row: ApplicationFile, filename: str) -> str:
    """Return where a file is kept: nothing of the applicant's own naming is in it."""
    return f"{row.application.call.hex}/{uuid.uuid4().hex}.{row.kind}"


class ApplicationFile(models.Model):
    """A file sent with an application."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="files")
    #: The key of the question it answers.
    question = models.CharField(max_length=40, editable=False)
    name = models.CharField(_("name"), max_length=120, editable=False)
    #: What it was found to be: one of the keys of ``news.file_kinds.KINDS``.
    kind = models.CharField(max_length=8, editable=False)
    size = models.PositiveIntegerField(_("size"), editable=False)
    file = models.FileField(upload_to=place_of, storage=private_storage, max_length=120)

    class Meta:
        verbose_name = _("file of an application")
        verbose_name_plural = _("files of applications")
        ordering: ClassVar = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.application_id}/{self.pk}"

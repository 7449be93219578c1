"""A translated text that nobody has confirmed since its source changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from wagtail_localize.models import StringTranslation


class Unconfirmed(models.Model):
    """A translation kept for a changed source text, until a person confirms, edits or drops it.

    wagtail-localize would lose it: its key is the source text. Here the old translation stands for
    the new text too, and this row says that it was written for another.
    """

    string_translation = models.OneToOneField(
        StringTranslation, on_delete=models.CASCADE, related_name="unconfirmed"
    )
    #: The source text that the translation was last confirmed for, and its mark.
    old_mark = models.CharField(max_length=16)
    old_text = models.TextField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.string_translation_id}: {self.old_text[:40]}"

"""What a source says to the public now, text by text, and what changed in it."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class OriginalQuerySet(models.QuerySet["Original"]):
    """The records of what sources say."""

    def of(self, key: UUID, locale_id: int) -> OriginalQuerySet:
        """Return the record of the object ``key`` in the language it is translated from, or nothing."""
        return self.filter(translation_key=key, locale_id=locale_id)


class Original(models.Model):
    """The texts of the live version that others are translated from.

    One row for each object and language that has a ``wagtail_localize.TranslationSource``. Written
    whenever the live version is, in the same transaction; wagtail-localize's own segments are brought
    up to it when somebody opens the translation.
    """

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    #: ``[[path, mark], …]`` in the order of the page (``translations.texts``).
    segments = models.JSONField(default=list)
    #: The text behind each mark.
    texts = models.JSONField(default=dict)
    #: The mark of what is no text in each field (``translations.forms``).
    forms = models.JSONField(default=dict)
    changed_at = models.DateTimeField(null=True)
    #: Whether wagtail-localize's segments are older than this.
    is_ahead = models.BooleanField(default=False)

    objects = OriginalQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="one_original_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}"


class SegmentChange(models.Model):
    """One text of a source that was changed, added or removed by a publication: when, and by whom.

    One without texts is of the form of a field: ``path`` is its name, the marks are those of the form.
    """

    original = models.ForeignKey(Original, on_delete=models.CASCADE, related_name="changes")
    path = models.TextField()
    #: Marks of the text before and after; empty where it was added or removed.
    old_mark = models.CharField(max_length=16, blank=True)
    new_mark = models.CharField(max_length=16, blank=True)
    old_text = models.TextField(blank=True)
    new_text = models.TextField(blank=True)
    is_minor = models.BooleanField(_("minor edit"), default=False)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["changed_at", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["original", "old_mark"], name="change_by_old_text"),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.old_text[:40]} → {self.new_text[:40]}"

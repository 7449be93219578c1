"""Which source text a row of one language was written for."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class RowRecord(models.Model):
    """What a text with one row a language vouches for: a theme, the title of a person, a video's text.

    Pages have ``LanguageVersion``, and so have the rows that are translated in wagtail-localize; this
    is for those that somebody writes by hand. Kept by ``translations.parts.vouching``.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    #: What the rows of all languages have in common: a translation key, or the key of their owner.
    group = models.CharField(max_length=40)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    #: The mark of the row's own texts when they were last seen.
    own_mark = models.CharField(max_length=16)
    #: The row it is a version of; itself, where it is the source. Not zero once it was judged.
    source_id = models.BigIntegerField(default=0)
    #: The texts of the source that the row was written or confirmed for, ``[[path, text], …]``.
    source_texts = models.JSONField(default=list)
    #: The mark of these, and of what the source said when it was last looked at.
    source_mark = models.CharField(max_length=16, blank=True)
    seen_mark = models.CharField(max_length=16, blank=True)
    outdated = models.PositiveIntegerField(_("outdated segments"), default=0)
    #: The first and the last change of the source that the row lacks.
    since = models.DateTimeField(null=True)
    latest = models.DateTimeField(null=True)
    vouched_at = models.DateTimeField(null=True)
    vouched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="one_record_a_row")
        ]
        indexes: ClassVar = [
            models.Index(fields=["content_type", "group"], name="record_by_group"),
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id} {self.object_id}: {self.outdated}"

"""A language version: what it was made of, and how true it is."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Revision
from wagtail_localize.models import Translation


class State(models.TextChoices):
    """How true a language version is; ``missing`` is never stored, it is the lack of a row."""

    MISSING = "missing", _("missing")
    IN_WORK = "in_work", _("in work")
    IN_REVIEW = "in_review", _("in review")
    OUTDATED = "outdated", _("outdated")
    FALLBACK = "fallback", _("partly untranslated")
    MACHINE = "machine", _("machine translated")
    UP_TO_DATE = "up_to_date", _("up to date")


class LanguageVersion(models.Model):
    """The version of one object in one language, and its freshness as last computed.

    One row for each ``wagtail_localize.Translation``, enabled or stopped. ``shown`` is the record that
    all is computed from; the columns behind it are ``translations.freshness``'s answer, kept for lists.
    """

    translation = models.OneToOneField(
        Translation, on_delete=models.CASCADE, related_name="language_version"
    )
    #: As in the translation; here so that lists and notices need no join.
    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    source_locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    #: Which source texts the live version vouches for: ``[[path, mark, kind], …]`` (``translations.texts``).
    shown = models.JSONField(default=list)
    #: The forms of the source that it was made of (``translations.forms``); None where nobody knows.
    forms = models.JSONField(null=True)
    #: The primary key of the revision that ``shown`` was taken from, which was live then.
    made_of = models.BigIntegerField(null=True)
    #: Withdrawn because its source was; goes live again with it.
    is_withdrawn = models.BooleanField(default=False)

    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.IN_WORK, db_index=True
    )
    is_live = models.BooleanField(default=False)
    is_in_review = models.BooleanField(default=False)
    total = models.PositiveIntegerField(default=0)
    outdated = models.PositiveIntegerField(_("outdated segments"), default=0)
    fallback = models.PositiveIntegerField(_("untranslated segments"), default=0)
    machine = models.PositiveIntegerField(_("unconfirmed segments"), default=0)
    #: What of the lifecycle does not agree with the source: codes of ``translations.freshness``.
    disagreements = models.JSONField(default=list)
    #: Since when something is outdated, and when the source was last changed in it.
    since = models.DateTimeField(null=True)
    latest = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="one_version_a_language"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["locale", "state"], name="version_by_language_state"),
        ]
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}: {self.state}"


class Snapshot(models.Model):
    """What one revision of a version vouches for: ``shown`` and ``forms``, when it goes out."""

    version = models.ForeignKey(LanguageVersion, on_delete=models.CASCADE, related_name="snapshots")
    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="+")
    shown = models.JSONField(default=list)
    forms = models.JSONField(null=True)

    def __str__(self) -> str:
        return f"{self.version_id} {self.revision_id}"

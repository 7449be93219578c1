"""What an editor decided to leave out when something was carried, and what waits for its source."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from translations.models.version import LanguageVersion


class LeftOut(models.Model):
    """A version that does not follow its source in one thing, by decision and with a reason."""

    class Deed(models.TextChoices):
        """What the version does not follow; the codes of disagreements in ``translations.freshness``."""

        LIVE = "live", _("withdrawal")
        EXPIRY = "expiry", _("time of expiry")
        PLACE = "place", _("place in the tree")
        RESTRICTION = "restriction", _("who may see it")
        DELETION = "deletion", _("deletion")

    version = models.ForeignKey(LanguageVersion, on_delete=models.CASCADE, related_name="left_out")
    deed = models.CharField(max_length=12, choices=Deed.choices)
    reason = models.CharField(_("reason"), max_length=300)
    decided_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "deed"], name="one_decision_a_deed")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.deed}: {self.reason}"


class Waiting(models.Model):
    """A version whose publication was asked for while its source was not public: it goes out with it."""

    version = models.OneToOneField(
        LanguageVersion, on_delete=models.CASCADE, related_name="waiting"
    )
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.version_id} waits with {self.revision_id}"

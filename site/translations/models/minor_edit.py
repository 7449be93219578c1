"""A draft whose publication outdates no translation."""

from __future__ import annotations

from django.db import models
from wagtail.models import Revision


class MinorEdit(models.Model):
    """An editor said of a revision: since the last publication only spelling or layout changed."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.revision_id)

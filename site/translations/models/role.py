"""Which languages a group of people works in."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class GroupLanguage(models.Model):
    """A language that the members of a group write in; a group without any is not bound to languages."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="languages")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "locale"], name="one_role_a_language")
        ]
        verbose_name = _("language of a group")
        verbose_name_plural = _("languages of groups")

    def __str__(self) -> str:
        return f"{self.group_id} {self.locale_id}"

"""What people say of a translated text, and which versions of a page go out together."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import String, TranslationContext


class SegmentComment(models.Model):
    """A remark or question about one text of a translation, or an answer to one (``thread``).

    It belongs to a place and a language, so that it outlives the text: ``string`` is the source text
    it was written about, ``quoted`` what that said.
    """

    context = models.ForeignKey(TranslationContext, on_delete=models.CASCADE, related_name="+")
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    string = models.ForeignKey(String, null=True, on_delete=models.SET_NULL, related_name="+")
    quoted = models.TextField(blank=True)
    thread = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("comment"), max_length=2000)
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["written_at", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["context", "locale"], name="comment_by_place"),
        ]
        verbose_name = _("comment on a text")
        verbose_name_plural = _("comments on texts")

    def __str__(self) -> str:
        return f"{self.context_id} {self.locale_id}: {self.text[:40]}"


class Release(models.Model):
    """Versions of a page that are held until all are ready, and go out together or not at all."""

    class State(models.TextChoices):
        """Whether the versions are held, have gone out, or are free again."""

        HOLDING = "holding", _("held")
        RELEASED = "released", _("published together")
        CANCELLED = "cancelled", _("cancelled")

    source = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=12, choices=State.choices, default=State.HOLDING)
    #: Not before this time; without it, as soon as the last one is ready.
    at = models.DateTimeField(_("not before"), null=True)
    #: When the clock tried it; after that only people do.
    tried_at = models.DateTimeField(null=True)
    #: What stood in the way when it was tried last, in sentences.
    refusals = models.JSONField(default=list)
    held_at = models.DateTimeField(auto_now_add=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(state="holding"), name="one_hold_a_source"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.state}"


class ReleaseItem(models.Model):
    """One page of a release; ready once somebody has approved a revision of it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "page"], name="one_item_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.release_id} {self.page_id}"

    @property
    def is_ready(self) -> bool:
        """Tell whether a revision of the page was approved."""
        return self.revision_id is not None

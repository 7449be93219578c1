"""One page type with a text of each kind, and one snippet."""

from __future__ import annotations

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.models import register_snippet


class NotePage(Page):
    """A page that says something."""

    intro = RichTextField(blank=True)
    body = StreamField([("paragraph", blocks.RichTextBlock())], blank=True)
    recording = models.ForeignKey(
        "wagtailmedia.Media", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("recording"),
    ]


@register_snippet
class Contact(TranslatableMixin, models.Model):
    """A person one can turn to."""

    title = models.CharField(max_length=100)

    panels = [FieldPanel("title")]

    class Meta(TranslatableMixin.Meta):
        pass

    def __str__(self) -> str:
        return self.title

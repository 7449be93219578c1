"""Forms of films: what is uploaded is looked at before it is kept."""

from __future__ import annotations

from wagtailmedia.forms import BaseMediaForm


class VideoUploadForm(BaseMediaForm):
    """The form a film is uploaded with."""

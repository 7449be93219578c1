"""The parts of a film's page: each with an address of its own (``#captions``), so that links lead to it."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtailmedia.edit_handlers import MediaChooserPanel

from videos.admin import facts, overview
from videos.admin.forms import VideoForm
from videos.models import Video, VideoText


class Sections(ObjectList):
    """The page's sections, one under the other."""

    class BoundPanel(ObjectList.BoundPanel):
        """The sections of one film."""

        template_name = "videos/admin/sections.html"


class Section(MultiFieldPanel):
    """A section with its fields; ``anchor`` is its address on the page."""

    template_name = "videos/admin/section.html"

    def __init__(self, *args: Any, anchor: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.anchor = anchor

    def clone_kwargs(self) -> dict[str, Any]:
        """Return what a copy is made of."""
        return {**super().clone_kwargs(), "anchor": self.anchor}

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The section of one film."""

        @property
        def template_name(self) -> str:
            """Return the template of the kind of section."""
            return str(self.panel.template_name)

        def is_shown(self) -> bool:
            """Show it without fields too: there is something else in it."""
            return True

        @property
        def anchor(self) -> str:
            """Return the section's address on the page."""
            return str(self.panel.anchor)


class FilmSection(Section):
    """What the film is, and the files made of it."""

    template_name = "videos/admin/film_section.html"

    class BoundPanel(Section.BoundPanel):
        """The files of one film."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the facts read from the file, and the files made of it."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {
                **context,
                "video": self.instance,
                "facts": facts.of(self.instance),
                "files": overview.files_of(self.instance),
            }


class PosterSection(Section):
    """The picture shown before the film begins: a still, or an image of the library."""

    template_name = "videos/admin/poster_section.html"

    def get_form_options(self) -> dict[str, Any]:
        """Claim the choice of a still, which is no field of the model, for this section."""
        options: dict[str, Any] = super().get_form_options()
        return {**options, "fields": [*options.get("fields", []), "still"]}

    class BoundPanel(Section.BoundPanel):
        """The stills of one film."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the stills to choose from."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "video": self.instance, "field": self.form["still"]}


class CaptionsSection(Section):
    """The timed texts of a film."""

    template_name = "videos/admin/captions_section.html"

    class BoundPanel(Section.BoundPanel):
        """The timed texts of one film."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the timed texts, and what may be done to them."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {
                **context,
                "video": self.instance,
                "tracks": overview.tracks_of(self.instance, self.request.user),
                "add_url": reverse("videos:track_add", args=[self.instance.pk]),
            }


class TextsSection(Section):
    """What is written of the film, one row a language."""

    template_name = "videos/admin/texts_section.html"

    class BoundPanel(Section.BoundPanel):
        """The texts of one film."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the way to the list where translations are ordered."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            viewset = VideoText.snippet_viewset
            return {**context, "list_url": reverse(viewset.get_url_name("list"))}


class RowsSection(Section):
    """A section of rows: its own heading is heading enough."""

    template_name = "videos/admin/rows_section.html"


class UsageSection(Section):
    """Where the film is used."""

    template_name = "videos/admin/usage_section.html"

    class BoundPanel(Section.BoundPanel):
        """The pages that show one film."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the pages and films that refer to it."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {
                **context,
                "uses": overview.uses_of(self.instance, self.request.user),
                "delete_url": reverse("videos:delete", args=[self.instance.pk]),
            }


@cache
def film_page() -> Any:
    """Return the sections of a film's page, bound to the form that edits it."""
    return Sections(
        [
            FilmSection(
                [
                    FieldPanel("title"),
                    FieldPanel("spoken_language"),
                    FieldPanel("collection"),
                ],
                heading=_("Film"),
                icon="wagtailmedia-video",
                anchor="film",
            ),
            PosterSection(
                [FieldPanel("poster", heading=_("Or an image of the library"))],
                heading=_("Poster"),
                icon="image",
                anchor="poster",
            ),
            CaptionsSection([], heading=_("Captions"), icon="openquote", anchor="captions"),
            Section(
                [
                    FieldPanel("description_decision"),
                    FieldPanel("description_reason"),
                    FieldPanel("flashes_checked"),
                ],
                heading=_("Audio description and flashes"),
                icon="view",
                anchor="description",
            ),
            TextsSection(
                [InlinePanel("texts", label=_("Text"))],
                heading=_("Texts by language"),
                icon="doc-full",
                anchor="texts",
                help_text=_("One row a language. The text alternative helps search engines too."),
            ),
            RowsSection(
                [
                    InlinePanel(
                        "versions",
                        [
                            FieldPanel("kind"),
                            FieldPanel("language"),
                            MediaChooserPanel("version", media_type="video"),
                        ],
                        label=_("Version"),
                    )
                ],
                heading=_("Other versions"),
                icon="copy",
                anchor="versions",
                help_text=_(
                    "Upload the audio-described, sign-language or easy-language film first, as a "
                    "video of its own; then choose it here."
                ),
            ),
            Section(
                [
                    FieldPanel("rights_holder"),
                    FieldPanel("rights_until"),
                    FieldPanel("consent_note"),
                    FieldPanel("consent_until"),
                    FieldRowPanel([FieldPanel("is_live_recording"), FieldPanel("broadcast_at")]),
                ],
                heading=_("Rights and consent"),
                icon="key",
                anchor="rights",
            ),
            UsageSection([], heading=_("Usage"), icon="link", anchor="usage"),
        ],
        base_form_class=VideoForm,
    ).bind_to_model(Video)

"""An encounter: a film in which people meet, and what to talk about after it."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.text import TEXT_FEATURES
from videos.blocks import VideoChooser


class EncounterBlock(blocks.StructBlock):
    """A film in which people meet: who, where, what happens, and questions to talk about."""

    title = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("It becomes part of the film's own address, and stands on its share card."),
    )
    people = blocks.CharBlock(
        label=_("Who meets whom"),
        max_length=160,
        help_text=_("In a few words, for example “A student meets the head teacher”."),
    )
    place = blocks.CharBlock(label=_("Where they meet"), required=False, max_length=120)
    video = VideoChooser(label=_("Video"))
    text = blocks.RichTextBlock(label=_("Text"), required=False, features=TEXT_FEATURES)
    questions = blocks.RichTextBlock(
        label=_("Questions to talk about"),
        required=False,
        features=["ol", "ul", "bold", "italic"],
        help_text=_("A list of questions for a class, a team or a group to talk about."),
    )

    #: That it is there, and where among the others, is one for all languages (ADR 0019). The film is
    #: not: a language may have a version of its own.
    facts: ClassVar[tuple[str, ...]] = ()

    class Meta:
        label = _("Encounter")
        icon = "media"
        description = _("A film in which people meet, with questions to talk about")
        template = "blocks/encounter_block.html"
        preview_value = {
            "title": "Koulussa",
            "people": "Opiskelija tapaa rehtorin",
            "place": "Lukion aula",
            "video": None,
            "text": "<p>Opiskelija kertoo nimestä, jota toivoo käytettävän.</p>",
            "questions": "<ul><li>Mitä sinä olisit vastannut?</li></ul>",
        }


class EncountersBlock(blocks.StreamBlock):
    """The encounters of a campaign, in the order they are shown."""

    encounter = EncounterBlock()

"""Texts that a page shows from elsewhere: vocabularies, titles, texts of videos, captions.

``parts_of`` tells which they are, ``states_of`` how true each is in a language, ``pages_showing`` which
pages to judge anew when one changes; ``translations.freshness`` asks them for thousands of pages at once.
"""

from translations.parts.kinds import PartKey
from translations.parts.shown import pages_showing, parts_of
from translations.parts.states import PartState, states_of
from translations.parts.vouching import confirm_row, record_all

__all__ = [
    "PartKey",
    "PartState",
    "confirm_row",
    "pages_showing",
    "parts_of",
    "record_all",
    "states_of",
]

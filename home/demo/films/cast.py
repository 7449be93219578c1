"""Who plays in the demo's films. Nobody of them exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Hair = Literal["mop", "bob", "bun", "crop", "side", "scarf", "tail"]
Collar = Literal["round", "shirt", "hood", "vee"]


@dataclass(frozen=True)
class Actor:
    """What somebody looks like from near, and sounds like: ``pitch`` of the voice in hertz.

    ``hair_colour`` is also the colour of a scarf; a ``beard`` is its colour, or empty.
    """

    names: Mapping[str, str]
    skin: str
    hair: Hair
    hair_colour: str
    top: str
    collar: Collar
    pitch: float
    glasses: bool = False
    beard: str = ""
    old: bool = False
    wide: float = 1.0


def _everywhere(name: str) -> dict[str, str]:
    """Return a name that is the same in Finnish, Swedish and English."""
    return dict.fromkeys(("fi", "sv", "en"), name)


CAST: Mapping[str, Actor] = MappingProxyType(
    {
        "oivi": Actor(
            {**_everywhere("Oivi"), "ar": "أويفي"},
            "#edbd98", "mop", "#4b2f45", "#f2a33a", "hood", 196, wide=0.97,
        ),
        "head": Actor(
            {"fi": "Rehtori", "sv": "Rektorn", "en": "Head teacher", "ar": "المديرة"},
            "#8a5636", "bob", "#3a2c2b", "#0d4a3e", "shirt", 174, glasses=True, wide=1.03,
        ),
        "kerttu": Actor(
            _everywhere("Kerttu"),
            "#f3cfb4", "bun", "#e4dfd8", "#8f7bb8", "round", 205, glasses=True, old=True,
        ),
        "yusuf": Actor(
            _everywhere("Yusuf"),
            "#6d4229", "crop", "#1f1614", "#2f7d8c", "vee", 118, beard="#1f1614", wide=1.02,
        ),
        "miska": Actor(
            _everywhere("Miska"),
            "#f1c8a8", "side", "#8a5a35", "#1c5fa8", "hood", 128, beard="#a87a55",
        ),
        "miska_tells": Actor(
            {"fi": "Miska kertoo", "sv": "Miska berättar", "en": "Miska tells"},
            "#f1c8a8", "side", "#8a5a35", "#1c5fa8", "hood", 128,
        ),
        "clerk": Actor(
            {"fi": "Virkailija", "sv": "Handläggaren", "en": "Clerk"},
            "#d9a273", "scarf", "#b0163f", "#39506f", "round", 190, wide=0.88,
        ),
        "signer": Actor(
            {"fi": "Viittoja", "sv": "Den som tecknar", "en": "Signer"},
            "#e6b48d", "tail", "#57392a", "#23302c", "round", 0,
        ),
        "narrator": Actor(
            {"fi": "Kertoja", "sv": "Berättaren", "en": "Narrator"},
            "#b97f55", "crop", "#1f1614", "#39506f", "round", 146,
        ),
    }
)  # fmt: skip

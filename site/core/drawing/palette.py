"""The colours every drawing of the site is made of, and the arithmetic on them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

MARK_PAIR = ("#0d4a3e", "#f2a33a")
PAPER = "#fbf8f2"
INK = "#14231f"
SPRUCE = "#0d4a3e"
MOSS = "#3f8a6d"
CLOUDBERRY = "#f2a33a"
LINGON = "#b0163f"
ROSE = "#e8788a"
ICE = "#1c5fa8"
SKY = "#8fc0ea"
HEATHER = "#6a4a98"
LILAC = "#b79ad6"
SAND = "#f6ead2"

RGB = tuple[int, int, int]
Choice = TypeVar("Choice")


def rgb(colour: str) -> RGB:
    """The three channels, 0 to 255, of a ``#rrggbb`` `colour`; ValueError for any other form."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"not a #rrggbb colour: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(channels: Sequence[float]) -> str:
    """The ``#rrggbb`` of three channels, clipped to 0 to 255."""
    return "#" + "".join(f"{min(255, max(0, round(each))):02x}" for each in channels)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` stirred in."""
    return hexed([a + (b - a) * share for a, b in zip(rgb(one), rgb(other), strict=True)])


def multiply(one: str, other: str) -> str:
    """Two inks printed over each other, kept a little from black so that hue is left to see."""
    product = hexed([a * b / 255 for a, b in zip(rgb(one), rgb(other), strict=True)])
    return mix(product, mix(one, other, 0.5), 0.26)


class Dice:
    """An endless row of choices that follows from a word: same word, same row, on every machine."""

    def __init__(self, word: str) -> None:
        self._word = word.encode()
        self._bytes = hashlib.sha256(self._word).digest()
        self._at = 0

    def _byte(self) -> int:
        if self._at == len(self._bytes):
            self._bytes = hashlib.sha256(self._bytes + self._word).digest()
            self._at = 0
        self._at += 1
        return self._bytes[self._at - 1]

    def share(self) -> float:
        """A number from 0 up to, not including, 1."""
        return (self._byte() * 256 + self._byte()) / 65536

    def span(self, low: float, high: float) -> float:
        """A number between `low` and `high`."""
        return low + (high - low) * self.share()

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of `choices`; IndexError where there is none."""
        return choices[int(self.share() * len(choices))]

"""The map of tiles: each area has a place of its own, which the style sheet knows."""

from __future__ import annotations

import re
from pathlib import Path

from plans import tiles

CSS = Path(__file__).resolve().parents[2] / "site/core/static/core/css/components/area_tiles.css"


def test_all_regions_and_all_advisory_boards_have_a_place_of_their_own():
    numbers = {f"{number:02}" for number in range(1, 22)} - {"03", "20"}  # unused since 1997, 2011
    assert set(tiles.REGIONS) == numbers
    assert len(tiles.ADVISORY_BOARDS) == 7
    for places in (tiles.REGIONS, tiles.ADVISORY_BOARDS):
        assert len(set(places.values())) == len(places)
    assert tiles.place_of("99") is None


def test_neighbours_touch_and_north_is_up():
    place = tiles.REGIONS
    assert place["19"].row < place["17"].row < place["13"].row < place["01"].row
    assert place["15"].column < place["13"].column < place["12"].column


def test_every_place_is_in_the_style_sheet():
    css = CSS.read_text("utf-8")
    for kind, places in (("region", tiles.REGIONS), ("etno", tiles.ADVISORY_BOARDS)):
        for place in places.values():
            assert re.search(
                rf"\.area-tiles-{kind} \.tile-c{place.column} \{{ grid-column: {place.column};", css
            )
            assert re.search(
                rf"\.area-tiles-{kind} \.tile-r{place.row} \{{ grid-row: {place.row};", css
            )

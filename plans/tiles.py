"""Where an area stands on the map of tiles: a column and a row for each code. Pure data.

Neighbours in the land are neighbours on the map, as far as squares allow. West is column 1, north is
row 1; the names of the areas are vocabulary (``plans.models.Area``).
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Place(NamedTuple):
    """A column and a row, both counted from 1."""

    column: int
    row: int


#: The regions by Statistics Finland's number (classification of regions, 2023).
REGIONS: Final[dict[str, Place]] = {
    "19": Place(3, 1),  # Lapland
    "17": Place(3, 2),  # North Ostrobothnia
    "18": Place(4, 2),  # Kainuu
    "16": Place(2, 3),  # Central Ostrobothnia
    "11": Place(4, 3),  # North Savo
    "12": Place(5, 3),  # North Karelia
    "15": Place(1, 4),  # Ostrobothnia
    "14": Place(2, 4),  # South Ostrobothnia
    "13": Place(3, 4),  # Central Finland
    "10": Place(4, 4),  # South Savo
    "09": Place(5, 5),  # South Karelia
    "04": Place(1, 5),  # Satakunta
    "06": Place(2, 5),  # Pirkanmaa
    "07": Place(3, 5),  # Päijät-Häme
    "08": Place(4, 5),  # Kymenlaakso
    "02": Place(1, 6),  # Southwest Finland
    "05": Place(2, 6),  # Kanta-Häme
    "01": Place(3, 6),  # Uusimaa
    "21": Place(1, 7),  # Åland
}

#: The areas of the seven regional advisory boards for ethnic relations (Ministry of Justice, 2020-2028).
ADVISORY_BOARDS: Final[dict[str, Place]] = {
    "etno-lappi": Place(2, 1),
    "etno-pohjois-suomi": Place(2, 2),
    "etno-pohjanmaa": Place(1, 3),
    "etno-pirkanmaa-keski-suomi": Place(2, 3),
    "etno-ita-suomi": Place(3, 3),
    "etno-lansi-suomi": Place(1, 4),
    "etno-etela-suomi": Place(2, 4),
}


def place_of(code: str) -> Place | None:
    """Return where the area ``code`` stands; None for one that the map does not know."""
    return REGIONS.get(code) or ADVISORY_BOARDS.get(code)

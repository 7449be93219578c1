"""The areas of Finland: all on the map, in the languages that have names for them."""

from __future__ import annotations

import pytest

from plans.areas import ADVISORY_BOARDS, REGIONS, ensure_areas
from plans.models import Area
from plans.tiles import ADVISORY_BOARDS as BOARDS_ON_MAP
from plans.tiles import REGIONS as REGIONS_ON_MAP
from tests.factories import locale


def test_every_area_with_a_name_is_on_the_map_and_the_other_way_round():
    assert set(REGIONS) == set(REGIONS_ON_MAP)
    assert set(ADVISORY_BOARDS) == set(BOARDS_ON_MAP)


@pytest.mark.django_db
def test_what_is_missing_is_made_once_and_what_was_renamed_stays():
    fi, sv = locale("fi"), locale("sv")
    Area.objects.all().delete()
    mine = Area.objects.create(name="Oma Kainuu", code="18", locale=fi)
    ensure_areas()
    assert Area.objects.filter(locale=fi).count() == 26
    mine.refresh_from_db()
    assert mine.name == "Oma Kainuu"
    assert Area.objects.get(code="18", locale=sv).translation_key == mine.translation_key
    lapland = Area.objects.filter(locale=fi, name="Lappi").values_list("slug", flat=True)
    assert len(set(lapland)) == 2
    assert ensure_areas() == 0

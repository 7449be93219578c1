"""The accessibility statement holds all the law asks for (Act 306/2019, section 9)."""

from __future__ import annotations

import pytest

from home.models import AccessibilityDefect
from tests.factories import locale

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(town, client) -> str:
    """Return the statement as a reader gets it, with one defect."""
    page = town.statements["fi"]
    page.defects.add(
        AccessibilityDefect(
            what="Vanhoista videoista puuttuu kuvailutulkkaus",
            why="Korjataan 2027",
            alternative="Tekstivastine pyynnöstä",
            criterion="1.2.5",
            locale=locale(),
        )
    )
    page.save_revision().publish()
    return client.get(page.url).content.decode()


@pytest.mark.parametrize(
    "word",
    [
        "Vanhoista videoista puuttuu kuvailutulkkaus",
        "Korjataan 2027",
        "Tekstivastine pyynnöstä",
        "1.2.5",
        "Traficom",
        "mailto:saavutettavuus@example.org",
        "Viestintä",
        "14 päivä",
        "<time datetime=",
    ],
)
def test_it_says(text, word):
    assert word in text


def test_it_says_how_conformant_the_service_is_in_each_language(town, client):
    for code, words in (("fi", "osittain"), ("sv", "delvis"), ("en", "partially")):
        assert words in client.get(town.statements[code].url).content.decode().lower()

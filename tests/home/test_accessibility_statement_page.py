"""The accessibility statement holds every part that Act 306/2019, section 9, asks for."""

import pytest

from home.models import AccessibilityDefect, AccessibilityStatementPage


@pytest.fixture
def statement(town):
    return town.statements["fi"]


@pytest.fixture
def read(client, statement):
    return lambda: client.get(statement.url).content.decode()


def test_it_names_the_service_who_publishes_it_and_how_to_complain(read):
    text = read()
    assert "Kohtaamo" in text
    assert "Esimerkkikunta" in text
    assert 'href="mailto:saavutettavuus@example.org' in text
    assert "Traficom" in text


@pytest.mark.parametrize("conformance", ["full", "partial", "not"])
def test_each_conformance_is_told_in_its_own_words(read, statement, conformance):
    before = read()
    statement.conformance = conformance
    statement.save_revision().publish()
    after = read()
    assert f"status-{conformance}" in after
    assert (before == after) == (conformance == "partial")


def test_a_defect_is_told_with_reason_and_what_to_use_instead(read, statement):
    AccessibilityDefect.objects.create(
        page=statement,
        locale=statement.locale,
        what="Vuoden 2019 videoista puuttuu kuvailutulkkaus.",
        why="Korjataan vuoden 2027 loppuun mennessä.",
        alternative="Pyydä sisältö tekstinä.",
        criterion="1.2.5",
    )
    text = read()
    for words in ("puuttuu kuvailutulkkaus", "2027", "Pyydä sisältö tekstinä", "1.2.5"):
        assert words in text


def test_the_dates_are_there_for_machines_too(read, statement):
    assert f'datetime="{statement.reviewed_on:%Y-%m-%d}"' in read()


def test_it_stands_under_the_front_door_and_nothing_under_it(town, statement):
    assert AccessibilityStatementPage.can_create_at(town.homes["fi"])
    assert not AccessibilityStatementPage.can_create_at(town.standards["fi"])
    assert type(statement).allowed_subpage_models() == []

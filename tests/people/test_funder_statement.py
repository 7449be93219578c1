"""Who uses the European Union's money says so: in full, and in the language of the page."""

from __future__ import annotations

import pytest

from core.publishing import PublicationRefused
from people.funding import statement_problems
from people.models import Funder
from tests import factories

pytestmark = pytest.mark.django_db


def problems(page) -> list[tuple[bool, bool]]:
    """Return of each problem of the funder whether it blocks, and whether it leads somewhere."""
    found = [one for one in page.publication_problems() if one.field == "funder"]
    return [(one.blocks, one.href.startswith("/admin/")) for one in found]


def test_a_page_of_any_type_needs_the_statement_in_its_language(town):
    english, swedish = town.items["en"], town.campaigns["sv"]
    assert not problems(english), "another funder asks for nothing"
    # One version that says so is enough; the town's funder has no English one.
    Funder.objects.filter(locale=town.locales["sv"]).update(is_eu=True)
    assert problems(english) == [(True, True)]
    with pytest.raises(PublicationRefused, match="EU"):
        english.save_revision().publish()
    assert problems(swedish) == [(False, True)], "only the emblem is missing"
    Funder.objects.update(emblem=town.photograph)
    assert not problems(swedish)

    # Copied for translation and left as it was: no statement in English.
    row = town.funder.copy_for_translation(town.locales["en"])
    row.save()
    assert problems(english) == [(True, True), *[]]
    row.statement, row.emblem = "Co-funded by the European Union", town.photograph
    row.save()
    assert not problems(english)


@pytest.mark.parametrize(
    ("statement", "is_right"),
    [
        ("Euroopan unionin osarahoittama", True),
        ("EU:n osarahoittama", False),
        ("EU-rahoitus", False),
        ("Rahoittaa Euroopan unioni (EURA 2021)", True),
    ],
)
def test_the_name_of_the_union_is_written_in_full(town, statement, is_right):
    row = factories.FunderFactory(statement=statement, is_eu=True, emblem=town.photograph)
    assert (not statement_problems("fi", row, [row])) == is_right
    simple = factories.FunderFactory.build(
        statement=statement, locale=factories.locale("fi-simple")
    )
    found = statement_problems("fi", row, [row, simple])
    assert (not found) == is_right, "easy language says it in the same words"

"""A page that stays, as a reader meets it."""

from __future__ import annotations

import pytest

from home.models import StandardPageContact
from tests.scene import every_block

pytestmark = pytest.mark.django_db


def test_works(town, client):
    page = town.standards["fi"]
    page.lead = "Kenelle sivusto on."
    page.body = every_block(town)
    page.contacts.add(StandardPageContact(person=town.person))
    page.save_revision().publish()
    text = client.get(page.url).content.decode()
    for word in ("Kenelle sivusto on.", "Meiltä kysyttiin ajoissa.", "aino.esimerkki@example.org"):
        assert word in text


def test_it_can_stand_under_another(town):
    assert town.standards["fi"].allowed_subpage_models()[0].__name__ == "StandardPage"

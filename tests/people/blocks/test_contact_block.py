"""A contact person in the running text: by reference, in the language of the page."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from people.blocks import ContactBlock

pytestmark = pytest.mark.django_db


def shown(town, code="fi", **context):
    block = ContactBlock()
    value = block.to_python({"person": town.person.pk})
    return block.render(value, context={"page": town.items[code], **context})


def test_the_card_has_real_links(town):
    html = shown(town)
    assert "Aino Esimerkki" in html
    assert 'href="mailto:aino.esimerkki@example.org"' in html
    assert 'href="tel:+358400000001"' in html


def test_the_title_is_in_the_language_of_the_page(town):
    assert "likabehandlingsplanerare" in shown(town, "sv")
    assert "likabehandlingsplanerare" not in shown(town, "fi")


def test_a_title_in_another_language_says_which(town):
    html = shown(town, "en")
    assert 'lang="fi"' in html or 'lang="sv"' in html


def test_a_changed_number_is_right_at_once(town):
    town.person.phone = "040 000 0009"
    town.person.save()
    assert 'href="tel:+358400000009"' in shown(town)


def test_a_person_whose_details_no_longer_hold_is_not_shown(town):
    town.person.valid_until = timezone.localdate() - timedelta(days=1)
    town.person.save()
    assert "Aino Esimerkki" not in shown(town)


def test_a_person_is_needed():
    block = ContactBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"person": None}))

"""Addresses and numbers as people write them become what machines can use."""

import pytest
from django.core.exceptions import ValidationError

from people.contact_details import normalise_email, normalise_phone, shown_phone


@pytest.mark.parametrize(
    "written",
    [
        "aino.esimerkki@example.org",
        "aino.esimerkki(at)example.org",
        "aino.esimerkki[at]example.org",
        "aino.esimerkki(a)example.org",
        "aino.esimerkki(ät)example.org",
        "aino.esimerkki (AT) example.org",
        "aino.esimerkki at example.org",
        "aino.esimerkki{at}example(piste)org",
        " aino.esimerkki@EXAMPLE.org ",
        "mailto:aino.esimerkki@example.org",
    ],
)
def test_a_hidden_at_becomes_a_real_address(written):
    assert normalise_email(written) == "aino.esimerkki@example.org"


@pytest.mark.parametrize(
    "written",
    ["aino", "aino@", "(at)example.org", "a b@example.org", "a@b@c.org", "<x>@example.org"],
)
def test_what_is_no_address_is_refused_and_quoted(written):
    with pytest.raises(ValidationError) as refusal:
        normalise_email(written)
    assert written in str(refusal.value.messages[0])


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("040 000 0001", "+358400000001"),
        ("+358 40 000 0001", "+358400000001"),
        ("(08) 615 541", "+3588615541"),
        ("00358 40 0000001", "+358400000001"),
        ("+46 8 123 456 78", "+46812345678"),
    ],
)
def test_a_phone_number_is_kept_in_the_international_form(written, kept):
    assert normalise_phone(written) == kept


@pytest.mark.parametrize(
    "written", ["soita", "12", "+358", "040 123 4567 ext. 9", "++358401234567890123"]
)
def test_what_is_no_phone_number_is_refused(written):
    with pytest.raises(ValidationError):
        normalise_phone(written)


def test_a_finnish_number_is_shown_in_groups_one_can_read_aloud():
    assert shown_phone("+358400000001") == "040 000 0001"


def test_a_number_abroad_keeps_its_country():
    assert shown_phone("+46812345678").startswith("+46 ")

"""E-mail addresses and phone numbers as people write them, made into what machines can use."""

from __future__ import annotations

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

#: Ways people hide the at sign: (at), [at], (a), (ät), {at}, with or without blanks.
HIDDEN_AT = re.compile(r"\s*[(\[{]\s*(?:at|a|ät|@)\s*[)\]}]\s*|\s+(?:at|ät)\s+", re.IGNORECASE)
HIDDEN_DOT = re.compile(r"\s*[(\[{]\s*(?:dot|piste|punkt)\s*[)\]}]\s*", re.IGNORECASE)
REGION = "FI"


def normalise_email(written: str) -> str:
    """Return ``written`` as a real address: ``etunimi.sukunimi(at)example.org`` gets its @ back.

    The domain is lower-cased. Raises ValidationError when no address can be made of it.
    """
    address = HIDDEN_AT.sub("@", HIDDEN_DOT.sub(".", written.strip()), count=1)
    address = address.removeprefix("mailto:")
    local, at, domain = address.rpartition("@")
    address = f"{local}{at}{domain.lower()}"
    try:
        validate_email(address)
    except ValidationError:
        raise ValidationError(
            _("“%(written)s” is not an e-mail address. Write it as name@example.org."),
            code="email",
            params={"written": written},
        ) from None
    return address


def normalise_phone(written: str) -> str:
    """Return ``written`` in the international form E.164, as ``+358401234567``.

    A number without a country code is taken as Finnish. Numbers that are not in use (such as those
    set aside for examples) are accepted, as long as their length is possible. Raises
    ValidationError when no number can be made of it.
    """
    try:
        number = phonenumbers.parse(written, REGION)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number) or number.extension:
        raise ValidationError(
            _("“%(written)s” is not a phone number. Write it as 040 123 4567 or +358 40 123 4567."),
            code="phone",
            params={"written": written},
        )
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def shown_phone(number: str) -> str:
    """Return an E.164 number as people read it: ``040 1234567`` at home, ``+46 8 123 45`` abroad."""
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return number
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if parsed.country_code == phonenumbers.country_code_for_region(REGION)
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return _grouped(str(phonenumbers.format_number(parsed, style)))


def _grouped(shown: str) -> str:
    """Group a Finnish subscriber number by threes: seven digits in a row cannot be read aloud."""
    head, blank, tail = shown.rpartition(" ")
    if not blank or len(tail) < 5:
        return shown
    return f"{head} {tail[:3]} {tail[3:]}"

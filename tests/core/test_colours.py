"""Contrast is computed as WCAG says, and refused where it fails."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from core.colours import contrast, validate_hex
from core.models import SiteSettings


def test_black_on_white_is_21_to_1():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


def test_the_grey_at_the_limit_passes_and_the_next_does_not():
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345", "#12345g", "", "0d4a3e", "#0d4a3e;}"])
def test_anything_but_six_digits_is_no_colour(colour):
    with pytest.raises(ValidationError):
        validate_hex(colour)


@pytest.mark.django_db
def test_a_pale_brand_colour_is_refused_with_its_ratio():
    settings = SiteSettings(site=Site.objects.get(), brand_colour="#f2a33a")
    with pytest.raises(ValidationError) as refusal:
        settings.full_clean()
    message = str(refusal.value.message_dict["brand_colour"][0])
    assert "1.96:1" in message
    assert "#f2a33a" in message


@pytest.mark.django_db
def test_a_brand_colour_too_dark_for_the_dark_scheme_is_refused():
    settings = SiteSettings(site=Site.objects.get(), brand_colour_dark="#0d4a3e")
    with pytest.raises(ValidationError) as refusal:
        settings.full_clean()
    assert "brand_colour_dark" in refusal.value.message_dict


@pytest.mark.django_db
def test_the_colours_a_site_starts_with_pass():
    SiteSettings(site=Site.objects.get()).full_clean()

"""Themes, organisations and funders: one row a language, shown in the reader's."""

import pytest

from core.models import in_language
from people.models import Theme
from tests.factories import ThemeFactory, locale

pytestmark = pytest.mark.django_db


def test_a_row_is_shown_in_the_readers_language_where_it_exists():
    theme = ThemeFactory(name="Kotoutuminen")
    swedish = theme.copy_for_translation(locale("sv"))
    swedish.name = "Integration"
    swedish.save()
    assert in_language([theme], locale("sv")) == [swedish]


def test_a_row_without_a_version_stays_as_it_is():
    theme = ThemeFactory()
    assert in_language([theme], locale("ar")) == [theme]


def test_a_row_without_a_version_is_shown_in_the_main_language_if_it_has_one():
    theme = ThemeFactory(name="Kotoutuminen")
    swedish = theme.copy_for_translation(locale("sv"))
    swedish.save()
    assert in_language([swedish], locale("se")) == [theme]


def test_two_versions_of_one_theme_are_shown_once():
    theme = ThemeFactory()
    swedish = theme.copy_for_translation(locale("sv"))
    swedish.save()
    assert in_language([theme, swedish], locale("sv")) == [swedish]


def test_the_address_is_made_of_the_name_and_stays_unique_in_a_language():
    first, second = ThemeFactory(name="Hyvät suhteet"), ThemeFactory(name="Hyvät suhteet")
    assert (first.slug, second.slug) == ("hyvat-suhteet", "hyvat-suhteet-2")


def test_a_name_without_latin_letters_gets_an_address_all_the_same():
    theme = Theme.objects.create(name="المساواة", locale=locale("ar"))
    assert theme.slug

"""A list is what its address asks for, and a bad address never breaks it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import Http404
from django.test import RequestFactory

from news.listing import ITEMS_A_PAGE, Listing
from news.models import NewsPageTheme
from tests.factories import (
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    PhotographFactory,
    ThemeFactory,
    locale,
)

pytestmark = pytest.mark.django_db
HELSINKI = ZoneInfo("Europe/Helsinki")


@pytest.fixture
def index():
    """Return an empty Finnish list."""
    return NewsIndexPageFactory(parent=HomePageFactory(slug="etusivu"))


def listing(index, query: str = "") -> Listing:
    return Listing.from_request(index, RequestFactory().get(f"/fi/ajankohtaista/?{query}"))


def add(index, number: int, **kwargs):
    return [NewsPageFactory(parent=index, **kwargs) for _ in range(number)]


def about(page, theme) -> None:
    NewsPageTheme.objects.create(page=page, theme=theme)


def test_newest_first(index):
    old = NewsPageFactory(parent=index, published_on=datetime(2019, 3, 14, tzinfo=HELSINKI))
    new = NewsPageFactory(parent=index, published_on=datetime(2024, 6, 7, tzinfo=HELSINKI))
    assert [item.pk for item in listing(index).items] == [new.pk, old.pk]


def test_drafts_and_pages_behind_a_password_are_not_listed(index):
    from wagtail.models import PageViewRestriction

    add(index, 1, live=False)
    (hidden,) = add(index, 1)
    PageViewRestriction.objects.create(
        page=hidden, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert listing(index).items.paginator.count == 0


@pytest.mark.parametrize("restricted", ["list", "front door"])
def test_a_list_somebody_may_open_shows_its_items_but_not_those_kept_closer(index, restricted):
    from wagtail.models import PageViewRestriction

    shown, hidden = add(index, 2)
    for page in (index if restricted == "list" else index.get_parent(), hidden):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert [item.pk for item in listing(index).items] == [shown.pk]


def test_a_choice_missing_in_the_language_is_named_in_the_main_one(town):
    """English has no row of the theme; Swedish, which its readers know no better, comes after."""
    (choice,) = listing(town.indexes["en"]).themes
    assert (choice.label, choice.lang) == ("Yhdenvertaisuus", "fi")
    (choice,) = listing(town.indexes["sv"]).themes
    assert (choice.label, choice.lang) == ("Likabehandling", "")


def test_a_theme_narrows_the_list_in_whichever_language_it_was_chosen(index):
    theme = ThemeFactory(name="Kotoutuminen")
    swedish = theme.copy_for_translation(locale("sv"))
    swedish.name = swedish.slug = "integration"
    swedish.save()
    first, second, _other = add(index, 3)
    about(first, theme)
    about(second, swedish)
    found = listing(index, "theme=kotoutuminen")
    assert {item.pk for item in found.items} == {first.pk, second.pk}
    assert [choice.label for choice in found.themes if choice.is_chosen] == ["Kotoutuminen"]


def test_the_years_offered_are_those_there_is_news_of(index):
    NewsPageFactory(parent=index, published_on=datetime(2019, 3, 14, tzinfo=HELSINKI))
    NewsPageFactory(parent=index, published_on=datetime(2024, 1, 1, 0, 30, tzinfo=HELSINKI))
    found = listing(index, "year=2024")
    assert [choice.value for choice in found.years] == ["2024", "2019"]
    assert found.items.paginator.count == 1, "half past midnight on New Year's Day is 2024 here"


def test_an_organisation_narrows_the_list(index):
    town = OrganisationFactory(name="Kajaani")
    (mine,) = add(index, 1, organisation=town)
    add(index, 2, organisation=OrganisationFactory(name="Kouvola"))
    assert [item.pk for item in listing(index, "organisation=kajaani").items] == [mine.pk]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2", 2), ("abc", 1), ("0", 2), ("-1", 2), ("999999999999999999999", 2), ("", 1), ("1.5", 1)],
)
def test_a_page_number_that_is_none_gives_a_page_all_the_same(index, written, shown):
    add(index, ITEMS_A_PAGE + 1)
    assert listing(index, f"page={written}").items.number == shown


@pytest.mark.parametrize(
    "query",
    [
        "theme=tuntematon",
        "organisation=tuntematon",
        "theme=%00",
        "theme=' OR 1=1",
        "year=abc",
        "year=99999",
        "year=-1",
        "year=1066",
        "year=²⁰²⁴",
    ],
)
def test_an_unknown_filter_names_nothing(index, query):
    with pytest.raises(Http404):
        listing(index, query)


def test_a_list_costs_the_same_for_3_and_for_30_items(index, django_assert_num_queries):
    theme, body = ThemeFactory(), OrganisationFactory()

    def fill(number: int) -> None:
        shown = {"image": PhotographFactory(), "image_alt": "Ihmisiä torilla."}
        for page in add(index, number, organisation=body, **shown):
            about(page, theme)

    def show() -> None:
        found = listing(index)
        for item in found.items:
            assert item.image.renditions is not None
            assert item.locale.language_code == "fi"
            assert [link.theme.locale.language_code for link in item.themes.all()] == ["fi"]

    fill(3)
    show()  # the list has asked once whether any page is restricted
    # count, items, themes, renditions; choices of themes, organisations, years; whether there are calls
    with django_assert_num_queries(8):
        show()
    fill(27)
    with django_assert_num_queries(8):
        show()

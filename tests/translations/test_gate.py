"""Languages that a page must, or should, have before it goes out."""

from __future__ import annotations

import pytest

from config.settings.translations import languages_by_type
from core.publishing import PublicationRefused
from news.models import NewsPage
from tests.translating import translate
from translations.checks import check_languages_by_type
from translations.gate import problems_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(town, settings):
    """Return a Finnish item that was never public, on a site that wants its news in two languages."""
    settings.KOHTAAMO_REQUIRED_LANGUAGES = {"news.NewsPage": ["fi", "sv"]}
    page = NewsPage(
        title="Kokous", slug="kokous", lead="Tervetuloa", locale=town.homes["fi"].locale, live=False
    )
    town.indexes["fi"].add_child(instance=page)
    return page


def test_a_page_goes_out_when_its_languages_are_ready(draft, django_assert_num_queries):
    with pytest.raises(PublicationRefused, match="svenska"):
        draft.save_revision().publish()
    swedish = translate(draft, "sv", leave=lambda path: path == "lead", is_published=False)
    with pytest.raises(PublicationRefused, match="svenska"):
        draft.save_revision().publish()
    translate(draft, "sv", is_published=False)
    # The draft is changed once more: its translation is not ready for the new words.
    draft.title = "Kokous tiistaina"
    with pytest.raises(PublicationRefused, match="svenska"):
        draft.save_revision().publish()
    translate(draft, "sv", is_published=False)
    draft.save_revision().publish()
    draft.refresh_from_db()
    assert draft.live
    assert NewsPage.objects.get(pk=swedish.pk).live is False
    draft.title = "Kokous keskiviikkona"
    draft.save_revision().publish()
    with django_assert_num_queries(0):
        assert problems_of(draft) == []


def test_a_translation_is_not_asked_for_further_languages(draft):
    swedish = translate(draft, "sv", is_published=False)
    assert problems_of(swedish) == []


def test_advice_does_not_block(draft, settings):
    settings.KOHTAAMO_REQUIRED_LANGUAGES = {}
    settings.KOHTAAMO_RECOMMENDED_LANGUAGES = {"news.NewsPage": ["fi", "sv", "xx"]}
    (problem,) = problems_of(draft)
    assert not problem.blocks
    draft.save_revision().publish()


def test_settings_are_read_and_checked(settings):
    assert languages_by_type("news.CallPage=fi+sv, plans.PlanPage=fi-simple") == {
        "news.CallPage": ["fi", "sv"],
        "plans.PlanPage": ["fi-simple"],
    }
    with pytest.raises(ValueError, match=r"news\.CallPage"):
        languages_by_type("news.CallPage:fi")
    settings.KOHTAAMO_REQUIRED_LANGUAGES = {"news.Nothing": ["xx"]}
    assert {found.id for found in check_languages_by_type()} == {
        "translations.E001",
        "translations.E002",
    }

"""Which texts from elsewhere a page shows, and which pages show one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import NewsPageContact, NewsPageTheme
from tests import scene
from tests.factories import ContactPersonFactory, OrganisationFactory, ThemeFactory
from tests.translating import translate
from translations.models import Original
from translations.parts import PartKey, pages_showing, parts_of
from translations.parts.kinds import TRACKS, kind_of

pytestmark = pytest.mark.django_db


def key(row) -> PartKey:
    return kind_of(row).key_of(row)


@pytest.fixture
def item(town):
    """Return a Finnish item that shows a part of each kind, with a Swedish version."""
    person = ContactPersonFactory(organisation=OrganisationFactory())
    body = [one for one in scene.every_block(town) if one["type"] in ("contact", "video")]
    (item,) = town.add_news(1, funder=town.funder, organisation=town.organisation, body=body)
    NewsPageContact.objects.create(page=item, person=person)
    NewsPageTheme.objects.create(page=item, theme=town.theme)
    translate(item, "sv")
    return item


def test_a_page_shows_what_its_fields_rows_and_blocks_refer_to(town, item):
    person = item.contacts.get().person
    expected = {
        key(town.theme),
        key(town.funder),
        key(town.organisation),
        key(person.organisation),
        PartKey("people.contacttitle", str(person.pk)),
        PartKey("people.contacttitle", str(town.person.pk)),
        PartKey("videos.videotext", str(town.video.pk)),
        PartKey(TRACKS, str(town.video.pk)),
    }
    assert parts_of([item.translation_key]) == {item.translation_key: frozenset(expected)}
    for part in expected:
        assert item.translation_key in pages_showing([part]), part
    assert pages_showing([key(ThemeFactory())]) == set()


def test_versions_of_one_text_count_once(town, item):
    swedish = type(town.theme).objects.get(
        translation_key=town.theme.translation_key, locale=town.locales["sv"]
    )
    before = parts_of([item.translation_key])
    NewsPageTheme.objects.create(page=item, theme=swedish)
    assert parts_of([item.translation_key]) == before


def test_a_page_that_no_longer_refers_to_a_theme_no_longer_shows_it(town, item):
    item.themes.all()[0].delete()
    assert key(town.theme) not in parts_of([item.translation_key])[item.translation_key]


def test_it_takes_as_many_queries_for_thirty_pages_as_for_three(town, item):
    def made(count: int) -> int:
        pages = town.add_news(count, funder=town.funder, organisation=town.organisation)
        for page in pages:
            NewsPageTheme.objects.create(page=page, theme=ThemeFactory())
            Original.objects.create(translation_key=page.translation_key, locale=page.locale)
        with CaptureQueriesContext(connection) as seen:
            assert len(parts_of([page.translation_key for page in pages])) == count
            pages_showing([key(town.funder), key(town.organisation)])
        return len(seen)

    # Two to know what they show, two to know who shows it.
    assert made(3) == made(30) == 4

"""How true a version is said to be, from the first translation on."""

from __future__ import annotations

import pytest
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from news.models import NewsPage
from tests.factories import locale
from tests.translating import publish, translate
from translations.acting import acting
from translations.deriving import derived
from translations.freshness import refresh_all
from translations.models import LanguageVersion, SegmentChange, State, Unconfirmed

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(town):
    """Return a Finnish item that has no other language yet."""
    return town.add_news(1, title="Kokous maanantaina", lead="Tervetuloa kokoukseen")[0]


def version(code: str = "sv") -> LanguageVersion:
    return LanguageVersion.objects.get(locale__language_code=code)


def rewrite(item: NewsPage, **texts: str) -> NewsPage:
    for name, text in texts.items():
        setattr(item, name, text)
    item.save_revision().publish()
    return NewsPage.objects.get(pk=item.pk)


def test_a_translation_of_all_texts_is_up_to_date(item):
    translate(item, "sv")
    found = version()
    assert (found.state, found.total, found.outdated) == (State.UP_TO_DATE, 2, 0)
    assert refresh_all(is_check=True) == (1, 0)


def test_a_changed_source_outdates_at_once_and_keeps_the_old_text(item):
    swedish = translate(item, "sv")
    item = rewrite(item, title="Kokous tiistaina")
    found = version()
    assert (found.state, found.outdated) == (State.OUTDATED, 1)
    assert found.since == found.latest == SegmentChange.objects.get().changed_at
    swedish.refresh_from_db()
    assert swedish.title == "sv: Kokous maanantaina"
    # A translator who publishes without deciding publishes the old text, still outdated.
    publish(Translation.objects.get())
    swedish.refresh_from_db()
    assert swedish.title == "sv: Kokous maanantaina"
    assert (version().state, version().outdated) == (State.OUTDATED, 1)
    kept = Unconfirmed.objects.get()
    assert kept.old_text == "Kokous maanantaina"
    kept.delete()
    publish(Translation.objects.get())
    assert version().state == State.UP_TO_DATE


def test_a_minor_edit_outdates_nothing_and_a_later_change_does(item):
    translate(item, "sv")
    with acting(is_minor=True):
        item = rewrite(item, title="Kokous, maanantaina")
    assert version().state == State.UP_TO_DATE
    publish(Translation.objects.get())
    assert version().state == State.UP_TO_DATE
    assert not Unconfirmed.objects.exists()
    rewrite(item, title="Kokous keskiviikkona")
    assert version().state == State.OUTDATED


def test_a_text_changed_back_is_true_again(item):
    translate(item, "sv")
    item = rewrite(item, title="Kokous tiistaina")
    rewrite(item, title="Kokous maanantaina")
    assert version().state == State.UP_TO_DATE


def test_a_draft_of_a_live_version_is_not_public(item):
    swedish = translate(item, "sv")
    StringTranslation.objects.filter(context__path="title").update(data="Möte på måndag")
    Translation.objects.get().save_target(publish=False)
    swedish.refresh_from_db()
    assert swedish.title == "sv: Kokous maanantaina"
    assert swedish.get_latest_revision_as_object().title == "Möte på måndag"


def test_an_untranslated_text_is_told(item):
    swedish = translate(item, "sv", leave=lambda path: path == "lead")
    assert (version().state, version().fallback) == (State.FALLBACK, 1)
    assert NewsPage.objects.get(pk=swedish.pk).untranslated == ["lead"]


def test_an_emptied_text_outdates(item):
    item = rewrite(item, search_description="Kokouksen tiedot")
    translate(item, "sv")
    rewrite(item, search_description="")
    assert version().outdated == 1


def test_a_version_without_its_source_is_told(item):
    translate(item, "sv")
    NewsPage.objects.filter(pk=item.pk).update(live=False)
    refresh_all()
    assert (version().state, version().disagreements) == (State.OUTDATED, ["live"])


def test_the_source_knows_its_texts_from_the_first_translation_on(item):
    source, _created = TranslationSource.update_or_create_from_instance(item)
    Translation.objects.create(source=source, target_locale=locale("en"))
    assert LanguageVersion.objects.get().state == State.IN_WORK


def test_a_draft_marked_minor_is_minor_whoever_publishes_it(item, town):
    translate(item, "sv")
    item.title, item.is_minor_edit = "Kokous, maanantaina", True
    revision = item.save_revision()
    revision = type(revision).objects.get(pk=revision.pk)
    revision.publish(user=town.staff["publisher"], skip_permission_checks=True)
    change = SegmentChange.objects.get()
    assert (change.is_minor, change.changed_by) == (True, town.staff["publisher"])
    assert version().state == State.UP_TO_DATE
    item = NewsPage.objects.get(pk=item.pk)
    item.title = "Kokous keskiviikkona"
    item.save_revision().publish()
    assert version().state == State.OUTDATED


def test_a_version_bears_the_day_of_an_update_when_it_knows_of_it(item):
    swedish = translate(item, "sv")
    item = NewsPage.objects.get(pk=item.pk)
    item.title, item.updated_on = "Kokous tiistaina", timezone.now()
    item.save_revision().publish()
    publish(Translation.objects.get())
    assert NewsPage.objects.get(pk=swedish.pk).updated_on is None
    translate(NewsPage.objects.get(pk=item.pk), "sv")
    assert NewsPage.objects.get(pk=swedish.pk).updated_on == item.updated_on


def test_a_translation_of_a_translation_lacks_what_that_lacks(item):
    swedish = translate(item, "sv")
    translate(NewsPage.objects.get(pk=swedish.pk), "en")
    rewrite(item, title="Kokous tiistaina")
    found = version("en")
    assert (version("sv").state, found.state, found.outdated) == (*[State.OUTDATED] * 2, 1)
    assert found.since == found.latest == SegmentChange.objects.get().changed_at
    assert refresh_all(is_check=True) == (2, 0)
    translate(NewsPage.objects.get(pk=item.pk), "sv")
    assert (version("sv").state, version("en").state) == (State.UP_TO_DATE, State.OUTDATED)
    assert refresh_all(is_check=True) == (2, 0)


def test_a_machines_words_stay_a_machines_when_the_source_changes(item):
    swedish = translate(item, "sv")
    StringTranslation.objects.update(translation_type="machine")
    rewrite(item, title="Kokous tiistaina")
    publish(Translation.objects.get())
    found = version()
    assert [kind for _path, _mark, kind in found.shown] == ["m", "m"]
    assert (found.state, found.machine, found.outdated) == (State.OUTDATED, 2, 1)
    # The record of how the revision was made, and what its texts tell, are one.
    assert derived(found, NewsPage.objects.get(pk=swedish.pk)) == found.shown

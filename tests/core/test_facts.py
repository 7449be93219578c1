"""Facts are one for all languages, whatever door a source takes and whatever is saved of a translation."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from campaigns.models import CampaignOrganiser, CampaignPage, CampaignPlace
from core.doors import PublicationRefused
from core.facts import carry_facts, family
from core.facts.carrying import CARRIED
from core.facts.families import followers, leading
from news.models import NewsPage
from tests import films
from tests.factories import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    PhotographFactory,
    VideoFactory,
    VideoRenditionFactory,
    locale,
)
from tests.translating import publish, translate

pytestmark = pytest.mark.django_db

BEGIN, LATER, LAST = date(2026, 1, 1), date(2026, 2, 2), date(2026, 12, 31)
FIRST_FILM, SECOND_FILM = "a" * 32, "b" * 32


@pytest.fixture
def campaign() -> CampaignPage:
    """Return a Finnish campaign with two places, an organiser and two encounters."""
    index = CampaignIndexPageFactory(parent=HomePageFactory(slug="etusivu"))
    video = VideoRenditionFactory(video=VideoFactory()).video
    page = CampaignPageFactory(
        parent=index,
        starts_on=BEGIN,
        encounters=[
            films.encounter(video, block_id=one, title=one[0]) for one in (FIRST_FILM, SECOND_FILM)
        ],
    )
    for number, name in enumerate(("Kirjasto", "Koulu")):
        CampaignPlace.objects.create(
            page=page, locale=page.locale, name=name, address=f"Tie {number}", sort_order=number
        )
    CampaignOrganiser.objects.create(page=page, organisation=OrganisationFactory(), sort_order=0)
    return CampaignPage.objects.get(pk=page.pk)


@pytest.fixture
def swedish(campaign) -> CampaignPage:
    """Return the campaign as wagtail-localize has published it in Swedish."""
    return translate(campaign, "sv")


def again(page: Any) -> Any:
    """Return ``page`` as the database has it."""
    return type(page).objects.get(pk=page.pk)


def change(page: CampaignPage) -> CampaignPage:
    """Return ``page`` from the database with other facts of every kind, in memory."""
    page = again(page)
    page.starts_on, page.ends_on, page.show_in_menus = LATER, LAST, True
    page.slogan = "Uusi tunnus"
    _library, school = page.places.all()
    school.address, school.url, school.sort_order = "Uusi tie 9", "https://example.org/", 0
    new = CampaignPlace(name="Tori", address="Tori 1", locale=page.locale, sort_order=1)
    page.places.set([school, new])
    body = CampaignOrganiser(organisation=OrganisationFactory(), sort_order=0)
    page.organisers.set([body, *page.organisers.all()])
    page.organisers.all()[1].sort_order = 1
    page.encounters = list(reversed(page.encounters.get_prep_value()))
    return page


def facts(page: CampaignPage) -> dict[str, Any]:
    """Return what is to be the same in all languages, but for what is not translated yet."""
    return {
        "period": (page.starts_on, page.ends_on),
        "menu": page.show_in_menus,
        "places": [
            (str(one.translation_key), one.address, one.url)
            for one in page.places.all()
            if one.address != "Tori 1"
        ],
        "organisers": [one.organisation_id for one in page.organisers.all()],
        "encounters": [block.id for block in page.encounters],
    }


def texts(page: CampaignPage) -> list[str]:
    """Return the texts of the page that stay as the translator wrote them."""
    return [
        page.title,
        page.slogan,
        next(one.name for one in page.places.all() if "Koulu" in one.name),
        *sorted(str(block.value["title"]) for block in page.encounters),
    ]


# From the source ----------------------------------------------------------------------------------


def test_a_publication_puts_every_fact_on_the_translation_and_no_text(campaign, swedish):
    kept, rows = texts(swedish), {one.translation_key: one.pk for one in swedish.places.all()}
    order = Translation.objects.get()
    before = (
        order.get_status_display(),
        order.source.last_updated_at,
        StringTranslation.objects.count(),
        swedish.latest_revision_id,
        swedish.untranslated,
    )
    change(campaign).save_revision().publish()
    page = again(swedish)
    assert facts(page) == facts(again(campaign))
    assert page.starts_on == LATER
    assert [one.address for one in page.places.all()] == ["Uusi tie 9"]
    assert texts(page) == kept
    assert page.slogan == "sv: Kysy, kuuntele, kerro."
    assert {one.pk for one in page.places.all()} <= set(rows.values())
    assert all(one.locale_id == page.locale_id for one in page.places.all())
    order = Translation.objects.get()
    assert before == (
        order.get_status_display(),
        order.source.last_updated_at,
        StringTranslation.objects.count(),
        page.latest_revision_id,
        page.untranslated,
    )
    assert page.last_published_at > swedish.last_published_at, "sitemaps say that it has changed"
    assert not page.has_unpublished_changes
    assert PageLogEntry.objects.filter(page=page.pk, action=CARRIED).count() == 1
    assert carry_facts(again(campaign)) == 0, "it is done after the first time"


def test_what_is_no_publication_changes_nothing(campaign, swedish):
    # Wagtail takes a page down when one is scheduled that no revision was published of.
    again(campaign).save_revision().publish()
    before = facts(swedish)
    draft = change(campaign)
    draft.save_revision()
    assert facts(again(swedish)) == before

    draft.go_live_at = timezone.now() + timedelta(days=1)
    revision = draft.save_revision()
    revision.publish()
    assert facts(again(swedish)) == before
    revision.refresh_from_db()
    type(revision).objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now(), content={**revision.content, "go_live_at": None}
    )
    call_command("publish_scheduled")
    assert facts(again(swedish)) == facts(again(campaign)) != before


def test_a_refused_publication_carries_nothing(campaign, swedish):
    before = facts(swedish)
    page = change(campaign)
    page.image = PhotographFactory()
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    assert facts(again(swedish)) == before


def test_code_that_saves_a_live_page_carries_too(campaign, swedish):
    page = again(campaign)
    page.ends_on = LAST
    page.save(update_fields=["ends_on"])
    assert again(swedish).ends_on == LAST
    page.starts_on = LATER
    page.save()
    assert again(swedish).starts_on == LATER


def test_an_unpublished_translation_follows_and_stays_unpublished(campaign, swedish):
    swedish.unpublish()
    published = again(swedish).last_published_at
    change(campaign).save_revision().publish()
    page = again(swedish)
    assert facts(page) == facts(again(campaign))
    assert (page.live, page.last_published_at) == (False, published)


def test_a_source_without_rows_or_films_takes_them_from_all(campaign, swedish):
    page = again(campaign)
    page.places.set([])
    page.organisers.set([])
    page.encounters = []
    page.save_revision().publish()
    page = again(swedish)
    assert not page.places.exists()
    assert not page.organisers.exists()
    assert not page.encounters


def test_a_translation_of_a_translation_follows_at_second_hand(campaign, swedish):
    english = translate(swedish, "en")
    change(campaign).save_revision().publish()
    assert facts(again(english)) == facts(again(campaign))
    assert english.title == f"en: sv: {campaign.title}" == again(english).title


def test_one_language_more_costs_no_query_a_row(campaign, swedish):
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert carry_facts(again(campaign)) == 1
        return len(queries)

    def drift() -> None:
        CampaignPage.objects.filter(pk=swedish.pk).update(starts_on=date(2020, 1, 1))
        swedish.places.update(address="")
        swedish.organisers.all().delete()

    drift()
    few = cost()
    for number in range(2, 7):
        place = CampaignPlace.objects.create(
            page=campaign, locale=campaign.locale, name="x", address="y", sort_order=number
        )
        place.copy_for_translation(locale("sv"))
        CampaignPlace.objects.filter(
            translation_key=place.translation_key, locale=locale("sv")
        ).update(page=swedish)
        CampaignOrganiser.objects.create(page=campaign, organisation=OrganisationFactory())
    drift()
    assert cost() == few


# What is saved of a translation -------------------------------------------------------------------


def test_an_old_draft_of_a_translation_brings_no_old_facts_back(campaign, swedish):
    draft = again(swedish)
    draft.slogan = "Ny slogan"
    revision = draft.save_revision()
    change(campaign).save_revision().publish()
    wanted = facts(again(campaign))

    read = again(swedish).get_latest_revision_as_object()
    assert (facts(read), read.slogan) == (wanted, "Ny slogan"), "previews and editors see the facts"
    revision.publish()
    page = again(swedish)
    assert (facts(page), page.slogan) == (wanted, "Ny slogan")


def test_wagtail_localize_publishes_the_facts_that_are_live(campaign, swedish):
    change(campaign).save_revision().publish()
    wanted = facts(again(campaign))
    translation = Translation.objects.get()
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=False)
    assert facts(again(swedish)) == wanted, "of an old synchronisation, as a draft"
    publish(translation)
    assert facts(again(swedish)) == wanted, "of an old synchronisation"

    draft = again(campaign)
    draft.starts_on = date(2026, 3, 3)
    draft.save_revision()
    TranslationSource.update_or_create_from_instance(draft)
    publish(Translation.objects.get())
    page = again(swedish)
    assert facts(page) == wanted, "of a draft of the source"
    assert [one.name for one in page.places.all()] == ["sv: Koulu", "Tori"]


def test_a_translation_cannot_have_a_fact_of_its_own(campaign, swedish):
    swedish.ends_on = LAST
    swedish.places.all().delete()
    swedish.organisers.set([])
    swedish.save_revision().publish()
    page = again(swedish)
    assert page.ends_on is None
    assert page.organisers.count() == 1
    page.starts_on = LATER
    page.save()
    assert again(swedish).starts_on == BEGIN


def test_an_address_that_a_translator_has_written_stays(campaign, swedish):
    place = next(one for one in swedish.places.all() if one.name == "sv: Koulu")
    path = f"places.{place.translation_key}.address"
    SegmentOverride.objects.create(
        locale=swedish.locale,
        context=TranslationContext.objects.get(object_id=campaign.translation_key, path=path),
        data_json=json.dumps("Vägen 1"),
    )
    publish(Translation.objects.get())
    change(campaign).save_revision().publish()
    place.refresh_from_db()
    assert (place.address, place.url) == ("Vägen 1", "https://example.org/")


# Who follows whom ---------------------------------------------------------------------------------


def test_a_stopped_translation_follows_nobody_until_it_is_begun_again(campaign, swedish):
    translation = Translation.objects.get()
    translation.enabled = False
    translation.save()
    change(campaign).save_revision().publish()
    assert again(swedish).starts_on == BEGIN
    page = again(swedish)
    page.ends_on = date(2026, 5, 5)
    page.save_revision().publish()
    assert again(swedish).ends_on == date(2026, 5, 5)

    translation.enabled = True
    translation.save()
    assert facts(again(swedish)) == facts(again(campaign))


def test_a_version_nobody_translated_follows_nobody(campaign):
    copy = campaign.copy_for_translation(locale("sv"), copy_parents=True)
    change(campaign).save_revision().publish()
    assert again(copy).starts_on == BEGIN


def test_two_that_follow_each_other_do_not_go_round(campaign, swedish):
    source, _created = TranslationSource.get_or_create_from_instance(swedish)
    Translation.objects.create(source=source, target_locale=campaign.locale)
    leaders = family(campaign.translation_key)
    assert leaders == {swedish.locale_id: campaign.locale_id}
    assert followers(campaign.locale_id, leaders) == [swedish.locale_id]
    assert followers(swedish.locale_id, leaders) == []
    assert leading({3: 2, 2: 1, 4: 1}) == [1, 2], "the first of a line comes first"
    change(campaign).save_revision().publish()
    assert again(campaign).starts_on == again(swedish).starts_on == LATER


# A news item, and the command ---------------------------------------------------------------------


def test_the_command_mends_what_was_written_past_the_site(capsys):
    index = NewsIndexPageFactory(parent=HomePageFactory(slug="etusivu"))
    item = NewsPageFactory(parent=index, title="Kokous")
    page = translate(item, "sv")
    day = timezone.now() - timedelta(days=30)
    NewsPage.objects.filter(pk=item.pk).update(published_on=day)
    for found in ("1 translations", "0 translations"):
        call_command("carry_facts")
        assert found in capsys.readouterr().out
        assert (again(page).published_on, again(page).title) == (day, "sv: Kokous")


def test_a_page_without_translations_costs_two_short_queries(campaign):
    revision = campaign.save_revision()
    with CaptureQueriesContext(connection) as queries:
        revision.publish()
    family_asked = 'SELECT "wagtail_localize_translation"."target_locale_id"'
    assert sum(one["sql"].startswith(family_asked) for one in queries) == 2
    locking = [one["sql"] for one in queries if "FOR NO KEY UPDATE" in one["sql"]]
    held = [sql for sql in locking if 'FROM "wagtailcore_page"' in sql]
    # Its own turn (``translations.turns``), and no source or version besides.
    assert len(held) <= 1
    assert all(campaign.translation_key.hex in sql.replace("-", "") for sql in held)

"""Which source text a row was written for, and what pages that show it are told."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from news.models import NewsPageContact, NewsPageTheme
from people.models import ContactTitle, Theme
from tests.factories import ContactPersonFactory, ThemeFactory, VideoTextFactory, locale
from tests.translating import translate
from translations.acting import acting
from translations.freshness import refresh_all
from translations.models import LanguageVersion, Original, RowRecord, State
from translations.parts import PartKey, confirm_row, record_all, states_of
from translations.parts.kinds import kind_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme(town):
    return town.theme


@pytest.fixture
def swedish(theme, town) -> Theme:
    return Theme.objects.get(translation_key=theme.translation_key, locale=town.locales["sv"])


def rewrite(row, **texts):
    """Save a row as the form does: read anew, so that nothing is remembered in memory."""
    row = type(row).objects.get(pk=row.pk)
    for name, text in texts.items():
        setattr(row, name, text)
    row.save()
    return row


def state(row, code="sv"):
    key, pk = kind_of(row).key_of(row), locale(code).pk
    return states_of([key], [pk]).get((key, pk))


def test_a_row_is_outdated_by_each_text_of_its_source_that_changes(theme, swedish):
    assert state(theme) is None
    rewrite(theme, name="Yhdenvertaisuus ja tasa-arvo")
    first = state(theme)
    assert (first.outdated, first.fallback) == (1, 0)
    assert str(first.label).endswith("Likabehandling")
    assert str(first.href).endswith(f"/edit/{swedish.pk}/")
    rewrite(theme, description="Kaikille")
    second = state(theme)
    assert second.outdated == 2
    assert second.since == first.since < second.latest
    # What no reader sees as a text is none.
    rewrite(swedish, slug="lika")
    assert state(theme).outdated == 2


def test_a_row_is_fresh_again_once_it_is_written_or_confirmed_or_the_source_taken_back(
    town, theme, swedish
):
    rewrite(theme, name="Tasa-arvo")
    rewrite(swedish, name="Jämlikhet")
    assert state(theme) is None
    rewrite(theme, name="Tasa-arvo kunnassa")
    assert state(theme).outdated == 1
    rewrite(theme, name="Tasa-arvo")
    assert state(theme) is None
    rewrite(theme, name="Yhdenvertaisuus kunnassa")
    record = confirm_row(swedish, town.staff["translator.sv"])
    assert state(theme) is None
    assert record.vouched_by == town.staff["translator.sv"]
    rewrite(theme, name="Yhdenvertaisuus")
    assert state(theme).outdated == 1


def test_a_minor_edit_of_the_source_outdates_no_row(theme, swedish):
    with acting(is_minor=True):
        rewrite(theme, name="Yhden-vertaisuus")
    assert state(theme) is None
    rewrite(theme, name="Tasa-arvo")
    assert state(theme).outdated == 1


def test_readers_of_a_language_without_a_row_are_shown_another_language(town, theme):
    english = state(theme, "en")
    assert (english.outdated, english.fallback) == (0, 1)
    row = theme.copy_for_translation(town.locales["en"])
    row.name = "Equality"
    row.save()
    assert state(theme, "en") is None
    row.delete()
    assert state(theme, "en").fallback == 1
    assert not RowRecord.objects.filter(object_id=row.pk, locale=town.locales["en"]).exists()


def test_a_row_in_easy_finnish_is_shown_in_finnish(town, theme):
    easy = locale("fi-simple")
    assert states_of([kind_of(theme).key_of(theme)], [easy.pk]) == {}


@pytest.mark.parametrize("order", [("fi", "sv"), ("sv", "fi")])
def test_languages_changed_in_one_form_are_fresh_whichever_is_saved_first(town, order):
    person = town.person
    titles = {title.locale.language_code: title for title in person.titles.all()}
    for title, text in zip(("fi", "sv"), ("suunnittelija", "planerare"), strict=True):
        titles[title].title = text
    person.titles = [titles[code] for code in order]
    person.save()
    assert state(titles["fi"]) is None
    record = RowRecord.objects.get(locale=town.locales["sv"], group=str(person.pk))
    assert record.source_texts == [["title", "suunnittelija"]]


def test_the_form_of_a_person_judges_what_was_changed_in_it(town, client):
    """The form saves every title, changed or not."""
    person = town.person
    rows = {title.locale.language_code: title for title in person.titles.all()}
    client.force_login(town.staff["admin"])

    def send(finnish: str, swedish: str) -> None:
        titles = [
            {"id": rows["sv"].pk, "locale": rows["sv"].locale_id, "title": swedish},
            {"id": rows["fi"].pk, "locale": rows["fi"].locale_id, "title": finnish},
        ]
        values = {"name": person.name, "phone": person.phone, "titles": _formset(titles)}
        address = reverse("wagtailsnippets_people_contactperson:edit", args=[person.pk])
        answer = client.post(address, nested_form_data(values))
        assert answer.status_code == 302, answer.context["form"].errors

    send("kehittäjä", "likabehandlingsplanerare")
    assert state(rows["fi"]).outdated == 1
    send("suunnittelija", "planerare")
    assert state(rows["fi"]) is None
    send("suunnittelija", "planerare i kommunen")
    assert state(rows["fi"]) is None


def _formset(rows):
    return inline_formset(rows, initial=len(rows))


def test_a_title_left_alone_in_the_form_is_outdated(town):
    person = town.person
    titles = {title.locale.language_code: title for title in person.titles.all()}
    titles["fi"].title = "kehittäjä"
    person.titles = [titles["sv"], titles["fi"]]
    person.save()
    assert state(titles["fi"]).outdated == 1
    assert state(titles["fi"], "en").fallback == 1
    # Saved again, nothing else is said.
    titles["sv"].save()
    assert state(titles["fi"]).outdated == 1


def test_the_text_of_a_film_is_outdated_and_missing_like_any_other(town):
    finnish = VideoTextFactory(video=town.video) if not town.video.texts.exists() else None
    finnish = finnish or town.video.texts.get(locale=town.locales["fi"])
    assert state(finnish).fallback == 1
    swedish = VideoTextFactory(video=town.video, locale=town.locales["sv"], title="I skolan")
    assert state(finnish) is None
    rewrite(finnish, summary="Aivan toinen juttu.")
    assert state(finnish).outdated == 1
    swedish.delete()
    assert state(finnish).fallback == 1


def test_without_a_row_in_the_main_language_the_oldest_is_the_source(town):
    person = ContactPersonFactory(title="")
    add = ContactTitle.objects.create
    swedish = add(person=person, locale=town.locales["sv"], title="planerare")
    english = add(person=person, locale=town.locales["en"], title="planner")
    rewrite(swedish, title="utvecklare")
    assert state(swedish, "en").outdated == 1
    rewrite(english, title="developer")
    # A Finnish one that comes last was written after what there is, and others after it from now on.
    finnish = add(person=person, locale=town.locales["fi"], title="kehittäjä")
    assert state(swedish, "en") is None
    assert state(swedish) is None
    rewrite(finnish, title="suunnittelija")
    assert state(swedish, "en").outdated == state(swedish).outdated == 1


def test_what_was_written_past_the_signals_is_found_by_the_command(theme, swedish):
    RowRecord.objects.all().delete()
    assert record_all(is_check=True) > 0
    assert not RowRecord.objects.exists()
    record_all()
    # First sight: what was there before counts as fresh.
    assert not RowRecord.objects.filter(outdated__gt=0).exists()
    assert record_all() == 0
    Theme.objects.filter(pk=theme.pk).update(name="Tasa-arvo")
    assert record_all(is_check=True) == 2
    assert state(theme) is None
    assert record_all() == 2
    assert state(theme).outdated == 1


def test_pages_that_show_a_text_are_judged_with_it(town, theme, swedish):
    (item,) = town.add_news(1)
    NewsPageTheme.objects.create(page=item, theme=theme)
    translate(item, "sv")
    version = LanguageVersion.objects.get(translation_key=item.translation_key)
    assert version.state == State.UP_TO_DATE
    rewrite(theme, name="Tasa-arvo")
    version.refresh_from_db()
    assert (version.state, version.outdated) == (State.OUTDATED, 1)
    assert version.since == RowRecord.objects.get(object_id=swedish.pk, outdated=1).since
    confirm_row(swedish, None)
    version.refresh_from_db()
    assert (version.state, version.outdated, version.since) == (State.UP_TO_DATE, 0, None)
    swedish.delete()
    version.refresh_from_db()
    assert (version.state, version.fallback) == (State.FALLBACK, 1)
    item.themes.get().delete()
    version.refresh_from_db()
    assert version.state == State.UP_TO_DATE
    NewsPageContact.objects.create(page=item, person=ContactPersonFactory())
    version.refresh_from_db()
    assert version.fallback == 1
    assert refresh_all(is_check=True)[1] == 0


def test_a_row_translated_in_the_editor_is_judged_by_its_texts_there(town):
    theme = ThemeFactory(name="Esteettömyys", description="Kaikille")
    swedish = translate(theme, "sv")
    assert state(theme) is None
    rewrite(theme, name="Esteettömyys kunnassa")
    assert state(theme).outdated == 1
    # By hand only the description was written: the name is still for another one.
    rewrite(swedish, description="För alla människor")
    assert state(theme).outdated == 1


def test_a_row_saved_unchanged_costs_two_queries(theme, swedish):
    with CaptureQueriesContext(connection) as seen:
        Theme.objects.get(pk=swedish.pk).save()
    ours = [q for q in seen if "rowrecord" in q["sql"] or "languageversion" in q["sql"]]
    assert sum("rowrecord" in q["sql"] for q in ours) == 1


def test_states_take_as_many_queries_for_thirty_texts_as_for_three(town):
    def made(count: int) -> int:
        parts = set()
        for number in range(count):
            theme = ThemeFactory(name=f"Aihe {count} {number}")
            person = ContactPersonFactory()
            parts |= {kind_of(theme).key_of(theme), PartKey("people.contacttitle", str(person.pk))}
        parts |= {PartKey("videos.videotext", str(town.video.pk))}
        parts |= {PartKey("videos.videotrack", str(town.video.pk))}
        with CaptureQueriesContext(connection) as seen:
            found = states_of(parts, [locale.pk for locale in town.locales.values()])
        assert sum(state.fallback for state in found.values()) >= 2 * 2 * count
        return len(seen)

    # Languages, rows, what is known of them, films, tracks.
    assert made(3) == made(30) == 5
    assert Original.objects.exists() is False

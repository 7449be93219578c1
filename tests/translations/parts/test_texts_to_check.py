"""The page of texts to check: who sees what on it, and what a confirmation does."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.set_up import translators_of
from people.models import ContactTitle, Theme
from tests.factories import ContactPersonFactory, ThemeFactory
from tests.translating import translate
from translations.models import RowRecord

pytestmark = pytest.mark.django_db


@pytest.fixture
def outdated(town) -> RowRecord:
    """Return the record of a Swedish title whose Finnish one was changed."""
    title = town.person.titles.get(locale=town.locales["fi"])
    title.title = "yhdenvertaisuuspäällikkö"
    title.save()
    return RowRecord.objects.get(outdated=1)


@pytest.fixture
def translators(town):
    """Let the translators into Swedish and English change titles, each in her language."""
    right = Permission.objects.get(codename="change_contacttitle")
    for name in ("translator.sv", "translator.en"):
        town.staff[name].groups.get().permissions.add(right)


def page(client, user, **query):
    client.force_login(user)
    return client.get(reverse("translations_parts:texts_to_check"), query)


def confirm(client, user, record, seen=None):
    client.force_login(user)
    address = reverse("translations_parts:still_right", args=[record.pk])
    return client.post(address, {"seen": seen or record.seen_mark}, follow=True)


def test_a_translator_sees_what_changed_and_confirms_it(town, client, translators, outdated):
    answer = page(client, town.staff["translator.sv"])
    (entry,) = answer.context["entries"]
    (change,) = entry.changes
    assert [(run.kind, run.text) for run in change.runs] == [
        ("old", "yhdenvertaisuussuunnittelija"),
        ("new", "yhdenvertaisuuspäällikkö"),
    ]
    assert change.own == "likabehandlingsplanerare"
    html = answer.content.decode()
    assert reverse("wagtailsnippets_people_contacttitle:edit", args=[outdated.object_id]) in html
    done = confirm(client, town.staff["translator.sv"], outdated)
    assert list(done.context["entries"]) == []
    outdated.refresh_from_db()
    assert outdated.outdated == 0
    assert outdated.vouched_by == town.staff["translator.sv"]


def test_nobody_sees_it_who_may_change_no_text(town, client, outdated):
    group = Group.objects.get(name=translators_of("svenska"))
    group.permissions.remove(*group.permissions.filter(codename__startswith="change_"))
    client.force_login(town.staff["translator.sv"])
    assert client.get(reverse("translations_parts:texts_to_check")).status_code == 302
    confirm(client, town.staff["translator.sv"], outdated)
    outdated.refresh_from_db()
    assert outdated.outdated == 1


def test_nobody_confirms_in_another_language(town, client, translators, outdated):
    answer = page(client, town.staff["translator.en"])
    assert list(answer.context["entries"]) == []
    assert page(client, town.staff["translator.en"], language="sv").status_code == 404
    confirm(client, town.staff["translator.en"], outdated)
    address = reverse("translations_parts:still_right", args=[outdated.pk])
    assert client.get(address).status_code == 404
    outdated.refresh_from_db()
    assert outdated.outdated == 1


def test_what_has_changed_since_it_was_shown_is_not_confirmed(town, client, outdated):
    seen = outdated.seen_mark
    title = ContactTitle.objects.get(pk=outdated.source_id)
    title.title = "johtaja"
    title.save()
    confirm(client, town.staff["admin"], outdated, seen)
    outdated.refresh_from_db()
    assert outdated.outdated == 1


def test_what_is_translated_in_the_editor_is_confirmed_there(town, client):
    theme = ThemeFactory(name="Esteettömyys")
    swedish = translate(theme, "sv")
    theme = Theme.objects.get(pk=theme.pk)
    theme.name = "Saavutettavuus"
    theme.save()
    answer = page(client, town.staff["admin"], language="sv")
    assert list(answer.context["entries"]) == []
    (entry,) = answer.context["translated"]
    assert str(entry.href).endswith(f"/{swedish.pk}/")


def test_it_takes_as_many_queries_for_twenty_texts_as_for_three(town, client, outdated):
    def made(count: int) -> int:
        for _number in range(count):
            person = ContactPersonFactory()
            ContactTitle.objects.create(person=person, locale=town.locales["sv"], title="planerare")
            title = person.titles.get(locale=town.locales["fi"])
            title.title = "suunnittelija"
            title.save()
        page(client, town.staff["admin"], language="sv")
        with CaptureQueriesContext(connection) as seen:
            shown = page(client, town.staff["admin"], language="sv")
        assert len(shown.context["entries"]) > count
        return len(seen)

    assert made(3) == made(17)

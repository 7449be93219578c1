"""A contact person is one row: what changes once is right everywhere."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from people.models import ContactPerson, ContactTitle, contact_cards
from tests.factories import ContactPersonFactory, OrganisationFactory, locale

pytestmark = pytest.mark.django_db


def test_what_code_saves_is_normalised_too():
    person = ContactPerson.objects.create(
        name="Bo", email="bo(at)example.org", phone="040 000 0002"
    )
    person.refresh_from_db()
    assert (person.email, person.phone) == ("bo@example.org", "+358400000002")


def test_a_bad_phone_number_is_refused_by_the_model():
    with pytest.raises(ValidationError):
        ContactPerson(name="Bo", phone="soita").full_clean()


def test_an_unknown_language_code_is_refused_by_name():
    with pytest.raises(ValidationError, match="xx"):
        ContactPerson(name="Bo", languages_spoken="fi, xx").full_clean()


def test_titles_of_one_person_are_versions_of_one_another():
    person = ContactPersonFactory(title="suunnittelija")
    ContactTitle.objects.create(person=person, locale=locale("sv"), title="planerare")
    keys = set(person.titles.values_list("translation_key", flat=True))
    assert len(keys) == 1


def test_a_card_speaks_the_language_of_the_page():
    person = ContactPersonFactory(title="suunnittelija")
    ContactTitle.objects.create(person=person, locale=locale("sv"), title="planerare")
    (card,) = contact_cards([person], locale("sv"))
    assert (card.title, card.title_lang) == ("planerare", "")


def test_a_title_in_another_language_says_which():
    person = ContactPersonFactory(title="suunnittelija", organisation=OrganisationFactory())
    (card,) = contact_cards([person], locale("sv"))
    assert (card.title, card.title_lang) == ("suunnittelija", "fi")
    assert card.organisation_lang == "fi"


def test_a_person_is_not_shown_after_her_last_day():
    today = timezone.localdate()
    gone = ContactPersonFactory(valid_until=today - timedelta(days=1))
    stays = ContactPersonFactory(valid_until=today)
    assert [card.person for card in contact_cards([gone, stays], locale())] == [stays]
    assert list(ContactPerson.objects.current()) == [stays]


def test_cards_cost_the_same_for_three_and_for_thirty(django_assert_num_queries):
    body = OrganisationFactory()
    few = [ContactPersonFactory(organisation=body) for _ in range(3)]
    many = few + [ContactPersonFactory(organisation=body) for _ in range(27)]
    swedish = locale("sv")
    # titles with their language, and organisations in Swedish
    with django_assert_num_queries(2):
        contact_cards(few, swedish)
    with django_assert_num_queries(2):
        contact_cards(many, swedish)

"""Titles of contact persons: added with the person, changed by translators, one a language."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.permissions import policy_registry
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail_localize.models import Translation, TranslationSource

from people.models import ContactTitle
from tests.factories import ContactPersonFactory, locale

pytestmark = pytest.mark.django_db


def address(view: str, *args: object) -> str:
    return reverse(ContactTitle.snippet_viewset.get_url_name(view), args=args)


@pytest.mark.parametrize("name", ["editor", "publisher", "admin"])
def test_nobody_adds_a_title_without_a_person(town, client_as, name):
    client = client_as(name)
    before = ContactTitle.objects.count()
    data = {"locale": town.locales["en"].pk, "title": "planner"}
    for response in (client.get(address("add")), client.post(address("add"), data)):
        assert response.status_code in {302, 403}
    assert ContactTitle.objects.count() == before
    assert address("add") not in client.get(address("list")).content.decode()


def test_only_adding_is_refused(town):
    policy = policy_registry.get_by_type(ContactTitle)
    for name in ("editor", "admin"):
        assert policy.user_has_permission(town.staff[name], "change")
        assert policy.user_has_any_permission(town.staff[name], ["add", "change"])
        assert not policy.user_has_any_permission(town.staff[name], ["add"])
    assert not policy.users_with_permission("add").exists()
    assert town.staff["editor"] in policy.users_with_any_permission(["add", "change"])


def test_a_title_cannot_be_moved_to_a_language_that_has_one(town, client_as):
    title = ContactTitle.objects.get(person=town.person, locale=town.locales["sv"])
    data = {"locale": town.locales["fi"].pk, "title": "suunnittelija"}
    response = client_as("editor").post(address("edit", title.pk), data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["locale"]
    title.refresh_from_db()
    assert title.locale == town.locales["sv"]


def test_a_title_can_be_changed_where_it_is(town, client_as):
    title = ContactTitle.objects.get(person=town.person, locale=town.locales["sv"])
    data = {"locale": title.locale_id, "title": "stadsplanerare"}
    client_as("editor").post(address("edit", title.pk), data)
    title.refresh_from_db()
    assert title.title == "stadsplanerare"


def test_a_second_title_in_one_language_is_refused_by_the_model():
    person = ContactPersonFactory(title="suunnittelija")
    with pytest.raises(ValidationError) as refusal:
        ContactTitle(person=person, locale=locale(), title="toinen").full_clean(
            exclude=["translation_key"]
        )
    assert "locale" in refusal.value.message_dict


def post_titles(client, person, rows: list[dict], initial: int):
    data = nested_form_data(
        {
            "name": person.name,
            "phone": "",
            "email": "",
            "languages_spoken": "",
            "titles": inline_formset(rows, initial=initial),
        }
    )
    url = reverse("wagtailsnippets_people_contactperson:edit", args=[person.pk])
    return client.post(url, data)


def test_a_title_replaces_one_deleted_on_the_same_form_of_the_person(town, client_as):
    person = ContactPersonFactory(title="suunnittelija")
    old = person.titles.get()
    rows = [
        {"id": old.pk, "locale": old.locale_id, "title": old.title, "DELETE": "1"},
        {"id": "", "locale": old.locale_id, "title": "johtaja"},
    ]
    assert post_titles(client_as("editor"), person, rows, 1).status_code == 302
    assert [title.title for title in ContactTitle.objects.filter(person=person)] == ["johtaja"]


def test_two_titles_cannot_swap_their_languages_in_one_go(town, client_as):
    """They could be saved only one after the other, and each would stand in the other's way."""
    rows = list(town.person.titles.values("pk", "locale", "title"))
    languages = [row["locale"] for row in rows]
    swapped = [
        {"id": row["pk"], "locale": other, "title": row["title"]}
        for row, other in zip(rows, reversed(languages), strict=True)
    ]
    response = post_titles(client_as("editor"), town.person, swapped, len(rows))
    assert response.status_code == 200
    assert list(town.person.titles.values_list("locale", flat=True)) == languages


def test_a_translation_still_makes_a_title():
    title = ContactPersonFactory(title="suunnittelija").titles.get()
    source, _created = TranslationSource.update_or_create_from_instance(title)
    order = Translation.objects.create(source=source, target_locale=locale("sv"))
    order.save_target()
    made = ContactTitle.objects.get(person=title.person, locale=locale("sv"))
    assert made.translation_key == title.translation_key

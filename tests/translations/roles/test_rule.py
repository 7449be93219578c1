"""Whose rights hold in which languages."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.utils import translation
from wagtail.models import GroupPagePermission

from core.registry import may_write_language
from home.set_up import EDITORS, HANDLERS, translators_of
from tests import factories
from translations.models import GroupLanguage
from translations.roles import ORDER, locales_for, locales_of, may_write, require

pytestmark = pytest.mark.django_db


def codes(locales) -> set[str]:
    return set(locales.values_list("language_code", flat=True))


def again(user):
    """Return ``user`` as the next request finds her."""
    return type(user).objects.get(pk=user.pk)


def join(user, name):
    user.groups.add(Group.objects.get(name=name))
    return again(user)


def test_staff_write_in_the_languages_of_their_groups(town, swede):
    every = {"fi", "sv", "en", "se", "uk", "ar", "fi-simple"} & codes(
        locales_of(town.staff["admin"])
    )
    assert len(every) > 3
    expected = {
        town.staff["admin"]: every,
        town.staff["editor"]: every,
        town.staff["publisher"]: every,
        town.staff["translator.sv"]: {"sv"},
        town.staff["translator.en"]: {"en"},
        swede: {"sv"},
    }
    for user, languages in expected.items():
        assert codes(locales_of(user)) == languages
        for code, locale in town.locales.items():
            assert may_write(user, locale) is (code in languages)
            assert may_write_language(user, code) is (code in languages)
    assert may_write_language(town.staff["editor"], "xx"), "no language of ours: not bound"
    assert not may_write_language(swede, "xx")


def test_somebody_who_is_not_there_writes_nothing(town, swede):
    swede.is_active = False
    for user in (swede, AnonymousUser()):
        assert not locales_of(user).exists()
        assert not locales_for(user, ORDER).exists()
        assert not may_write(user, town.locales["sv"])


def test_a_refusal_names_the_language(town, swede):
    require(swede, town.locales["sv"])
    for admin, sentence in (("en", "do not write"), ("fi", "suomi"), ("sv", "suomi")):
        with translation.override(admin), pytest.raises(PermissionDenied, match=sentence):
            require(swede, town.locales["fi"])


def test_languages_of_several_groups_add_up(town, swede):
    swede = join(swede, translators_of("English"))
    assert codes(locales_of(swede)) == {"sv", "en"}
    # English translators have rights under the English front door only; the desk's hold in Swedish.
    assert town.items["en"].permissions_for_user(swede).can_edit()
    assert not town.items["fi"].permissions_for_user(swede).can_edit()


def test_a_group_without_languages_frees_what_it_allows_and_nothing_else(town, swede):
    free = Group.objects.create(name="Vain uutiset")
    GroupPagePermission.objects.create(
        group=free,
        page_id=town.indexes["fi"].pk,
        permission=Permission.objects.get(codename="change_page"),
    )
    swede = join(swede, free.name)
    assert may_write(swede, town.locales["fi"])
    rights = town.items["fi"].permissions_for_user(swede)
    assert rights.can_edit()
    assert not rights.can_publish(), "publishing comes from the desk: in Swedish only"
    assert not town.standards["fi"].permissions_for_user(swede).can_edit()
    assert codes(locales_for(swede, ORDER)) == {"sv"}


def test_an_editor_who_also_translates_stays_an_editor(town):
    user = join(town.staff["editor"], translators_of("svenska"))
    assert may_write(user, town.locales["en"])
    for code in ("fi", "sv", "en"):
        rights = town.items[code].permissions_for_user(user)
        assert rights.can_edit()
        assert not rights.can_publish()
    assert codes(locales_for(user, ORDER)) == codes(locales_of(town.staff["admin"]))


def test_a_group_that_allows_nothing_written_frees_nobody(town, swede):
    swede = join(swede, HANDLERS)
    assert codes(locales_of(swede)) == {"sv"}
    assert not town.items["fi"].permissions_for_user(swede).can_edit()


def test_a_right_of_her_own_is_not_bound(town, swede):
    swede.user_permissions.add(Permission.objects.get(codename="change_theme"))
    swede = again(swede)
    assert may_write(swede, town.locales["fi"])
    assert len(locales_for(swede, "people.change_theme")) > 3
    assert codes(locales_for(swede, "people.delete_theme")) == {"sv"}


def test_a_group_is_free_again_without_its_languages(town, swede, swedish_desk):
    GroupLanguage.objects.filter(group=swedish_desk).delete()
    assert may_write(again(swede), town.locales["fi"])
    assert town.items["fi"].permissions_for_user(again(swede)).can_publish()


def test_a_group_whose_only_language_goes_allows_nothing(town, swede, swedish_desk):
    other = Group.objects.get(name=translators_of("English"))
    arabic = factories.locale("ar")
    GroupLanguage.objects.filter(group=swedish_desk).update(locale=arabic)
    GroupLanguage.objects.create(group=other, locale=arabic)
    before = other.page_permissions.count()
    arabic.delete()
    swede = again(swede)
    assert not swede.get_all_permissions()
    assert not town.items["fi"].permissions_for_user(swede).can_edit()
    assert other.page_permissions.count() == before > 0, "it has another language"


@pytest.mark.parametrize("name", ["admin", "editor", "translator.sv", "swede"])
def test_it_is_asked_once(town, swede, name, django_assert_num_queries):
    user = swede if name == "swede" else again(town.staff[name])
    # A superuser is bound to nothing.
    with django_assert_num_queries(0 if name == "admin" else 1):
        for locale in town.locales.values():
            may_write(user, locale)
            may_write_language(user, locale.language_code)


def test_the_queries_of_rights_on_pages_do_not_grow_with_pages(
    town, swede, django_assert_num_queries
):
    user = again(swede)
    # One for her languages, one of Wagtail's own for her rights on pages.
    with django_assert_num_queries(2):
        for page in town.pages:
            page.permissions_for_user(user).can_publish()


def test_editors_are_set_up_free_and_translators_bound(town):
    assert not Group.objects.get(name=EDITORS).languages.exists()
    kept = Group.objects.get(name=translators_of("svenska")).languages.get()
    assert kept.locale == town.locales["sv"]

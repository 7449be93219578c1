"""What a site must have before anybody can write in it."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
)
from wagtail.permissions import policy_registry
from wagtailmedia import get_media_model

from core import languages
from core.models import SiteSettings
from home.models import HomePage
from home.set_up import (
    APPROVAL,
    EDITORS,
    PUBLISHERS,
    STOCK_GROUP,
    STOCK_WELCOME,
    ensure_language,
    set_up_site,
    translators_of,
)
from news.models import NewsIndexPage
from people.models import ContactPerson, Theme

pytestmark = pytest.mark.django_db


def user_in(*groups: str, name: str = "somebody"):
    user = get_user_model().objects.create_user(name, password="x")
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def home() -> HomePage:
    return set_up_site()


@pytest.fixture
def swedish_home(home):
    page = home.copy_for_translation(Locale.objects.get(language_code="sv"))
    page.save_revision().publish()
    ensure_language("sv")
    return page


def counts() -> list[int]:
    models = (
        Locale, Page, Site, Group, GroupPagePermission, GroupCollectionPermission, Workflow,
        WorkflowPage, GroupApprovalTask, SiteSettings,
    )  # fmt: skip
    return [model.objects.count() for model in models]


def test_works(home, settings):
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk
    assert home.live
    index = NewsIndexPage.objects.child_of(home).get()
    assert (index.title, index.show_in_menus, index.live) == ("Ajankohtaista", True, True)
    codes = set(Locale.objects.values_list("language_code", flat=True))
    assert codes == {code for code, _name in settings.LANGUAGES}


def test_twice_is_like_once(home):
    before = counts()
    set_up_site()
    assert counts() == before


def test_the_welcome_page_goes(home):
    assert not Page.objects.filter(title=STOCK_WELCOME).exists()


def test_a_welcome_page_somebody_has_written_in_stays():
    Page.objects.get(title=STOCK_WELCOME).save_revision()
    set_up_site()
    assert Page.objects.filter(title=STOCK_WELCOME).exists()


def test_the_address_is_changed_only_when_asked():
    set_up_site(hostname="www.example.org", port=443)
    set_up_site()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("www.example.org", 443)


def test_the_site_has_its_name_in_the_languages_of_its_staff(home):
    texts = SiteSettings.objects.get().texts.all()
    assert {text.locale.language_code for text in texts} == {"fi", "sv", "en"}


def test_wagtails_own_groups_and_workflow_lose_the_whole_tree(home):
    assert not Group.objects.filter(name=STOCK_GROUP).exists()
    assert not GroupPagePermission.objects.filter(page__depth=1).exists()
    workflow = Workflow.objects.get()
    assert [task.name for task in workflow.tasks] == [APPROVAL]


def test_an_editor_writes_and_submits_but_does_not_publish(home):
    rights = home.permissions_for_user(user_in(EDITORS))
    assert rights.can_edit()
    assert rights.can_add_subpage()
    assert rights.can_submit_for_moderation()
    assert not rights.can_publish()
    assert not rights.can_unlock()


def test_a_publisher_publishes(home):
    rights = home.permissions_for_user(user_in(PUBLISHERS))
    assert rights.can_edit()
    assert rights.can_publish()
    assert rights.can_lock()


def test_every_front_door_has_the_workflow(home, swedish_home):
    for door in (home, swedish_home):
        workflow = door.get_workflow()
        assert [task.name for task in workflow.tasks] == [APPROVAL]
        assert [g.name for g in workflow.tasks[0].specific.groups.all()] == [PUBLISHERS]


def test_a_translator_works_under_her_own_language_alone(home, swedish_home):
    translator = user_in(translators_of("svenska"))
    assert translator.has_perm("wagtailadmin.access_admin")
    assert translator.has_perm("wagtail_localize.submit_translation")
    own = swedish_home.permissions_for_user(translator)
    assert own.can_edit()
    assert own.can_submit_for_moderation()
    assert not own.can_publish()
    finnish = home.permissions_for_user(translator)
    assert not finnish.can_edit()
    assert not finnish.can_publish()
    assert not finnish.can_add_subpage()
    assert not finnish.can_delete()


def test_a_translator_changes_words_of_people_and_themes_and_no_file(home, swedish_home):
    translator = user_in(translators_of("svenska"))
    for model in (ContactPerson, Theme):
        assert translator.has_perm(f"people.change_{model._meta.model_name}")
        for action in ("add", "delete"):
            assert not translator.has_perm(f"people.{action}_{model._meta.model_name}")
    for model in (get_image_model(), get_document_model()):
        policy = policy_registry.get_by_type(model)
        assert policy.user_has_permission(translator, "choose")
        for action in ("add", "change", "delete"):
            assert not policy.user_has_permission(translator, action)


def test_an_editor_adds_files_and_people_and_deletes_none(home):
    editor = user_in(EDITORS)
    assert editor.has_perm("people.change_contactperson")
    assert not editor.has_perm("people.delete_contactperson")
    for model in (get_image_model(), get_document_model()):
        assert policy_registry.get_by_type(model).user_has_permission(editor, "add")


def test_there_is_a_group_for_each_language_but_the_main_one(home, settings):
    names = set(Group.objects.filter(name__startswith="Translators").values_list("name", flat=True))
    others = [code for code, _name in settings.LANGUAGES if code != "fi"]
    assert names == {translators_of(languages.endonym(code)) for code in others}


def test_a_right_somebody_has_given_by_hand_survives(home):
    """The clearing of the rights Wagtail came with is done once."""
    editors = Group.objects.get(name=EDITORS)
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    GroupPagePermission.objects.create(
        group=editors, page=Page.get_first_root_node(), permission=right
    )
    set_up_site()
    assert GroupPagePermission.objects.filter(group=editors, page__depth=1).exists()


def test_an_unknown_language_is_refused(home):
    with pytest.raises(ValueError, match="xx"):
        ensure_language("xx")


def test_the_command_takes_an_address_and_refuses_a_bad_port(capsys):
    call_command("set_up_site", hostname="kohtaamo.example.org", port=8080)
    assert Site.objects.get(is_default_site=True).port == 8080
    with pytest.raises(CommandError, match="70000"):
        call_command("set_up_site", port=70000)


def test_a_new_front_door_lets_the_staff_in_by_itself(db):
    home = set_up_site()
    northern = home.copy_for_translation(Locale.objects.get(language_code="se"))
    northern.save_revision().publish()
    names = set(
        GroupPagePermission.objects.filter(page_id=northern.pk).values_list(
            "group__name", flat=True
        )
    )
    assert {"Editors", "Publishers", "Translators: davvisámegiella"} <= names


def changes_under(page, name: str):
    return GroupPagePermission.objects.filter(
        page_id=page.pk, group__name=name, permission__codename="change_page"
    )


@pytest.mark.parametrize("again", ["publish", "set up"])
def test_a_right_somebody_has_taken_away_stays_away(home, swedish_home, again):
    translators = translators_of("svenska")
    changes_under(swedish_home, translators).delete()
    editors = Group.objects.get(name=EDITORS)
    choose = GroupCollectionPermission.objects.filter(
        group=editors, permission__codename="add_document"
    )
    assert choose.delete()[0] == 1
    themes = Permission.objects.get(codename="add_theme")
    editors.permissions.remove(themes)
    if again == "publish":
        swedish_home.save_revision().publish()
    else:
        set_up_site()
    assert not changes_under(swedish_home, translators).exists()
    assert not choose.exists()
    assert not editors.permissions.filter(pk=themes.pk).exists()


def test_a_workflow_somebody_has_taken_away_does_not_come_back_with_a_publication(
    home, swedish_home
):
    WorkflowPage.objects.filter(page=swedish_home).delete()
    swedish_home.save_revision().publish()
    assert not WorkflowPage.objects.filter(page=swedish_home).exists()


def test_a_group_without_any_right_under_a_front_door_is_not_let_in_by_a_publication(
    home, swedish_home
):
    rights = GroupPagePermission.objects.filter(page=swedish_home, group__name=EDITORS)
    rights.delete()
    swedish_home.save_revision().publish()
    assert not rights.exists()


def test_nobody_is_given_the_right_to_add_a_title_by_itself(home):
    assert not Group.objects.filter(permissions__codename="add_contacttitle").exists()
    assert user_in(EDITORS).has_perm("people.change_contacttitle")


def test_editors_and_publishers_keep_films_and_translators_do_not(home, swedish_home):
    policy = policy_registry.get_by_type(get_media_model())
    keepers = [user_in(EDITORS, name="editor"), user_in(PUBLISHERS, name="publisher")]
    for user in keepers:
        assert policy.user_has_permission(user, "add")
        assert user.has_perm("videos.change_videotext")
    assert set(keepers) <= set(policy.users_with_any_permission(["change"]))
    translator = user_in(translators_of("svenska"))
    for action in ("add", "change", "delete"):
        assert not policy.user_has_permission(translator, action)
    assert not Group.objects.filter(permissions__codename="add_videotext").exists()

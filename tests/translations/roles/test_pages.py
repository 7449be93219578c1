"""Pages in another language stay as they are, whichever door somebody tries."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import GroupPagePermission, Page, PageLogEntry
from wagtail.permissions import policy_registry

from tests.forms import news_form
from translations.models import GroupLanguage

pytestmark = pytest.mark.django_db


def refused(response) -> bool:
    return response.status_code == 403 or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


def admin(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def written() -> tuple[int, list[tuple]]:
    """Return what a refused deed must not change."""
    fields = ("pk", "path", "title", "live", "locked", "latest_revision", "alias_of", "expire_at")
    return PageLogEntry.objects.count(), list(Page.objects.order_by("pk").values_list(*fields))


#: What the forms of a page are opened and sent with: name, and what is sent for a page of the scene.
FORMS = {
    "edit": lambda town, code: {
        **news_form(title="Skrivet", slug=town.items[code].slug),
        "action-publish": "1",
    },
    "delete": lambda town, code: {},
    "unpublish": lambda town, code: {},
    "lock": lambda town, code: {},
    "copy": lambda town, code: {
        "new_title": "Kopia",
        "new_slug": "kopia",
        "new_parent_page": str(town.indexes[code].pk),
    },
    "move": None,
    "history": None,
    "view_draft": None,
    "set_privacy": lambda town, code: {"restriction_type": "login"},
}


@pytest.mark.parametrize("name", FORMS)
def test_forms_open_in_her_language_only_and_write_nothing_else(town, client_as, swede, name):
    client, data = client_as(swede), FORMS[name]
    before = written()
    for code in ("fi", "en"):
        pk = town.items[code].pk
        if name != "lock":
            assert refused(client.get(admin(name, pk)))
        if data is not None:
            assert refused(client.post(admin(name, pk), data(town, code)))
    assert written() == before
    pk = town.items["sv"].pk
    if name != "lock":
        assert client.get(admin(name, pk)).status_code == 200
    if data is not None:
        response = client.post(admin(name, pk), data(town, "sv"))
        assert not refused(response)
        if name != "set_privacy":
            assert written() != before


def test_a_page_is_added_in_her_language_only(town, client_as, swede):
    client = client_as(swede)
    sent = {**news_form(title="Ny", slug="ny"), "action-publish": "1"}
    for code, opens in (("fi", False), ("sv", True)):
        url = admin("add", "news", "newspage", town.indexes[code].pk)
        before = written()
        assert refused(client.get(url)) is not opens
        assert refused(client.post(url, sent)) is not opens
        assert (written() == before) is not opens


def test_a_page_is_moved_within_her_language_only(town, client_as, swede):
    client = client_as(swede)
    item, there = town.items["sv"], town.indexes["fi"]
    before = written()
    for page, parent in ((item, there), (town.items["fi"], town.indexes["sv"])):
        assert refused(client.post(admin("move_confirm", page.pk, parent.pk)))
        assert not page.permissions_for_user(swede).can_move_to(parent)
    assert written() == before
    assert not town.items["sv"].permissions_for_user(swede).can_copy_to(there)


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_actions_on_many_pages_leave_out_those_in_other_languages(town, client_as, swede, action):
    kept, hers = town.items["fi"], town.items["sv"]
    if action == "publish":
        Page.objects.filter(pk__in=[kept.pk, hers.pk]).update(live=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    data = {"chooser": str(town.standards["sv"].pk)} if action == "move" else {}
    before = Page.objects.filter(pk=kept.pk).values().get()
    for pages in ([kept], [kept, hers]):
        client_as(swede).post(
            f"{url}?{urlencode([('id', p.pk) for p in pages])}&next=/admin/", data
        )
    assert Page.objects.filter(pk=kept.pk).values().get() == before
    changed = Page.objects.filter(pk=hers.pk).first()
    if action == "delete":
        assert changed is None
    elif action != "move":
        assert changed.live is (action == "publish")


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "copy", "create_alias"])
def test_the_admins_own_api_keeps_the_rule(town, client_as, swede, action):
    client = client_as(swede)
    before = written()
    url = "wagtailadmin_api:pages:action"
    assert client.post(reverse(url, args=[town.items["fi"].pk, action])).status_code == 403
    assert written() == before
    answer = client.post(
        reverse(url, args=[town.items["sv"].pk, action]), {"slug": "kopia", "update_slug": "kopia"}
    )
    assert answer.status_code in (200, 201, 204)
    assert written() != before


def test_the_admins_own_api_has_no_other_action(town, client_as, swede):
    tried = {"publish", "unpublish", "delete", "copy", "create_alias"}
    untried = {"convert_alias", "move", "revert_to_page_revision"}  # the same question to the page
    assert set(PagesAdminAPIViewSet.actions) == tried | untried | {"copy_for_translation"}
    # Copying for translation is for whoever has a right that the site gives nobody.
    url = reverse(
        "wagtailadmin_api:pages:action", args=[town.items["sv"].pk, "copy_for_translation"]
    )
    assert client_as(swede).post(url, {"locale": "ar"}).status_code == 403


def test_code_that_acts_for_her_keeps_the_rule(town, swede):
    UnpublishPageAction(town.items["sv"], user=swede).execute()
    with pytest.raises(Exception, match="permission"):
        UnpublishPageAction(town.items["fi"], user=swede).execute()
    assert Page.objects.get(pk=town.items["fi"].pk).live


def test_who_may_only_add_changes_her_own_in_her_language(town, swede, swedish_desk):
    GroupPagePermission.objects.filter(group=swedish_desk).exclude(
        permission__codename="add_page"
    ).delete()
    own = [town.items["fi"], town.items["sv"]]
    Page.objects.filter(pk__in=[page.pk for page in own]).update(owner=swede)
    policy = policy_registry.get_by_type(Page)
    mine = policy.instances_user_has_permission_for(swede, "change")
    assert [page.pk for page in mine] == [town.items["sv"].pk]


def test_lists_and_single_answers_agree(town, swede):
    policy = policy_registry.get_by_type(Page)
    for action in ("add", "change", "publish", "lock"):
        listed = set(policy.instances_user_has_permission_for(swede, action).values_list("pk"))
        single = {
            (page.pk,)
            for page in Page.objects.all()
            if policy.user_has_permission_for_instance(swede, action, page)
        }
        assert listed == single
        assert listed == set(Page.objects.filter(locale=town.locales["sv"]).values_list("pk"))
        assert swede in policy.users_with_permission_for_instance(action, town.items["sv"])
        assert swede not in policy.users_with_permission_for_instance(action, town.items["fi"])
        assert town.staff["publisher"] in policy.users_with_permission_for_instance(
            action, town.items["fi"]
        )
    seen = set(policy.explorable_instances(swede).values_list("pk", flat=True))
    assert seen == set(Page.objects.values_list("pk", flat=True)), "looking is not writing"


def test_a_publisher_may_be_bound_too(town, client_as):
    group = town.staff["publisher"].groups.get()
    GroupLanguage.objects.create(group=group, locale=town.locales["fi"])
    user = type(town.staff["publisher"]).objects.get(pk=town.staff["publisher"].pk)
    assert town.items["fi"].permissions_for_user(user).can_publish()
    assert not town.items["sv"].permissions_for_user(user).can_publish()

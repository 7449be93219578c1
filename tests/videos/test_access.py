"""Who may see a film: everybody while a public page shows it, and not a request longer."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import GroupCollectionPermission, Page, PageViewRestriction, ReferenceIndex

from tests.factories import NewsPageFactory, VideoFactory, VideoRenditionFactory
from videos.access import Sight, may_keep, may_see, sight_of
from videos.models import Video, VideoVersion

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
RESTRICTED = PageViewRestriction


@pytest.fixture
def film(town):
    """A film that no page shows yet."""
    return ready()


def ready():
    """Return a film of which a row says that there is a file to play: it may be published."""
    film = VideoFactory()
    VideoRenditionFactory(video=film)
    return film


def body(*films):
    return [{"type": "video", "value": {"video": film.pk}} for film in films]


def show(town, *films, code="fi", **fields):
    """Return a live page that shows the films."""
    return NewsPageFactory(parent=town.indexes[code], body=body(*films), **fields)


def asking(user=None):
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.user = user or AnonymousUser()
    return request


def sight(film, user=None):
    film = type(film).objects.get(pk=film.pk)
    request = asking(user)
    seen = sight_of(request, film)
    assert may_see(request, film) is (seen is not Sight.NONE)
    return seen


def restrict(page, kind=RESTRICTED.PASSWORD, *groups):
    restriction = RESTRICTED.objects.create(page=page, restriction_type=kind, password="sala")
    restriction.groups.set(groups)
    return restriction


# Pages --------------------------------------------------------------------------------------------


def test_a_film_on_a_public_page_is_public(town, film):
    show(town, film)
    assert sight(film) is Sight.PUBLIC


def test_a_film_on_no_page_is_seen_by_nobody_outside(film):
    assert sight(film) is Sight.NONE


def test_another_film_on_a_public_page_opens_nothing(town, film):
    show(town, ready())
    assert sight(film) is Sight.NONE


def test_unpublishing_closes_it_at_once_and_publishing_opens_it_again(town, film):
    page = show(town, film)
    page.unpublish()
    assert sight(film) is Sight.NONE
    page.refresh_from_db()
    page.save_revision().publish()
    assert sight(film) is Sight.PUBLIC


def test_a_film_of_a_page_never_published_is_not_public(town, film):
    show(town, film, live=False)
    assert sight(film) is Sight.NONE


def test_a_film_put_into_the_draft_of_a_live_page_waits_for_its_publication(town, film):
    page = show(town)
    page.body = body(film)
    revision = page.save_revision()
    assert sight(film) is Sight.NONE
    revision.publish()
    assert sight(film) is Sight.PUBLIC


def test_a_film_taken_out_of_the_draft_alone_is_still_on_the_live_page(town, film):
    page = show(town, film)
    page.body = []
    revision = page.save_revision()
    assert sight(film) is Sight.PUBLIC
    revision.publish()
    assert sight(film) is Sight.NONE


def test_a_draft_that_shows_the_film_again_opens_nothing(town, film):
    page = show(town, film)
    page.body = []
    page.save_revision().publish()
    page.body = body(film)
    page.save_revision()
    assert sight(film) is Sight.NONE


def test_an_unpublished_page_whose_draft_shows_it_opens_nothing(town, film):
    page = show(town)
    page.unpublish()
    page.refresh_from_db()
    page.body = body(film)
    page.save_revision()
    assert sight(film) is Sight.NONE


def test_deleting_the_page_closes_it(town, film):
    show(town, film).delete()
    assert sight(film) is Sight.NONE
    assert not ReferenceIndex.get_references_to(film).exists()


def test_deleting_the_page_above_closes_it(town, film):
    show(town, film)
    town.indexes["fi"].delete()
    assert sight(film) is Sight.NONE


def test_one_public_page_of_two_is_enough(town, film):
    first, second = show(town, film), show(town, film)
    first.unpublish()
    assert sight(film) is Sight.PUBLIC
    second.unpublish()
    assert sight(film) is Sight.NONE


def test_an_alias_opens_it_while_it_is_live(town, film):
    page = show(town, film)
    alias = page.create_alias(parent=town.homes["fi"], update_slug="kopio")
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert sight(film) is Sight.PUBLIC
    alias.body = []
    alias.alias_of = None
    alias.save()
    assert sight(film) is Sight.NONE


def test_a_scheduled_page_opens_it_when_it_goes_out_and_closes_it_when_it_expires(town, film):
    page = show(town, film, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.expire_at = timezone.now() + timedelta(hours=2)
    page.save_revision().publish()
    assert sight(film) is Sight.NONE
    past = timezone.now() - timedelta(minutes=1)
    page.refresh_from_db()
    page.latest_revision.approved_go_live_at = past
    page.latest_revision.content["go_live_at"] = past.isoformat()
    page.latest_revision.save()
    call_command("publish_scheduled")
    assert sight(film) is Sight.PUBLIC
    type(page).objects.update(expire_at=past)
    assert sight(film) is Sight.NONE, "the time has come, though the command has not run"
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert not page.live
    assert sight(film) is Sight.NONE


def test_another_kind_of_row_with_the_id_of_a_live_page_is_not_that_page(town, film):
    page, film_type = show(town), ContentType.objects.get_for_model(Video)
    ReferenceIndex.objects.create(
        content_type=film_type,
        base_content_type=film_type,
        object_id=str(page.pk),
        to_content_type=film_type,
        to_object_id=str(film.pk),
        model_path="versions.item.version",
        content_path="versions.1.version",
        content_path_hash=uuid.uuid4(),
    )
    assert sight(film) is Sight.NONE
    ReferenceIndex.get_references_to(film).update(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    assert sight(film) is Sight.PUBLIC, "the row is what the test says it is"


# Restrictions -------------------------------------------------------------------------------------


def test_behind_a_password_it_is_for_those_who_gave_it(town, film):
    page = show(town, film)
    restriction = restrict(page)
    assert sight(film) is Sight.NONE
    request = asking()
    restriction.mark_as_passed(request)
    assert sight_of(request, film) is Sight.PERSONAL
    restriction.delete()
    assert sight(film) is Sight.PUBLIC


def test_another_password_does_not_open_it(town, film):
    restrict(show(town, film))
    request = asking()
    restrict(show(town)).mark_as_passed(request)
    assert sight_of(request, film) is Sight.NONE


def test_a_restriction_on_a_page_above_holds(town, film):
    show(town, film)
    restrict(town.homes["fi"])
    assert sight(film) is Sight.NONE


def test_every_restriction_on_the_way_must_be_passed(town, film):
    outer, inner = restrict(town.indexes["fi"]), restrict(show(town, film))
    request = asking()
    inner.mark_as_passed(request)
    assert sight_of(request, film) is Sight.NONE
    outer.mark_as_passed(request)
    assert sight_of(request, film) is Sight.PERSONAL


def test_a_public_page_opens_what_a_restricted_one_shows_too(town, film):
    restrict(show(town, film))
    show(town, film)
    assert sight(film) is Sight.PUBLIC


def test_a_restriction_elsewhere_closes_nothing(town, film):
    show(town, film)
    restrict(show(town))
    assert sight(film) is Sight.PUBLIC


def test_an_alias_stands_under_the_restriction_of_its_source(town, film):
    page = show(town, film)
    restrict(page)
    alias = page.create_alias(parent=town.homes["fi"], update_slug="kopio")
    alias.create_alias(parent=town.homes["fi"], update_slug="kopion-kopio")
    assert sight(film) is Sight.NONE


def test_a_sign_in_or_a_group_is_asked_for(town, film):
    page = show(town, film)
    friends = Group.objects.create(name="Ystävät")
    friend, stranger = (
        get_user_model().objects.create_user(name, password="x") for name in ("ystava", "outo")
    )
    friend.groups.add(friends)
    restriction = restrict(page, RESTRICTED.GROUPS, friends)
    seen = [sight(film, user) for user in (None, stranger, friend)]
    assert seen == [Sight.NONE, Sight.NONE, Sight.PERSONAL]
    restriction.delete()
    restrict(page, RESTRICTED.LOGIN)
    seen = [sight(film, user) for user in (None, stranger, friend)]
    assert seen == [Sight.NONE, Sight.PERSONAL, Sight.PERSONAL]


def test_a_restricted_page_that_is_unpublished_opens_nothing_to_those_who_passed(town, film):
    page = show(town, film)
    restriction = restrict(page)
    page.unpublish()
    request = asking()
    restriction.mark_as_passed(request)
    assert sight_of(request, film) is Sight.NONE


# Versions and withdrawal --------------------------------------------------------------------------


def version_of(film, version=None):
    version = version or ready()
    VideoVersion.objects.create(video=film, kind="signed", language="fse", version=version)
    return version


def test_a_version_is_public_with_the_film_it_stands_in_for(town, film):
    signed = version_of(film)
    assert sight(signed) is Sight.NONE
    page = show(town, film)
    assert sight(signed) is Sight.PUBLIC
    page.unpublish()
    assert sight(signed) is Sight.NONE


def test_a_version_shown_does_not_open_the_film_it_stands_in_for(town, film):
    show(town, version_of(film))
    assert sight(film) is Sight.NONE


def test_a_version_taken_away_is_closed(town, film):
    signed = version_of(film)
    show(town, film)
    VideoVersion.objects.all().delete()
    assert sight(signed) is Sight.NONE


@pytest.mark.parametrize("field", ["rights_until", "consent_until"])
def test_a_film_is_public_to_the_last_day_and_not_a_day_longer(town, film, field):
    show(town, film)
    for end, expected in ((TODAY(), Sight.PUBLIC), (TODAY() - timedelta(days=1), Sight.NONE)):
        setattr(film, field, end)
        film.save()
        assert sight(film) is expected


def test_a_withdrawn_film_takes_its_versions_with_it(town, film):
    signed = version_of(film)
    show(town, film)
    film.consent_until = TODAY() - timedelta(days=1)
    film.save()
    assert sight(signed) is Sight.NONE
    show(town, signed)
    assert sight(signed) is Sight.PUBLIC, "it stands on a page of its own"


def test_a_withdrawn_film_is_closed_to_those_with_the_password_and_to_staff_who_do_not_keep_it(
    town, film
):
    restriction = restrict(show(town, film))
    film.rights_until = TODAY() - timedelta(days=1)
    film.save()
    request = asking(town.staff["translator.sv"])
    restriction.mark_as_passed(request)
    assert sight_of(request, film) is Sight.NONE
    assert sight(film, town.staff["admin"]) is Sight.PERSONAL


# Staff --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["admin", "publisher", "editor", "translator.sv"])
def test_staff_see_what_is_only_in_a_draft(town, film, name):
    show(town, film, live=False)
    assert sight(film, town.staff[name]) is Sight.PERSONAL


def test_somebody_who_only_has_an_account_is_no_staff(town, film):
    reader = get_user_model().objects.create_user("lukija", password="x")
    assert sight(film, reader) is Sight.NONE
    assert not may_keep(asking(reader), film)


def test_a_member_of_staff_who_has_left_is_no_staff(town, film):
    admin = town.staff["admin"]
    admin.is_active = False
    admin.save()
    assert sight(film, admin) is Sight.NONE
    assert not may_keep(asking(admin), film)


def test_keeping_needs_the_right_to_change_the_film(town, film):
    translator = town.staff["translator.en"]
    assert not may_keep(asking(), film)
    assert not may_keep(asking(translator), film)
    group = translator.groups.get()
    GroupCollectionPermission.objects.create(
        group=group, collection=film.collection, permission=change_permission()
    )
    assert may_keep(asking(get_user_model().objects.get(pk=translator.pk)), film)


def change_permission():
    return Permission.objects.get(codename="change_media", content_type__app_label="wagtailmedia")


# Cost ---------------------------------------------------------------------------------------------


def test_asking_costs_four_queries_however_many_pages_and_versions(
    town, film, django_assert_num_queries
):
    for _ in range(3):
        show(town, film)
    sight(film)
    with django_assert_num_queries(4):  # films told by it, references, pages, restrictions
        assert sight_of(asking(), film) is Sight.PUBLIC
    for _ in range(9):
        show(town, film)
    with django_assert_num_queries(4):
        assert sight_of(asking(), film) is Sight.PUBLIC


def test_restrictions_are_asked_for_once_however_many_pages(town, film, django_assert_num_queries):
    def asked() -> None:
        with django_assert_num_queries(6):  # and their groups, and the pages above
            assert sight_of(asking(), film) is Sight.NONE

    for _ in range(2):
        restrict(show(town, film))
    asked()
    for _ in range(8):
        restrict(show(town, film))
    asked()

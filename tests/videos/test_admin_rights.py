"""Who may do what with films in the admin; each refusal by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.permissions import policy_registry

from tests import films
from tests.factories import VideoFactory, VideoTrackFactory
from tests.videos.film_form import film_form
from videos.admin.rights import languages_to_write, may_add, may_change, may_look, may_write
from videos.models import Video, VideoRendition, VideoText, VideoTrack

pytestmark = pytest.mark.django_db

KEEPERS = ("editor", "publisher", "admin")
REFUSED = {302, 403}


def newcomer(*codenames: str) -> Any:
    """Return a member of staff who may enter the admin, and has these rights on all collections."""
    group = Group.objects.create(name="Uudet")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in codenames:
        GroupCollectionPermission.objects.create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(
                content_type__app_label="wagtailmedia", codename=codename
            ),
        )
    user = get_user_model().objects.create_user("uusi", password="x")
    user.groups.add(group)
    return user


def is_refused(response: Any) -> bool:
    """Tell whether the admin sent her away."""
    away = response.status_code == 302 and response.url in {"/admin/", reverse("wagtailadmin_home")}
    return bool(away or response.status_code == 403)


@pytest.mark.parametrize("name", KEEPERS)
def test_keepers_add_and_change_every_film(town, name):
    user = town.staff[name]
    assert may_add(user)
    assert may_look(user)
    assert may_change(user, town.video)
    assert len(languages_to_write(user, town.video)) > 10


def test_a_translator_sees_films_and_writes_captions_in_her_language_alone(town):
    user = town.staff["translator.sv"]
    assert may_look(user)
    assert not may_add(user)
    assert not may_change(user, town.video)
    assert [code for code, _name in languages_to_write(user, town.video)] == ["sv"]
    assert not may_write(user, town.video, "fi")


def test_whoever_may_add_only_changes_her_own(town):
    user = newcomer("add_media")
    assert may_add(user)
    assert not may_change(user, town.video)
    assert may_change(user, VideoFactory(uploaded_by_user=user))


def test_rights_hold_in_their_collection_alone(town):
    user = newcomer()
    hers = Collection.get_first_root_node().add_child(name="Kampanjat")
    GroupCollectionPermission.objects.create(
        group=user.groups.get(),
        collection=hers,
        permission=Permission.objects.get(codename="change_media"),
    )
    assert may_change(user, VideoFactory(collection=hers))
    assert not may_change(user, town.video)


def test_staff_without_films_see_nothing_of_them(town, client_as):
    user = newcomer()
    client = client_as(user)
    assert not may_look(user)
    pk = town.video.pk
    for name, args in {
        "index": [], "index_results": [], "add": [], "edit": [pk], "replace": [pk],
        "progress": [pk], "delete": [pk], "track_add": [pk],
    }.items():  # fmt: skip
        assert is_refused(client.get(reverse(f"videos:{name}", args=args))), name
    track = town.video.tracks.get(language="fi")
    for name in ("track_edit", "track_delete", "track_download"):
        assert is_refused(client.get(reverse(f"videos:{name}", args=[track.pk]))), name
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("videos:index") not in home


def test_nobody_is_let_in_without_signing_in(town, client):
    for name, args in (("index", []), ("edit", [town.video.pk]), ("progress", [town.video.pk])):
        response = client.get(reverse(f"videos:{name}", args=args))
        assert response.status_code == 302
        assert "/login/" in response.url


def test_a_translator_is_shown_the_film_but_no_form(town, client_as):
    client = client_as("translator.sv")
    response = client.get(reverse("videos:edit", args=[town.video.pk]))
    html = response.content.decode()
    track = town.video.tracks.get(language="fi")
    assert response.status_code == 200
    assert reverse("videos:track_translate", args=[track.pk, "sv"]) in html
    assert reverse("videos:track_translate", args=[track.pk, "en"]) not in html
    for name in ("replace", "delete"):
        assert reverse(f"videos:{name}", args=[town.video.pk]) not in html
    assert reverse("videos:track_delete", args=[track.pk]) not in html
    assert 'name="title"' not in html
    assert reverse("videos:add") not in client.get(reverse("videos:index")).content.decode()


def test_what_a_translator_sends_anyway_changes_nothing(town, client_as):
    client = client_as("translator.sv")
    video, before = town.video, Video.objects.count()
    track = video.tracks.get(language="fi")
    failed = VideoRendition.objects.create(
        video=video, preset="720p", state=VideoRendition.FAILED, source_checksum=video.checksum
    )
    addresses = {
        reverse("videos:add"): {"title": "Uusi", "file": films.upload(), "spoken_language": "fi"},
        reverse("videos:edit", args=[video.pk]): film_form(video, title="Vaihdettu"),
        reverse("videos:replace", args=[video.pk]): {"file": films.upload()},
        reverse("videos:delete", args=[video.pk]): {},
        reverse("videos:retry", args=[failed.pk]): {},
        reverse("videos:track_edit", args=[track.pk]): {"text": "x"},
        reverse("videos:track_delete", args=[track.pk]): {},
        reverse("videos:track_review", args=[track.pk]): {},
    }
    for url, data in addresses.items():
        response = client.post(url, data)
        assert is_refused(response) or response.status_code == 405, url
    assert Video.objects.count() == before
    assert Video.objects.get(pk=video.pk).title == video.title
    failed.refresh_from_db()
    assert failed.state == VideoRendition.FAILED
    kept = VideoTrack.objects.get(pk=track.pk)
    assert (kept.content, kept.reviewed_at) == (track.content, None)


def test_a_translator_adds_a_text_in_her_language_and_in_no_other(town, client_as):
    client = client_as("translator.sv")
    url = reverse("videos:track_add", args=[town.video.pk])
    sent = {"kind": "captions", "origin": "human", "text": "WEBVTT\n\n00:01.000 --> 00:02.000\nHej"}
    refused = client.post(url, {**sent, "language": "en"})
    assert refused.status_code == 200
    assert list(refused.context["form"].errors) == ["language"]
    assert client.post(url, {**sent, "language": "sv"}).status_code == 302
    assert set(town.video.tracks.values_list("language", flat=True)) == {"fi", "sv"}


def test_a_translator_cannot_move_her_text_to_another_language(town, client_as):
    track = VideoTrackFactory(video=town.video, language="sv")
    sent = {"kind": "captions", "origin": "human", "text": track.content, "language": "en"}
    response = client_as("translator.sv").post(reverse("videos:track_edit", args=[track.pk]), sent)
    assert response.status_code == 200
    track.refresh_from_db()
    assert track.language == "sv"


@pytest.mark.parametrize("name", ["retry", "track_review"])
def test_what_changes_something_is_only_done_when_sent(town, client_as, name):
    row = (
        VideoRendition.objects.create(video=town.video, preset="720p", state=VideoRendition.FAILED)
        if name == "retry"
        else town.video.tracks.get()
    )
    assert client_as("editor").get(reverse(f"videos:{name}", args=[row.pk])).status_code == 405


def test_nobody_adds_a_text_without_a_film(town, client_as):
    viewset = VideoText.snippet_viewset
    for name in ("editor", "admin"):
        client = client_as(name)
        assert is_refused(client.get(reverse(viewset.get_url_name("add"))))
        assert client.get(reverse(viewset.get_url_name("list"))).status_code == 200
    policy = policy_registry.get_by_type(VideoText)
    assert policy.user_has_permission(town.staff["editor"], "change")
    assert not policy.user_has_permission(town.staff["editor"], "delete")
    assert policy.user_has_permission(town.staff["translator.sv"], "change"), "in her language"
    assert not policy.user_has_permission(town.staff["translator.sv"], "add")


# wagtailmedia's pages -------------------------------------------------------------------------------


def test_wagtailmedias_pages_lead_to_ours(town, client_as):
    client = client_as("editor")
    pk = town.video.pk
    leads = {
        reverse("wagtailmedia:index"): reverse("videos:index"),
        reverse("wagtailmedia:index") + "?collection_id=1": reverse("videos:index")
        + "?collection_id=1",
        reverse("wagtailmedia:add", args=["audio"]): reverse("videos:add"),
        reverse("wagtailmedia:add", args=["video"]): reverse("videos:add"),
        reverse("wagtailmedia:edit", args=[pk]): reverse("videos:edit", args=[pk]),
        reverse("wagtailmedia:delete", args=[pk]): reverse("videos:delete", args=[pk]),
        reverse("wagtailmedia:media_usage", args=[pk]): reverse("videos:edit", args=[pk])
        + "#usage",
    }
    for stock, ours in leads.items():
        response = client.get(stock)
        assert (response.status_code, response.url) == (302, ours)
    assert client.post(reverse("wagtailmedia:delete", args=[pk])).status_code == 302
    assert Video.objects.filter(pk=pk).exists()


def test_there_is_one_way_to_the_films_in_menu_search_and_summary(town, client_as):
    html = client_as("admin").get(reverse("wagtailadmin_home")).content.decode()
    assert f'"{reverse("wagtailmedia:index")}"' not in html
    assert reverse("videos:index") in html
    search = client_as("admin").get(reverse("wagtailadmin_pages:search") + "?q=koulu")
    assert reverse("videos:index") in search.content.decode()
    assert f'"{reverse("wagtailmedia:index")}' not in search.content.decode()


@pytest.mark.parametrize("name", ["wagtailmedia:chooser", "wagtailmedia:chooser_typed"])
def test_the_chooser_offers_films_and_no_sound_files(town, client_as, name):
    url = reverse(name, args=["video"] if name.endswith("typed") else [])
    html = client_as("editor").get(url).json()["html"]
    assert reverse("wagtailmedia:chooser_upload", args=["video"]) in html
    assert reverse("wagtailmedia:chooser_upload", args=["audio"]) not in html
    assert town.video.title in html


def test_sound_files_are_neither_chosen_nor_uploaded(town, client_as):
    client = client_as("editor")
    assert is_refused(client.get(reverse("wagtailmedia:chooser_typed", args=["audio"])))
    url = reverse("wagtailmedia:chooser_upload", args=["audio"])
    before = Video.objects.count()
    assert is_refused(client.post(url, {"media-chooser-upload-title": "Ääni"}))
    assert Video.objects.count() == before


def test_a_translator_chooses_a_film_for_her_page_and_uploads_none(town, client_as):
    client = client_as("translator.sv")
    chooser = client.get(reverse("wagtailmedia:chooser_typed", args=["video"])).json()["html"]
    assert town.video.title in chooser
    assert reverse("wagtailmedia:chooser_upload", args=["video"]) not in chooser
    chosen = client.get(reverse("wagtailmedia:media_chosen", args=[town.video.pk])).json()
    assert chosen["result"]["id"] == town.video.pk
    outsider = client_as(newcomer())
    assert is_refused(outsider.get(reverse("wagtailmedia:media_chosen", args=[town.video.pk])))
    assert is_refused(outsider.get(reverse("wagtailmedia:chooser_typed", args=["video"])))

"""Captions are written by those who may write in their language, by no door otherwise."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from tests.videos.captions import THREE, bench, film, finished
from videos import cues
from videos.access import may_see
from videos.caption_translation import po
from videos.caption_translation.alignment import token_of
from videos.caption_translation.rights import languages_of, languages_to_offer, may_translate
from videos.models import TranslatedCue, VideoTrack

pytestmark = pytest.mark.django_db
KEY = cues.parse(THREE)[0].key


def url(source, code, name):
    return reverse(f"videos:{name}", args=[source.pk, code])


def file_for(source, code):
    """Return a translated PO file of the kind that the site would take from somebody else."""
    text = po.export(bench(source, code))
    return SimpleUploadedFile("x.po", text.replace('msgstr ""', 'msgstr "X"').encode())


#: Each door through which a text could come in, and what is pushed through it.
DOORS = {
    "form": ("track_translate", lambda source, code: {f"text:{KEY}": "Kaapattu", "bases": "{}"}),
    "finish": (
        "track_translate",
        lambda source, code: {
            **{f"text:{cue.key}": "Kaapattu" for cue in cues.parse(source.content)},
            "bases": json.dumps({}),
            "action": "finish",
        },
    ),
    "check": ("track_translate", lambda source, code: {"action": "check"}),
    "autosave": (
        "track_translate_save",
        lambda source, code: {"key": KEY, "text": "Kaapattu", "base": token_of("")},
    ),
    "file": ("track_po_upload", lambda source, code: {"file": file_for(source, code)}),
}


def refused(response) -> bool:
    return response.status_code in (403, 404) or (
        response.status_code == 302 and response["Location"] == reverse("wagtailadmin_home")
    )


@pytest.mark.parametrize("door", DOORS)
def test_a_translator_into_swedish_writes_no_english_captions_by_any_door(town, client_as, door):
    source = film()
    name, data = DOORS[door]
    client = client_as("translator.sv")
    assert refused(client.post(url(source, "en", name), data(source, "en")))
    assert refused(client.get(url(source, "en", "track_translate")))
    assert refused(client.get(url(source, "en", "track_po")))
    assert list(VideoTrack.objects.filter(video=source.video)) == [source]
    assert not TranslatedCue.objects.exists()


@pytest.mark.parametrize("door", DOORS)
def test_finished_english_captions_stay_as_they_are(town, client_as, door):
    source = film()
    track = finished(source, town.staff["translator.en"], ("Hi!", "Welcome.", "[music]"), "en")
    before = (track.content, list(track.written.values_list("text", flat=True)))
    name, data = DOORS[door]
    assert refused(client_as("translator.sv").post(url(source, "en", name), data(source, "en")))
    track.refresh_from_db()
    assert (track.content, list(track.written.values_list("text", flat=True))) == before


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ["translator.sv", "editor", "admin"])
def test_nobody_changes_the_films_own_captions_here(town, client_as, door, name):
    source = film()
    swedish = finished(source, town.staff["admin"])
    view, data = DOORS[door]
    client = client_as(name)
    for pk, code in ((source, "fi"), (swedish, "fi")):
        assert refused(client.post(url(pk, code, view), data(source, "sv")))
    source.refresh_from_db()
    assert source.content == THREE


@pytest.mark.parametrize("door", DOORS)
def test_nobody_gets_in_without_signing_in(town, client, door):
    source = film()
    name, data = DOORS[door]
    response = client.post(url(source, "sv", name), data(source, "sv"))
    assert "/admin/login/" in response["Location"]
    assert not TranslatedCue.objects.exists()


@pytest.mark.parametrize("door", DOORS)
def test_a_form_without_its_token_is_refused(town, door):
    from django.test import Client

    source = film()
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.staff["translator.sv"])
    name, data = DOORS[door]
    assert client.post(url(source, "sv", name), data(source, "sv")).status_code == 403
    assert not TranslatedCue.objects.exists()


@pytest.mark.parametrize("door", ["form", "autosave", "file"])
def test_a_translator_into_swedish_writes_swedish_captions_by_each_door(town, client_as, door):
    source = film()
    name, data = DOORS[door]
    response = client_as("translator.sv").post(url(source, "sv", name), data(source, "sv"))
    assert response.status_code in (200, 302)
    assert not refused(response)
    assert bench(source).alignment.is_begun


def test_who_may_translate_what(town):
    video = film().video
    may = {
        name: [code for code in ("fi", "sv", "en", "ar", "xx") if may_translate(user, code, video)]
        for name, user in town.staff.items()
    }
    assert may == {
        "admin": ["fi", "sv", "en", "ar"],
        "editor": ["fi", "sv", "en", "ar"],
        "publisher": ["fi", "sv", "en", "ar"],
        "translator.sv": ["sv"],
        "translator.en": ["en"],
    }


def test_whoever_may_change_the_film_may_translate_it_into_any_language(town):
    user = town.staff["translator.sv"]
    video = film(uploaded_by_user=user).video
    group = user.groups.get()
    group.collection_permissions.create(
        collection=video.collection,
        permission=_permission("add_media", "wagtailmedia"),
    )
    user = type(user).objects.get(pk=user.pk)
    assert languages_to_offer(user) == ["sv"], "as long as her group has a language"
    assert not may_translate(user, "ar", video)
    group.languages.all().delete()
    user = type(user).objects.get(pk=user.pk)
    assert may_translate(user, "ar", video)
    assert not may_translate(user, "ar", film().video), "her own film only"
    assert "ar" in languages_to_offer(user)


def test_the_right_goes_with_the_right_on_the_pages(town):
    video = film().video
    user = town.staff["translator.sv"]
    GroupPagePermission.objects.filter(
        group__in=user.groups.all(), permission__codename__in=["change_page", "add_page"]
    ).delete()
    user = type(user).objects.get(pk=user.pk)
    assert not may_translate(user, "sv", video)
    user.is_active = False
    assert not languages_of(user)


def test_a_right_on_the_whole_tree_is_a_right_in_each_of_its_languages(town):
    user = town.staff["translator.sv"]
    group = user.groups.get()
    GroupPagePermission.objects.create(
        group=group,
        page=Page.get_first_root_node(),
        permission=_permission("change_page", "wagtailcore"),
    )
    user = type(user).objects.get(pk=user.pk)
    assert languages_of(user) == ["sv"], "as long as her group has a language"
    group.languages.all().delete()
    user = type(user).objects.get(pk=user.pk)
    assert set(languages_of(user)) == {"fi", "sv", "en"}


def test_somebody_without_the_admin_translates_nothing(town, django_user_model):
    user = django_user_model.objects.create_user("asukas", password="demo")
    assert not may_translate(user, "sv", film().video)
    assert not languages_to_offer(user)


def test_the_menu_leads_translators_to_the_captions(town, client_as):
    address = reverse("videos:captions_to_translate")
    for name in ("translator.sv", "translator.en", "editor", "admin"):
        html = client_as(name).get(reverse("wagtailadmin_home")).content.decode()
        assert address in html, name
        assert client_as(name).get(address).status_code == 200


def test_staff_who_may_translate_nothing_are_not_led_there(town, client_as, django_user_model):
    from django.contrib.auth.models import Group

    user = django_user_model.objects.create_user("uusi", password="demo")
    group = Group.objects.create(name="Vain sisään")
    group.permissions.add(_permission("access_admin", "wagtailadmin"))
    user.groups.add(group)
    address = reverse("videos:captions_to_translate")
    assert address not in client_as(user).get(reverse("wagtailadmin_home")).content.decode()
    assert refused(client_as(user).get(address))


def test_the_list_holds_nothing_in_a_language_that_is_not_hers(town, client_as):
    film()
    page = client_as("translator.sv").get(
        reverse("videos:captions_to_translate"), {"language": "en"}
    )
    assert page.context["code"] == "sv"
    assert [code for code, _name in page.context["languages"]] == ["sv"]


def test_a_translator_may_see_a_film_that_is_only_in_a_draft(town, rf):
    request = rf.get("/")
    request.user = town.staff["translator.sv"]
    assert may_see(request, film().video)


def _permission(codename, app):
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename=codename, content_type__app_label=app)
